"""Events on an axis of time: what a reader sees of laws, plans, acts on file and conferences, and where it leads."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from bukhara.charts import timeline
from bukhara.charts.chart import Chart
from bukhara.charts.svg.drawing import draw
from bukhara.i18n.words import words_of
from bukhara.model.codes import ActKind, ActText, SourceClass, Status
from bukhara.model.release import PublicReport
from bukhara.model.text import Text
from bukhara.views.statements.timeline import time_axis
from tests.unit.progress.build import STATES, framework, item, snapshot, source, statement
from tests.unit.views.statements.test_timeline import conference

WORDS = words_of("en")
PAGE = source("page", source_class=SourceClass.DESK_RESEARCH, title="News", date=date(2026, 2, 17))
FRAME = framework(item("BD-1"), item("BD-2"), conferences=(conference("2026", state="planned"),))


def href(code: str, item: str) -> str:
    return f"/evidence/{code}/{item}"


def drawn(*stated: Any, acts: tuple[Any, ...] = (), **asked: Any) -> Chart:
    """Return the chart of statements and of acts that a page of 17 February 2026 reports."""
    reports = tuple(PublicReport(replace(act, source_id="page", act_kind=ActKind.PLAN), PAGE) for act in acts)
    shown = snapshot(FRAME, *stated, sources=(PAGE,) if acts else ())
    shown = replace(shown, newest=PAGE.date, public_reports=reports) if acts else shown
    return timeline.chart(time_axis(shown, **asked), WORDS, name="x", title="T", day="D", source="S", href=href)


def act(name: str = "Plan 7", **dates: str) -> Any:
    return statement(statement=f"{name}.", act_name=Text.of(name), act_text=ActText.REPORTED, **dates)


def marks(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the marks that lead somewhere: those of the key and of conferences do not."""
    return [trace for trace in figure["data"] if "customdata" in trace]


