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
class PartnerRow:
    """One partner: figures and passages in stored order, differences, limits, and states that its notes rule out."""

    partner: str
    figures: tuple[Observation, ...]
    mentions: tuple[Observation, ...]
    differences: tuple[Difference, ...]
    limits: tuple[str, ...]
    outside: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of support: for each column the partners there, by name, with their figures, else one passage."""

    kind: str
    cells: tuple[tuple[tuple[str, tuple[Observation, ...]], ...], ...]


@dataclass(frozen=True, slots=True)
class Partners:
    """Partners by name, the same support by kind, and the columns in fixed order."""

    rows: tuple[PartnerRow, ...]
    by_kind: tuple[KindRow, ...]
    columns: tuple[Country, ...]
    framework: Framework


def kinds(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the kinds of support that occur, by code."""
    return tuple(sorted({o.kind_of_support for o in snapshot.observations if o.partner}))


def names(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the partners that occur, by name."""
    return tuple(sorted({o.partner for o in snapshot.observations if o.partner}, key=str.casefold))


def is_number(figure: Observation) -> bool:
    """Return whether a partner gives a number of its support."""
    return figure.value is not None and not figure.is_mention and figure.indicator != FINDING


def build(snapshot: Snapshot, *, kind: str = "", partner: str = "") -> Partners:
    """Return the matrix of all partners, limited to one kind of support and one partner if given."""
    framework = snapshot.framework
    every = [o for o in snapshot.observations if o.partner]
    held = [o for o in every if kind in ("", o.kind_of_support) and partner in ("", o.partner)]
    there = {o.country for o in held}
    columns = (*framework.countries, *(region for region in framework.regions if region.code in there))
    own = sorted({o.partner for o in held}, key=str.casefold)
    cells = group_by(held, lambda o: (o.kind_of_support, o.country, o.partner))
    by_kind = (
        KindRow(
            of_kind,
            tuple(
                tuple((name, _shown(found)) for name in own if (found := cells.get((of_kind, column.code, name))))
                for column in columns
            ),
        )
        for of_kind in sorted({o.kind_of_support for o in held})
    )
    rows = tuple(_row(name, columns, held, every, snapshot.differences) for name in own)
    return Partners(rows, tuple(by_kind), columns, framework)


def _row(
    partner: str,
    columns: tuple[Country, ...],
    held: list[Observation],
    every: list[Observation],
    differences: tuple[Difference, ...],
) -> PartnerRow:
    own = [o for o in held if o.partner == partner]
    wholes, chosen, there = Wholes(own), {id(o) for o in own}, {o.country for o in own}
    notes = tuple(dict.fromkeys(o.note for o in every if o.partner == partner))
    shown = {o.note for o in own if o.value is not None and not o.is_mention}
    return PartnerRow(
        partner,
        tuple(o for o in own if not o.is_mention and o.value is not None and not wholes.has_part(o)),
        tuple(o for o in own if o.is_mention or o.value is None),
        tuple(d for d in differences if all(id(o) in chosen for o in d.observations)),
        tuple(note for note in notes if LIMIT.search(note) and note not in shown),
        tuple(c for c in columns if c.code not in there and any(f"not in {c.short.in_('en')}" in n for n in notes)),
    )


def _shown(found: list[Observation]) -> tuple[Observation, ...]:
    """Return the figures of a partner that are no part of another one; without any, its first passage."""
    numbers = [o for o in found if is_number(o)]
    wholes = Wholes(numbers)
    return tuple(o for o in numbers if not wholes.has_part(o)) or (found[0],)
