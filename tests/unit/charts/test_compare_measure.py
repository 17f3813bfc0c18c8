"""Charts of a comparison and of shares: an axis for each key, a mark for zero, shares never on an axis of counts."""

from typing import Any

import pytest

from bukhara.charts import compare_measure, shares
from bukhara.charts.chart import Chart
from bukhara.i18n.words import words_of
from bukhara.views import compare
from bukhara.views.identified import Shares
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


def test_like_figures_share_an_axis_from_zero() -> None:
    drawn = chart(figure(5), figure(9, country="TJK")).figure
    assert drawn is not None
    assert {trace["xaxis"] for trace in drawn["data"]} == {"x"}
    assert drawn["layout"]["xaxis"]["range"][0] == 0


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


def test_a_country_without_a_figure_is_in_the_table_with_its_state() -> None:
    rows = [(row[1].text, row[2].text) for row in chart(figure()).table.rows]
    assert ("TJK", "not covered by the report") in rows


WOMEN = figure(48, YEAR, country="REG", unit="percent", counting_unit="victim", sex="female", age_group="adult")
FORM = figure(76, YEAR, country="REG", unit="percent", counting_unit="victim", form_of_exploitation="forced_labour")


def shares_chart(*figures, rest=0.0):
    return shares.chart(
        Shares(figures, rest),
        words_of("en"),
        heading=("shares", "Shares"),
        source="Source",
        href=lambda found: f"/evidence?q={found}",
    )


def test_the_scale_runs_from_zero_to_a_hundred_per_cent() -> None:
    axis = shares_chart(WOMEN).figure["layout"]["xaxis"]
    assert (axis["range"], axis["ticksuffix"].strip()) == ([0, 100], "%")


def test_the_subtitle_says_that_the_base_is_not_given() -> None:
    assert "base not given" in shares_chart(WOMEN).subtitle


def test_the_unexplained_share_is_an_open_hatch_with_its_words() -> None:
    drawn = shares_chart(FORM, rest=24.0)
    rest = drawn.figure["data"][1]
    assert (rest["x"], rest["marker"]["color"], rest["marker"]["pattern"]["shape"]) == ([24.0], "rgba(0,0,0,0)", "/")
    assert rest["y"] == ["not explained in the source"]
    assert any("not explained" in note for note in drawn.notes)


def test_a_heading_that_explains_all_has_no_hatch() -> None:
    assert [trace["type"] for trace in shares_chart(WOMEN).figure["data"]] == ["bar", "scatter"]


def test_exports_keep_the_per_cent_sign_and_no_bare_number() -> None:
    assert [cell.exported for row in shares_chart(WOMEN, rest=52.0).table.rows for cell in row[1:2]] == [
        "48\u00a0%",
        "52\u00a0%",
    ]


@pytest.mark.parametrize(
    ("sex", "age", "name"),
    [
        ("female", "adult", "women"),
        ("female", "minor", "girls"),
        ("male", "adult", "men"),
        ("male", "minor", "boys"),
        ("female", "", "female"),
    ],
)
def test_groups_of_persons_have_names(sex, age, name) -> None:
    share = figure(1, YEAR, sex=sex, age_group=age)
    assert shares.name(share, words_of("en")) == name
