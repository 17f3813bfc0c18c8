"""Arithmetic rules: parts against totals, sexes against sums, months against years, shares against a hundred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from math import prod
from typing import TYPE_CHECKING

from bukhara.comparability.bounds import bounds, disjoint, printed, total
from bukhara.comparability.concepts import KINDS_OF, named_in, same_basket, wide
from bukhara.comparability.difference import Cause, Difference, Kind, causes, causes_of_sum
from bukhara.comparability.nested import counted_once, perhaps_once
from bukhara.comparability.parts import breakdowns

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

COLUMNS = ("sex", "age_group", "form_of_exploitation", "citizenship", "identifying_body", "legal_article")
CLOSED = {"sex": {"female", "male"}, "age_group": {"adult", "minor"}}
"""Columns whose codes are few: a sum that lacks one of them falls short of the total by nature."""
_FIXED = ("country", "partner", "kind_of_support", "reporter", "source_id", "stage", "territorial_scope", "unit")
_PERIOD = ("period_start", "period_end", "period_label")
PERCENT, WHOLE_IN_PERCENT = "percent", 100.0


def parts_totals(rows: Sequence[Observation]) -> Iterator[Difference]:
    """Yield totals whose parts, as the same body prints them, add up to another number."""
    for whole in rows:
        known = bounds(whole)
        if known is None:
            continue
        near = [o for o in rows if o is not whole and bounds(o) is not None and _told_together(whole, o)]
        for parts in (*_by_column(whole, near), _by_class(whole, near), _by_unit(whole, near)):
            counted = counted_once(parts)
            if len(parts) > 1 and _parts_off(whole, counted) and _sum_off(whole, perhaps_once(counted)):
                yield _difference(Kind.PARTS_TOTAL, whole, counted)


def shares(rows: Sequence[Observation]) -> Iterator[Difference]:
    """Yield shares of one whole that add up to more than a hundred."""
    cells = [o for o in rows if o.unit == PERCENT and bounds(o) is not None and breakdowns(o)]
    seen: set[frozenset[str]] = set()
    for cell in cells:
        columns = {name for name, _ in breakdowns(cell)}
        parts = [o for o in cells if {n for n, _ in breakdowns(o)} == columns and _alike(cell, o, ("indicator",))]
        ids = frozenset(o.observation_id for o in parts)
        added = sum(map(printed, parts))
        if len(parts) > 1 and ids not in seen and added > WHOLE_IN_PERCENT + _tolerance(parts):
            seen.add(ids)
            yield Difference(
                Kind.SHARES_TOTAL, tuple(parts), 0, WHOLE_IN_PERCENT, added, causes_of_sum(WHOLE_IN_PERCENT, added)
            )


def periods(rows: Sequence[Observation]) -> Iterator[Difference]:
    """Yield totals of a time whose pieces, told by one body, add up otherwise or go by another label."""
    for whole in rows:
        if bounds(whole) is None or whole.period_start is None or whole.period_end is None or whole.unit == PERCENT:
            continue
        for body in dict.fromkeys(o.reporter for o in rows):
            told = [o for o in rows if o.reporter == body and o is not whole]
            tiles = _tiles(whole, [o for o in told if _a_piece(whole, o)])
            narrow = _tiles(whole, [o for o in told if _a_narrow_piece(whole, o)])
            if len(tiles) > 1:
                yield from _of_tiles(whole, tiles)
            elif len(narrow) > 1 and whole.reporter != body and _is_one_number(whole, narrow):
                yield _difference(Kind.TWO_LABELS, whole, narrow)


def two_labels(one: Observation, others: Sequence[Observation]) -> bool:
    """Return whether one side prints "trafficking and related crimes" where the other prints trafficking alone."""
    words = (one.quote.casefold(), " ".join(o.quote.casefold() for o in others))
    related = ["related" in text or "связанн" in text for text in words]
    named = ["traffick" in text or "торговл" in text for text in words]
    return all(named) and related[0] != related[1]


def _of_tiles(whole: Observation, tiles: list[Observation]) -> Iterator[Difference]:
    if _sum_off(whole, tiles):
        yield _difference(Kind.PERIODS_TOTAL, whole, tiles)
    elif whole.reporter != tiles[0].reporter and wide(whole.offence_class) and two_labels(whole, tiles):
        yield _difference(Kind.TWO_LABELS, whole, tiles)


def _told_together(whole: Observation, part: Observation) -> bool:
    return all(getattr(whole, name) == getattr(part, name) for name in (*_FIXED, *_PERIOD))


def _alike(one: Observation, other: Observation, names: tuple[str, ...]) -> bool:
    # Shares are cells of one whole only if the same columns are filled.
    same = _told_together(one, other) and all(getattr(one, n) == getattr(other, n) for n in names)
    return same and (one.counting_unit, one.offence_class) == (other.counting_unit, other.offence_class)


def _by_column(whole: Observation, near: list[Observation]) -> list[list[Observation]]:
    same = [o for o in near if _same(whole, o, ("indicator", "counting_unit", "offence_class"))]
    found: dict[tuple[str, ...], dict[tuple[str, ...], Observation]] = {}
    for o in same:
        extra = tuple(n for n in COLUMNS if getattr(o, n) and not getattr(whole, n))
        if extra and _same(whole, o, tuple(n for n in COLUMNS if n not in extra)):
            found.setdefault(extra, {}).setdefault(tuple(getattr(o, n) for n in extra), o)
    return [list(cells.values()) for cells in found.values()]


def _parts_off(whole: Observation, parts: list[Observation]) -> bool:
    known = bounds(whole)
    added = total(b for o in parts if (b := bounds(o)) is not None)
    if known is None or not _sum_off(whole, parts):
        return False
    return added[0] > known[1] or (len(parts) > 1 and _claims_all(whole, parts))


def _claims_all(whole: Observation, parts: list[Observation]) -> bool:
    """Return whether the parts are told as all there are: both sexes, both ages, a list in the place of its total."""
    columns = {n for n in COLUMNS if not getattr(whole, n) and all(getattr(o, n) for o in parts)}
    closed = {n for n in columns if n in CLOSED}
    is_whole = all(CLOSED[n] <= {getattr(o, n) for o in parts} for n in closed)
    enough = prod(len(CLOSED[n]) for n in closed) <= len(parts)
    return is_whole and enough and ((bool(columns) and closed == columns) or all(_one_place(whole, o) for o in parts))


def _one_place(one: Observation, other: Observation) -> bool:
    places = [set(o.source_locator.split(" | ")) for o in (one, other)]
    return bool(places[0] & places[1])


def _by_class(whole: Observation, near: list[Observation]) -> list[Observation]:
    if not wide(whole.offence_class) or breakdowns(whole):
        return []
    found: dict[str, Observation] = {}
    for o in near:
        is_class = o.counting_unit == whole.counting_unit and not wide(o.offence_class)
        is_one_measure = o.indicator == whole.indicator or o.indicator.startswith("CTX-registered")
        if is_class and is_one_measure and _same(whole, o, ("identifying_body", "legal_article")):
            known = found.get(o.offence_class)
            if known is None or len(breakdowns(o)) < len(breakdowns(known)):
                found[o.offence_class] = o
    return list(found.values())


def _by_unit(whole: Observation, near: list[Observation]) -> list[Observation]:
    kinds = KINDS_OF.get(whole.counting_unit, ())
    same = [o for o in near if o.counting_unit in kinds and _same(whole, o, ("indicator", "offence_class", *COLUMNS))]
    return list({o.counting_unit: o for o in same}.values())


def _same(one: Observation, other: Observation, names: tuple[str, ...]) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in names)


def _tiles(whole: Observation, rows: list[Observation]) -> list[Observation]:
    """Return the fewest figures of the same thing that follow each other over the whole period, else none."""
    usable = [o for o in rows if o.period_start and o.period_end and bounds(o) is not None]
    found: list[Observation] = []
    start, end = whole.period_start, whole.period_end
    while start is not None and end is not None and start <= end:
        fits = [o for o in usable if o.period_start == start and o.period_end and o.period_end <= end]
        if not fits:
            return []
        longest = max(fits, key=lambda o: str(o.period_end))
        found.append(longest)
        start = longest.period_end + timedelta(days=1) if longest.period_end else None
    return found


def _a_piece(whole: Observation, piece: Observation) -> bool:
    names = ("offence_class", "stage", "counting_unit", "identifying_body", "unit")
    return piece.period != whole.period and _same(whole, piece, names) and same_basket(whole, piece)


def _a_narrow_piece(whole: Observation, piece: Observation) -> bool:
    names = ("stage", "counting_unit", "identifying_body", "unit")
    return piece.period != whole.period and _same(whole, piece, names) and named_in(piece, whole)


def _is_one_number(whole: Observation, parts: list[Observation]) -> bool:
    known, added = bounds(whole), total(b for o in parts if (b := bounds(o)) is not None)
    return known == added and added[0] == added[1] > 0


def _sum_off(whole: Observation, parts: list[Observation]) -> bool:
    known = bounds(whole)
    added = total(b for o in parts if (b := bounds(o)) is not None)
    tolerance = _tolerance([whole, *parts]) if whole.unit == PERCENT else 1e-6
    return known is not None and disjoint(known, added, tolerance=tolerance)


def _tolerance(rows: list[Observation]) -> float:
    # Each printed percentage may be half a point off its true value.
    return 0.5 * len(rows)


def _difference(kind: Kind, whole: Observation, parts: list[Observation]) -> Difference:
    first, second = printed(whole), sum(map(printed, parts))
    told = causes_of_sum(first, second)
    if parts[0].reporter != whole.reporter:
        # The pieces differ from the whole in length by nature; body, unit and label are what may explain them.
        told = tuple(c for c in causes(whole, parts[0]) if c is not Cause.OTHER_PERIOD) or told
    if kind is Kind.TWO_LABELS:
        told = tuple(dict.fromkeys((Cause.OTHER_BASKET, *told)))
    return Difference(kind, (whole, *parts), 1, first, second, told)
