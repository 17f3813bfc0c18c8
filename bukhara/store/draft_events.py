"""What happened to the drafts of a state, as events of the round that they answer; all take an open connection."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from bukhara.model.access import PROGRAM, Role
from bukhara.model.draft import Draft, DraftState
from bukhara.model.release import taken_back_by
from bukhara.model.round import RoundEvent, RoundEventKind, RoundProgress
from bukhara.store import accounts, drafts, reading, rounds

_OF_STATE = {
    DraftState.IN_REVIEW: RoundEventKind.SUBMITTED,
    DraftState.APPROVED: RoundEventKind.APPROVED,
    DraftState.PUBLISHED: RoundEventKind.PUBLISHED,
    DraftState.WITHDRAWN: RoundEventKind.WITHDRAWN,
}


def note(
    connection: Connection, draft: Draft, *, by: str, now: datetime, answers: str = "", day: date | None = None
) -> None:
    """Store the newest step of a draft if it answers a round: what was there before the round was opened never does.

    A draft of a commission comes in when it is sent for review, one of the secretariat when it is received.
    """
    role, round_id = Role.SECRETARIAT.value, _round_of(connection, draft)
    if by == PROGRAM or by in accounts.commissions(connection):
        role = PROGRAM if by == PROGRAM else Role.COMMISSION.value
    kind = _kind(draft, role)
    if kind and round_id:
        known: dict[str, Any] = {"round_id": round_id, "country": draft.subject, "draft_id": draft.draft_id}
        event = RoundEvent(kind=kind, at=now, day=day or now.date(), role=role, by=by, answers=answers, **known)
        rounds.add_event(connection, event)


def promised(connection: Connection, draft: Draft, *, on: date) -> dict[str, date]:
    """Return the first day of publication that the state of a draft was told, if it comes after the day `on`."""
    asking = rounds.find(connection, _round_of(connection, draft))
    lines = rounds.progress(connection, asking.round_id) if asking and not asking.closed else ()
    due = next((line.due for line in lines if line.country == draft.subject and line.sent), None)
    day = asking.publication_day(due) if asking else None
    return {draft.subject: day} if day and on < day else {}


def note_words(connection: Connection, country: str, kind: RoundEventKind, *, by: str, now: datetime) -> None:
    """Store that a state confirmed or objected, or that something about it was decided, in the round it is asked in."""
    if round_id := _open_round(connection, country, now):
        role = rounds.SECRETARIAT if kind is RoundEventKind.DECIDED else Role.COMMISSION.value
        said: dict[str, Any] = {"round_id": round_id, "country": country, "kind": kind, "role": role, "by": by}
        rounds.add_event(connection, RoundEvent(at=now, day=now.date(), **said))


def catch_up(connection: Connection, line: RoundProgress, *, now: datetime) -> None:
    """Store what came in for a request before somebody noted that it was sent."""
    releases, known = reading.releases(connection), {each.draft_id for each in rounds.events(connection)}
    opened = rounds.find(connection, line.round_id)
    for draft in reversed(drafts.listed(connection)):
        gone = draft.release and taken_back_by(releases, draft.release)
        is_later = opened and opened.created_at < draft.created_at
        if draft.subject == line.country and draft.draft_id not in known and is_later and not gone:
            moment = draft.moved_at or draft.created_at
            note(connection, draft, by=draft.submitted_by or draft.created_by, now=now, day=moment.date())


def follow_revert(connection: Connection, *, by: str, now: datetime) -> None:
    """Store which published answers to rounds were taken back, or are public again."""
    releases = reading.releases(connection)
    newest = {event.draft_id: event for event in rounds.events(connection)}
    for draft in drafts.listed(connection):
        event = newest.get(draft.draft_id)
        if event is None or draft.release is None:
            continue
        gone = taken_back_by(releases, draft.release) is not None
        kind = RoundEventKind.TAKEN_BACK if gone else RoundEventKind.PUBLISHED
        if event.kind is not kind:
            after = replace(event, kind=kind, at=now, day=now.date(), answers="", by=by, role=rounds.SECRETARIAT)
            rounds.add_event(connection, after)


def _kind(draft: Draft, role: str) -> RoundEventKind | None:
    if draft.state is not DraftState.DRAFT:
        return _OF_STATE[draft.state]
    if draft.is_returned:
        return RoundEventKind.SENT_BACK
    return RoundEventKind.RECEIVED if role == rounds.SECRETARIAT else None


def _round_of(connection: Connection, draft: Draft) -> str:
    """Return the round that a draft answers: the open one that was sent last when it came; empty for none."""
    mine = (each.round_id for each in rounds.events(connection) if each.draft_id == draft.draft_id)
    return next(mine, "") or _open_round(connection, draft.subject, draft.created_at)


def _open_round(connection: Connection, country: str, at: datetime) -> str:
    """Return the open round that a state was asked in last, if that was before a moment; empty for none."""
    opened = {each.round_id: each.created_at for each in rounds.listed(connection) if not each.closed}
    asked = [
        (each.sent, each.round_id)
        for each in rounds.progress(connection)
        if each.country == country and each.sent and each.sent <= at.date()
    ]
    newest = max(asked)[1] if asked else ""
    return newest if newest in opened and opened[newest] <= at else ""
