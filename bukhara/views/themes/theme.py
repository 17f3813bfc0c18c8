"""The themes: the index of all, and one with the statements behind the mark of each state, by who made them."""

from dataclasses import dataclass

from bukhara.model.codes import Basis, Scope, State
from bukhara.model.countries import REGION
from bukhara.model.framework import Country, Indicator, Item
from bukhara.model.marks import in_key_order
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.situation.situation import Situation, situations
from bukhara.situation.statements import by_state, is_beside, measured, newest_first, statements_about


@dataclass(frozen=True, slots=True)
class StateOnTheme:
    """A state or the region on the theme; `open` are indicators without an answer, `beside` is about something else."""

    country: Country
    status: Situation | None
    own: tuple[Statement, ...]
    others: tuple[Statement, ...]
    open: tuple[Indicator, ...]
    beside: tuple[Statement, ...] = ()

    @property
    def statements(self) -> int:
        """The number of statements of any body."""
        return len(self.own) + len(self.others) + len(self.beside)


@dataclass(frozen=True, slots=True)
class Theme:
    """The item and its sides in fixed order; `steps` are the items before and after it in the list."""

    item: Item
    sides: tuple[StateOnTheme, ...]
    region: StateOnTheme | None
    steps: tuple[Item | None, Item | None]


def build(snapshot: Snapshot, item_id: str) -> Theme:
    """Return the view of a theme; raise KeyError for an item that the framework does not have."""
    framework = snapshot.framework
    item = framework.item(item_id)
    found = {s.country: s for s in situations(snapshot) if s.item == item_id}
    countries = () if item.scope is Scope.REGION else framework.countries
    region = side_of(snapshot, item, framework.country(REGION), found.get(REGION))
    place = framework.items.index(item)
    after = framework.items[place + 1] if place + 1 < len(framework.items) else None
    return Theme(
        item=item,
        sides=tuple(side_of(snapshot, item, country, found.get(country.code)) for country in countries)
        or tuple(side for c in framework.countries if (side := side_of(snapshot, item, c, None)).own or side.others),
        region=region if region.own or region.others or item.scope is Scope.REGION else None,
        steps=(framework.items[place - 1] if place else None, after),
    )


def side_of(snapshot: Snapshot, item: Item, country: Country, status: Situation | None) -> StateOnTheme:
    """Return the status and the statements of one state, or of the region, on an item."""
    about = statements_about(snapshot, item.id, country.code)
    statements = newest_first(snapshot, (s for s in about if s.state is State.VALUE))
    covered = {s.indicator for s in statements} | measured(snapshot, country.code)
    open_ = {s.indicator for s in about} - covered
    return StateOnTheme(
        country=country,
        status=status,
        own=tuple(s for s in statements if by_state(snapshot, s) and not is_beside(snapshot, s)),
        others=tuple(s for s in statements if not by_state(snapshot, s)),
        open=tuple(i for i in item.indicators if i.id in open_),
        beside=tuple(s for s in statements if is_beside(snapshot, s)),
    )


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """An item with the status of each state in fixed order, or with the status of the region."""

    item: Item
    cells: tuple[Situation, ...]
    region: Situation | None
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
        return in_key_order(cell.mark for entry in entries if entry.asked for cell in entry.cells)


def themes(snapshot: Snapshot) -> Themes:
    """Return the index in the order of the framework."""
    found = situations(snapshot)
    entries = [_entry(item, found) for item in snapshot.framework.items]

    def on(*bases: Basis) -> tuple[ThemeEntry, ...]:
        return tuple(entry for entry in entries if entry.item.basis in bases)

    return Themes(
        on(Basis.ARTICLE, Basis.ATTESTED), on(Basis.PRESENTED, Basis.THEME), on(Basis.CONCLUSION), on(Basis.CONTEXT)
    )


def _entry(item: Item, found: tuple[Situation, ...]) -> ThemeEntry:
    mine = [s for s in found if s.item == item.id]
    region = mine[0] if mine and item.scope is Scope.REGION else None
    cells = () if region else tuple(mine)
    return ThemeEntry(item, cells, region, any(s.applies for s in mine))
