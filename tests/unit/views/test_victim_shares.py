"""Shares of victims exist where every part is a number and the parts add up to the printed total, else a reason."""

from datetime import date

from bukhara.figures import victim_shares as figure_of_shares
from bukhara.figures.palette import COUNTRY_COLOURS
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, State
from bukhara.views import victim_shares
from tests.unit.views.observed import figure, snapshot


def victims(value, year=2020, **changes):
    kept = {"indicator": victim_shares.MEASURE, "counting_unit": "victim", "stage": "identified"}
    return figure(value, (date(year, 1, 1), date(year, 12, 31)), **(kept | changes))


def masked(year=2020, **changes):
    return victims(
        None, year, state=State.VALUE, value_low=0.0, value_high=4.0, qualifier=Qualifier.RANGE, quote="<5", **changes
    )


def sexes(*figures):
    """Return the cell of the first state by sex; the second state has shares, so that the column exists."""
    others = [victims(3, country="KGZ"), victims(1, country="KGZ", sex="male"), victims(2, country="KGZ", sex="female")]
    return victim_shares.build(snapshot(*figures, *others)).columns[0].cells[0]


def test_the_newest_year_in_which_the_parts_add_up_is_shown() -> None:
    older = victims(10, 2019), victims(4, 2019, sex="male"), victims(6, 2019, sex="female")
    newer = victims(10), victims(6, sex="male"), masked(sex="female")
    cell = sexes(*older, *newer)
    assert (cell.year, [part.value for part in cell.parts], cell.reason) == (2019, [6, 4], "")


def test_a_masked_part_gives_no_share_and_says_so() -> None:
    cell = sexes(victims(10), victims(6, sex="male"), masked(sex="female"))
    assert (cell.parts, cell.year, cell.reason) == ((), 2020, victim_shares.MASKED)


def test_parts_that_overlap_or_have_no_total_give_no_share() -> None:
    parts = victims(6, sex="male"), victims(6, sex="female")
    assert sexes(victims(10), *parts).reason == victim_shares.UNEQUAL
    assert sexes(*parts).reason == victim_shares.NO_TOTAL
    assert sexes().reason == victim_shares.NO_PARTS


def test_victims_of_another_stage_are_no_parts() -> None:
    assert sexes(victims(10), victims(10, sex="male", stage="repatriated")).reason == victim_shares.NO_PARTS


def test_the_chart_has_no_colour_of_a_state_and_every_segment_leads_to_its_figure() -> None:
    held = snapshot(victims(10), victims(4, sex="male"), victims(6, sex="female"))
    drawn = figure_of_shares.chart(victim_shares.build(held), words_of("en"), source="", href=lambda found: f"/{found}")
    bars = [trace for trace in drawn.figure["data"] if trace["type"] == "bar"]
    assert [(bar["base"], bar["x"]) for bar in bars] == [([0.0], [60.0]), ([60.0], [40.0])]
    assert all(bar["customdata"][0].startswith("/o-") for bar in bars)
    assert not {bar["marker"]["color"] for bar in bars} & set(COUNTRY_COLOURS)
    texts = [note["text"] for note in drawn.figure["layout"]["annotations"]]
    assert "<b>KAZ</b> · 2020: 10 victims" in texts
    assert sum(text.endswith(" · no breakdown") for text in texts) == len(held.framework.countries) - 1
