"""Matrices of contested points and partners: what each box says, in which column, and where it leads."""

from bukhara.charts import contested_matrix, data_quality_matrices, partner_matrix
from bukhara.charts.cells import CellMark, CellMatrix, CellRow
from bukhara.charts.palette import NEUTRAL
from bukhara.i18n.words import Words
from bukhara.model.difference import DifferenceStatus
from bukhara.model.round import ReplyKind
from bukhara.views import partners
from bukhara.views.who_reports import ReportedYears
from tests.unit.progress.build import STATES, framework, item, statement
from tests.unit.views.observed import snapshot, support
from tests.unit.views.test_contested import Status, difference, reply, seen

WORDS = Words("en")


def contested(**given) -> CellMatrix:
    view = seen(statement(Status.IN_PLACE), **given)
    return contested_matrix.matrix(view, framework(item("BD-1"), item("BD-2")), WORDS, str)


def test_a_kind_without_points_says_so_and_columns_are_the_states_in_fixed_order() -> None:
    empty = contested()
    assert [row.cells for row in empty.rows] == [(), (), ()]
    assert {row.note for row in empty.rows} == {"None in the sources of this day."}
    assert len(empty.columns) == len(STATES)
    assert empty.drawn[0]["data"] == []


def test_each_point_is_a_box_in_the_column_of_its_state_that_leads_to_it() -> None:
    found = contested(differences=[difference("UZB"), difference("KGZ")], replies=[reply(ReplyKind.OBJECTION)])
    (boxes,) = found.drawn[0]["data"]
    columns = [int(base) for base in boxes["base"]]
    assert columns == [0, STATES.index("KGZ"), STATES.index("UZB")]
    assert boxes["text"] == ["in place", "1 / 2", "1 / 2"]
    assert boxes["customdata"][0] == "/evidence/KAZ/BD-1"
    assert all(address.startswith("/contested#d-") for address in boxes["customdata"][1:])
    assert sum(len(cell) for row in found.rows for cell in row.cells) == len(boxes["y"])


def test_an_explained_difference_has_a_row_of_its_own_and_no_other_colour() -> None:
    found = contested(differences=[difference("KAZ", DifferenceStatus.EXPLAINED), difference("UZB")])
    assert [row.name for row in found.rows if not row.cells][-1] == "Sources differ, explained"
    assert [trace["marker"]["line"]["color"] for trace in found.drawn[0]["data"]] == [NEUTRAL]


def test_boxes_of_a_cell_do_not_overlap_and_stay_in_their_column() -> None:
    marks = tuple(CellMark(f"{n} / 7", "t", "/a") for n in range(9))
    figure, height = CellMatrix(("A", "B"), (CellRow("row", (marks, ())),)).drawn
    (boxes,) = figure["data"]
    corners = [
        (x, x + wide, y - high / 2, y + high / 2)
        for x, wide, y, high in zip(*(boxes[key] for key in ("base", "x", "y", "width")), strict=True)
    ]
    assert all(0 <= left < right <= 1 and top > 0 and low < height for left, right, top, low in corners)
    for n, (left, right, top, low) in enumerate(corners):
        assert all(a >= right or b <= left or c >= low or d <= top for a, b, c, d in corners[n + 1 :])


def test_the_table_has_the_same_points() -> None:
    table = contested(differences=[difference("UZB")]).table("Theme or measure")
    assert [cell.text for cell in table.rows[0]][-1] == "1 / 2"
    assert table.rows[0][-1].href.startswith("/contested#")


def test_a_partner_is_named_once_for_a_kind_of_support_without_a_number() -> None:
    view = partners.build(snapshot(support(228), support(), support(country="UZB", partner="B")))
    (row,) = partner_matrix.matrix(view, WORDS, str).rows
    assert [tuple(mark.text for mark in cell) for cell in row.cells] == [("Partner",), (), (), (), ("B",)]


def test_a_long_name_has_its_abbreviation() -> None:
    assert partner_matrix.short_name("United Nations Office on Drugs and Crime (UNODC)") == "UNODC"
    assert partner_matrix.short_name("IOM (Mission)") == "IOM"


def test_who_reports_what_says_years_masked_years_other_periods_and_nothing_in_words() -> None:
    country = framework().countries[0]
    cells = (
        ReportedYears(country, (("published", ((2003, 2003), (2006, 2010))), ("masked", ((2004, 2005),))), 0, ()),
        ReportedYears(country, (), 2, ("not_asked",)),
        ReportedYears(country, (), 0, ("not_available",)),
        ReportedYears(country, (), 0, ()),
    )
    assert [data_quality_matrices.years_in_words(cell, WORDS) for cell in cells] == [
        ("2003, 2006–2010", "masked: 2004–2005"),
        ("2 figures of other periods",),
        ("not available from the authority",),
        ("no figure",),
    ]
