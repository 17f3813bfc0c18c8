"""Nobody works out a withheld number: a linear program against 200 tables, and what it does to a weaker guard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bukhara.disclosure import protect
from bukhara.model.codes import State
from tests.properties.disclosure_tables import (
    POLICY,
    SOURCE,
    attacked,
    invented,
    is_broken,
    learnt,
    secrets,
)

SEEDS = range(200)


def primary_alone(rows):
    """The weaker guard: what is small is withheld, nothing else is, nothing is rounded."""
    small = [
        r.value < (POLICY.victims if r.sex or r.age_group or r.form_of_exploitation else POLICY.persons) for r in rows
    ]
    return [replace(r, value=None, state=State.SUPPRESSED) if away else r for r, away in zip(rows, small, strict=True)]


def broken(table, shown) -> list[tuple[frozenset[int], float, float]]:
    known = learnt(table, shown)
    ranges = {group: attacked(table, known, group) for group in secrets(table)}
    return [(group, *ranges[group]) for group, k in secrets(table).items() if is_broken(*ranges[group], k)]


@pytest.fixture(scope="module")
def outcome():
    """(groups to hide, found by the attack, tables with any found) for the guard and for primary suppression alone."""
    tally = {"guard": [0, 0, 0], "primary alone": [0, 0, 0]}
    shown_rows = all_rows = 0
    for seed in SEEDS:
        table = invented(seed)
        rows = table.rows()
        guarded = protect(rows, [SOURCE], POLICY).observations
        shown_rows += sum(r.state is State.VALUE for r in guarded)
        all_rows += len(rows)
        for name, shown in (("guard", guarded), ("primary alone", primary_alone(rows))):
            found = broken(table, shown)
            tally[name][0] += len(secrets(table))
            tally[name][1] += len(found)
            tally[name][2] += bool(found)
    for name, (groups, found, tables) in tally.items():
        print(f"\n{name}: {found} of {groups} protected groups narrowed, in {tables} of {len(SEEDS)} tables")
    print(f"rows shown under the guard: {shown_rows} of {all_rows}")
    return tally


def test_no_protected_group_is_found_within_the_width(outcome) -> None:
    groups, found, _ = outcome["guard"]
    assert groups > 1000
    assert found == 0


def test_the_same_attack_breaks_primary_suppression_alone(outcome) -> None:
    groups, found, tables = outcome["primary alone"]
    assert found > groups / 2
    assert tables > len(SEEDS) / 2


@pytest.mark.parametrize("seed", range(0, 200, 20))
def test_the_guard_leaves_something_to_see(seed: int) -> None:
    table = invented(seed)
    large = replace(table, atoms={atom: value + 40 for atom, value in table.atoms.items()})
    assert all(r.state is State.VALUE for r in protect(large.rows(), [SOURCE], POLICY).observations)
