"""The fields that are asked about one figure of a measure: its units, and the codes that the record has for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.observation import BREAKDOWNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.model.framework import Indicator
    from bukhara.model.release import Snapshot

WHAT = ("stage", "offence_class", "legal_article", "identifying_body", "territorial_scope")
"""The columns that describe a figure as a whole."""
_ALWAYS = {"sex": ("female", "male"), "age_group": ("adult", "minor")}
CONTEXT = "context"


@dataclass(frozen=True, slots=True)
class Choice:
    """One column and the codes to choose from, the most frequent first; without codes, the value is typed."""

    column: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFigure:
    """One measure: its units, the columns that describe a figure, and the columns that break it down."""

    measure: Indicator
    units: tuple[str, ...]
    counting_units: tuple[str, ...]
    what: tuple[Choice, ...]
    parts: tuple[Choice, ...]


def build(snapshot: Snapshot, measure: str) -> AskedFigure | None:
    """Return the fields that are asked about a figure of `measure`, or None if states are not asked for the measure."""
    found = next((each for each in measures(snapshot) if each.id == measure), None)
    if found is None:
        return None
    rows = [row for row in snapshot.observations if row.indicator == measure]
    every = [row for row in snapshot.observations if not row.partner]

    def choices(columns: Iterable[str]) -> tuple[Choice, ...]:
        asked = [c for c in columns if c in found.disaggregations or any(getattr(row, c) for row in rows)]
        return tuple(Choice(c, _common((getattr(row, c) for row in every), _ALWAYS.get(c, ()))) for c in asked)

    return AskedFigure(
        measure=found,
        units=_first(found.unit, _common(row.unit for row in rows)),
        counting_units=_first(found.counting_unit, _common(row.counting_unit for row in rows)),
        what=choices(WHAT),
        parts=choices(BREAKDOWNS),
    )


def measures(snapshot: Snapshot) -> tuple[Indicator, ...]:
    """Return the measures that are asked of states."""
    return tuple(each for each in snapshot.framework.measures if each.group == CONTEXT)


def _common(values: Iterable[str], always: tuple[str, ...] = ()) -> tuple[str, ...]:
    counted = Counter(value for value in values if value)
    for value in always:
        counted[value] += 0
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _first(value: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in (value, *others) if each))
