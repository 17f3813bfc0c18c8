"""A reader with a linear program attacks a few tables and releases; the number is printed and must not grow.

The rule does not promise that nothing is narrowed: decision 0028.
"""

import random
from dataclasses import replace
from itertools import product

import pytest

from bukhara.disclosure import protect
from bukhara.model.codes import State
from tests.properties import disclosure_count
from tests.properties.disclosure_releases import RELEASES, STEPS, sequence
from tests.properties.disclosure_tables import (
    AGES,
    HALVES,
    POLICY,
    SEXES,
    SOURCE,
    Invented,
    attacked,
    invented,
    is_narrowed,
    learnt,
    row,
)

BODIES = ("police", "civil_society")

# For each attack the seeds, and how many groups and changes it narrowed when the rule was made.
RECORDED = {"tables": ((*range(8), 11, 23), 13, 0), "words": (range(8), 0, 0), "sequences": (range(2), 3, 38)}


@pytest.mark.parametrize("attack", RECORDED)
def test_no_more_is_narrowed_than_when_the_rule_was_made(attack: str) -> None:
    seeds, groups, changes = RECORDED[attack]
    count = getattr(disclosure_count, attack)
    rule, alone = count(seeds), count(seeds, "primary suppression alone")
    for name, found in (("the rule", rule), ("primary suppression alone", alone)):
        print("\n" + disclosure_count.sentence(f"{attack}, {name}", found))
    assert rule["groups"] > 10
    assert rule["narrowed"] <= min(groups, alone["narrowed"] - 1)
    assert rule["changes narrowed"] <= min(changes, alone["changes narrowed"])


def test_the_sequences_have_twenty_releases_and_every_kind_of_step() -> None:
    held = [sequence(seed) for seed in range(20)]
    assert {step for each in held for step in each.steps} == set(STEPS)
    assert {len(each.releases) for each in held} == {RELEASES}


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_a_table_of_large_numbers_is_shown_whole(seed: int) -> None:
    table = invented(seed)
    large = replace(table, atoms={atom: value + 40 for atom, value in table.atoms.items()})
    assert all(r.state is State.VALUE for r in protect(large.rows(), [SOURCE], POLICY))


def crossed(seed: int) -> Invented:
    """A year and its halves by sex, age and identifying body, with every total: 81 rows."""
    chance = random.Random(seed)
    scale, fields = chance.choice([4, 8, 15, 30]), (SEXES, AGES, BODIES, tuple(HALVES))
    atoms = {atom: int(chance.expovariate(1 / scale)) for atom in product(*fields)}
    return Invented(fields, atoms, tuple(product(*(("", *values) for values in fields))))


@pytest.mark.parametrize("seed", [2, 3, 22, 24, 33, 38, 39])
def test_halves_and_bodies_do_not_give_a_withheld_number_away(seed: int) -> None:
    """Of the first forty tables these had a withheld number that could be computed while halves and bodies were whole."""
    table = crossed(seed)
    rows = [
        row(float(table.true(table.inside((sex, age, body, half)))), (sex, age, "", half), identifying_body=body)
        for sex, age, body, half in table.keys
    ]
    shown = protect(rows, [SOURCE], POLICY)
    known = learnt(table, shown, lambda _key: False)
    withheld = [key for key, seen in zip(table.keys, shown, strict=True) if seen.state is State.SUPPRESSED]
    assert withheld
    assert not [key for key in withheld if is_narrowed(*attacked(table, known, table.inside(key)))]
