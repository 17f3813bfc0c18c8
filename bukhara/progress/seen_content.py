"""What a state saw when it replied: a fingerprint of the content, and the replies that are about other content."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace

from bukhara.model.codes import State
from bukhara.model.columns import Role, names
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply
from bukhara.model.statement import Statement
from bukhara.progress.answers import Answer
from bukhara.progress.records import records_of
from bukhara.progress.status import statuses

_SHOWN = (Role.SUBJECT, Role.COUNTED, Role.PERIOD, Role.ANSWER, Role.CITATION)
_OF_STATEMENTS = (*names(Statement, *_SHOWN), "statement_translation", "next_step")
_OF_FIGURES = (*names(Observation, *_SHOWN), "reporter")
_OF_STATUS = ("status", "since", "valid_until", "ended")
_WITHOUT_CONTENT = (State.NOT_ASKED, State.NOT_REPORTED)


def seen_content(snapshot: Snapshot, country: str, item: str, indicator: str = "") -> str:
    """Return a fingerprint of what a state sees of an item, or of one question of it.

    That is the status with its dates, the statements of the state's bodies with their quotes, and the figures.
    """
    records = records_of(snapshot)
    parts = [
        answer
        for status in statuses(snapshot)
        if (status.country, status.item) == (country, item)
        for answer in ((status, *status.indicators) if not indicator else status.indicators)
        if not indicator or getattr(answer, "indicator", "") == indicator
    ]
    asked = {indicator} if indicator else {each.id for each in snapshot.framework.item(item).indicators}
    rows: Iterable[Statement | Observation] = (
        *(row for row in snapshot.statements if row.item == item and records.is_for_its_state(row)),
        *snapshot.observations,
    )
    shown = [
        _filled(row, _OF_STATEMENTS if isinstance(row, Statement) else _OF_FIGURES)
        for row in rows
        if row.country == country
        and row.indicator in asked
        and row.state not in _WITHOUT_CONTENT
        and records.decides(row)
    ]
    content = [[_filled(answer, _OF_STATUS) for answer in parts], sorted(shown)]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]


def with_replies(snapshot: Snapshot, replies: Iterable[Reply]) -> Snapshot:
    """Return the snapshot with these replies, and which of them are about what it shows.

    A reply to other content is outdated, unless the page is of a day before the reply: nothing was changed since then.
    """
    given = tuple(replies)
    bare = replace(snapshot, replies=(), upheld=frozenset(), outdated=frozenset())
    known = {item.id for item in snapshot.framework.items}
    now = {
        each.reply_id: seen_content(bare, each.country, each.item, each.indicator)
        for each in given
        if each.item in known
    }
    upheld = frozenset(each.reply_id for each in given if now.get(each.reply_id) == each.seen)
    past = frozenset(each.reply_id for each in given if each.given_on <= snapshot.calendar_day)
    return replace(bare, replies=given, upheld=upheld, outdated=past - upheld)


def _filled(record: Answer | Statement | Observation, columns: Iterable[str]) -> str:
    """Return the columns that are filled, so that a column that is added later changes no fingerprint."""
    values = {name: getattr(record, name) for name in columns}
    return json.dumps({n: str(v) for n, v in values.items() if v not in ("", None) and v is not False}, sort_keys=True)
