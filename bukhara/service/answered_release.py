"""The release that a reply of November 2026 answered: it was stored without what the state saw."""

import json
from collections.abc import Iterable
from datetime import datetime

from bukhara.model.audit import AuditAction
from bukhara.model.release import Release
from bukhara.model.round import Reply
from bukhara.store.audit_log import AuditEntry


def answered_release(
    reply: Reply, entries: Iterable[AuditEntry], before: Iterable[Release], *, until: Release | None
) -> int | None:
    """Return the newest of the releases `before` its publication that was there when a reply was written.

    The audit log says when that was, `until` its publication if it is published; None if the log does not say it.
    """
    about = {"country": reply.country, "item": reply.item, "kind": reply.kind.value}
    moments = [
        datetime.fromisoformat(each.at)
        for each in entries
        if each.action == AuditAction.REPLY_GIVEN and json.loads(each.detail) == about
    ]
    written = max((each for each in moments if until is None or each <= until.created_at), default=None)
    if written is None:
        return None
    return max((each.number for each in before if each.created_at <= written), default=None)
