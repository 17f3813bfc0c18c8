"""Sets the coding status of statements by the replies of their state; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from bukhara.model.codes import BodyKind, CodingStatus, State, Status
from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.statement import Statement

CODING = {
    ReplyKind.CONFIRMATION: CodingStatus.CONFIRMED,
    ReplyKind.CORRECTION: CodingStatus.PROVISIONAL,
    ReplyKind.OBJECTION: CodingStatus.OBJECTED,
    ReplyKind.ITEM_OBJECTION: CodingStatus.OBJECTED,
}
"""A correction neither confirms nor objects. A comment leaves the coding as it is."""


def coded(snapshot: Snapshot, replies: Iterable[Reply]) -> tuple[Statement, ...]:
    """Return the statements with the coding status that the newest reply of their state gives them.

    A reply is about the sources before it, never about a later one. A state does not confirm statements of other
    organisations.
    """
    given = [reply for reply in replies if reply.kind in CODING]
    if not given:
        return snapshot.statements
    days = {source.source_id: source.date for source in snapshot.sources}
    others = _others(snapshot.framework)
    return tuple(_coded(row, given, days) if _theirs(row, others) else row for row in snapshot.statements)


def with_replies(snapshot: Snapshot, replies: tuple[Reply, ...]) -> Snapshot:
    """Return the snapshot with these replies, and the coding status that follows from them."""
    return replace(snapshot, replies=replies, statements=coded(snapshot, replies))


def _others(framework: Framework) -> frozenset[str]:
    return frozenset(body.name for body in framework.bodies if body.kind is not BodyKind.STATE)


def _theirs(row: Statement, others: frozenset[str]) -> bool:
    decides = row.status not in (None, Status.NOT_ASKED)
    return row.state is not State.NOT_REPORTED and (decides or row.body not in others)


def _coded(row: Statement, given: Sequence[Reply], days: Mapping[str, date]) -> Statement:
    about = [
        (reply.given_on, bool(reply.indicator), index, reply)
        for index, reply in enumerate(given)
        if (reply.country, reply.item) == (row.country, row.item)
        and reply.indicator in ("", row.indicator)
        and reply.given_on >= days.get(row.source_id, reply.given_on)
    ]
    return replace(row, coding_status=CODING[max(about)[-1].kind]) if about else row
