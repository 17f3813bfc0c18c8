"""Support by international partners: partner by country by kind, with figures and their limits; nothing is added up."""

import re
from dataclasses import dataclass

from bukhara.comparability.parts import Wholes
from bukhara.model.difference import Difference
from bukhara.model.framework import Country, Framework
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot

LIMIT = re.compile(r"\bnot in [A-Z]")
FINDING = "PRT-finding"
"""A finding of a partner's publication is not a measure of its support."""


@dataclass(frozen=True, slots=True)
class Support:
    """One kind of support: the printed figures, each with its parts, and the passages without a number."""

    kind: str
    figures: tuple[tuple[Observation, tuple[Observation, ...]], ...]
    mentions: tuple[Observation, ...]

    @property
    def records(self) -> tuple[Observation, ...]:
        """The figures without their parts, and the passages."""
        return (*(figure for figure, _ in self.figures), *self.mentions)


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """One partner in one state or the region; `outside` if its notes say that it does not work there."""

    country: Country
    support: tuple[Support, ...]
    outside: bool


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner: a cell for each column, figures and passages in stored order, differences, and where it is not."""

    partner: str
    cells: tuple[PlaceCell, ...]
    figures: tuple[Observation, ...]
    mentions: tuple[Observation, ...]
    differences: tuple[Difference, ...]
    limits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of support: for each column the partners that name it there, by name."""

    kind: str
    cells: tuple[tuple[tuple[str, Support], ...], ...]


@dataclass(frozen=True, slots=True)
class Partners:
    """Partners by name, the columns in fixed order."""

    rows: tuple[PartnerRow, ...]
    columns: tuple[Country, ...]
    framework: Framework

    @property
    def by_kind(self) -> tuple[KindRow, ...]:
        """The same support with a row for each kind."""
        kinds = sorted({support.kind for row in self.rows for cell in row.cells for support in cell.support})
        return tuple(KindRow(kind, tuple(self._named(kind, n) for n in range(len(self.columns)))) for kind in kinds)

    def _named(self, kind: str, column: int) -> tuple[tuple[str, Support], ...]:
        cells = ((row.partner, row.cells[column]) for row in self.rows)
        return tuple((partner, support) for partner, cell in cells for support in cell.support if support.kind == kind)


def kinds(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the kinds of support that occur, by code."""
    return tuple(sorted({o.kind_of_support for o in snapshot.observations if o.partner}))


def names(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the partners that occur, by name."""
    return tuple(sorted({o.partner for o in snapshot.observations if o.partner}, key=str.casefold))


def build(snapshot: Snapshot, *, kind: str = "", partner: str = "") -> Partners:
    """Return the matrix of all partners, limited to one kind of support and one partner if given."""
    framework = snapshot.framework
    every = [o for o in snapshot.observations if o.partner]
    held = [o for o in every if kind in ("", o.kind_of_support) and partner in ("", o.partner)]
    columns = tuple(c for c in framework.countries + framework.regions if c in framework.countries or _occurs(c, held))
    own = sorted({o.partner for o in held}, key=str.casefold)
    return Partners(tuple(_row(name, columns, held, every, snapshot.differences) for name in own), columns, framework)


def _row(
    partner: str,
    columns: tuple[Country, ...],
    held: list[Observation],
    every: list[Observation],
    differences: tuple[Difference, ...],
) -> PartnerRow:
    own = [o for o in held if o.partner == partner]
    wholes, chosen = Wholes(own), {id(o) for o in own}
    notes = tuple(dict.fromkeys(o.note for o in every if o.partner == partner))
    shown = {o.note for o in own if o.value is not None and not o.is_mention}
    return PartnerRow(
        partner,
        tuple(_cell(c, own, notes) for c in columns),
        tuple(o for o in own if not o.is_mention and o.value is not None and not wholes.has_part(o)),
        tuple(o for o in own if o.is_mention or o.value is None),
        tuple(d for d in differences if all(id(o) in chosen for o in d.observations)),
        tuple(note for note in notes if LIMIT.search(note) and note not in shown),
    )


def _cell(country: Country, own: list[Observation], notes: tuple[str, ...]) -> PlaceCell:
    support = _support([o for o in own if o.country == country.code])
    elsewhere = f"not in {country.short.in_('en')}"
    return PlaceCell(country, support, not support and any(elsewhere in note for note in notes))


def _support(figures: list[Observation]) -> tuple[Support, ...]:
    return tuple(_of_kind(*pair) for pair in sorted(group_by(figures, lambda o: o.kind_of_support).items()))


def _of_kind(kind: str, figures: list[Observation]) -> Support:
    numbers = [o for o in figures if o.value is not None and not o.is_mention and o.indicator != FINDING]
    wholes = Wholes(numbers)
    with_parts = tuple((o, tuple(wholes.parts_of(o))) for o in numbers if not wholes.has_part(o))
    numbered = set(map(id, numbers))
    return Support(kind, with_parts, tuple(o for o in figures if id(o) not in numbered))


def _occurs(country: Country, held: list[Observation]) -> bool:
    return any(o.country == country.code for o in held)
