"""The index of themes: every item with its basis and the number of states for each status."""

from dataclasses import dataclass

from bukhara.model.codes import Basis, Scope
from bukhara.model.framework import Item
from bukhara.model.release import Snapshot
from bukhara.progress.counts import Counts, count_item
from bukhara.progress.status import ItemStatus, statuses
from bukhara.views.status.marks import in_key_order, mark


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """An item with the status of each state in fixed order and their counts, or with the status of the region."""

    item: Item
    cells: tuple[ItemStatus, ...]
    counts: Counts
    region: ItemStatus | None
    asked: bool


@dataclass(frozen=True, slots=True)
class Themes:
    """Entries by basis: commitments, themes and conclusions are separate, and so is context."""

    commitments: tuple[ThemeEntry, ...]
    themes: tuple[ThemeEntry, ...]
    conclusions: tuple[ThemeEntry, ...]
    context: tuple[ThemeEntry, ...]

    @property
    def marks(self) -> tuple[str, ...]:
        """Kinds of status marks that the themes have, in the order of the legend."""
        entries = (*self.commitments, *self.themes, *self.conclusions)
        return in_key_order(mark(cell) for entry in entries if entry.asked for cell in entry.cells)


def build(snapshot: Snapshot) -> Themes:
    """Return the index in the order of the framework."""
    found = statuses(snapshot)
    entries = [_entry(item, found) for item in snapshot.framework.items]

    def on(*bases: Basis) -> tuple[ThemeEntry, ...]:
        return tuple(entry for entry in entries if entry.item.basis in bases)

    return Themes(
        on(Basis.ARTICLE, Basis.ATTESTED), on(Basis.PRESENTED, Basis.THEME), on(Basis.CONCLUSION), on(Basis.CONTEXT)
    )


def _entry(item: Item, found: tuple[ItemStatus, ...]) -> ThemeEntry:
    mine = [s for s in found if s.item == item.id]
    region = mine[0] if mine and item.scope is Scope.REGION else None
    cells = () if region else tuple(mine)
    return ThemeEntry(item, cells, count_item(found, item.id), region, any(s.applies for s in mine))
