"""A decision is added to its difference while the numbers are those that were decided on."""

from dataclasses import replace
from datetime import date

from bukhara.comparability.differences import apply_decisions, differences
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.round import Decision
from tests.unit.views.observed import figure

PAIR = (figure(5), figure(7, reporter="Other ministry", source_locator="L9"))


def difference() -> Difference:
    (found,) = differences(PAIR)
    return found


def decision(**changes: object) -> Decision:
    values = {"status": "explained", "reason": "Other months", "decided_by": "secretariat"}
    numbers = {"first_value": 5.0, "second_value": 7.0, "decided_on": date(2027, 4, 2)}
    return replace(Decision(difference=difference().group, country="KAZ", **values, **numbers), **changes)


def test_a_difference_nobody_decided_about_is_open() -> None:
    (seen,) = apply_decisions([difference()], [])
    assert (seen.status, seen.decided_by, seen.decided_on, seen.reason) == (DifferenceStatus.OPEN, "", None, "")


def test_a_decision_gives_status_body_day_and_reason() -> None:
    (seen,) = apply_decisions([difference()], [decision()])
    fields = (seen.status, seen.decided_by, seen.decided_on, seen.reason)
    assert fields == (DifferenceStatus.EXPLAINED, "secretariat", date(2027, 4, 2), "Other months")


def test_neither_figure_is_changed_or_preferred() -> None:
    (seen,) = apply_decisions([difference()], [decision(status="decided")])
    assert (seen.first, seen.second, seen.observations) == (5.0, 7.0, difference().observations)


def test_a_decision_about_other_figures_is_not_taken() -> None:
    (seen,) = apply_decisions([difference()], [decision(difference="d-0000000000")])
    assert (seen.status, seen.lapsed) == (DifferenceStatus.OPEN, None)


def test_a_decision_about_other_numbers_of_the_same_figures_has_lapsed() -> None:
    (seen,) = apply_decisions([difference()], [decision(second_value=8.0)])
    assert (seen.status, seen.decided_by, seen.reason) == (DifferenceStatus.OPEN, "", "")
    assert seen.lapsed == decision(second_value=8.0)
