"""What a state saw when it replied: a fingerprint of the content, and the replies that are about other content."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bukhara.model.codes import State
from bukhara.model.columns import Role, names
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply
from bukhara.model.statement import STEP, Statement
from bukhara.progress.answers import Answer
from bukhara.progress.records import Records, records_of
from bukhara.progress.status import statuses

REVIEWED = "review:"
"""Before the fingerprint of content that was not public, but sent for review."""
_SHOWN = (Role.SUBJECT, Role.COUNTED, Role.PERIOD, Role.ANSWER, Role.CITATION)
_OF_STATEMENTS = (*names(Statement, *_SHOWN), "statement_translation", *STEP)
_OF_FIGURES = (*names(Observation, *_SHOWN), "reporter")
_OF_STATUS = ("status", "since", "valid_until", "ended")
_WITHOUT_CONTENT = (State.NOT_ASKED, State.NOT_REPORTED)


def seen_content(snapshot: Snapshot, country: str, item: str, indicator: str = "") -> str:
    """Return a fingerprint of what a state sees of an item, or of one question of it, or of a figure by its id.

    That is the status with its dates, and `rows_seen`; of a figure its row.
    """
    if figure := replied_figure(snapshot, item):
        return _fingerprint(_filled(figure, _OF_FIGURES))
    parts = [
        answer
        for status in statuses(snapshot)
        if (status.country, status.item) == (country, item)
        for answer in ((status, *status.indicators) if not indicator else status.indicators)
        if not indicator or getattr(answer, "indicator", "") == indicator
    ]
    statements, figures = rows_seen(snapshot, country, item)
    shown = [_filled(row, _OF_STATEMENTS) for row in statements if indicator in ("", row.indicator)]
    shown += [_filled(row, _OF_FIGURES) for row in figures if indicator in ("", row.indicator)]
    return _fingerprint([[_filled(answer, _OF_STATUS) for answer in parts], sorted(shown)])


def replied_figure(snapshot: Snapshot, item: str) -> Observation | None:
    """Return the figure that a reply is about; None if it is about an item, or if the figure is not in the record."""
    return None if _is_item(snapshot, item) else snapshot.once(figures_by_id).get(item)


def is_shown(snapshot: Snapshot, item: str) -> bool:
    """Return whether what a reply is about, an item or a figure, is in the record."""
    return _is_item(snapshot, item) or replied_figure(snapshot, item) is not None


def figures_by_id(snapshot: Snapshot) -> Mapping[str, Observation]:
    """Return the figures by their ids."""
    return {figure.observation_id: figure for figure in reversed(snapshot.observations)}


def rows_seen(snapshot: Snapshot, country: str, item: str) -> tuple[tuple[Statement, ...], tuple[Observation, ...]]:
    """Return the statements and figures of an item that a state replies to: of sources that may set a status."""
    records = records_of(snapshot)
    asked = {each.id for each in snapshot.framework.item(item).indicators}
    statements = tuple(
        row
        for row in snapshot.statements
        if (row.country, row.item) == (country, item) and records.is_for_its_state(row) and _is_content(row, records)
    )
    figures = tuple(
        row
        for row in snapshot.observations
        if row.country == country and row.indicator in asked and _is_content(row, records)
    )
    return statements, figures


def with_replies(snapshot: Snapshot, replies: Iterable[Reply]) -> Snapshot:
    """Return the snapshot with these replies, and which of them are about what it shows.

    A reply to other content is outdated, because it was changed since; not so if that content was only sent for review,
    or if the page is of a day before the reply.
    """
    given = tuple(replies)
    bare = replace(snapshot, replies=(), upheld=frozenset(), outdated=frozenset())
    now = {
        each.reply_id: seen_content(bare, each.country, each.item, each.indicator)
        for each in given
        if is_shown(bare, each.item)
    }
    upheld = frozenset(each.reply_id for each in given if now.get(each.reply_id) == each.seen.removeprefix(REVIEWED))
    public = (each for each in given if not each.seen.startswith(REVIEWED))
    past = frozenset(each.reply_id for each in public if each.given_on <= snapshot.calendar_day)
    return replace(bare, replies=given, upheld=upheld, outdated=past - upheld)


def _is_item(snapshot: Snapshot, item: str) -> bool:
    return any(each.id == item for each in snapshot.framework.items)


def _fingerprint(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def _is_content(row: Statement | Observation, records: Records) -> bool:
    return row.state not in _WITHOUT_CONTENT and records.decides(row)


def _filled(record: Answer | Statement | Observation, columns: Iterable[str]) -> str:
    """Return the columns that are filled, so that a column that is added later changes no fingerprint."""
    values = ((name, getattr(record, name)) for name in columns)
    filled = {name: text for name, value in values if value is not None and value is not False and (text := str(value))}
    return json.dumps(filled, sort_keys=True)
