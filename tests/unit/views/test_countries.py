"""The index of states keeps the fixed order, whatever the counts."""

from bukhara.model.codes import ReadingKind, Status
from bukhara.views import countries
from tests.unit.progress.build import STATES, framework, item, snapshot, statement


def test_the_order_is_fixed_whatever_is_in_place() -> None:
    view = countries.build(snapshot(framework(item()), statement(Status.IN_PLACE, country="UZB")))
    assert tuple(card.strip.country.code for card in view.cards) == STATES


def test_the_bounds_of_a_state_run_from_in_place_to_everything_not_covered() -> None:
    frame = framework(item("BD-1"), item("BD-2"), item("BD-3"))
    shown_here = (statement(Status.IN_PLACE), statement(Status.CHALLENGE, "BD-2.1"))
    counts = countries.build(snapshot(frame, *shown_here)).cards[0].strip.counts
    assert (counts.low, counts.high, counts.n) == (1, 2, 3)


def test_coverage_is_there_in_a_round_only() -> None:
    reading, round_ = framework(item()), framework(item(), kind=ReadingKind.ROUND)
    assert countries.build(snapshot(reading)).cards[0].coverage is None
    assert countries.build(snapshot(round_)).cards[0].coverage is not None
