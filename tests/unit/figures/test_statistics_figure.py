"""The charts of statistics: exact spans, hatches, zero as a mark, no percentage on an axis."""

from datetime import date
from typing import Any

from bukhara.figures import spans
from bukhara.figures.chart import Chart
from bukhara.figures.statistics import chart
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from bukhara.model.observation import Observation
from bukhara.views import statistics
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, change, figure, snapshot

DAY = 86_400_000


def _chart(*figures: Observation, country: str = "KAZ", topic: str = "registered") -> Chart:
    view = statistics.build(snapshot(*figures), topic=topic)
    panel = next(p for p in view.panels if p.country.code == country)
    return chart(view, panel, words_of("en"), lambda found: f"/evidence?q={found}")


def _bars(drawn: Chart) -> list[dict[str, Any]]:
    assert drawn.figure is not None
    return [trace for trace in drawn.figure["data"] if trace["type"] == "bar"]


def test_the_same_view_gives_the_same_picture() -> None:
    assert _chart(figure(), figure(3, HALF)) == _chart(figure(), figure(3, HALF))


def test_a_year_is_solid_and_everything_else_is_hatched() -> None:
    bars = _bars(_chart(figure(5, YEAR), figure(3, HALF)))
    assert [bar["marker"]["pattern"]["shape"] for bar in bars] == [[""], ["/"]]


def test_a_half_year_has_an_axis_of_its_own_and_says_its_length() -> None:
    drawn = _chart(figure(5, YEAR), figure(3, HALF)).figure
    assert drawn is not None
    assert [bar["yaxis"] for bar in drawn["data"]] == ["y", "y2"]
    heads = [a["text"] for a in drawn["layout"]["annotations"] if a["text"].startswith("<b>Trafficking")]
    assert ["6\u00a0months" in text for text in heads] == [False, True]


def test_as_rates_a_year_and_a_half_year_share_an_axis_with_the_conversion_on_it() -> None:
    view = statistics.build(snapshot(figure(60, YEAR), figure(42, HALF)), monthly=True)
    drawn = chart(view, view.panels[0], words_of("en"), str)
    assert drawn.figure is not None
    assert [bar["y"] for bar in _bars(drawn)] == [[5, 7]]
    assert drawn.figure["layout"]["yaxis"]["title"]["text"] == "a month"
    assert [row[1].text for row in drawn.table.rows] == ["5 a month", "7 a month"]
    assert [row[0].text for row in drawn.table.rows] == ["60", "42"]


def test_each_kind_of_period_has_its_own_hatch() -> None:
    open_end = figure(9, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021")
    periods = [figure(1, HALF), figure(1, JANUARY_JULY), figure(1, MONTHS_18), open_end]
    assert [spans.pattern(f) for f in periods] == ["/", "\\", "x", "."]


def test_a_bar_spans_exactly_its_period() -> None:
    bars = _bars(_chart(figure(5, YEAR), figure(3, HALF)))
    assert [bar["width"] for bar in bars] == [[365 * DAY], [181 * DAY]]
    assert [bar["x"] for bar in bars] == [["2022-07-02 12:00"], ["2023-04-01 12:00"]]


def test_every_axis_of_counts_begins_at_zero() -> None:
    drawn = _chart(figure(5), figure(7, stage="investigated")).figure
    assert drawn is not None
    assert [drawn["layout"][name]["range"][0] for name in ("yaxis", "yaxis2")] == [0, 0]


def test_nothing_is_stacked() -> None:
    drawn = _chart(figure(5), figure(7, offence_class="trafficking_minors")).figure
    assert drawn is not None
    assert drawn["layout"]["barmode"] == "overlay"
    assert [bar["yaxis"] for bar in drawn["data"]] == ["y", "y2"]


def test_a_reported_zero_is_a_mark_with_its_words() -> None:
    drawn = _chart(figure(14), figure(0, JANUARY_JULY)).figure
    assert drawn is not None
    zero = next(t for t in drawn["data"] if t["type"] == "scatter")
    assert (zero["y"], zero["x"]) == ([0, 0], ["2023-01-01", "2023-08-01"])
    assert any("0 reported" in a["text"] for a in drawn["layout"]["annotations"])


def test_an_open_period_ends_in_an_arrow() -> None:
    zero = figure(0, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021")
    drawn = _chart(zero).figure
    assert drawn is not None
    assert drawn["data"][0]["marker"]["symbol"] == ["line-ns", "triangle-right"]


def test_a_change_in_per_cent_is_never_on_an_axis() -> None:
    drawn = _chart(figure(5), change(2))
    assert [bar["y"] for bar in _bars(drawn)] == [[5]]


def test_a_change_in_per_cent_is_exported_as_text() -> None:
    cell = _chart(change(2)).table.rows[0][0]
    assert (cell.exported, cell.value) == ("+2 % (base not given)", None)


def test_a_figure_not_available_is_a_grey_field_without_height_on_the_axis() -> None:
    table = [figure(n, (date(y, 1, 1), date(y, 12, 31)), indicator="CTX-groups") for n, y in ((1, 2020), (3, 2021))]
    gap = figure(None, HALF, indicator="CTX-groups", state=State.NOT_AVAILABLE, quote="-")
    field = _bars(_chart(*table, gap, topic="CTX-groups"))[1]
    assert field["yaxis"] == "y101"
    assert field["marker"]["color"] == spans.GREY


def test_every_mark_leads_to_its_evidence() -> None:
    one = figure(5)
    assert _bars(_chart(one))[0]["customdata"] == [f"/evidence?q={one.observation_id}"]


def test_the_reason_for_separate_rows_is_given() -> None:
    notes = _chart(figure(5), figure(7, stage="investigated")).notes
    assert notes == ("Shown in separate rows and never added together. They differ by: stage.",)


def test_a_panel_without_dated_counts_has_no_picture() -> None:
    assert _chart(change(2)).figure is None


def test_the_table_has_every_figure_with_period_and_locator() -> None:
    row = _chart(figure(3, HALF)).table.rows[0]
    assert [cell.text for cell in row] == [
        "3", "cases", "first half of 2023", "registered · trafficking in persons (strict)", "Ministry", "line\u00a01",
    ]  # fmt: skip


def test_a_rate_has_its_bare_number_over_the_bar_and_all_of_it_on_hovering() -> None:
    view = statistics.build(snapshot(figure(60, YEAR), figure(110, HALF)), monthly=True)
    drawn = chart(view, view.panels[0], words_of("en"), str).figure
    assert drawn is not None
    assert any(a["text"].startswith("<b>18.3</b>") for a in drawn["layout"]["annotations"])
    assert "18.3 a month" in drawn["data"][0]["hovertext"][1]


def test_a_locator_is_shown_in_words_and_exported_as_a_code() -> None:
    place = _chart(figure(3, HALF)).table.rows[0][-1]
    assert (place.text, place.exported) == ("line\u00a01", "L1")
