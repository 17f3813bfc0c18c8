"""The scorecard: themes by the fixed states, grouped by pillar, with the count of states at the end of each row."""

from dataclasses import dataclass

from bukhara.model.codes import Scope
from bukhara.model.framework import Country, Item, Pillar
from bukhara.model.groups import group_by
from bukhara.model.marks import in_key_order
from bukhara.model.release import Snapshot
from bukhara.situation.counts import Counts, count_item
from bukhara.situation.situation import Situation, situations


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """One theme: its cells in the order of the columns, and the number of states for each status."""

    item: Item
    cells: tuple[Situation, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class ScorecardBlock:
    """The themes of one pillar."""

    pillar: Pillar
    rows: tuple[ScorecardRow, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Columns, country themes by pillar, the region's own items, and items asked in rounds only."""

    countries: tuple[Country, ...]
    blocks: tuple[ScorecardBlock, ...]
    region: tuple[Situation, ...]
    items: dict[str, Item]
    later: tuple[Item, ...]

    @property
    def rows(self) -> tuple[ScorecardRow, ...]:
        """All rows, pillar by pillar."""
        return tuple(row for block in self.blocks for row in block.rows)

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of its cells, in the order of a key."""
        return in_key_order(cell.mark for row in self.rows for cell in row.cells)


def build(snapshot: Snapshot, *, pillar: str = "", basis: str = "", countries: tuple[str, ...] = ()) -> Scorecard:
    """Return the scorecard of a snapshot, limited to one pillar, one basis or some of the states if given."""
    framework = snapshot.framework
    shown_states = tuple(c for c in framework.countries if not countries or c.code in countries)
    codes = {country.code for country in shown_states}
    found = tuple(s for s in situations(snapshot) if s.scope is Scope.REGION or s.country in codes)
    wanted = [item for item in framework.items if pillar in ("", item.pillar) and basis in ("", item.basis.value)]
    by_item = group_by(found, lambda status: status.item)
    asked = {name for name, cells in by_item.items() if any(cell.applies for cell in cells)}
    of_states = [item for item in wanted if item.scope is Scope.COUNTRY]
    cells_of = ((item, by_item[item.id]) for item in of_states if item.id in asked)
    rows = [ScorecardRow(item, tuple(cells), count_item(cells, item.id)) for item, cells in cells_of]
    blocks = (ScorecardBlock(p, tuple(row for row in rows if row.item.pillar == p.id)) for p in framework.pillars)
    names = {item.id for item in wanted}
    return Scorecard(
        countries=shown_states,
        blocks=tuple(block for block in blocks if block.rows),
        region=tuple(s for s in found if s.scope is Scope.REGION and s.item in names),
        items={item.id: item for item in framework.items},
        later=tuple(item for item in of_states if item.id not in asked),
    )
