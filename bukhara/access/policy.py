"""The permission policy: a table of grants; what is not granted is denied. A test compares docs/permissions.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bukhara.model.access import Actor, GrantScope, Role
from bukhara.model.messages import N_
from bukhara.wing import merged


class Action(StrEnum):
    """The actions that the service checks permissions for."""

    READ = "read"
    SIGN_IN = "sign_in"
    OWN_ACCOUNT = "own_account"
    PREVIEW = "preview"
    QUESTIONS = "questions"
    CALENDAR = "calendar"
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
    PACKS = "packs"
    WITHDRAW = "withdraw"
    ACCOUNTS = "accounts"
    AUDIT = "audit"


_V, _C, _O, _S, _A = Role.VIEWER, Role.COMMISSION, Role.ORGANISER, Role.SECRETARIAT, Role.ADMIN
_EVERY = (_C, _O, _S, _A)
GRANTS: Mapping[str, Mapping[Role, GrantScope]] = {
    Action.READ: dict.fromkeys(Role, GrantScope.ALL),
    Action.SIGN_IN: dict.fromkeys(Role, GrantScope.ALL),
    Action.OWN_ACCOUNT: dict.fromkeys(_EVERY, GrantScope.ALL),
    Action.PREVIEW: {_C: GrantScope.OWN, _S: GrantScope.ALL},
    Action.QUESTIONS: {_C: GrantScope.OWN, _O: GrantScope.ALL, _S: GrantScope.ALL},
    Action.CALENDAR: {_C: GrantScope.OWN, _O: GrantScope.ALL, _S: GrantScope.ALL},
    Action.TEMPLATE: {_C: GrantScope.OWN, _S: GrantScope.ALL},
    Action.UPLOAD: {_C: GrantScope.OWN, _S: GrantScope.ALL},
    Action.APPROVE: {_S: GrantScope.ALL},
    Action.PUBLISH: {_S: GrantScope.ALL},
    Action.REVERT: {_S: GrantScope.ALL},
    Action.RELEASES: {_O: GrantScope.ALL, _S: GrantScope.ALL, _A: GrantScope.ALL},
    Action.ROUNDS: {_O: GrantScope.ALL, _S: GrantScope.ALL},
    Action.EDIT_ROUNDS: {_S: GrantScope.ALL},
    Action.REPLY: {_C: GrantScope.OWN},
    Action.DECIDE: {_S: GrantScope.ALL},
    Action.PACKS: {_O: GrantScope.ALL},
    Action.WITHDRAW: {_A: GrantScope.ALL},
    Action.ACCOUNTS: {_A: GrantScope.ALL},
    Action.AUDIT: {_A: GrantScope.ALL},
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action is allowed, and if not, the reason as a message of the catalogue."""

    allowed: bool
    reason: str = ""


def grants_of(action: str) -> Mapping[Role, GrantScope]:
    """Return the grants of an action of the core or of a wing."""
    return GRANTS.get(action) or merged("grants").get(action, {})


def roles_with(action: str) -> tuple[Role, ...]:
    """Return the roles that have a grant for an action, in the order of the roles."""
    return tuple(role for role in Role if role in grants_of(action))


def decide(actor: Actor, action: str, country: str | None = None) -> Verdict:
    """Return whether the policy lets `actor` perform `action` on the data of `country`.

    Without `country`, a grant for the own state allows to open a page or form, but not the data of any state.
    """
    scopes = {grants_of(action).get(role) for role in actor.roles} - {None}
    if GrantScope.ALL in scopes:
        return Verdict(allowed=True)
    if GrantScope.OWN in scopes and actor.country and country in (None, actor.country):
        return Verdict(allowed=True)
    if GrantScope.OWN in scopes:
        return Verdict(allowed=False, reason=N_("This account may do that for its own state only."))
    if not actor.signed_in:
        return Verdict(allowed=False, reason=N_("Please sign in first."))
    return Verdict(allowed=False, reason=N_("The role of this account does not include that."))
