"""The rules that compare a total with its parts, and shares of one whole with 100 per cent.

Forms of exploitation, sexes, age groups and citizenships do not overlap: no source here says that they do.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import prod

from bukhara.comparability.bounds import bounds, printed_number
from bukhara.comparability.concepts import KINDS_OF, is_wide_class
from bukhara.comparability.parts import breakdowns
from bukhara.comparability.sums import (
    bounds_of_parts,
    counted_once,
    is_off,
    is_outside,
    sum_difference,
    tolerance,
    without_possible_overlap,
)
from bukhara.model.columns import values_of
from bukhara.model.difference import Cause, Difference, DifferenceKind, FoundDifferences
from bukhara.model.groups import group_by
from bukhara.model.observation import BREAKDOWNS, COUNTED, PERCENT, Observation
from bukhara.model.release import Snapshot

COLUMNS = (*BREAKDOWNS, "identifying_body", "legal_article")
CLOSED = {"sex": {"female", "male"}, "age_group": {"adult", "minor"}}
"""The columns with a complete list of codes; a sum that lacks one of them is not expected to reach the total."""
WHOLE_IN_PERCENT = 100.0
_MEASURE = ("indicator", "counting_unit", "offence_class")
_REPORTED_TOGETHER = (
    *("country", "partner", "kind_of_support", "reporter", "source_id", "period_start", "period_end", "period_label"),
    *(name for name in COUNTED if name not in (*COLUMNS, *_MEASURE)),
)
_Figures = Sequence[Observation]


def part_sums(figures: _Figures) -> Iterator[Difference]:
    """Yield totals whose parts, reported together by the same body, add up to another number."""
    for group in _grouped_by(figures, _REPORTED_TOGETHER).values():
        if len(group) > 1:
            yield from _of_group(group)


def disagreeing(figures: Iterable[Observation]) -> frozenset[str]:
    """Return the ids of totals and parts, reported together by the same body, that cannot all be right.

    A masked figure counts as its range. What is derived from such figures is left out: shares, differences, sentences.

    Example: 34 minors, of them "<5" female and "<5" male, gives these three.
    """
    found: set[str] = set()
    together = (group for group in _grouped_by(figures, _REPORTED_TOGETHER).values() if len(group) > 1)
    for group in ([figure for figure in each if bounds(figure)] for each in together):
        by_column = _ColumnParts(group)
        for whole in group:
            for parts in map(counted_once, by_column.of(whole)):
                if _is_contradicted(whole, parts):
                    found.update(figure.observation_id for figure in (whole, *parts))
    return frozenset(found)


def disagreeing_in(snapshot: Snapshot) -> frozenset[str]:
    """Return the ids of `disagreeing` among the figures of all days: a source is read whole or not at all."""
    return snapshot.found.once(_disagreeing_of_all_days)


def _disagreeing_of_all_days(found: FoundDifferences) -> frozenset[str]:
    return disagreeing(found.figures)


def shares(figures: _Figures) -> Iterator[Difference]:
    """Yield shares of one whole that add up to more than 100 per cent."""
    cells = [figure for figure in figures if figure.unit == PERCENT and breakdowns(figure)]
    for alike in _grouped_by(cells, (*_REPORTED_TOGETHER, *_MEASURE)).values():
        # Only shares with the same breakdown columns belong to one whole.
        for parts in group_by(alike, lambda cell: frozenset(name for name, _ in breakdowns(cell))).values():
            found = sum(map(printed_number, parts))
            if len(parts) > 1 and found > WHOLE_IN_PERCENT + tolerance(parts):
                unknown = (Cause.UNKNOWN,)
                yield Difference(DifferenceKind.SHARES_TOTAL, tuple(parts), 0, WHOLE_IN_PERCENT, found, unknown)


def _of_group(group: _Figures) -> Iterator[Difference]:
    by_column = _ColumnParts(group)
    classes = _grouped_by(group, ("counting_unit", "identifying_body", "legal_article"))
    units = _grouped_by(group, ("indicator", "offence_class", *COLUMNS))
    for whole in group:
        for parts in (*by_column.of(whole), _classes_of(whole, classes), _kinds_of(whole, units)):
            counted = counted_once(parts)
            if len(parts) > 1 and _is_contradicted(whole, counted) and is_off(whole, without_possible_overlap(counted)):
                yield sum_difference(DifferenceKind.PARTS_TOTAL, whole, counted)


class _ColumnParts:
    """The figures of a group by the figure that they break down: equal in its columns, with more columns filled."""

    def __init__(self, group: _Figures) -> None:
        self._filled = {id(figure): tuple(n for n in COLUMNS if getattr(figure, n)) for figure in group}
        self._parts: dict[tuple[object, ...], dict[tuple[str, ...], dict[tuple[str, ...], Observation]]] = {}
        for alike in _grouped_by(group, _MEASURE).values():
            patterns = {self._filled[id(figure)] for figure in alike}
            for part in alike:
                for pattern in patterns:
                    if set(pattern) < set(self._filled[id(part)]):
                        extra = tuple(name for name in self._filled[id(part)] if name not in pattern)
                        found = self._parts.setdefault(self._key(part, pattern), {}).setdefault(extra, {})
                        found.setdefault(_values(part, extra), part)

    def of(self, whole: Observation) -> list[list[Observation]]:
        """Return the parts of a figure, one list for each set of additional columns."""
        found = self._parts.get(self._key(whole, self._filled[id(whole)]), {})
        return [list(parts.values()) for parts in found.values()]

    @staticmethod
    def _key(figure: Observation, columns: tuple[str, ...]) -> tuple[object, ...]:
        return (_values(figure, _MEASURE), columns, _values(figure, columns))


def _classes_of(whole: Observation, classes: dict[tuple[str, ...], list[Observation]]) -> list[Observation]:
    """Return for each single class of offences in a wide class the figure with the fewest breakdowns."""
    if not is_wide_class(whole.offence_class) or breakdowns(whole):
        return []
    found: dict[str, Observation] = {}
    for figure in classes[_values(whole, ("counting_unit", "identifying_body", "legal_article"))]:
        is_measure = figure.indicator == whole.indicator or figure.indicator.startswith("CTX-registered")
        if figure is not whole and is_measure and not is_wide_class(figure.offence_class):
            known = found.get(figure.offence_class)
            if known is None or len(breakdowns(figure)) < len(breakdowns(known)):
                found[figure.offence_class] = figure
    return list(found.values())


def _kinds_of(whole: Observation, units: dict[tuple[str, ...], list[Observation]]) -> list[Observation]:
    kinds = KINDS_OF.get(whole.counting_unit, ())
    alike = units[_values(whole, ("indicator", "offence_class", *COLUMNS))] if kinds else []
    return list({figure.counting_unit: figure for figure in alike if figure.counting_unit in kinds}.values())


def _is_contradicted(whole: Observation, parts: list[Observation]) -> bool:
    """Return whether the parts are more than their total, or all of its parts and less."""
    known = bounds(whole)
    if known is None or not is_outside(whole, parts):
        return False
    return bounds_of_parts(parts)[0] > known[1] or (len(parts) > 1 and _are_all(whole, parts))


def _are_all(whole: Observation, parts: list[Observation]) -> bool:
    """Return whether the parts are complete: both sexes, both age groups, or listed in the passage of the total."""
    columns = {n for n in COLUMNS if not getattr(whole, n) and all(getattr(part, n) for part in parts)}
    closed = {n for n in columns if n in CLOSED}
    is_complete = all(CLOSED[n] <= {getattr(part, n) for part in parts} for n in closed)
    is_enough = prod(len(CLOSED[n]) for n in closed) <= len(parts)
    only_closed = bool(columns) and closed == columns
    return is_complete and is_enough and (only_closed or all(_share_passage(whole, part) for part in parts))


def _share_passage(one: Observation, other: Observation) -> bool:
    return not set(one.source_locator.split(" | ")).isdisjoint(other.source_locator.split(" | "))


def _values(figure: Observation, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(getattr(figure, name) for name in names)


def _grouped_by(figures: Iterable[Observation], names: tuple[str, ...]) -> dict[tuple[str, ...], list[Observation]]:
    return group_by(figures, values_of(*names))
