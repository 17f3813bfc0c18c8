"""One fact is under every reference of another form, with its state and source."""

from dataclasses import replace

from bukhara.exports.columns import CROSSWALK
from bukhara.exports.crosswalk_rows import crosswalk
from bukhara.model.codes import State
from bukhara.model.framework import Crosswalk
from tests.unit.exports.sample import figure, sample


def shown_here(*figures, **lists):
    shot = sample(*figures)
    frame = shot.framework
    first = replace(frame.items[0], crosswalk=Crosswalk(**lists))
    shot = replace(shot, framework=replace(frame, items=(first, *frame.items[1:])))
    return [dict(zip(CROSSWALK, row, strict=True)) for row in crosswalk(shot).rows]


def test_one_fact_is_under_each_reference() -> None:
    rows = shown_here(figure(value=7.0), protocol=("Art. 10", "Art. 5"), sdg=("16.2",))
    mine = [(row["form"], row["reference"]) for row in rows if row["value"] == 7]
    assert mine[:3] == [("protocol", "Art. 5"), ("protocol", "Art. 10"), ("sdg", "16.2")]


def test_states_are_in_fixed_order_under_a_reference() -> None:
    rows = shown_here(figure(country="UZB"), figure(country="KAZ"), sdg=("16.2",))
    codes = [row["country"] for row in rows if row["form"] == "sdg"]
    order = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "REG", "INT"]
    assert codes == sorted(codes, key=order.index)


def test_a_gap_keeps_its_state_and_has_no_number() -> None:
    rows = shown_here(figure(country="TKM", value=None, state=State.NOT_AVAILABLE), sdg=("16.2",))
    assert ("not_available", None) in {(row["state"], row["value"]) for row in rows}


def test_a_statement_has_no_value_and_a_figure_no_status() -> None:
    rows = shown_here(figure(), sdg=("16.2",))
    assert all(row["value"] is None for row in rows if row["record_id"].startswith("e-"))
    assert all(row["status"] is None for row in rows if row["record_id"].startswith("o-"))
    assert {row["record_id"][0] for row in rows} == {"e", "o"}


def test_what_leads_nowhere_is_left_out() -> None:
    assert shown_here(figure()) == []
