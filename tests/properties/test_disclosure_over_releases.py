"""Nobody works out a withheld number by comparing releases: one linear program over all that was ever shown."""

from __future__ import annotations

from collections import Counter

import pytest

from bukhara.disclosure import Kept, protect
from bukhara.model.codes import State
from tests.properties.disclosure_releases import STEPS, Reader, changes, protected, sequence
from tests.properties.disclosure_tables import POLICY, SOURCE, is_broken, row

SEEDS = range(200)
CONTROL = range(0, 200, 4)
FEMALE, MALE = ("female", "", "", ""), ("male", "", "", "")


def attacked(held, shown) -> Counter[str]:
    """How many groups and small changes there are to hide, and how many the reader finds."""
    reader, found = Reader(held, shown), Counter()
    for n in range(len(held.releases)):
        for group, threshold in protected(held, n).items():
            found["groups"] += 1
            found["groups found"] += is_broken(*reader.range(reader.line(n, group)), threshold)
    for n, key in changes(held):
        inside = held.releases[n].inside(key)
        low, high = reader.range(reader.line(n, inside) - reader.line(n - 1, inside))
        found["changes"] += 1
        found["changes found"] += high - low <= POLICY.width
    found["rows"] = sum(len(rows) for rows in shown)
    found["rows shown"] = sum(each.state is State.VALUE for rows in shown for each in rows)
    return found


@pytest.fixture(scope="module")
def outcome():
    """What the reader finds of the guard, and of each release masked on its own."""
    tally = {"guard": Counter(), "each on its own": Counter()}
    for seed in SEEDS:
        held = sequence(seed)
        tally["guard"] += attacked(held, held.guarded())
        if seed in CONTROL:
            tally["each on its own"] += attacked(held, held.forgetful())
    for name, found in tally.items():
        print(f"\n{name}: {dict(sorted(found.items()))}")
    return tally


def test_the_sequences_hold_every_kind_of_step_and_two_to_four_releases() -> None:
    held = [sequence(seed) for seed in SEEDS]
    assert {step for each in held for step in each.steps} == set(STEPS)
    assert {len(each.releases) for each in held} == {2, 3, 4}


def test_no_protected_group_of_any_release_is_found_within_the_width(outcome) -> None:
    assert outcome["guard"]["groups"] > 3000
    assert outcome["guard"]["groups found"] == 0


def test_a_change_of_a_few_persons_is_not_found_within_the_width(outcome) -> None:
    assert outcome["guard"]["changes"] > 200
    assert outcome["guard"]["changes found"] == 0


def test_the_same_reader_breaks_releases_that_were_masked_each_on_its_own(outcome) -> None:
    found = outcome["each on its own"]
    assert found["groups found"] > 50
    assert found["changes found"] > found["changes"] / 2


def test_the_guard_still_shows_half_of_the_rows(outcome) -> None:
    assert outcome["guard"]["rows shown"] > outcome["guard"]["rows"] / 2


def over(*releases):
    """The rows shown of each release."""
    kept, shown = Kept(), []
    for rows in releases:
        done = protect(rows, [SOURCE], POLICY, kept)
        kept = done.kept
        shown.append(done.observations)
    return shown


def test_a_total_corrected_by_one_is_told_as_a_range_from_then_on() -> None:
    _, second, third = over([row(60.0)], [row(61.0)], [row(95.0)])
    assert [(r.value, r.value_low, r.value_high) for r in (*second, *third)] == [(60, 60, 69), (90, 90, 99)]


def test_a_total_that_nobody_corrected_stays_as_it_was() -> None:
    _, second = over([row(60.0)], [row(60.0), row(40.0, FEMALE)])
    assert second[0].value == 60.0


def test_a_corrected_total_below_its_threshold_when_rounded_is_withheld() -> None:
    _, second = over([row(7.0)], [row(8.0)])
    assert second[0].state is State.SUPPRESSED


def test_a_row_deleted_is_still_known_to_the_reader() -> None:
    _, second = over([row(60.0), row(12.0, MALE)], [row(12.0, MALE), row(48.0, FEMALE)])
    assert [r.state for r in second] == [State.VALUE, State.VALUE]
    _, second = over([row(60.0)], [row(57.0, ("", "", "", "S1"))])
    assert second[0].state is State.SUPPRESSED
