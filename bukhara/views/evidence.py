"""The e-library: every statement and figure with its quote and place, found by country, theme, kind and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.codes import EvidenceGrade, Kind, State
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement

if TYPE_CHECKING:
    from bukhara.model.release import Snapshot
    from bukhara.model.source import Source

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for; empty means all. `q` is matched word by word, whatever the case."""

    country: str = ""
    item: str = ""
    kind: str = ""
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


def build(snapshot: Snapshot, wish: Wish, *, number: int = 1) -> Library:
    """Return page `number` of what the library holds of the wish."""
    items = {i.id: item.id for item in snapshot.framework.items for i in item.indicators}
    found = [e for e in _entries(snapshot) if _fits(e, wish, items)]
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(1, number), pages)
    shown = found[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return Library(snapshot.sources, tuple(shown), len(found), number, pages)


def citations(quote: str, locator: str) -> tuple[tuple[str, str], ...]:
    """Return the quotes of a record, each with its place; a fact told twice has two."""
    quotes, places = quote.split(" | "), locator.split(" | ")
    if len(quotes) != len(places):
        return ((quote, locator),)
    return tuple(zip(quotes, places, strict=True))


def _entries(snapshot: Snapshot) -> list[Entry]:
    said = [_of_statement(s) for s in snapshot.statements if s.state is State.VALUE]
    counted = [_of_figure(o) for o in snapshot.observations if o.quote or o.state is State.VALUE]
    order = {c.code: n for n, c in enumerate(snapshot.framework.countries + snapshot.framework.regions)}
    return sorted(said + counted, key=lambda e: order.get(e.country, len(order)))


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


def _fits(entry: Entry, wish: Wish, items: dict[str, str]) -> bool:
    if wish.country and entry.country != wish.country:
        return False
    if wish.item and items.get(entry.indicator) != wish.item:
        return False
    if wish.kind and entry.kind.value != wish.kind:
        return False
    text = _text(entry).casefold()
    return all(word in text for word in wish.q.casefold().split())


def _text(entry: Entry) -> str:
    record = entry.record
    told = (record.statement, record.statement_translation) if isinstance(record, Statement) else (record.note,)
    return " ".join((entry.id, entry.body, record.quote, record.source_locator, *told))
