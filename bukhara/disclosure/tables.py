"""Which counts can be set against one another: parts, wholes, crossings and nested periods, as sets of atoms.

An atom is the smallest group of persons that the counts of a table tell apart, written as the bits of the counts
that hold it. A table is all that a reader can add up or subtract, whatever filter he uses, over all releases.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.disclosure.codes import FOREIGN, NESTED, OTHER, admits, parts_of
from bukhara.disclosure.counts import DIMENSIONS, Count
from bukhara.disclosure.versions import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Whoever reads "female" and "male" knows that there is no third part, unless the numbers say that there is.
_CLOSED = {
    DIMENSIONS.index("sex"): frozenset({"female", "male"}),
    DIMENSIONS.index("age_group"): frozenset({"minor", "adult"}),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Counts in a fixed order and the groups behind them.

    `unknowns` has for each count the groups that it adds up; a group that changed between two releases is one group
    before and another one after, a group that did not is the same in both.
    """

    counts: tuple[Count, ...]
    unknowns: tuple[frozenset[int], ...]
    size: int

    def holds(self, n: int) -> frozenset[int]:
        """Return the groups of the count at `n`."""
        return self.unknowns[n]

    def apart(self, parts: Iterable[int]) -> bool:
        """Return whether no group is in two of the counts."""
        every = [group for n in parts for group in self.unknowns[n]]
        return len(every) == len(set(every))


def tables(counts: Iterable[Count]) -> tuple[Table, ...]:
    """Return the tables in which something can be withheld, in a fixed order; nothing adds up over two of them."""
    families: dict[tuple[str, ...], list[Count]] = defaultdict(list)
    for count in counts:
        families[count.family].append(count)
    return tuple(
        table(part)
        for name in sorted(families)
        for part in _apart(sorted(families[name], key=lambda c: c.order))
        if any(not count.exempt and not count.past for count in part)
    )


def table(counts: Sequence[Count]) -> Table:
    """Return one table; groups that are known to be empty are left out, as a reader would know it too."""
    atoms = [(1 << len(counts)) - 1]
    for masks in (*(_masks(counts, d) for d in range(len(DIMENSIONS))), _times(counts)):
        atoms = sorted({mask for atom in atoms for other in masks if (mask := atom & other)})
    kept = _peopled(counts, atoms)
    versions, size = named(counts, kept)
    held = (
        frozenset(versions[count.release][a] for a, mask in enumerate(kept) if mask >> n & 1)
        for n, count in enumerate(counts)
    )
    return Table(tuple(counts), tuple(held), size)


def within(part: Count, whole: Count) -> bool:
    """Return whether every person of `part` is a person of `whole`, and not the other way round."""
    if part.span != whole.span and not _covers(whole.span, part.span):
        return False
    pairs = [(d, part.codes[d], whole.codes[d]) for d in range(len(DIMENSIONS))]
    own = part.family[0]
    nested = all(not w or (p and all(admits(d, w, code, own) for code in parts_of(d, p))) for d, p, w in pairs)
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
    codes = {part for count in counts if count.codes[d] for part in parts_of(d, count.codes[d])}
    # Own and foreign citizens are all there are.
    others = () if DIMENSIONS[d] == "citizenship" and {FOREIGN, counts[0].family[0]} <= codes else (OTHER,)
    return {
        sum(1 << n for n, c in enumerate(counts) if not c.codes[d] or admits(d, c.codes[d], value, c.family[0]))
        for value in (*sorted(codes), *others)
    }


def _times(counts: Sequence[Count]) -> set[int]:
    starts = {day for c in counts if c.span for day in (c.span[0], c.span[1] + 1)}
    moments = sorted(starts)[:-1] or [0]
    return {sum(1 << n for n, c in enumerate(counts) if not c.span or c.span[0] <= m <= c.span[1]) for m in moments}


def _covers(whole: tuple[int, int] | None, part: tuple[int, int] | None) -> bool:
    return whole is not None and part is not None and whole[0] <= part[0] and part[1] <= whole[1]


def groups_of(counts: Sequence[Count]) -> Iterable[tuple[int, tuple[int, ...]]]:
    """Give each whole with the parts of one release that refine it in the same fields, where there are two or more.

    Parts are those of one time, or one part over times. Where some of them hold others (foreign citizens and those of
    one state, a half-year and its quarters), they are given as the outer ones and as the inner ones.
    """
    for w, whole in enumerate(counts):
        parts: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for p, part in enumerate(counts):
            if within(part, whole):
                fields = tuple(one != other for one, other in zip(part.codes, whole.codes, strict=True))
                parts[(*fields, part.span, part.release)].append(p)
                parts[(*part.codes, part.release)].append(p)
        for found in parts.values():
            yield from ((w, layer) for layer in _layers(counts, found) if len(layer) > 1)


def _layers(counts: Sequence[Count], parts: Sequence[int]) -> Iterable[tuple[int, ...]]:
    outer = tuple(p for p in parts if not any(within(counts[p], counts[o]) for o in parts))
    inner = tuple(p for p in parts if not any(within(counts[o], counts[p]) for o in parts))
    return dict.fromkeys((outer, inner))


def _peopled(counts: Sequence[Count], atoms: Sequence[int]) -> list[int]:
    """Return the atoms that may hold somebody: parts that make up their whole leave nobody outside that has no name."""
    empty, other = _unnamed(counts, atoms)
    closed = [d for d, codes in _CLOSED.items() if codes <= {count.codes[d] for count in counts}]
    empty |= {atom for atom in atoms if any(not _names(counts, atom, [d]) for d in closed)}
    return [atom for atom in atoms if atom in other or atom not in empty]


def _unnamed(counts: Sequence[Count], atoms: Sequence[int]) -> tuple[set[int], set[int]]:
    """Return the atoms that no part names where the parts make up their whole, and those where they fall short."""
    empty: set[int] = set()
    other: set[int] = set()
    for w, parts in groups_of(counts):
        bits = sum(1 << p for p in parts)
        is_together = all(counts[p].release == counts[w].release and counts[p].span == counts[w].span for p in parts)
        is_exact = all(counts[n].exact for n in (w, *parts))
        if not is_together or not is_exact or any((atom & bits).bit_count() > 1 for atom in atoms):
            continue
        fields = [d for d in range(len(DIMENSIONS)) if counts[parts[0]].codes[d] != counts[w].codes[d]]
        rest = {atom for atom in atoms if atom >> w & 1 and not atom & bits}
        unnamed = {atom for atom in rest if not _names(counts, atom, fields)}
        if sum(counts[p].low for p in parts) == counts[w].low:
            empty |= unnamed
        elif rest == unnamed:
            other |= rest
    return empty, other


def _names(counts: Sequence[Count], atom: int, fields: Sequence[int]) -> bool:
    """Return whether a count that holds the atom tells its value of one of the fields; a heading does not."""
    return any(atom >> n & 1 and any(_is_leaf(counts, d, count) for d in fields) for n, count in enumerate(counts))


def _is_leaf(counts: Sequence[Count], d: int, count: Count) -> bool:
    code = count.codes[d]
    inside = {other.codes[d] for other in counts} - {"", code}
    return bool(code) and not any(admits(d, code, one, count.family[0]) for one in inside if d in NESTED)
