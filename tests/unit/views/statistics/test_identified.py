"""Victims by the body that identified them, and their shares: nothing is merged, added or subtracted."""

from datetime import date
from importlib.resources import files

import pytest
from PIL import ImageFont

from bukhara.charts import victim_shares as figure_of_shares
from bukhara.charts.palette import COUNTRY_COLOURS
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import STATE_BODIES
from bukhara.views.statistics import identified
from tests.unit.views.observed import YEAR, figure, snapshot


def victims(value=6, **changes):
    shown_here = {
        "indicator": "CTX-victims",
        "counting_unit": "victim",
        "stage": "identified",
        "identifying_body": "police",
    }
    return figure(value, YEAR, **(shown_here | changes))


def share(value, **changes):
    return figure(value, YEAR, country="REG", indicator=identified.SHARES, unit="percent", **changes)


def kinds(view):
    return {block.kind: [row.figure.value for state in block.states for row in state.rows] for block in view.blocks}


def test_state_and_civil_society_are_never_in_one_block() -> None:
    view = identified.build(snapshot(victims(7), victims(6, identifying_body="civil_society", reporter="Society")))
    assert kinds(view) == {"state": [7], "civil_society": [6], "international": []}


def test_every_kind_of_state_body_is_in_the_block_of_the_state() -> None:
    bodies = [victims(1, identifying_body=body) for body in sorted(STATE_BODIES)]
    assert len(kinds(identified.build(snapshot(*bodies)))["state"]) == len(bodies)


def test_a_block_without_any_figure_has_no_states() -> None:
    assert identified.build(snapshot(victims())).blocks[2].states == ()


def test_a_breakdown_is_under_its_own_figure() -> None:
    view = identified.build(snapshot(victims(6), victims(4, sex="male"), victims(2, sex="female")))
    (row,) = view.blocks[0].states[0].rows
    assert [o.value for o in row.broken_down_by("sex")] == [4, 2]


def test_a_figure_of_another_body_is_no_part() -> None:
    view = identified.build(snapshot(victims(200), victims(49, sex="female", reporter="Society")))
    assert [row.figure.value for row in view.blocks[0].states[0].rows] == [200, 49]


def test_a_zero_is_a_figure_and_a_gap_is_none() -> None:
    view = identified.build(snapshot(victims(0), victims(None, country="KGZ")))
    first, second = view.blocks[0].states[:2]
    assert ([row.figure.value for row in first.rows], first.gaps) == ([0], ())
    assert (second.rows, len(second.gaps)) == ((), 1)


def test_a_withheld_part_is_shown_beside_the_figure() -> None:
    withheld = victims(None, sex="male", state=State.SUPPRESSED)
    view = identified.build(snapshot(victims(60), withheld, victims(None, period_label="not covered")))
    (first, *_) = view.blocks[0].states
    assert ([row.figure.value for row in first.rows], [gap.state for gap in first.gaps]) == ([60], [State.SUPPRESSED])


def test_what_partners_supported_is_not_among_the_victims() -> None:
    assert kinds(identified.build(snapshot(victims(9, partner="Partner"))))["state"] == []


def detected(value, year=2020, **changes):
    kept = {"indicator": identified.MEASURE, "counting_unit": "victim", "stage": "identified"}
    return figure(value, (date(year, 1, 1), date(year, 12, 31)), **(kept | changes))


def masked(year=2020, **changes):
    return detected(
        None, year, state=State.VALUE, value_low=0.0, value_high=4.0, qualifier=Qualifier.RANGE, quote="<5", **changes
    )


def sexes(*figures):
    """Return the cell of the first state by sex; the second state has shares, so that the column exists."""
    others = [
        detected(3, country="KGZ"),
        detected(1, country="KGZ", sex="male"),
        detected(2, country="KGZ", sex="female"),
    ]
    return identified.victim_shares(snapshot(*figures, *others)).columns[0].cells[0]


def test_the_newest_year_in_which_the_parts_add_up_is_shown() -> None:
    older = detected(10, 2019), detected(4, 2019, sex="male"), detected(6, 2019, sex="female")
    newer = detected(10), detected(6, sex="male"), masked(sex="female")
    cell = sexes(*older, *newer)
    assert (cell.year, [part.value for part in cell.parts], cell.reason) == (2019, [6, 4], "")


def test_a_masked_part_gives_no_share_and_says_so() -> None:
    cell = sexes(detected(10), detected(6, sex="male"), masked(sex="female"))
    assert (cell.parts, cell.year, cell.reason) == ((), 2020, identified.MASKED)


def test_parts_that_overlap_or_lack_some_or_have_no_total_give_no_share() -> None:
    parts = detected(6, sex="male"), detected(6, sex="female")
    assert sexes(detected(10), *parts).reason == identified.DISAGREE
    assert sexes(detected(10), parts[0]).reason == identified.UNEQUAL
    assert sexes(*parts).reason == identified.NO_TOTAL
    assert sexes().reason == identified.NO_PARTS


def test_a_total_that_disagrees_with_another_breakdown_gives_no_share() -> None:
    halves = detected(4, sex="male"), detected(6, sex="female")
    older = detected(10, 2019), detected(5, 2019, sex="male"), detected(5, 2019, sex="female")
    cell = sexes(*older, detected(10), *halves, detected(11, citizenship="KAZ"))
    assert (cell.year, [part.value for part in cell.parts]) == (2019, [5, 5])
    assert sexes(detected(10), *halves, detected(11, citizenship="KAZ")).reason == identified.DISAGREE


def test_victims_of_another_stage_are_no_parts() -> None:
    assert sexes(detected(10), detected(10, sex="male", stage="repatriated")).reason == identified.NO_PARTS


def test_the_chart_has_no_colour_of_a_state_and_every_segment_leads_to_its_figure() -> None:
    held = snapshot(detected(10), detected(4, sex="male"), detected(6, sex="female"))
    drawn = figure_of_shares.chart(
        identified.victim_shares(held), words_of("en"), source="", href=lambda found: f"/{found}"
    )
    bars = [trace for trace in drawn.figure["data"] if trace["type"] == "bar"]
    assert [(bar["base"], bar["x"]) for bar in bars] == [([0.0], [60.0]), ([60.0], [40.0])]
    assert all(bar["customdata"][0].startswith("/o-") for bar in bars)
    assert not {bar["marker"]["color"] for bar in bars} & set(COUNTRY_COLOURS)
    texts = [note["text"] for note in drawn.figure["layout"]["annotations"]]
    assert "<b>KAZ</b> · 2020: 10 victims" in texts
    assert sum(text.endswith("<br>no breakdown") for text in texts) == len(held.framework.countries) - 1


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_reason_has_space_in_its_column_of_a_picture(language) -> None:
    # a third of a picture of 1360 points in which letters are twice as large, in the letters of pictures
    column = (1360 / 2) * (1 - 2 * figure_of_shares.GAP) / 3
    letters = ImageFont.truetype(str(files("bukhara.exports").joinpath("fonts", "noto-sans-regular.ttf")), 12)
    texts = [words_of(language)(text, year="2022") for text in figure_of_shares.REASONS.values()]
    assert [text for text in texts if letters.getlength(text) > column] == []
