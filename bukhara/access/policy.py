"""The permission policy: a table of grants; what is not granted is denied. A test compares docs/permissions.md."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_
from bukhara.model.access import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bukhara.model.access import Actor


class Action(StrEnum):
    """The actions that the service checks permissions for."""

    READ = "read"
    SIGN_IN = "sign_in"
    OWN_ACCOUNT = "own_account"
    PREVIEW = "preview"
    TEMPLATE = "template"
    UPLOAD = "upload"
    APPROVE = "approve"
    PUBLISH = "publish"
    REVERT = "revert"
    RELEASES = "releases"
    ROUNDS = "rounds"
    EDIT_ROUNDS = "edit_rounds"
    REPLY = "reply"
    DECIDE = "decide"
    ACCOUNTS = "accounts"
    AUDIT = "audit"


class Reach(StrEnum):
    """The range of a grant: the data of every state, or of the own state only."""

    OWN = "own"
    ALL = "all"


_V, _C, _O, _S, _A = Role.VIEWER, Role.COMMISSION, Role.ORGANISER, Role.SECRETARIAT, Role.ADMIN
_EVERY = (_C, _O, _S, _A)
GRANTS: Mapping[Action, Mapping[Role, Reach]] = {
    Action.READ: dict.fromkeys(Role, Reach.ALL),
    Action.SIGN_IN: dict.fromkeys(Role, Reach.ALL),
    Action.OWN_ACCOUNT: dict.fromkeys(_EVERY, Reach.ALL),
    Action.PREVIEW: {_C: Reach.OWN, _O: Reach.ALL, _S: Reach.ALL},
    Action.TEMPLATE: {_C: Reach.OWN, _S: Reach.ALL},
    Action.UPLOAD: {_C: Reach.OWN, _S: Reach.ALL},
    Action.APPROVE: {_S: Reach.ALL},
    Action.PUBLISH: {_S: Reach.ALL},
    Action.REVERT: {_S: Reach.ALL},
    Action.RELEASES: {_O: Reach.ALL, _S: Reach.ALL, _A: Reach.ALL},
    Action.ROUNDS: {_O: Reach.ALL, _S: Reach.ALL},
    Action.EDIT_ROUNDS: {_S: Reach.ALL},
    Action.REPLY: {_C: Reach.OWN},
    Action.DECIDE: {_S: Reach.ALL},
    Action.ACCOUNTS: {_A: Reach.ALL},
    Action.AUDIT: {_A: Reach.ALL},
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action is allowed, and if not, the reason as a message of the catalogue."""

    allowed: bool
    reason: str = ""


def decide(actor: Actor, action: Action, country: str | None = None) -> Verdict:
    """Return whether the policy lets `actor` perform `action` on the data of `country`.

    Without `country`, a grant for the own state allows to open a page or form, but not the data of any state.
    """
    reaches = {GRANTS.get(action, {}).get(role) for role in actor.roles} - {None}
    if Reach.ALL in reaches:
        return Verdict(allowed=True)
    if Reach.OWN in reaches and actor.country and country in (None, actor.country):
        return Verdict(allowed=True)
    if Reach.OWN in reaches:
        return Verdict(allowed=False, reason=N_("This account may do that for its own state only."))
    if not actor.signed_in:
        return Verdict(allowed=False, reason=N_("Please sign in first."))
    return Verdict(allowed=False, reason=N_("The role of this account does not include that."))
