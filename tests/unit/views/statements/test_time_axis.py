"""One lane for each state in fixed order, limited to what is asked for."""

from dataclasses import replace
from datetime import date

from bukhara.charts import lanes
from bukhara.i18n.words import words_of
from bukhara.model.codes import ActKind, SourceClass, Status
from bukhara.model.release import PublicReport
from bukhara.views.statements import timeline
from tests.unit.progress.build import STATES, framework, item, snapshot, source, statement
from tests.unit.views.statements.test_timeline import conference

WORDS = words_of("en")


def axis(**asked: object) -> timeline.TimeAxis:
    stated = [
        statement(Status.IN_PLACE, country="UZB", since="1998"),
        statement(Status.UNDER_WAY, "BD-2.1", "KAZ", since="2022"),
        statement(Status.IN_PLACE, "BD-2.1", "KGZ"),
    ]
    frame = framework(item("BD-1"), item("BD-2"), conferences=(conference("2026", state="planned"),))
    return timeline.time_axis(snapshot(frame, *stated), **asked)


def drawn(view: timeline.TimeAxis) -> lanes.Chart:
    return lanes.chart(
        view, WORDS, name="x", title="T", day="D", source="S", href=lambda code, item: f"/evidence/{code}/{item}"
    )


def test_lanes_are_in_the_fixed_order_and_so_is_the_table() -> None:
    view = axis()
    assert tuple(lane.country.code for lane in view.lanes) == STATES
    assert [row[1].href for row in drawn(view).table.rows] == ["/evidence/KAZ/BD-2", "/evidence/UZB/BD-1"]


def test_a_selection_limits_states_and_items() -> None:
    assert [lane.country.code for lane in axis(countries=("UZB", "KAZ")).lanes] == ["KAZ", "UZB"]
    assert [event.item for event in axis(item="BD-1").whole.events] == ["BD-1"]


def test_a_mark_leads_to_the_evidence_of_its_own_state() -> None:
    figure = drawn(axis()).figure
    assert figure
    marks = [trace["customdata"][0] for trace in figure["data"] if "customdata" in trace]
    assert marks == ["/evidence/KAZ/BD-2", "/evidence/UZB/BD-1"]


def test_the_axis_has_the_years_of_events_and_conferences_alone() -> None:
    for view, year in ((axis(), 1998), (axis(item="BD-2"), 2022)):
        figure = drawn(view).figure
        assert figure
        first, last = map(date.fromisoformat, figure["layout"]["xaxis"]["range"])
        assert first.year == year - 1
        assert first < date(year, 1, 1)
        assert date(2026, 12, 31) < last < date(2027, 12, 31)


def test_each_lane_says_what_has_no_date() -> None:
    figure = drawn(axis()).figure
    assert figure
    names = [
        note["text"] for note in figure["layout"]["annotations"] if "<b>KGZ" in note["text"] or "TJK" in note["text"]
    ]
    assert [name.split(" · ")[1] for name in names] == ["without a date: 1", "no date in the sources"]


def test_the_conferences_are_named_at_their_lines_also_those_to_come() -> None:
    chart = drawn(axis())
    assert chart.figure
    named = [(note["text"], note["x"][:4]) for note in chart.figure["layout"]["annotations"] if note["y"] == 1]
    assert ("P, 2026, planned in 2023", "2026") in named
    assert "Planned in the report of 2023: P, 2026." in chart.notes


def reporting(*texts: tuple[str, str], day: str = "2026-02-17", place: str = "") -> lanes.Chart:
    """Return the chart with a public report of 17 February 2026 for each pair of beginning and end."""
    page = source("page", source_class=SourceClass.DESK_RESEARCH, title="News", date=date.fromisoformat(day))
    said = {"statement": "A plan.", "source_id": "page", "source_locator": place, "act_kind": ActKind.PLAN}
    reports = [PublicReport(statement(since=since, valid_until=end, **said), page) for since, end in texts]
    frame = framework(item("BD-1"))
    shown = snapshot(frame, statement(Status.IN_PLACE, since="2014"), sources=(page,))
    return drawn(timeline.time_axis(replace(shown, newest=page.date, public_reports=tuple(reports))))


def test_sources_are_read_up_to_one_day_for_all_states() -> None:
    pages = [source(f"page-{day}", date=date.fromisoformat(day)) for day in ("2026-02-20", "2026-03-16", "2026-01-09")]
    reports = tuple(
        PublicReport(statement(country=country, since="2025", source_id=page.source_id, act_kind=ActKind.PLAN), page)
        for country, page in zip(("KAZ", "TJK", "UZB"), pages, strict=True)
    )
    shown = replace(snapshot(framework(item("BD-1"))), newest=pages[1].date, public_reports=reports)
    assert timeline.time_axis(shown).whole.until == pages[1].date
    assert timeline.time_axis(shown, countries=("KAZ", "UZB")).whole.until == pages[1].date


def test_a_public_report_is_a_hollow_mark_without_a_status() -> None:
    chart = reporting(("2025-01-03", "2029"))
    assert chart.figure
    marks = [t for t in chart.figure["data"] if t.get("mode") == "markers"]
    assert [m["marker"]["symbol"] for m in marks] == ["circle", "square-open"]
    assert marks[1]["customdata"] == ["/evidence/KAZ/BD-1"]
    assert marks[1]["hovertext"] == ["BD-1: not confirmed, 3 January 2025 to 2029.<br>News"]
    dotted = [t for t in chart.figure["data"] if t.get("line", {}).get("dash") == "dot"]
    assert [t["x"] for t in dotted] == [["2025-01-03", "2029-12-31"]]
    assert [cell.text for cell in chart.table.rows[1]] == [
        *("KAZ", "A plan.", "not confirmed: News", "3 January 2025", "2029")
    ]
    assert chart.subtitle.endswith("Hollow squares: acts from public sources.")
    assert "A hollow square is an act from a public source" in chart.notes[0]


def test_a_report_without_a_date_has_that_of_its_source_and_says_so() -> None:
    for place, text in (("", "reported 17 February 2026"), ("accessed 2026-02-17", "read on 17 February 2026")):
        assert [row[3].text for row in reporting(("", ""), place=place).table.rows] == ["2014", text]


def test_before_the_day_of_the_conference_nothing_else_is_on_the_axis() -> None:
    chart = reporting(("2022", ""), day="2023-07-28")
    assert len(chart.table.rows) == 1
    assert "ollow" not in f"{chart.subtitle} {chart.notes}"


def test_the_figure_for_files_has_the_marks_of_the_page_and_names_every_state() -> None:
    chart = drawn(axis())
    assert chart.figure
    assert chart.in_files
    wide, _ = chart.in_files()
    marks = [[(trace["x"], trace.get("customdata")) for trace in figure["data"]] for figure in (chart.figure, wide)]
    assert marks[0] == marks[1]
    names = [note["text"] for note in wide["layout"]["annotations"] if note["text"].startswith("<b>")]
    assert [name[3:6] for name in names if name[3:6] in STATES] == list(STATES)
