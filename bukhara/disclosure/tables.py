"""Which counts can be set against one another: parts, wholes, crossings and nested periods, as sets of atoms.

An atom is the smallest group of persons that the counts of a table tell apart, written as the bits of the counts
that hold it. A table is all that a reader can add up or subtract, whatever filter he uses.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.disclosure.counts import DIMENSIONS, Count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BODIES_OF_STATE = frozenset({"police", "prosecutor", "border_service", "court", "state_other", "state"})
OTHER = "*"


@dataclass(frozen=True, slots=True)
class Table:
    """Counts in a fixed order and the atoms of them that may hold anybody."""

    counts: tuple[Count, ...]
    atoms: tuple[int, ...]

    def holds(self, n: int) -> frozenset[int]:
        """Return the atoms of the count at `n`."""
        return frozenset(a for a, mask in enumerate(self.atoms) if mask >> n & 1)


def tables(counts: Iterable[Count]) -> tuple[Table, ...]:
    """Return the tables in a fixed order; counts of different tables cannot be added up."""
    families: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for count in counts:
        families[count.family].append(count)
    return tuple(
        table(part) for name in sorted(families) for part in _apart(sorted(families[name], key=lambda c: c.order))
    )


def table(counts: Sequence[Count]) -> Table:
    """Return one table; groups that are known to be empty have no atom, as a reader would know it too."""
    atoms = [(1 << len(counts)) - 1]
    for masks in (*(_masks(counts, d) for d in range(len(DIMENSIONS))), _times(counts)):
        atoms = sorted({mask for atom in atoms for other in masks if (mask := atom & other)})
    return Table(tuple(counts), tuple(a for a in atoms if not any(_inside(a, e) for e in _empty(counts, atoms))))


def within(part: Count, whole: Count) -> bool:
    """Return whether every person of `part` is a person of `whole`, and not the other way round."""
    if part.span != whole.span and not _covers(whole.span, part.span):
        return False
    pairs = [(d, part.codes[d], whole.codes[d]) for d in range(len(DIMENSIONS))]
    nested = all(not w or (p and _parts(d, p) <= _parts(d, w)) for d, p, w in pairs)
    return nested and (part.codes, part.span) != (whole.codes, whole.span)


def _apart(counts: Sequence[Count]) -> list[list[Count]]:
    """Split where no period reaches over: years stand apart unless a longer period holds both."""
    dated = sorted((c for c in counts if c.span), key=lambda c: (c.span or (0, 0), c.order))
    groups: list[list[Count]] = [[c for c in counts if not c.span]]
    end = -1
    for count in dated:
        assert count.span is not None
        if count.span[0] > end:
            groups.append([])
        groups[-1].append(count)
        end = max(end, count.span[1])
    return [sorted(group, key=lambda c: c.order) for group in groups if group]


def _masks(counts: Sequence[Count], d: int) -> set[int]:
    """Return, for each value of a field and for any other, the bits of the counts that admit it."""
    codes = {part for count in counts if count.codes[d] for part in _parts(d, count.codes[d])}
    return {
        sum(1 << n for n, c in enumerate(counts) if not c.codes[d] or value in _parts(d, c.codes[d]))
        for value in (*sorted(codes), OTHER)
    }


def _times(counts: Sequence[Count]) -> set[int]:
    starts = {day for c in counts if c.span for day in (c.span[0], c.span[1] + 1)}
    moments = sorted(starts)[:-1] or [0]
    return {sum(1 << n for n, c in enumerate(counts) if not c.span or c.span[0] <= m <= c.span[1]) for m in moments}


def _parts(d: int, code: str) -> frozenset[str]:
    name = DIMENSIONS[d]
    if name == "identifying_body" and code == "state":
        return BODIES_OF_STATE
    if name == "offence_class":
        return frozenset(code.split("_and_"))
    return frozenset({code})


def _covers(whole: tuple[int, int] | None, part: tuple[int, int] | None) -> bool:
    return whole is not None and part is not None and whole[0] <= part[0] and part[1] <= whole[1]


def groups_of(counts: Sequence[Count]) -> Iterable[tuple[int, tuple[int, ...]]]:
    """Give each whole with the parts that refine it in the same fields, where there are two or more."""
    for w, whole in enumerate(counts):
        parts: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for p, part in enumerate(counts):
            if within(part, whole):
                fields = tuple(one != other for one, other in zip(part.codes, whole.codes, strict=True))
                parts[(*fields, part.span)].append(p)
        yield from ((w, tuple(found)) for found in parts.values() if len(found) > 1)


def _empty(counts: Sequence[Count], atoms: Sequence[int]) -> list[tuple[int, int]]:
    """Return (whole, parts) as bits where disjoint parts make up the whole, so that nobody is outside them."""
    found = []
    for w, parts in groups_of(counts):
        bits = sum(1 << p for p in parts)
        apart = all((atom & bits).bit_count() <= 1 for atom in atoms)
        same_time = all(counts[p].span == counts[w].span for p in parts)
        exact = counts[w].exact and all(counts[p].exact for p in parts)
        if apart and same_time and exact and sum(counts[p].low for p in parts) == counts[w].low:
            found.append((1 << w, bits))
    return found


def _inside(atom: int, empty: tuple[int, int]) -> bool:
    whole, parts = empty
    return bool(atom & whole) and not atom & parts