def place(event: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return the only mark of a figure, and what is drawn beside it in its colour."""
    figure = drawn(event, item="BD-1").figure
    (mark,) = marks(figure)
    return mark, [s for s in figure["layout"]["shapes"] if s["line"]["color"] == mark["marker"]["color"]]


def texts(chart: Chart) -> list[str]:
    return [note["text"] for note in chart.figure["layout"]["annotations"]]


def test_what_has_a_day_is_a_mark_and_what_has_a_year_is_in_the_middle_of_its_line() -> None:
    assert place(statement(Status.IN_PLACE, since="2014-03-05"))[1] == []
    mark, (line,) = place(statement(Status.IN_PLACE, since="2014"))
    assert (line["x0"] + line["x1"]) / 2 == pytest.approx(mark["x"][0], abs=0.1)
    assert line["line"]["dash"] == "solid"


@pytest.mark.parametrize(("dates", "words"), [({"since": "/2018"}, "by 2018"), ({"valid_until": "2018"}, "2018")])
def test_what_may_have_begun_earlier_is_a_mark_at_the_end_of_a_dotted_line(dates, words) -> None:
    mark, (line,) = place(statement(Status.IN_PLACE, **dates))
    assert line["line"]["dash"] == "dot"
    assert line["x1"] == pytest.approx(mark["x"][0], abs=0.1)
    assert [text for text in texts(drawn(statement(Status.IN_PLACE, **dates))) if words in text]


def test_a_plan_is_as_long_as_its_period_and_is_pale_when_it_is_over() -> None:
    fills = []
    for end in ("2099", "2022"):
        (bar,) = marks(drawn(statement(Status.IN_PLACE, since="2021", valid_until=end)).figure)
        assert bar["type"] == "bar"
        fills.append(bar["marker"]["color"].startswith("rgba"))
    assert fills == [False, True]


def test_an_act_on_file_is_hollow_and_leads_to_the_evidence_of_its_state() -> None:
    chart = drawn(statement(Status.IN_PLACE, since="2014"), acts=(act(since="2025-01-03", valid_until="2029"),))
    assert [trace["customdata"] for trace in marks(chart.figure)] == [["/evidence/KAZ/BD-1"]] * 2
    assert marks(chart.figure)[1]["hovertext"] == ["BD-1: Plan 7, 3 January 2025\xa0– 2029"]
    assert {"Plan 7", "on file, with its period"} <= set(texts(chart))
    assert [cell.text for cell in chart.table.rows[1]][2:] == ["Plan 7: News", "3 January 2025", "2029"]


def test_an_act_without_a_day_is_no_period_and_says_so() -> None:
    chart = drawn(acts=(act(valid_until="2027"),))
    assert [trace["type"] for trace in marks(chart.figure)] == ["scatter"]
    assert "Plan 7, day not given" in texts(chart)


def test_a_plan_of_which_several_pages_report_is_drawn_once_and_listed_as_often() -> None:
    acts = (
        act("Resolution 227", since="2024-04", valid_until="2026"),
        act("Programme", since="2024", valid_until="2026"),
    )
    chart = drawn(acts=acts)
    assert len(marks(chart.figure)) == 1
    assert "Resolution 227" in texts(chart)
    assert len(chart.table.rows) == 2


def test_states_are_in_the_fixed_order_and_one_theme_names_what_has_no_date() -> None:
    undated, dated = statement(Status.IN_PLACE, country="KGZ"), statement(Status.IN_PLACE, country="UZB", since="1998")
    shown = texts(drawn(dated, undated, item="BD-1"))
    assert [text[3:6] for text in shown if text.removeprefix("<b>")[:3] in STATES] == list(STATES)
    assert {"without a date: 1", "no entry with a date", "1998"} <= set(shown)
    assert "Reported without a date: KGZ 1." in drawn(dated, undated).notes
    assert [row[0].text for row in drawn(dated, undated, countries=("UZB",)).table.rows] == ["UZB"]


def test_a_conference_to_come_is_hollow_and_says_that_it_was_planned() -> None:
    chart = drawn(statement(Status.IN_PLACE, since="2020"))
    assert "P 2026, planned in 2023" in texts(chart)


def test_a_conference_that_was_held_is_a_filled_square_also_on_a_dark_page() -> None:
    held = snapshot(replace(FRAME, conferences=(conference("2021"),)), statement(Status.IN_PLACE, since="2020"))
    chart = timeline.chart(time_axis(held), WORDS, name="x", title="T", day="D", source="S", href=href)
    assert re.search(r'<rect [^>]*fill="var\(--bs-body-color', draw(chart.figure, "x", chart.height).svg)


def test_words_are_over_no_other_words_nor_over_the_line_of_today() -> None:
    stated = [
        statement(Status.IN_PLACE, country=code, since=year) for code in STATES for year in ("2019", "2023-06-01")
    ]
    layout = drawn(*stated, acts=(act(since="2022", valid_until="2024"),)).figure["layout"]
    lines = [(note["y"], note["xanchor"], note["x"], note["text"]) for note in layout["annotations"]]
    assert [pair for pair in combinations(lines, 2) if pair[0][:3] == pair[1][:3]] == []


def test_a_narrow_window_has_a_list_by_year_with_the_same_marks_and_files_name_every_state() -> None:
    chart = drawn(*(statement(Status.IN_PLACE, country=code, since="2014-03-05") for code in STATES))
    narrow, _ = chart.narrow
    wide, _ = chart.in_files()
    assert len(marks(narrow)) == len(marks(wide)) == len(marks(chart.figure)) == len(STATES)
    named = [note["text"] for note in narrow["layout"]["annotations"]]
    assert named[:2] == ["<b>2014</b>", "KAZ, BD-1: 5 March 2014"]
    assert {f"<b>{code}</b>" for code in STATES} <= {note["text"] for note in wide["layout"]["annotations"]}


def test_without_a_date_there_is_no_picture_but_a_table() -> None:
    chart = drawn(statement(Status.IN_PLACE))
    assert chart.figure is None
    assert chart.table.rows == ()


@pytest.mark.parametrize("since", ["0001-01-01", "/0001", "9999-12-31"])
def test_the_axis_ends_where_the_calendar_does(since: str) -> None:
    assert drawn(statement(Status.IN_PLACE, since=since)).figure


def test_sources_are_read_up_to_one_day_for_all_states() -> None:
    pages = [source(f"page-{day}", date=date.fromisoformat(day)) for day in ("2026-02-20", "2026-03-16", "2026-01-09")]
    reports = tuple(
        PublicReport(statement(country=country, since="2025", source_id=page.source_id, act_kind=ActKind.PLAN), page)
        for country, page in zip(("KAZ", "TJK", "UZB"), pages, strict=True)
    )
    shown = replace(snapshot(framework(item("BD-1"))), newest=pages[1].date, public_reports=reports)
    assert time_axis(shown, countries=("KAZ", "UZB")).whole.until == time_axis(shown).whole.until == pages[1].date
