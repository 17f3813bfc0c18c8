"""The fields that are asked about one figure of a measure: its units, and the codes that the record has for it."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.framework import Indicator
from bukhara.model.observation import BREAKDOWNS, STATE_BODIES, WHAT, Observation
from bukhara.model.release import Snapshot

ASKED = tuple(name for name in WHAT if name not in ("unit", "counting_unit"))
"""The columns that describe a figure as a whole, besides its units."""
_ALWAYS = {"sex": ("female", "male"), "age_group": ("adult", "minor")}
CONTEXT = "context"
_PARTS = re.compile(r", | or ")


@dataclass(frozen=True, slots=True)
class Choice:
    """One column and the codes to choose from, the most frequent first; without codes, the value is typed."""

    column: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFigure:
    """One measure: its units, the columns that describe a figure, and the columns that break it down.

    `preset` are the usual values of these columns: of the state's own newest figure, else of the measure.
    """

    measure: Indicator
    units: tuple[str, ...]
    counting_units: tuple[str, ...]
    what: tuple[Choice, ...]
    parts: tuple[Choice, ...]
    preset: tuple[tuple[str, str], ...] = ()


def build(snapshot: Snapshot, measure: str, country: str = "") -> AskedFigure | None:
    """Return the fields that are asked about a figure of `measure`, or None if nobody is asked for the measure."""
    found = next((each for each in measures(snapshot) if each.id == measure), None)
    if found is None:
        return None
    rows = [row for row in snapshot.observations if row.indicator == measure]
    every = [row for row in snapshot.observations if not row.partner]

    def choices(columns: Iterable[str]) -> tuple[Choice, ...]:
        preset = {c: tuple(v for each in found.series if (v := getattr(each, c, ""))) for c in columns}
        asked = [c for c in columns if c in found.disaggregations or preset[c] or any(getattr(row, c) for row in rows)]
        known = {c: (*_ALWAYS.get(c, ()), *preset[c]) for c in asked}
        return tuple(Choice(c, _common((getattr(row, c) for row in every), known[c])) for c in asked)

    return AskedFigure(
        measure=found,
        units=_once((found.unit, *_common(row.unit for row in rows))),
        # "offence or case" is two units, unless the record has it as one.
        counting_units=_once((*_PARTS.split(found.counting_unit), *_common(row.counting_unit for row in rows))),
        what=choices(ASKED),
        parts=choices(BREAKDOWNS),
        preset=_preset(found, [row for row in rows if row.country == country and not row.partner]),
    )


def measures(snapshot: Snapshot) -> tuple[Indicator, ...]:
    """Return the measures of items that are asked of states, and the context measures."""
    return tuple(each for each in snapshot.framework.indicators if each.group == CONTEXT or each.series)


def _preset(measure: Indicator, own: list[Observation]) -> tuple[tuple[str, str], ...]:
    """Return column and value of what is usual: a whole of the state's own newest period, else the measure's series."""
    states = [row for row in own if row.identifying_body in ("", *STATE_BODIES)]
    wholes = [row for row in states if not any(getattr(row, name) for name in BREAKDOWNS)]
    newest = max(wholes, key=lambda row: str(row.period_end or row.period_start or ""), default=None)
    columns = ("counting_unit", *ASKED)
    if newest is not None:
        return tuple((column, getattr(newest, column)) for column in columns if getattr(newest, column))
    series = measure.series[0] if measure.series else None
    return tuple((column, value) for column in columns if (value := getattr(series, column, "")))


def _common(values: Iterable[str], always: tuple[str, ...] = ()) -> tuple[str, ...]:
    counted = Counter(value for value in values if value)
    for value in always:
        counted[value] += 0
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
