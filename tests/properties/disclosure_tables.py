"""Unpublished tables of victims with all their totals, seeded, and a reader who attacks what is shown of them.

The attacker is written apart from the rule: one unknown for every crossing of sex, age, form and half-year.
"""

import itertools
import math
import random
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from scipy.optimize import linprog

from bukhara.disclosure import Policy
from bukhara.model.codes import PeriodBasis, Qualifier, SourceClass, State
from bukhara.model.observation import Observation
from bukhara.model.source import Source

POLICY = Policy()
SOURCE = Source(
    source_id="letter",
    source_class=SourceClass.STATE_SUBMISSION,
    title="Letter",
    body="Ministry",
    date=date(2024, 3, 1),
)
SEXES = ("female", "male")
AGES = ("minor", "adult")
FORMS = ("sexual_exploitation", "labour_exploitation", "forced_begging", "other_form")
HALVES = {"S1": (date(2023, 1, 1), date(2023, 6, 30)), "S2": (date(2023, 7, 1), date(2023, 12, 31))}
YEAR = (date(2023, 1, 1), date(2023, 12, 31))
ALL = ""


def row(value, key=(ALL, ALL, ALL, ALL), **fields) -> Observation:
    sex, age, form, half = key
    start, end = HALVES.get(half, YEAR)
    given = {
        "country": "KAZ",
        "indicator": "CTX-victims",
        "value": value,
        "state": State.VALUE,
        "qualifier": Qualifier.EXACT,
        "unit": "count",
        "counting_unit": "victim",
        "stage": "identified",
        "sex": sex,
        "age_group": age,
        "form_of_exploitation": form,
        "identifying_body": "police",
        "period_start": start,
        "period_end": end,
        "period_basis": PeriodBasis.STATED,
        "source_id": SOURCE.source_id,
        "note": f"in all {value}",
    }
    return Observation(**{**given, **fields})


@dataclass(frozen=True)
class Invented:
    """A table: its fields, the true number of each crossing, and which of its filter settings have a row."""

    fields: tuple[tuple[str, ...], ...]
    atoms: dict[tuple[str, ...], int]
    keys: tuple[tuple[str, ...], ...]

    def inside(self, key) -> frozenset[int]:
        return frozenset(
            n for n, atom in enumerate(self.atoms) if all(k in (ALL, a) for k, a in zip(key, atom, strict=True))
        )

    def true(self, group) -> int:
        values = list(self.atoms.values())
        return sum(values[n] for n in group)

    def rows(self) -> list[Observation]:
        return [row(float(self.true(self.inside(key))), key) for key in self.keys]


def invented(seed: int) -> Invented:
    """Every second table has two fields, the others are linked: three fields, half of them by their margins only."""
    chance = random.Random(seed)
    shape = seed % 6
    forms = FORMS[: chance.choice([3, 4])]
    fields = {
        0: (SEXES, AGES, (ALL,), (ALL,)),
        1: (SEXES, AGES, forms, (ALL,)),
        2: (SEXES, (ALL,), forms, (ALL,)),
        3: (SEXES, AGES, forms, (ALL,)),
        4: ((ALL,), AGES, forms, (ALL,)),
        5: (SEXES, AGES, (ALL,), tuple(HALVES)),
    }[shape]
    scale = chance.choice([3, 8, 15, 40])
    atoms = {
        atom: 0 if chance.random() < 0.15 else int(chance.expovariate(1 / scale)) for atom in itertools.product(*fields)
    }
    keys = list(itertools.product(*(dict.fromkeys((ALL, *values)) for values in fields)))
    if shape == 3:
        most = chance.choice([1, 2])
        keys = [key for key in keys if sum(code != ALL for code in key) <= most]
    chance.shuffle(keys)
    return Invented(fields, atoms, tuple(keys))


def secrets(table: Invented) -> frozenset[frozenset[int]]:
    """The groups to protect: small rows, zero included, and small differences between any two filter settings."""
    found = {table.inside(key) for key in table.keys}
    for one, other in itertools.permutations(found, 2):
        if one < other and table.true(other - one):
            found |= {other - one}
    return frozenset(group for group in found if table.true(group) < POLICY.threshold)


def primary_alone(rows) -> list[Observation]:
    """The weaker rule: what is small is withheld, nothing else is, nothing is rounded."""
    return [replace(r, value=None, state=State.SUPPRESSED) if r.value < POLICY.threshold else r for r in rows]


def is_undivided(key) -> bool:
    """Whether a row is the total of a year."""
    return not any(key)


def every_row(key) -> bool:
    return True


def learnt(table: Invented, shown, is_small=is_undivided) -> list[tuple[frozenset[int], float, float]]:
    """What a reader knows: the bounds of every row that is shown, and which withheld rows must be small."""
    known = []
    for key, seen in zip(table.keys, shown, strict=True):
        if seen.state is State.VALUE:
            ranged = seen.qualifier is Qualifier.ABOUT
            known.append((table.inside(key), *((seen.value_low, seen.value_high) if ranged else (seen.value,) * 2)))
        elif is_small(key):
            known.append((table.inside(key), 0.0, POLICY.threshold - 1.0))
    return known


def attacked(table: Invented, known, group) -> tuple[float, float]:
    """The range of a group by linear programming, from all that is known at once."""
    size = len(table.atoms)
    rows = np.array([[float(n in held) for n in range(size)] for held, _, _ in known]).reshape(len(known), size)
    matrix = np.vstack([rows, -rows]) if known else None
    limits = [high for _, _, high in known] + [-low for _, low, _ in known] if known else None
    goal = np.array([float(n in group) for n in range(size)])
    ends = []
    for sign in (1, -1):
        found = linprog(sign * goal, A_ub=matrix, b_ub=limits, bounds=(0, None), method="highs")
        assert found.status in (0, 3), found.message
        ends.append(sign * found.fun if found.status == 0 else math.inf)
    return math.ceil(ends[0] - 1e-6), math.floor(ends[1] + 1e-6) if math.isfinite(ends[1]) else ends[1]


def is_narrowed(low: float, high: float) -> bool:
    """Whether fewer whole numbers remain possible than the rounding joins: below 5 of them."""
    return high - low + 1 < POLICY.base
