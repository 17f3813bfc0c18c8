"""The e-library: every statement and figure with its quote and locator, found by country, theme, kind and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bukhara.model.codes import EvidenceGrade, Kind, State
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of

if TYPE_CHECKING:
    from bukhara.model.release import Snapshot
    from bukhara.model.source import Source

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceQuery:
    """A query of the e-library. An empty field means all; `q` is matched word by word, without regard to case."""

    country: str = ""
    item: str = ""
    indicator: str = ""
    kind: str = ""
    topic: str = ""
    q: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement or a figure of the library."""

    id: str
    country: str
    indicator: str
    kind: Kind
    body: str
    grade: EvidenceGrade | None
    source_id: str
    citations: tuple[tuple[str, str], ...]
    record: Statement | Observation


@dataclass(frozen=True, slots=True)
class Library:
    """Sources, and one page of the entries found (`number` from 1 of `pages`)."""

    sources: tuple[Source, ...]
    entries: tuple[Entry, ...]
    found: int
    number: int
    pages: int


def build(snapshot: Snapshot, query: EvidenceQuery, *, number: int = 1) -> Library:
    """Return page `number` of the entries that match the query."""
    items = {i.id: item.id for item in snapshot.framework.items for i in item.indicators}
    found = [record for record in snapshot.once(_records) if _fits(record, query, items)]
    if query.topic:
        found = [record for record in found if query.topic in topics_of(snapshot.framework, record)]
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(1, number), pages)
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Library(snapshot.sources, tuple(map(_entry, shown)), len(found), number, pages)


def entries(snapshot: Snapshot) -> tuple[Entry, ...]:
    """Return every entry of the library."""
    return tuple(map(_entry, snapshot.once(_records)))


def citations(quote: str, locator: str) -> tuple[tuple[str, str], ...]:
    """Return the quotes of a record, each with its locator; a fact found in two passages has two."""
    quotes, places = quote.split(" | "), locator.split(" | ")
    if len(quotes) != len(places):
        return ((quote, locator),)
    return tuple(zip(quotes, places, strict=True))


def _records(snapshot: Snapshot) -> tuple[Statement | Observation, ...]:
    """Return the records of the library: statements before figures, states in fixed order, the newest source first."""
    statements = [s for s in snapshot.statements if s.state is State.VALUE]
    counted = [o for o in snapshot.observations if o.quote or o.state is State.VALUE]
    order = {c.code: n for n, c in enumerate(snapshot.framework.countries + snapshot.framework.regions)}
    days = {source.source_id: source.date for source in snapshot.sources}

    def place(record: Statement | Observation) -> tuple[int, bool, int]:
        day = days.get(record.source_id, date.min).toordinal()
        return order.get(record.country, len(order)), isinstance(record, Observation), -day

    return tuple(sorted([*statements, *counted], key=place))


def _entry(record: Statement | Observation) -> Entry:
    return _of_statement(record) if isinstance(record, Statement) else _of_figure(record)


def _of_statement(s: Statement) -> Entry:
    return Entry(
        s.evidence_id,
        s.country,
        s.indicator,
        s.kind,
        s.body,
        s.evidence_grade,
        s.source_id,
        citations(s.quote, s.source_locator),
        s,
    )


def _of_figure(o: Observation) -> Entry:
    body = o.reporter or o.partner
    place = citations(o.quote, o.source_locator)
    return Entry(o.observation_id, o.country, o.indicator, Kind.FIGURE, body, None, o.source_id, place, o)


def _fits(record: Statement | Observation, query: EvidenceQuery, items: dict[str, str]) -> bool:
    if query.country and record.country != query.country:
        return False
    if query.item and items.get(record.indicator) != query.item:
        return False
    if query.indicator not in ("", record.indicator):
        return False
    kind = record.kind if isinstance(record, Statement) else Kind.FIGURE
    if query.kind and kind.value != query.kind:
        return False
    words = query.q.casefold().split()
    if not words:
        return True
    text = _text(record).casefold()
    return all(word in text for word in words)


def _text(record: Statement | Observation) -> str:
    entry = _entry(record)
    texts = (record.statement, record.statement_translation) if isinstance(record, Statement) else (record.note,)
    return " ".join((entry.id, entry.body, record.quote, record.source_locator, *texts))
