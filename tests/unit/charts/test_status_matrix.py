"""The matrix as a chart: a row a theme, a column a state, the words of each status, and an edge around changed cells."""

from bukhara.charts.palette import INK
from bukhara.charts.status_matrix import StatusMatrix, figure
from bukhara.i18n.words import Words
from bukhara.model.codes import Status
from bukhara.model.marks import NONE
from bukhara.views import scorecard
from tests.unit.progress.build import STATES, framework, item, snapshot, statement

ROWS = (item("BD-1"), item("BD-2"))


def matrix(**more) -> StatusMatrix:
    found = snapshot(framework(*ROWS), statement(Status.IN_PLACE), statement(Status.CHALLENGE, "BD-2.1", "UZB"))
    card = scorecard.build(found)
    known = {"changed": frozenset(), "href": "/evidence/{}/{}".format, "words": Words("en"), "days": {}}
    return StatusMatrix(rows=card.rows, countries=card.countries, **{**known, **more})


def test_columns_are_the_states_in_fixed_order_and_every_cell_has_its_word_and_evidence() -> None:
    drawn = figure(matrix())
    assert [trace["customdata"] for trace in drawn["data"]] == [
        [f"/evidence/{country}/BD-1", f"/evidence/{country}/BD-2"] for country in STATES
    ]
    assert drawn["data"][0]["text"] == ["in place", "not covered"]
    assert drawn["data"][4]["text"] == ["not covered", "challenge"]
    assert all(trace["x"] == [1, 1] for trace in drawn["data"])


def test_a_cell_without_a_status_has_no_fill() -> None:
    marker = figure(matrix())["data"][0]["marker"]
    assert marker["line"]["color"][1] == NONE
    assert marker["color"][0] != marker["color"][1] == "rgba(0,0,0,0)"


def test_a_changed_cell_has_a_strong_edge() -> None:
    edge = figure(matrix(changed=frozenset({("UZB", "BD-2")})))["data"][-1]
    assert (edge["customdata"], edge["marker"]["line"]) == (["/evidence/UZB/BD-2"], {"color": [INK], "width": 3})
