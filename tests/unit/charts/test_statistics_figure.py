"""The charts and tables of statistics: exact spans, hatches, zero as a mark, lines that stop at gaps, no percentage on an axis."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bukhara.charts import small_multiples, spans
from bukhara.charts.chart import Cell, Chart
from bukhara.charts.figure_table import state_figures
from bukhara.charts.palette import CLEAR
from bukhara.charts.small_multiples_words import disagree_notes
from bukhara.charts.svg.axes import axes as found_axes
from bukhara.charts.theme import in_words
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, SourceClass, State
from bukhara.views.statistics import explore, statistics
from tests.unit.progress.build import source
from tests.unit.views import observed
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, change, figure, snapshot

DAY = 86_400_000


def _bars(*charts: Chart) -> list[dict[str, Any]]:
    return [trace for chart in charts if chart.figure for trace in chart.figure["data"] if trace["type"] == "bar"]


def test_a_year_is_solid_and_everything_else_is_hatched_each_on_an_axis_of_its_own_as_long_as_its_period() -> None:
    year_row, half_row = drawn(figure(5, YEAR), figure(3, HALF))
    bars = _bars(year_row, half_row)
    assert [bar["marker"]["pattern"]["shape"] for bar in bars] == [[""], ["/"]]
    assert [bar["width"] for bar in bars] == [[365 * DAY], [181 * DAY]]
    assert [bar["x"] for bar in bars] == [["2022-07-02 12:00"], ["2023-04-01 12:00"]]
    assert [row[3].text for row in half_row.table.rows if row[1].text == "3"] == ["first half of 2023"]


def test_a_half_year_whose_parts_do_not_agree_is_named() -> None:
    total, women, men = (figure(n, HALF, sex=sex) for n, sex in ((3, ""), (4, "female"), (1, "male")))
    view = replace(statistics.build(snapshot(total, women, men)), disagree=frozenset({total.observation_id}))
    (note,) = disagree_notes([total], view, words_of("en"))
    assert "(KAZ first half of 2023)" in note


def test_as_rates_a_year_and_a_half_year_share_an_axis_under_the_words_monthly_average() -> None:
    (chart,) = drawn(figure(60, YEAR), figure(110, HALF), monthly=True)
    (bars,) = _bars(chart)
    assert [round(height, 1) for height in bars["y"]] == [5, 18.3]
    texts = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert texts == ["<b>KAZ</b><br><b>18.3 (first half of 2023)</b><br>monthly average", "<b>18.3</b>"]
    assert "18.3 a month" in bars["hovertext"][1]
    assert [address.rsplit("/", 1)[1] for address in bars["customdata"]] == [
        each.observation_id for each in (figure(60, YEAR), figure(110, HALF))
    ], "a rate leads to the count that it is made from"
    assert [(row[1].text, row[-2].text) for row in chart.table.rows[:2]] == [
        ("60", "5 a month"),
        ("110", "18.3 a month"),
    ]
    assert any("the count divided by the whole months" in note for note in chart.notes)


def test_on_paper_every_mark_has_its_words_and_no_plot_a_name() -> None:
    found = rows(replace(figure(30, year(2019)), qualifier=Qualifier.AT_LEAST), figure(7, year(2020)))
    look = small_multiples.Look(words=WORDS, href=str, labelled=True)
    layout = small_multiples.chart(found.rows[0], found, look).figure["layout"]
    assert [note["text"] for note in layout["annotations"]] == ["<b>at least 30</b>", "<b>7</b>"]


def test_each_kind_of_period_has_its_own_hatch() -> None:
    open_end = figure(9, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021")
    periods = [figure(1, HALF), figure(1, JANUARY_JULY), figure(1, MONTHS_18), open_end]
    assert [spans.pattern(f) for f in periods] == ["/", "\\", "x", "."]


def test_a_reported_zero_is_a_line_over_its_period_and_an_open_period_ends_in_an_arrow() -> None:
    (zero,) = traces(drawn(figure(0, JANUARY_JULY))[0], "lines+markers")
    assert (zero["y"], zero["x"]) == ([0, 0], ["2023-01-01", "2023-08-01"])
    (opened,) = traces(
        drawn(figure(0, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021"))[0], "lines+markers"
    )
    assert opened["marker"]["symbol"] == ["line-ns", "triangle-right"]


def test_a_change_in_per_cent_is_never_on_an_axis_and_is_exported_as_text() -> None:
    (chart,) = drawn(figure(5), change(2))
    assert [bar["y"] for bar in _bars(chart)] == [[5]]
    (cell,) = [row[1] for row in chart.table.rows if "%" in row[1].text]
    assert (cell.exported, cell.value) == ("+2 % (base not given)", None)
    assert drawn(change(2))[0].figure is None


def test_a_figure_not_available_is_a_grey_field_without_height_on_the_axis() -> None:
    table = [figure(n, (date(y, 1, 1), date(y, 12, 31)), indicator="CTX-groups") for n, y in ((1, 2020), (3, 2021))]
    gap = figure(None, HALF, indicator="CTX-groups", state=State.NOT_AVAILABLE, quote="-")
    field = _bars(*drawn(*table, gap, measure="CTX-groups"))[1]
    assert field["yaxis"] == "y101"
    assert field["marker"]["color"] == spans.GREY


WORDS = words_of("en")


def year(number):
    return date(number, 1, 1), date(number, 12, 31)


def masked(period):
    return replace(figure(1, period), value=None, qualifier=Qualifier.RANGE, value_low=0, value_high=4, quote="<5")


def rows(*figures, **selection):
    return explore.build(snapshot(*figures), explore.Selection(**{"measure": "registered", **selection}))


def drawn(*figures, revised=frozenset(), **selection):
    found = rows(*figures, **selection)
    look = small_multiples.Look(words=WORDS, href=lambda f: f"/e/{f}", revised=revised)
    return [small_multiples.chart(row, found, look) for row in found.rows]


def traces(chart, mode):
    return [trace for trace in chart.figure["data"] if trace.get("mode", trace["type"]) == mode]


def test_a_line_joins_consecutive_years_and_stops_at_a_gap_and_a_masked_year() -> None:
    known = [figure(n, year(2000 + n)) for n in (5, 6, 8, 9, 11)]
    (chart,) = drawn(*known, masked(year(2010)))
    assert [trace["y"] for trace in traces(chart, "lines+markers")] == [[5, 6], [8, 9]]
    assert [trace["y"] for trace in traces(chart, "markers")] == [[11]]
    (band,) = traces(chart, "bar")
    assert (band["base"], band["y"]) == ([0], [4])


@pytest.mark.parametrize(("years", "form"), [((2020,), "bar"), ((2020, 2021), "bar"), ((2020, 2021, 2022), "scatter")])
def test_three_years_are_a_line_and_fewer_are_bars_in_every_chart(years, form) -> None:
    known = [figure(n, year(n)) for n in years]
    assert {trace["type"] for chart in drawn(*known) for trace in chart.figure["data"]} == {form}


def test_half_years_are_bars_however_many_there_are() -> None:
    halves = [(date(n, 1, 1), date(n, 6, 30)) for n in (2020, 2021, 2022)]
    assert {trace["type"] for trace in drawn(*(figure(5, half) for half in halves))[0].figure["data"]} == {"bar"}


def test_a_line_joins_the_answers_of_a_state_to_two_rounds() -> None:
    known = [figure(n, year(2015 + n), source_id=f"round-{n}") for n in (5, 6, 7)]
    sources = tuple(source(f"round-{n}", source_class=SourceClass.STATE_SUBMISSION) for n in (5, 6, 7))
    found = explore.build(replace(snapshot(*known), sources=sources), explore.Selection(measure="registered"))
    chart = small_multiples.chart(found.rows[0], found, small_multiples.Look(words=WORDS, href=str))
    assert [trace["y"] for trace in traces(chart, "lines+markers")] == [[5, 6, 7]]
    assert "dotted line" not in " ".join(chart.notes)


def test_each_state_has_a_plot_with_its_own_highest_value_in_fixed_order() -> None:
    (chart,) = drawn(figure(40, year(2020)), figure(7, year(2020), country="TJK"))
    layout = chart.figure["layout"]
    names = [a["text"] for a in layout["annotations"] if a["text"].startswith("<b>") and a.get("xref") == "paper"]
    assert [name[3:6] for name in names] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    axes = found_axes(in_words(chart.figure, WORDS))
    assert [[text for _, text in axes[name].ticks()] for name in ("y", "y3")] == [
        ["0", "10", "20", "30", "40"],
        ["0", "2", "4", "6", "8"],
    ]
    assert len({trace["yaxis"] for trace in chart.figure["data"]}) == 2
    assert "not covered" in " ".join(row[1].text for row in chart.table.rows)


def test_an_axis_names_years_at_equal_steps_and_a_plot_its_newest_and_highest_figure() -> None:
    known = [figure(9, year(2004)), figure(8, year(2015)), figure(7, year(2020), country="TJK")]
    (chart,) = drawn(*known)
    axis = found_axes(in_words(chart.figure, WORDS))["x"]
    assert [name for _, name in axis.ticks()] == ["2004", "2008", "2012", "2016", "2020"]
    texts = [note["text"] for note in chart.figure["layout"]["annotations"]]
    assert texts[0] == "<b>KAZ</b><br><b>8 (2015)</b><br>highest: 9 (2004)"
    assert {"<b>8</b>", "<b>9</b>", "<b>7</b>"} <= set(texts), "each at its mark"
    # drawing over the years enlarges those of all states
    assert chart.figure["layout"]["xaxis3"]["matches"] == "x"


def test_the_newest_number_is_at_its_mark_and_below_it_where_the_line_falls() -> None:
    def label(*figures):
        notes = drawn(*figures)[0].figure["layout"]["annotations"]
        return next((each["y"], each["yanchor"]) for each in notes if each["text"] == "<b>30</b>")

    falling = [figure(n, year(y)) for n, y in ((90, 2018), (60, 2019), (30, 2020))]
    assert label(*falling) == (30, "top")
    assert label(*falling[1:]) == (30, "bottom"), "below is its bar"


def test_a_mark_that_is_pointed_at_names_state_value_period_and_who_reports_it() -> None:
    (chart,) = drawn(replace(figure(7, year(2020)), reporter=""), figure(9, year(2020), country="TJK"))
    texts = [text for trace in chart.figure["data"] for text in trace["hovertext"]]
    assert texts == ["KAZ: 7 · 2020", "TJK: 9 · 2020 · as reported by: Ministry"]


def test_a_masked_figure_is_a_thin_empty_box_that_is_no_full_height() -> None:
    (chart,) = drawn(masked(year(2019)), masked(year(2020)))
    (band,) = traces(chart, "bar")
    assert band["width"][0] < 200 * spans.DAY_MS
    assert band["marker"]["color"] == [CLEAR, CLEAR]
    axis = chart.figure["layout"]["yaxis"]
    assert axis["ticktext"] == ["0"]
    assert axis["range"][1] > 3 * 4
    (mixed,) = drawn(masked(year(2019)), figure(2, year(2020)))
    axis = mixed.figure["layout"]["yaxis"]
    assert (axis["dtick"], axis["range"][1] >= 4) == (1, True)


def test_a_single_state_fills_the_picture_and_the_others_are_said_above_it() -> None:
    (chart,) = drawn(figure(5, year(2019)), figure(6, year(2020)))
    assert chart.subplots.count == 1
    axis = chart.figure["layout"]["xaxis"]
    assert (axis["domain"], axis["tick0"], axis["dtick"]) == ([0, 1], "2019-01-01", "M12")
    assert "KGZ, TJK, TKM, UZB: not covered." in chart.subtitle
    assert [row[0].text for row in chart.table.rows].count("UZB") == 1
    two = drawn(figure(5, year(2019)), figure(6, year(2020), country="UZB"))[0]
    assert (two.subplots.count, "not covered" in two.subtitle) == (5, False)


def test_more_than_has_an_open_end_and_a_revised_value_a_mark_and_a_word() -> None:
    more = replace(figure(30, year(2019)), qualifier=Qualifier.AT_LEAST)
    other = figure(20, year(2021))
    years = [figure(20, year(n)) for n in (2022, 2023)]
    (chart,) = drawn(more, other, *years, revised=frozenset({other.observation_id}))
    symbols = [s for trace in chart.figure["data"] for s in trace["marker"]["symbol"]]
    assert symbols == ["triangle-up", "circle-open-dot", "circle", "circle"]
    assert [row[-1].text for row in chart.table.rows if row[-1].text] == ["revised since the edition before"]


def test_rows_without_a_course_are_one_table_with_every_figure() -> None:
    found = rows(figure(5, year(2020)), figure(6, HALF), figure(7, HALF, country="UZB"))
    assert not any(small_multiples.has_series(row) for row in found.rows)
    merged = explore.as_table(found.rows)
    chart = small_multiples.chart(merged, found, small_multiples.Look(words=WORDS, href=str))
    assert chart.figure is None
    assert [(row[0].text, row[1].text) for row in chart.table.rows if row[1].value] == [
        ("KAZ", "5"),
        ("KAZ", "6"),
        ("UZB", "7"),
    ]


def test_an_empty_selection_names_the_filters_that_hide_the_figures() -> None:
    shot = snapshot(figure(5, year(2020)))
    asked = explore.Selection(measure="registered", first=2022)
    assert explore.build(shot, asked).rows == ()
    assert explore.relaxable(shot, asked) == ("years",)
    assert explore.build(shot, replace(asked, first=2020)).rows


def row(one: Any) -> tuple[Cell, ...]:
    more = {"framework": observed.snapshot(one).framework, "title": "T", "source": "S", "href": "/evidence?q={}".format}
    return state_figures([one], WORDS, **more).table.rows[0]


def test_an_exact_number_is_exported_as_a_number_and_a_qualified_one_with_its_qualifier() -> None:
    assert row(figure(5))[1].exported == 5
    assert row(figure(5, qualifier=Qualifier.MORE_THAN))[1].exported == "more than 5"


def test_a_number_leads_to_its_evidence_without_a_quotation_too_and_a_missing_one_has_none() -> None:
    assert row(figure(5, quote=""))[1].href.startswith("/evidence?q=o")
    missing = row(figure(None))[1]
    assert (missing.state, missing.href) == (State.NOT_ASKED, "")
