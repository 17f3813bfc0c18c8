"""Roles, accounts and the actor of a request. An account belongs to an institution; no record is about a person."""

from dataclasses import dataclass
from enum import StrEnum

from bukhara.model.messages import N_, Named


class Role(Named):
    """The part that an account has in the work of the conference; an account may have several roles."""

    VIEWER = "viewer", N_("reader")
    COMMISSION = "commission", N_("commission of a state")
    ORGANISER = "organiser", N_("organiser")
    SECRETARIAT = "secretariat", N_("secretariat")
    ADMIN = "admin", N_("administrator")


class GrantScope(StrEnum):
    """The scope of a grant: the data of every state, or of the own state only."""

    OWN = "own"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The account behind a request; `country` is set for the commission of a state and empty for the others."""

    name: str
    roles: frozenset[Role]
    country: str = ""

    @property
    def signed_in(self) -> bool:
        """Whether the request comes from an account, not from an anonymous reader."""
        return bool(self.name)


ANYBODY = Actor(name="", roles=frozenset({Role.VIEWER}))
PROGRAM = "system"
"""The name under which the program acts without anybody."""
OPERATOR = Actor(name="operator", roles=frozenset(Role) - {Role.COMMISSION, Role.VIEWER})
"""The actor of the command line, who may do everything except reply for a state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account; `subject` is its identity at an OpenID provider, a higher `version` ends its sessions."""

    name: str
    roles: frozenset[Role]
    country: str = ""
    disabled: bool = False
    subject: str = ""
    version: int = 1

    @property
    def actor(self) -> Actor:
        """The actor of requests that are signed in with this account."""
        return Actor(name=self.name, roles=self.roles, country=self.country)
