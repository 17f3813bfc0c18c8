"""Only what has a date is on the line, as exactly as the source says it."""

from datetime import date
from typing import Any

import pytest

from bukhara.model.codes import BodyKind, ItemKind, Status
from bukhara.model.framework import Body, Conference
from bukhara.model.text import Text
from bukhara.views.statements import timeline
from tests.unit.progress.build import framework, item, snapshot, statement, text


def conference(when: str, **changes: Any) -> Conference:
    values: dict[str, Any] = {"start": None, "end": None, "state": "held"} | changes
    return Conference(id=when, number=1, when=when, place=text("P"), host="UZB", quote="", line="", **values)


def line(*statements: Any, conferences: tuple[Conference, ...] = ()) -> timeline.Timeline:
    ngo = Body(name=Text.of("Rodnik"), country="KAZ", kind=BodyKind.CIVIL_SOCIETY)
    frame = framework(item("BD-1"), item("BD-2"), conferences=conferences, bodies=(ngo,))
    return timeline.build(snapshot(frame, *statements), "KAZ")


def test_a_year_is_known_from_its_first_to_its_last_day() -> None:
    event = line(statement(Status.IN_PLACE, since="2014")).events[0]
    assert (event.first, event.last) == (date(2014, 1, 1), date(2014, 12, 31))


def test_a_plan_ends_on_its_last_day() -> None:
    event = line(statement(Status.IN_PLACE, since="2021", valid_until="2023")).events[0]
    assert event.end == date(2023, 12, 31)


def test_the_earliest_is_first() -> None:
    late, early = statement(Status.IN_PLACE, since="2020"), statement(Status.IN_PLACE, "BD-2.1", since="2014")
    assert [event.since for event in line(late, early).events] == ["2014", "2020"]


def test_a_fact_shown_twice_is_once() -> None:
    twice = [statement(Status.IN_PLACE, since="2014", quote=quote) for quote in ("one", "two")]
    assert len(line(*twice).events) == 1


@pytest.mark.parametrize("status", [None, Status.NOT_ASKED])
def test_a_date_without_a_status_does_not_say_that_the_theme_is_met(status) -> None:
    assert line(statement(status, since="2014")).events == ()


def test_an_activity_is_neither_a_law_nor_a_plan_a_body_or_a_procedure() -> None:
    frame = framework(item("BD-1", kind=ItemKind.CONTINUING))
    assert timeline.build(snapshot(frame, statement(Status.CONTINUING, since="2021")), "KAZ").events == ()


def test_a_level_places_its_date_on_the_line_as_a_status_does() -> None:
    assert [event.status for event in line(statement(level=1.0, since="2014")).events] == [Status.IN_PLACE]


def test_what_has_no_date_is_listed_apart() -> None:
    undated = statement(Status.IN_PLACE)
    view = line(undated)
    assert (view.events, view.undated) == ((), (undated,))


def test_what_has_a_date_elsewhere_is_not_listed_as_undated() -> None:
    assert line(statement(Status.IN_PLACE, since="2014"), statement(Status.IN_PLACE)).undated == ()


def test_the_words_of_others_place_nothing_on_the_line() -> None:
    assert line(statement(Status.IN_PLACE, since="2014", body="Rodnik")).events == ()


def test_a_conference_of_which_only_the_year_is_known_is_a_year_wide() -> None:
    rule = line(conferences=(conference("2022"),)).rules[0]
    assert (rule.start, rule.end) == (date(2022, 1, 1), date(2022, 12, 31))


def test_a_conference_of_known_days_is_as_long_as_they_are() -> None:
    days = {"start": date(2023, 7, 27), "end": date(2023, 7, 28)}
    rule = line(conferences=(conference("2023-07", **days),)).rules[0]
    assert (rule.end - rule.start).days == 1


def test_real_conferences_are_beside_nothing_invented() -> None:
    frame = framework(item("BD-1"), conferences=(conference("2022"),), exercise=True)
    assert timeline.build(snapshot(frame), "KAZ").rules == ()
