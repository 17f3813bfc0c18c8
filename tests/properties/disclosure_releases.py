"""Unpublished tables over twenty releases, seeded, and a reader who holds all of them.

He knows which of the smallest groups changed between two releases and takes the others as equal; he solves one linear
program over all releases at once.
"""

import itertools
import math
import random
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linprog

from tests.properties.disclosure_tables import ALL, POLICY, Invented, invented, is_undivided, learnt, secrets

RELEASES = 20
STEPS = ("rows added", "total corrected by one", "cell grown over the threshold", "rows deleted")


@dataclass(frozen=True)
class Sequence:
    """Releases of one table, and what was done before each but the first."""

    releases: tuple[Invented, ...]
    steps: tuple[str, ...]


def sequence(seed: int) -> Sequence:
    """Twenty releases of the table of a seed."""
    chance = random.Random(f"releases {seed}")
    whole = invented(seed)
    # The margins are there from the beginning, so that both the reader and the rule know which parts there are.
    first = [key for key in whole.keys if sum(code != ALL for code in key) < 2 or chance.random() < 0.7]
    releases, steps = [replace(whole, keys=tuple(first))], []
    for _ in range(RELEASES - 1):
        step = chance.choice(STEPS)
        steps.append(step)
        releases.append(_after(releases[-1], step, whole.keys, chance))
    return Sequence(tuple(releases), tuple(steps))


def _after(before: Invented, step: str, every, chance: random.Random) -> Invented:
    if step == "rows added":
        return replace(
            before, keys=(*before.keys, *(k for k in every if k not in before.keys and chance.random() < 0.6))
        )
    if step == "rows deleted":
        return replace(before, keys=tuple(k for k in before.keys if chance.random() < 0.7) or before.keys[:1])
    atoms = dict(before.atoms)
    if step == "total corrected by one":
        cell = chance.choice(list(atoms))
        atoms[cell] = max(0, atoms[cell] + chance.choice([1, 1, -1]))
    else:
        small = [cell for cell, value in atoms.items() if value < POLICY.threshold] or list(atoms)
        atoms[chance.choice(small)] += POLICY.threshold
    return replace(before, atoms=atoms)


class Reader:
    """All that is shown of all releases as one linear program: an unknown for each version of each smallest group."""

    def __init__(self, held: Sequence, shown: list[list], is_small=is_undivided) -> None:
        self.versions: list[list[int]] = []
        self.size = 0
        for n, release in enumerate(held.releases):
            row = []
            for a, atom in enumerate(release.atoms):
                is_same = n > 0 and held.releases[n - 1].atoms[atom] == release.atoms[atom]
                row.append(self.versions[-1][a] if is_same else self.size)
                self.size += not is_same
            self.versions.append(row)
        rows, limits = [], []
        for n, (release, seen) in enumerate(zip(held.releases, shown, strict=True)):
            for group, low, high in learnt(release, seen, is_small):
                line = self.line(n, group)
                rows += [line, -line]
                limits += [high, -low]
        self.matrix = np.array(rows) if rows else None
        self.limits = limits or None

    def line(self, n: int, group) -> np.ndarray:
        """The unknowns that make up a group of release `n`."""
        line = np.zeros(self.size)
        for a in group:
            line[self.versions[n][a]] += 1.0
        return line

    def range(self, goal: np.ndarray) -> tuple[float, float]:
        """The smallest and largest whole number that the goal can be."""
        least, most = (self._end(sign * goal) for sign in (1, -1))
        return _whole(math.ceil, least, -1e-6), _whole(math.floor, -most, 1e-6)

    def _end(self, goal: np.ndarray) -> float:
        found = linprog(goal, A_ub=self.matrix, b_ub=self.limits, bounds=(0, None), method="highs")
        assert found.status in (0, 3), found.message
        return float(found.fun) if found.status == 0 else -math.inf


def _whole(towards, value: float, spare: float) -> float:
    return towards(value + spare) if math.isfinite(value) else value


def protected(held: Sequence) -> frozenset[frozenset[int]]:
    """What must not be found in the last release: small rows, and small differences of rows that were ever there."""
    published = dict.fromkeys(key for release in held.releases for key in release.keys)
    return secrets(replace(held.releases[-1], keys=tuple(published)))


def changes(held: Sequence) -> list[tuple[int, tuple[str, ...]]]:
    """Rows of two neighbouring releases that differ by less than the threshold."""
    return [
        (n, key)
        for n, (before, after) in enumerate(itertools.pairwise(held.releases), 1)
        for key in after.keys
        if key in before.keys
        and 0 < abs(after.true(after.inside(key)) - before.true(before.inside(key))) < POLICY.threshold
    ]
