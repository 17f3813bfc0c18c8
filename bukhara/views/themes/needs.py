"""Needs and support by theme and state: who named a need, which partner speaks of it, who has it in place."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.codes import Kind, Scope, State
from bukhara.model.countries import REGION
from bukhara.model.framework import Country, Item
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.situation.situation import situations
from bukhara.situation.statements import by_state, is_beside, newest_first

KINDS = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST, Kind.RECOMMENDATION)
Support = Statement | Observation


@dataclass(frozen=True, slots=True)
class ThemeChallenges:
    """One theme: the statements for each column (the states in fixed order, then the region)."""

    item: Item
    cells: tuple[tuple[Statement, ...], ...]


@dataclass(frozen=True, slots=True)
class Challenges:
    """Columns and rows; a theme without statements has no row."""

    columns: tuple[Country, ...]
    rows: tuple[ThemeChallenges, ...]
    count: int


def challenges(snapshot: Snapshot, *, kind: str = "", speaker: str = "", topic: str = "") -> Challenges:
    """Return the matrix, of one kind of statement, one kind of speaker (`state`, `other`) and one topic if given."""
    framework = snapshot.framework
    columns = (*framework.countries, framework.country(REGION))
    wanted = (s for s in snapshot.statements if _is_listed(snapshot, s, kind, speaker))
    kept = newest_first(snapshot, (s for s in wanted if topic in ("", *topics_of(framework, s))))
    cells = group_by(kept, lambda s: (s.item, s.country))
    rows = (ThemeChallenges(i, tuple(tuple(cells.get((i.id, c.code), ())) for c in columns)) for i in framework.items)
    return Challenges(columns, tuple(row for row in rows if any(row.cells)), len(kept))


def _is_listed(snapshot: Snapshot, statement: Statement, kind: str, speaker: str) -> bool:
    if statement.kind not in KINDS or statement.state is not State.VALUE:
        return False
    if kind and statement.kind.value != kind:
        return False
    return not speaker or (speaker == "state") == by_state(snapshot, statement)


@dataclass(frozen=True, slots=True)
class Named:
    """A body that named a difficulty, a need or a recommendation; `first` is one such statement."""

    kind: Kind
    body: str
    by_state: bool
    first: Statement


@dataclass(frozen=True, slots=True)
class NeedCell:
    """One theme in one state: who named what, and the partners with one thing that each says."""

    country: Country
    named: tuple[Named, ...]
    support: tuple[tuple[str, Support], ...]


@dataclass(frozen=True, slots=True)
class NeedRow:
    """One theme: its cells in fixed order."""

    item: Item
    cells: tuple[NeedCell, ...]


@dataclass(frozen=True, slots=True)
class Needs:
    """The picture of all themes of states, and every statement of the kinds asked for, those of the region too."""

    columns: tuple[Country, ...]
    rows: tuple[NeedRow, ...]
    listed: Challenges


def build(
    snapshot: Snapshot, *, countries: tuple[str, ...] = (), kind: str = "", speaker: str = "", topic: str = ""
) -> Needs:
    """Return the picture, of one kind of statement, one kind of speaker (`state`, `other`) and one topic if given.

    Only the columns of `countries` are shown, if given.
    """
    framework = snapshot.framework
    listed = challenges(snapshot, kind=kind, speaker=speaker, topic=topic)
    named = {
        (row.item.id, country.code): cell
        for row in listed.rows
        for country, cell in zip(listed.columns, row.cells, strict=True)
    }
    support = group_by(_support(snapshot, topic), lambda each: (_item(snapshot, each), each.country))
    asked = {s.item for s in situations(snapshot) if s.scope is Scope.COUNTRY and s.applies}
    columns = tuple(each for each in framework.countries if not countries or each.code in countries)
    rows = []
    for item in framework.items:
        cells = tuple(
            NeedCell(
                country,
                _named(snapshot, named.get((item.id, country.code), ())),
                _by_partner(support.get((item.id, country.code), ())),
            )
            for country in columns
        )
        if item.id in asked or any(cell.named or cell.support for cell in cells):
            rows.append(NeedRow(item, cells))
    return Needs(columns, tuple(rows), listed)


def _named(snapshot: Snapshot, statements: Iterable[Statement]) -> tuple[Named, ...]:
    """Return each body once for each kind; a request for support is a need."""
    found: dict[tuple[Kind, str], Named] = {}
    for each in (s for s in statements if not is_beside(snapshot, s)):
        kind = Kind.NEED if each.kind is Kind.SUPPORT_REQUEST else each.kind
        found.setdefault((kind, each.body), Named(kind, each.body, by_state(snapshot, each), each))
    order = (Kind.CHALLENGE, Kind.NEED, Kind.RECOMMENDATION)
    return tuple(sorted(found.values(), key=lambda each: (order.index(each.kind), not each.by_state)))


def _support(snapshot: Snapshot, topic: str) -> list[Support]:
    """Return what partners say of their work on a theme: no need, and no finding about the state."""
    every: tuple[Support, ...] = (*snapshot.statements, *snapshot.observations)
    return [
        each
        for each in every
        if each.partner
        and each.state is State.VALUE
        and not (isinstance(each, Statement) and each.kind is not Kind.IMPLEMENTATION)
        and topic in ("", *topics_of(snapshot.framework, each))
    ]


def _by_partner(held: Iterable[Support]) -> tuple[tuple[str, Support], ...]:
    found: dict[str, Support] = {}
    for each in held:
        for partner in each.partner.split(", "):
            found.setdefault(partner, each)
    return tuple(sorted(found.items(), key=lambda pair: pair[0].casefold()))


def _item(snapshot: Snapshot, record: Support) -> str:
    return record.item if isinstance(record, Statement) else snapshot.framework.indicator(record.indicator).item
