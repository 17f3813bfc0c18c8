"""The chart of a comparison: an axis for each key, a hatch for other periods than years, a mark for zero."""

from typing import Any

from bukhara.figures import compare_measure
from bukhara.figures.chart import Chart
from bukhara.i18n.words import words_of
from bukhara.views import compare
from tests.unit.views import observed
from tests.unit.views.observed import HALF, YEAR, change, figure

WORDS = words_of("en")


def chart(*figures: Any) -> Chart:
    snapshot = observed.snapshot(*figures)
    measured = compare.build(snapshot).measured
    assert measured is not None
    context = compare_measure.ChartContext(WORDS, snapshot.framework, lambda name: f"/evidence?q={name}")
    return compare_measure.chart(measured, context, source="S", notes=())


def traces(*figures: Any) -> list[dict[str, Any]]:
    drawn = chart(*figures).figure
    assert drawn is not None
    data: list[dict[str, Any]] = drawn["data"]
    return data


def test_the_same_view_gives_the_same_picture() -> None:
    assert chart(figure()) == chart(figure())


def test_like_figures_share_an_axis_from_zero() -> None:
    drawn = chart(figure(5), figure(9, country="TJK")).figure
    assert drawn is not None
    assert {trace["xaxis"] for trace in drawn["data"]} == {"x"}
    assert drawn["layout"]["xaxis"]["range"][0] == 0


def test_unlike_periods_never_share_an_axis() -> None:
    data = traces(figure(5, YEAR), figure(3, HALF, country="TJK"))
    assert [trace["xaxis"] for trace in data] == ["x", "x2"]


def test_a_half_year_is_hatched_and_a_year_is_not() -> None:
    rows = [figure(5, HALF), figure(7, HALF, country="TJK")]
    years = [figure(5), figure(7, country="TJK")]
    assert traces(*rows)[0]["marker"]["pattern"]["shape"]
    assert not traces(*years)[0]["marker"]["pattern"]["shape"]


def test_a_single_figure_is_a_mark_and_not_a_bar() -> None:
    assert [trace["type"] for trace in traces(figure(5))] == ["scatter"]


def test_a_reported_zero_is_a_mark_on_the_axis() -> None:
    zero = traces(figure(0), figure(4, country="TJK"))[0]
    assert (zero["type"], zero["x"]) == ("scatter", [0])


def test_a_change_in_per_cent_is_in_the_table_only() -> None:
    found = chart(change(2))
    assert found.figure is None
    assert "base not given" in found.table.rows[0][2].text
    assert found.table.rows[0][2].value is None


def test_a_mark_leads_to_its_evidence() -> None:
    assert traces(figure())[0]["customdata"][0].startswith("/evidence?q=o-")


def test_a_country_without_a_figure_is_in_the_table_with_its_state() -> None:
    rows = [(row[1].text, row[2].text) for row in chart(figure()).table.rows]
    assert ("TJK", "not covered by the report") in rows
