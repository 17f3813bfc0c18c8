"""Checks permissions before an action, and records refusals in the audit log."""

from bukhara.access import Action, decide
from bukhara.errors import NotAllowed
from bukhara.model.access import Actor
from bukhara.model.audit import AuditAction
from bukhara.service.core import Core


def authorize(core: Core, actor: Actor, action: Action, country: str | None = None) -> None:
    """Raise NotAllowed unless the policy lets `actor` perform `action` on `country`'s data.

    A refusal of somebody who is signed in is recorded here and nowhere else. The row has a transaction of its own, so
    this must not be called while another one is open.
    """
    verdict = decide(actor, action, country)
    if verdict.allowed:
        return
    if actor.signed_in:
        with core.opened().transaction() as connection:
            core.audit(connection, actor.name, AuditAction.DENIED, asked=action.value, country=country or "")
    raise NotAllowed(action, verdict.reason)
