"""Rows of small multiples: a plot for each state, lines that stop at gaps, bands for ranges, nothing on a common axis."""

from dataclasses import replace
from datetime import date

from bukhara.figures import small_multiples
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier
from bukhara.views import explore
from tests.unit.views.observed import HALF, figure, snapshot

WORDS = words_of("en")


def year(number):
    return date(number, 1, 1), date(number, 12, 31)


def masked(period):
    return replace(figure(1, period), value=None, qualifier=Qualifier.RANGE, value_low=0, value_high=4, quote="<5")


def rows(*figures, **selection):
    return explore.build(snapshot(*figures), explore.Selection(**{"measure": "registered", **selection}))


def drawn(*figures, form="lines", revised=frozenset(), scale=False, **selection):
    found = rows(*figures, **selection)
    tops = small_multiples.common_tops(found.rows) if scale else None
    look = small_multiples.Look(words=WORDS, href=lambda f: f"/e/{f}", form=form, revised=revised, tops=tops)
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


def test_each_state_has_a_plot_with_its_own_highest_value_in_fixed_order() -> None:
    (chart,) = drawn(figure(40, year(2020)), figure(7, year(2020), country="TJK"))
    layout = chart.figure["layout"]
    names = [a["text"] for a in layout["annotations"] if a["text"].startswith("<b>") and a.get("xref") == "paper"]
    assert names == [f"<b>{code}</b>" for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB")]
    assert (layout["yaxis"]["tickvals"], layout["yaxis3"]["tickvals"]) == ([0, 40], [0, 7])
    assert len({trace["yaxis"] for trace in chart.figure["data"]}) == 2
    assert "not covered" in " ".join(row[1].text for row in chart.table.rows)


def test_one_scale_is_within_a_state_only() -> None:
    held = (figure(40, year(2020)), figure(10, HALF), figure(7, year(2020), country="TJK"))
    tops = [chart.figure["layout"][axis]["tickvals"][1] for chart in drawn(*held, scale=True) for axis in ("yaxis",)]
    assert tops == [40, 40]
    assert drawn(*held, scale=True)[0].figure["layout"]["yaxis3"]["tickvals"] == [0, 7]


def test_more_than_has_an_open_end_and_a_revised_value_a_mark_and_a_word() -> None:
    more = replace(figure(30, year(2019)), qualifier=Qualifier.AT_LEAST)
    other = figure(20, year(2021))
    (chart,) = drawn(more, other, revised=frozenset({other.observation_id}))
    symbols = [s for trace in traces(chart, "markers") for s in trace["marker"]["symbol"]]
    assert symbols == ["triangle-up", "circle-open-dot"]
    assert [row[-1].text for row in chart.table.rows if row[-1].text] == ["revised since the edition before"]


def test_a_table_has_no_picture_and_every_figure() -> None:
    (chart,) = drawn(figure(5, year(2020)), figure(6, year(2021)), form="table")
    assert chart.figure is None
    assert {"5", "6"} <= {row[1].text for row in chart.table.rows}


def test_an_empty_selection_names_the_filters_that_hide_the_figures() -> None:
    shot = snapshot(figure(5, year(2020)))
    asked = explore.Selection(measure="registered", first=2022)
    assert explore.build(shot, asked).rows == ()
    assert explore.relaxable(shot, asked) == ("years",)
    assert explore.build(shot, replace(asked, first=2020)).rows
