"""The matrix of statuses: a row a theme, a column a state, the words of each status, and an edge around changed cells."""

from bukhara.charts import status_matrix
from bukhara.charts.palette import INK
from bukhara.charts.svg.matrix import draw
from bukhara.i18n.words import Words
from bukhara.model.codes import Status
from bukhara.model.marks import MARKS, NONE
from bukhara.views.status import scorecard
from tests.unit.progress.build import STATES, framework, item, snapshot, statement

SPACE = 1360.0, 620.0


def matrix(*changed):
    rows = item("BD-1"), item("BD-2")
    found = snapshot(framework(*rows), statement(Status.IN_PLACE), statement(Status.CHALLENGE, "BD-2.1", "UZB"))
    href = "/evidence/{}/{}".format
    days = {"KAZ": "1 May 2026"}
    return status_matrix.matrix(scorecard.build(found), Words("en"), href, changed=frozenset(changed), days=days)


def test_columns_are_the_states_in_fixed_order_and_every_cell_has_its_word_and_evidence() -> None:
    (first, second) = matrix().rows
    assert [mark.href for (mark,) in first.cells] == [f"/evidence/{country}/BD-1" for country in STATES]
    assert [mark.text for (mark,) in first.cells] == ["in place", *["not covered"] * 4]
    assert [mark.text for (mark,) in second.cells] == [*["not covered"] * 4, "challenge"]
    assert matrix().columns[0].endswith(", 1 May 2026")


def test_a_picture_has_a_box_for_each_cell_in_the_colour_of_its_status() -> None:
    svg = draw(matrix(), SPACE).svg
    assert svg.count("<rect") == svg.count("<a href=") == 10
    assert svg.count(f'stroke="{NONE}"') == svg.count('fill="none"') == 8
    assert f'stroke="{MARKS["in_place"].light}"' in svg


def test_a_changed_cell_has_a_strong_edge() -> None:
    svg = draw(matrix(("UZB", "BD-2")), SPACE).svg
    assert (svg.count(f'stroke="{INK}"'), svg.count('stroke-width="3"')) == (1, 1)
