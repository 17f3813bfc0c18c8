"""Finds accounts that are not as the audit log says: roles, states and closures that were changed by hand."""

import json

from sqlalchemy import Connection, select

from bukhara.model.access import Role
from bukhara.model.audit import AuditAction
from bukhara.store import accounts, tables

_CLOSED = {AuditAction.ACCOUNT_DISABLE: True, AuditAction.ACCOUNT_ENABLE: False}
_STEPS = (AuditAction.ACCOUNT_ADD, AuditAction.ACCOUNT_ROLES, *_CLOSED, AuditAction.LINK_USED)
_Rights = tuple[list[str], str, bool]
"""The roles, the state, and whether the account is closed."""


def changed_by_hand(connection: Connection) -> list[str]:
    """Return a sentence for each account that is not as the audit log says, or that is gone."""
    said, found = _by_the_log(connection), []
    for each in accounts.every(connection):
        if each.name not in said:
            found.append(f"nobody added the account {each.name}")
        elif said.pop(each.name) != (sorted(map(str, each.roles)), each.country, each.disabled):
            found.append(f"roles, state or closure of the account {each.name} are not as the audit log says")
    return found + [f"the account {name} is gone" for name in said]


def _by_the_log(connection: Connection) -> dict[str, _Rights]:
    """Return what the log says of each account; the first administrator is the one who used the first link."""
    said, row = dict[str, _Rights](), tables.audit.c
    steps = select(row.actor, row.action, row.detail).where(row.action.in_(map(str, _STEPS)))
    for actor, action, text in connection.execute(steps.order_by(row.audit_id)):
        detail = json.loads(text)
        name, now = detail.get("account", actor), detail.get("after", detail)
        if action in _CLOSED:
            said[name] = (*said[name][:2], _CLOSED[AuditAction(action)])
        elif "roles" in now:
            said[name] = (now["roles"], now["country"], name in said and said[name][2])
        elif detail["purpose"] == "first":
            said[name] = ([Role.ADMIN.value], "", False)
    return said
