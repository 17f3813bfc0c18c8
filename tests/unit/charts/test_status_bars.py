"""Counts and levels as bars: what is not covered is an open hatch, and low coverage is a list."""

from bukhara.charts import level_bar, status_bars
from bukhara.charts.chart import Chart
from bukhara.charts.status_bars import SEGMENTS, Bar
from bukhara.i18n.words import words_of
from bukhara.progress.counts import Counts
from bukhara.views import country_level
from tests.unit.views.test_country_level import answer, held

EN = words_of("en")
KNOWN = Counts(n=5, in_place=2, in_place_before=1, in_place_since=1, planned=1, not_covered=2)
BARS = (Bar("Uzbekistan", Counts(n=1, not_covered=1), "/u"), Bar("Kazakhstan", KNOWN, "/k"))


def traces(bars: tuple[Bar, ...] = BARS) -> dict[str, dict]:
    return {trace["name"]: trace for trace in status_bars.figure(bars, EN)["data"]}


def test_what_is_not_covered_is_an_open_hatch() -> None:
    marker = traces()["not covered"]["marker"]
    assert (marker["color"], marker["pattern"]["shape"]) == ("rgba(0,0,0,0)", "/")


def test_no_answer_yet_not_available_and_withheld_are_three_open_hatches() -> None:
    asked = Counts(n=7, not_covered=7, not_reported=1, not_available=2, suppressed=3)
    drawn = traces((Bar("Kazakhstan", asked, "/k"),))
    assert {name: trace["text"] for name, trace in drawn.items()} == {
        "no answer yet": ["1"],
        "not available": ["2"],
        "withheld": ["3"],
        "not covered": ["1"],
    }
    assert {trace["marker"]["color"] for trace in drawn.values()} == {"rgba(0,0,0,0)"}
    assert len({trace["marker"]["pattern"]["shape"] for trace in drawn.values()}) == len(drawn)


def test_what_is_known_is_solid() -> None:
    solid = [trace["marker"]["color"] for name, trace in traces().items() if name != "not covered"]
    assert solid
    assert all(colour.startswith("#") for colour in solid)


def test_no_two_parts_look_alike() -> None:
    looks = {(segment.colour, segment.pattern) for segment in SEGMENTS}
    assert len(looks) == len(SEGMENTS)


def test_every_segment_carries_its_number_and_an_empty_one_none() -> None:
    assert traces()["not covered"]["text"] == ["1", "2"]
    assert traces()["planned"]["text"] == ["", "1"]


def test_a_segment_that_is_pointed_at_names_what_it_counts() -> None:
    alone = {"Plan": Counts(n=1, planned=1), "Law": Counts(n=1, in_place=1, in_place_since=1), "Body": KNOWN}
    drawn = traces((Bar("Kazakhstan", KNOWN, "/k", tuple(alone.items())),))
    assert drawn["planned"]["hovertext"] == ["Kazakhstan: 1 planned: Plan; Body"]
    assert drawn["in place after the Declaration"]["hovertext"] == [
        "Kazakhstan: 1 in place after the Declaration: Law; Body"
    ]


def test_rows_keep_the_order_given_whatever_their_counts() -> None:
    figure = status_bars.figure(BARS, EN)
    assert all(trace["y"] == ["Uzbekistan", "Kazakhstan"] for trace in figure["data"])
    assert figure["layout"]["yaxis"]["autorange"] == "reversed"


def test_segments_are_in_the_order_of_the_parts() -> None:
    order = [segment.message for segment in SEGMENTS]
    assert list(traces()) == [name for name in order if name in traces()]


def test_bars_start_at_zero_and_end_at_the_longest() -> None:
    layout = status_bars.figure(BARS, EN)["layout"]
    assert (layout["xaxis"]["range"], layout["barmode"]) == ([0, 5], "stack")


def test_a_part_with_only_zeros_is_not_in_the_legend() -> None:
    assert set(traces()) == {
        "in place before the Declaration",
        "in place after the Declaration",
        "planned",
        "not covered",
    }


def test_nothing_to_draw_is_an_empty_figure() -> None:
    figure = status_bars.figure((), EN)
    assert (figure["data"], figure["layout"]["xaxis"]["range"]) == ([], [0, 1])


def test_one_figure_does_not_write_into_the_next() -> None:
    status_bars.figure(BARS, EN)["layout"]["font"]["size"] = 99
    assert status_bars.figure(BARS, EN)["layout"]["font"]["size"] != 99


def test_the_table_has_the_numbers_of_the_bars() -> None:
    table = status_bars.table(BARS, EN, "State")
    names = dict(zip(table.columns[1:], table.rows[1][1:], strict=True))
    assert {name: cell.value for name, cell in names.items() if name in traces()} == {
        name: trace["x"][1] for name, trace in traces().items()
    }


def test_a_count_of_zero_is_a_zero_in_the_table() -> None:
    cell = status_bars.table(BARS, EN, "State").rows[0][1]
    assert (cell.text, cell.exported) == ("0", 0.0)


def test_parts_of_a_row_add_up_to_its_themes() -> None:
    row = status_bars.table(BARS, EN, "State").rows[1]
    assert sum(cell.value for cell in row[1:]) == KNOWN.n


def level_chart(answered: int) -> Chart:
    view = country_level.build(held(*(answer(1, n + 1, "r2") for n in range(answered))), "KAZ")
    assert view is not None
    return level_bar.chart(view, words_of("en"), country="K", source="S", href="/a")


def test_the_subtitle_names_the_coverage() -> None:
    assert "4 of 5 themes answered (coverage 80 %)" in level_chart(4).subtitle


def test_with_high_coverage_the_nearest_level_is_named() -> None:
    assert "Nearest level: 1." in level_chart(4).notes


def test_with_middling_coverage_there_is_a_bar_without_nearest_level() -> None:
    found = level_chart(3)
    assert found.figure is not None
    assert not any("Nearest" in note for note in found.notes)


def test_with_low_coverage_there_is_no_bar_and_the_themes_are_listed() -> None:
    found = level_chart(2)
    assert found.figure is None
    assert len(found.table.rows) == 5


def test_a_theme_without_answer_is_listed_and_not_zero() -> None:
    cell = level_chart(2).table.rows[4][1]
    assert (cell.text, cell.value) == ("no answer", None)
