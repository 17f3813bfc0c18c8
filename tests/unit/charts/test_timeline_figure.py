"""The timeline: true dates, years a year wide, plans with their end, conferences as rules."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bukhara.charts import lanes, timeline_words
from bukhara.charts.svg.canvas import text_width
from bukhara.exports import chart_columns
from bukhara.i18n.words import words_of
from bukhara.model.codes import Status
from bukhara.model.framework import Country
from bukhara.model.text import Text
from bukhara.views.statements.timeline import Event, Timeline
from tests.unit.progress.build import indicator
from tests.unit.views.statements.test_timeline import conference, line

WORDS = words_of("en")
STATE = Country(code="XAA", short=Text.of("K"), name=Text.of("K"))
AS_OF, TODAY = date(2023, 7, 28), date(2024, 6, 30)


def href(item: str) -> str:
    return f"/themes/{item}"


def event(since: str = "2014", valid_until: str = "", status: Status | None = Status.IN_PLACE) -> Event:
    return Event(indicator("BD-1.1"), "BD-1", status, since, valid_until)


def figure_of(view: Timeline) -> dict[str, Any]:
    return lanes.of_country(view, STATE, WORDS, source="S", href=href).figure


def drawn(*events: Event) -> dict[str, Any]:
    return figure_of(Timeline(events, (), AS_OF, (), AS_OF, TODAY))


def test_a_year_is_drawn_from_end_to_end() -> None:
    assert ["2014-01-01", "2014-12-31"] in [trace["x"] for trace in drawn(event("2014"))["data"]]


def test_a_day_is_drawn_without_a_width() -> None:
    lines = [t["x"] for t in drawn(event("2014-03-05"))["data"] if t.get("mode") == "lines"]
    assert lines == [["2014-03-05", "2023-07-28"]]


def test_a_plan_in_force_is_solid_and_one_that_has_ended_by_the_day_of_the_page_is_open() -> None:
    colours = [drawn(event("2020", end))["data"][0]["marker"]["color"] for end in ("2024", "2023", "2022")]
    assert [colour == "rgba(0,0,0,0)" for colour in colours] == [False, True, True]


def test_an_end_without_a_start_is_written_in_words() -> None:
    assert timeline_words.when(event("", "2023"), WORDS) == "until the end of 2023, beginning not given"


def test_by_a_year_is_not_later_than_its_last_day() -> None:
    found = drawn(event("/2018"))
    mark, *lines = found["data"]
    assert (mark["x"], mark["marker"]["symbol"]) == (["2018-12-31"], "triangle-left")
    assert [(line["x"], line["line"].get("dash")) for line in lines] == [
        (["2017-12-31", "2018-12-31"], "dot"),
        (["2018-12-31", "2023-07-28"], None),
    ]
    assert any("not later than 2018" in note["text"] for note in found["layout"]["annotations"])


def test_in_a_narrow_window_words_begin_at_the_left_above_their_mark() -> None:
    view = Timeline((event("2014-03-05"), event("2023-06-01")), (), AS_OF, (), AS_OF, AS_OF)
    chart = lanes.of_country(view, STATE, WORDS, source="S", href=href)
    figure, height = chart.narrow
    notes = [note for note in figure["layout"]["annotations"] if note.get("yanchor") == "top"]
    rows = [trace["y"][0] for trace in figure["data"] if trace["mode"] == "markers"]
    first, second = notes
    assert first["y"] < rows[0] < second["y"] < rows[1]
    assert {note["xanchor"] for note in notes} == {"left"}
    assert max(len(line) for note in notes for line in note["text"].split("<br>")) <= lanes.LINE
    assert height > chart.height


@pytest.mark.parametrize("since", ["2014-03-05", "2019-01-01", "2023-06-01"])
def test_the_words_of_few_events_are_whole_in_a_picture_of_a_slide(since: str) -> None:
    named = replace(indicator("BD-1.1"), name=Text.of("A national coordinating body that meets each year"))
    events = Event(named, "BD-1", Status.IN_PLACE, since, ""), event("2014-01-01"), event("2023-07-01")
    conferences = (conference("2021-11-25"), conference("2026", state="planned"))
    view = Timeline(events, (), AS_OF, conferences, AS_OF, AS_OF)
    figure, height = lanes.of_country(view, STATE, WORDS, source="S", href=href).in_files()
    _, svg = chart_columns.drawn(figure, height, (1360, 560), 2.0)
    width = float(re.match(r'<svg [^>]*?width="([\d.]+)"', svg)[1])
    start, end = (date.fromisoformat(each) for each in figure["layout"]["xaxis"]["range"])
    for note in figure["layout"]["annotations"]:
        if not isinstance(note["x"], str):
            continue
        letters = text_width(note["text"], note["font"]["size"])
        left = (date.fromisoformat(note["x"]) - start) / (end - start) * width + note.get("xshift", 0)
        left -= {"left": 0, "center": letters / 2, "right": letters}[note["xanchor"]]
        assert -5 < left < left + letters < width + 5, note["text"]


def test_words_stand_at_their_marks_and_the_axis_has_no_empty_years() -> None:
    found = drawn(event("2014-03-05"), event("2023-06-01"))["layout"]
    notes = [note for note in found["annotations"] if "xshift" in note]
    assert [(note["x"], note["xanchor"], note["xshift"] > 0) for note in notes] == [
        ("2014-03-05", "left", True),
        ("2023-06-01", "right", False),
    ]
    assert [end[:4] for end in found["xaxis"]["range"]] == ["2013", "2024"]


def test_without_a_date_there_is_no_picture_but_a_table() -> None:
    chart = lanes.of_country(Timeline((), (), AS_OF, (), AS_OF, AS_OF), STATE, WORDS, source="S", href=href)
    assert chart.figure is None
    assert chart.table.rows == ()


@pytest.mark.parametrize("on", [date.min, date.max])
def test_the_axis_ends_where_the_calendar_does(on: date) -> None:
    start, end = timeline_words.years(Timeline((), (), on, (), on, on))
    assert start <= on <= end


def test_a_conference_of_a_known_day_is_a_line_and_of_a_year_a_band() -> None:
    days = {"start": date(2023, 7, 27), "end": date(2023, 7, 28)}
    view = line(conferences=(conference("2022"), conference("2023-07", **days)))
    view = Timeline((event("2020"),), view.rules, AS_OF, (), AS_OF, AS_OF)
    shapes = figure_of(view)["layout"]["shapes"]
    # the last line is that above the state
    assert [shape["type"] for shape in shapes] == ["rect", "line", "line"]


@pytest.mark.parametrize(("first", "levels"), [("2018", 3), ("2007", 6)])
def test_the_narrower_a_year_is_the_more_levels_the_names_of_conferences_have(first: str, levels: int) -> None:
    rules = line(conferences=tuple(conference(str(year)) for year in range(2021, 2027))).rules
    notes = figure_of(Timeline((event(first),), rules, AS_OF, (), AS_OF, AS_OF))["layout"]["annotations"]
    assert len({note["yshift"] for note in notes if note["text"].startswith("P, ")}) == levels


def test_a_planned_conference_is_marked_as_planned() -> None:
    rules = line(conferences=(conference("2024", state="planned"),)).rules
    view = Timeline((event("2020", "2025"),), rules, AS_OF, (), AS_OF, AS_OF)
    assert timeline_words.planned(view, WORDS) == "Planned in the report of 2023: P, 2024."


def test_without_conferences_no_rules_are_explained() -> None:
    notes = lanes.of_country(Timeline((), (), AS_OF, (), AS_OF, AS_OF), STATE, WORDS, source="S", href=href).notes
    assert notes == (timeline_words.legend(Timeline((), (), AS_OF, (), AS_OF, AS_OF), WORDS),)
