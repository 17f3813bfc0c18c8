"""Challenges and needs named, and support asked for: themes by states, with the body that named them."""

from dataclasses import dataclass

from bukhara.model.codes import Kind, State
from bukhara.model.countries import REGION
from bukhara.model.framework import Country, Item
from bukhara.model.groups import group_by
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.views.statements.same_answers import newest_first
from bukhara.views.statements.speakers import by_state

KINDS = (Kind.CHALLENGE, Kind.NEED, Kind.SUPPORT_REQUEST, Kind.RECOMMENDATION)


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


def build(snapshot: Snapshot, *, kind: str = "", speaker: str = "", topic: str = "") -> Challenges:
    """Return the matrix, of one kind of statement, one kind of speaker (`state`, `other`) and one topic if given."""
    framework = snapshot.framework
    columns = (*framework.countries, framework.country(REGION))
    wanted = (s for s in snapshot.statements if _wanted(snapshot, s, kind, speaker))
    kept = newest_first(snapshot, (s for s in wanted if topic in ("", *topics_of(framework, s))))
    cells = group_by(kept, lambda s: (s.item, s.country))
    rows = (ThemeChallenges(i, tuple(tuple(cells.get((i.id, c.code), ())) for c in columns)) for i in framework.items)
    return Challenges(columns, tuple(row for row in rows if any(row.cells)), len(kept))


def _wanted(snapshot: Snapshot, statement: Statement, kind: str, speaker: str) -> bool:
    if statement.kind not in KINDS or statement.state is not State.VALUE:
        return False
    if kind and statement.kind.value != kind:
        return False
    return not speaker or (speaker == "state") == by_state(snapshot, statement)
