"""Which counts and which groups between counts must be hidden, from the true numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bukhara.disclosure.audit import Target
from bukhara.disclosure.tables import groups_of, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bukhara.disclosure.counts import Count
    from bukhara.disclosure.tables import Table


def is_small(count: Count, counts: Sequence[Count]) -> bool:
    """Return whether a count is withheld by itself: below its threshold, or withheld by its authority.

    A zero part tells that all others of the group are elsewhere, so it is small like any other number; the zero
    of a whole group, and of its parts, says nothing about anybody. A corrected count is shown rounded, so it is
    small where that would be a number below its threshold.
    """
    if not count.known or (count.corrected and count.shown[0] < count.threshold):
        return True
    if count.low == count.high == 0:
        return count.broken_down and not any(_is_zero_whole(other, count) for other in counts)
    return count.low < count.threshold


def primary(table: Table) -> frozenset[int]:
    """Return the counts of a table that are withheld by themselves."""
    return frozenset(n for n in small(table) if not table.counts[n].past)


def small(table: Table) -> frozenset[int]:
    """Return the small counts, those of earlier releases among their own."""
    together: dict[int | None, list[Count]] = defaultdict(list)
    for count in table.counts:
        together[count.release].append(count)
    each = enumerate(table.counts)
    return frozenset(n for n, count in each if not count.exempt and is_small(count, together[count.release]))


def targets(table: Table, *, past: bool) -> tuple[Target, ...]:
    """Return what must not be narrowed: small counts, and small differences between two counts.

    With `past` also those of earlier releases, between them and now, and small changes from one to the next.
    """
    counts = table.counts
    found: dict[frozenset[int], int] = {}
    for n in sorted(small(table)):
        if past or not counts[n].past:
            _note(found, table.holds(n), counts[n].threshold)
    for w, parts in _differences(counts):
        inside = frozenset(group for p in parts for group in table.holds(p))
        if not past and any(counts[n].past for n in (w, *parts)):
            continue
        if inside < table.holds(w) and table.apart(parts) and _is_small_rest(counts, w, parts):
            _note(found, table.holds(w) - inside, max(counts[n].threshold for n in (w, *parts)))
    groups = tuple(Target(held, k) for held, k in sorted(found.items(), key=lambda item: sorted(item[0])))
    return (*groups, *_changes(table)) if past else groups


def _changes(table: Table) -> Iterator[Target]:
    """Give the small changes of counts that two releases after each other hold; published ones are no secret."""
    place = {release: n for n, release in enumerate(_in_order(table.counts))}
    last: dict[tuple[object, ...], int] = {}
    for n in sorted(range(len(table.counts)), key=lambda n: place[table.counts[n].release]):
        after = table.counts[n]
        m = last.get(after.cell)
        last[after.cell] = n
        if m is None or not (after.exact and table.counts[m].exact) or after.exempt:
            continue
        before = table.counts[m]
        is_next = place[after.release] == place[before.release] + 1
        if is_next and 0 < abs(after.low - before.low) < after.threshold:
            one, other = table.holds(n), table.holds(m)
            if one != other:
                yield Target(one - other, after.threshold, other - one)


def _in_order(counts: Iterable[Count]) -> list[int | None]:
    return sorted({count.release for count in counts}, key=lambda release: (release is None, release or 0))


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
