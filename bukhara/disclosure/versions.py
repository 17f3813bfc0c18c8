"""Which groups are the same in two releases: a reader who compares them takes what did not change as equal."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bukhara.disclosure.counts import Count

Told = tuple[tuple[float, float, bool], ...]


def named(counts: Sequence[Count], atoms: Sequence[int]) -> tuple[Mapping[int | None, tuple[int, ...]], int]:
    """Return for each release the number of each atom, and how many numbers there are.

    An atom has a new number in a release where every count that holds it, and that stands in both, has changed; and
    no other such atom stands in these counts and more, for then that one alone explains them.
    """
    releases = sorted({count.release for count in counts}, key=lambda release: (release is None, release or 0))
    versions: dict[int | None, tuple[int, ...]] = {}
    size = 0
    before: int | None = None
    for place, release in enumerate(releases):
        if not place:
            versions[release], size = tuple(range(len(atoms))), len(atoms)
        else:
            changed = _changed(atoms, _moved(counts, before, release))
            numbers = dict(zip(sorted(changed), range(size, size + len(changed)), strict=True))
            versions[release] = tuple(numbers.get(a, old) for a, old in enumerate(versions[before]))
            size += len(changed)
        before = release
    return versions, size


def _changed(atoms: Sequence[int], moved: Sequence[tuple[int, bool]]) -> set[int]:
    held = {a: frozenset(n for n, (bits, _) in enumerate(moved) if atom & bits) for a, atom in enumerate(atoms)}
    whole = {a: counts for a, counts in held.items() if counts and all(moved[n][1] for n in counts)}
    return {a for a, counts in whole.items() if not any(counts < other for other in whole.values())}


def _moved(counts: Sequence[Count], before: int | None, after: int | None) -> list[tuple[int, bool]]:
    """Return, as bits, the counts of what stands in both releases, and whether its number changed."""
    bits: dict[tuple[str, ...], int] = defaultdict(int)
    told: dict[int | None, dict[tuple[str, ...], list[tuple[float, float, bool]]]] = {
        before: defaultdict(list),
        after: defaultdict(list),
    }
    for n, count in enumerate(counts):
        if count.release in told:
            told[count.release][count.cell].append((count.low, count.high, count.known))
            bits[count.cell] |= 1 << n
    both = [cell for cell in told[before] if cell in told[after]]
    return [(bits[cell], sorted(told[before][cell]) != sorted(told[after][cell])) for cell in both]
