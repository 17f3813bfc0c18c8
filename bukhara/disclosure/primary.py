"""Which counts and which groups between counts must be hidden, from the true numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.disclosure.audit import Target
from bukhara.disclosure.tables import groups_of, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bukhara.disclosure.counts import Count
    from bukhara.disclosure.tables import Table


def is_small(count: Count, counts: Sequence[Count]) -> bool:
    """Return whether a count is withheld by itself: below its threshold, or withheld by its authority.

    A zero part tells that all others of the group are elsewhere, so it is small like any other number; the zero
    of a whole group, and of its parts, says nothing about anybody.
    """
    if not count.known:
        return True
    if count.low == count.high == 0:
        return count.broken_down and not any(_is_zero_whole(other, count) for other in counts)
    return count.low < count.threshold


def primary(table: Table) -> frozenset[int]:
    """Return the counts of a table that are withheld by themselves."""
    counts = table.counts
    return frozenset(n for n, count in enumerate(counts) if not count.exempt and is_small(count, counts))


def targets(table: Table, withheld: Iterable[int]) -> tuple[Target, ...]:
    """Return what must not be narrowed: counts withheld by themselves, and small differences between two counts."""
    counts, atoms = table.counts, table.atoms
    found: dict[frozenset[int], int] = {}
    for n in sorted(withheld):
        _note(found, table.holds(n), counts[n].threshold)
    for w, parts in _differences(counts):
        inside = 1 << w
        bits = sum(1 << p for p in parts)
        rest = frozenset(a for a, mask in enumerate(atoms) if mask & inside and not mask & bits)
        if all((mask & bits).bit_count() <= 1 for mask in atoms) and _is_small_rest(counts, w, parts):
            _note(found, rest, max(counts[n].threshold for n in (w, *parts)))
    return tuple(Target(held, k) for held, k in sorted(found.items(), key=lambda item: sorted(item[0])))


def _note(found: dict[frozenset[int], int], atoms: frozenset[int], threshold: int) -> None:
    if atoms:
        found[atoms] = max(threshold, found.get(atoms, 0))


def _differences(counts: Sequence[Count]) -> Iterable[tuple[int, tuple[int, ...]]]:
    for w, whole in enumerate(counts):
        for p, part in enumerate(counts):
            if within(part, whole):
                yield w, (p,)
    yield from groups_of(counts)


def _is_small_rest(counts: Sequence[Count], w: int, parts: tuple[int, ...]) -> bool:
    """Return whether what is left of a whole beside its parts is a small group."""
    involved = [counts[n] for n in (w, *parts)]
    if not all(count.exact for count in involved) or all(count.exempt for count in involved):
        return False
    rest = counts[w].low - sum(counts[p].low for p in parts)
    threshold = max(count.threshold for count in involved)
    if rest == 0:
        return counts[w].low > 0 and len(parts) == 1 and counts[parts[0]].broken_down
    return 0 < rest < threshold


def _is_zero_whole(whole: Count, part: Count) -> bool:
    return whole.known and whole.high == 0 and not whole.broken_down and within(part, whole)
