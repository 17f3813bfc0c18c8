"""One state and the index of states: the statements behind marks, what neighbours can share, the fixed order."""

from dataclasses import replace
from typing import Any

import pytest

from bukhara.model.codes import BodyKind, IndicatorType, ItemKind, Kind, ReadingKind, Status
from bukhara.model.framework import Body
from bukhara.model.release import Snapshot
from bukhara.model.text import Text
from bukhara.situation.situation import reported_by
from bukhara.views.countries import country, overview
from tests.unit.progress.build import framework, indicator, item, snapshot, statement

NGO = Body(name=Text.of("Rodnik"), country="KAZ", kind=BodyKind.CIVIL_SOCIETY)


def held(*statements: Any, items: int = 2) -> Snapshot:
    frame = framework(*(item(f"BD-{n + 1}") for n in range(items)), bodies=(NGO,))
    return snapshot(frame, *statements)


def test_the_region_is_no_state() -> None:
    with pytest.raises(KeyError):
        country.build(held(), "REG")


def test_every_theme_has_a_line_even_where_nothing_was_reported() -> None:
    view = country.build(held(), "KAZ")
    assert [line.statement for line in view.blocks[0].lines] == [None, None]


def test_the_statement_shown_is_the_one_that_carries_the_status() -> None:
    drafted, adopted = statement(Status.UNDER_WAY, quote="draft"), statement(Status.IN_PLACE, quote="adopted")
    line = country.build(held(drafted, adopted), "KAZ").blocks[0].lines[0]
    assert line.statement is adopted


def test_a_statement_on_a_fact_is_marked_as_aside() -> None:
    theme = replace(item(), indicators=(indicator("BD-1.1"), indicator("BD-1.2", IndicatorType.FACT)))
    fact = statement(None, "BD-1.2")
    assert country.build(snapshot(framework(theme), fact), "KAZ").blocks[0].lines[0].aside


def test_another_body_is_counted_apart_and_never_shown_as_the_states_words() -> None:
    stated = statement(None, body="Rodnik", kind=Kind.CHALLENGE, quote="few shelters")
    view = country.build(held(stated), "KAZ")
    assert view.blocks[0].lines[0].others == 1
    assert view.challenges == ()


def test_challenges_needs_and_next_steps_are_the_states_own_and_each_step_is_once() -> None:
    challenge = statement(Status.CHALLENGE, kind=Kind.CHALLENGE)
    need = statement(None, kind=Kind.NEED)
    step = statement(Status.UNDER_WAY, next_step="Adopt the law")
    again = statement(None, next_step="Adopt the law")
    view = country.build(held(challenge, need, step, again), "KAZ")
    assert (view.challenges, view.needs, view.steps) == ((challenge,), (need,), (step,))


def test_neighbours_with_the_theme_in_place_are_in_the_fixed_order() -> None:
    there = [statement(Status.IN_PLACE, country=code) for code in ("UZB", "KGZ", "TKM")]
    assert [status.country for status in reported_by(held(*there), "BD-1")] == ["KGZ", "TKM", "UZB"]


def test_a_theme_in_place_here_is_not_open() -> None:
    view = country.build(held(statement(Status.IN_PLACE)), "KAZ")
    assert [line.item.id for line in view.open] == ["BD-2"]


def test_a_continuing_theme_is_shared_by_those_who_reported_activity() -> None:
    shown = snapshot(framework(item(kind=ItemKind.CONTINUING)), statement(Status.CONTINUING, country="TJK"))
    assert [status.country for status in reported_by(shown, "BD-1")] == ["TJK"]


def test_the_bounds_of_a_state_run_from_in_place_to_everything_not_covered() -> None:
    frame = framework(item("BD-1"), item("BD-2"), item("BD-3"))
    shown_here = (statement(Status.IN_PLACE), statement(Status.CHALLENGE, "BD-2.1"))
    counts = overview.build(snapshot(frame, *shown_here)).strips[0].counts
    assert (counts.low, counts.high, counts.n) == (1, 2, 3)


def test_coverage_is_there_in_a_round_only() -> None:
    reading, round_ = framework(item()), framework(item(), kind=ReadingKind.ROUND)
    assert overview.build(snapshot(reading)).strips[0].coverage is None
    assert overview.build(snapshot(round_)).strips[0].coverage is not None
