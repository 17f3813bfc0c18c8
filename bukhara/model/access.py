"""Who acts: roles, accounts, and the one behind a request. An institution's account, never a record of a person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is in the conference's work; an account may hold several."""

    VIEWER = "viewer"
    COMMISSION = "commission"
    ORGANISER = "organiser"
    SECRETARIAT = "secretariat"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who acts; `country` is that of a commission, else empty."""

    name: str
    roles: frozenset[Role]
    country: str = ""

    @property
    def signed_in(self) -> bool:
        """Whether this is somebody with an account."""
        return bool(self.name)


ANYBODY = Actor(name="", roles=frozenset({Role.VIEWER}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account; `subject` is the identity at an OpenID provider, `version` grows when sessions must end."""

    name: str
    roles: frozenset[Role]
    country: str = ""
    disabled: bool = False
    subject: str = ""
    version: int = 1

    @property
    def actor(self) -> Actor:
        """The one who acts with this account."""
        return Actor(name=self.name, roles=self.roles, country=self.country)
