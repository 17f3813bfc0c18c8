"""Matrices of contested points and partners: what each box says, in which column, and where it leads."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

from bukhara.charts import contested_matrix, data_quality_matrices, partner_matrix
from bukhara.charts.chart import CellMark, CellMatrix, CellRow
from bukhara.charts.svg.matrix import draw
from bukhara.i18n.words import Words
from bukhara.model.difference import DifferenceStatus
from bukhara.model.round import ReplyKind
from bukhara.views import partners
from bukhara.views.who_reports import ReportedYears
from tests.unit.progress.build import STATES, framework, item, statement
from tests.unit.views.observed import snapshot, support
from tests.unit.views.test_contested import Status, difference, reply, seen

WORDS = Words("en")
SPACE = 1360.0, 620.0


def contested(**given) -> CellMatrix:
    view = seen(statement(Status.IN_PLACE), **given)
    return contested_matrix.matrix(view, framework(item("BD-1"), item("BD-2")), WORDS, str)


def test_a_kind_without_points_says_so_and_columns_are_the_states_in_fixed_order() -> None:
    empty = contested()
    assert [row.cells for row in empty.rows] == [(), (), ()]
    assert {row.note for row in empty.rows} == {"None in the sources of this day."}
    assert len(empty.columns) == len(STATES)
    assert "<rect" not in draw(empty, SPACE).svg


def test_each_point_is_a_box_in_the_column_of_its_state_that_leads_to_it() -> None:
    found = contested(differences=[difference("UZB"), difference("KGZ")], replies=[reply(ReplyKind.OBJECTION)])
    points = [(n, mark) for row in found.rows for n, cell in enumerate(row.cells) for mark in cell]
    assert [n for n, _ in points] == [0, STATES.index("KGZ"), STATES.index("UZB")]
    assert [mark.text for _, mark in points] == ["in place", "1 / 2", "1 / 2"]
    assert points[0][1].href == "/evidence/KAZ/BD-1"
    assert all(mark.href.startswith("/contested#d-") for _, mark in points[1:])
    assert draw(found, SPACE).svg.count("<rect") == len(points)


def test_an_explained_difference_has_a_row_of_its_own_and_no_other_colour() -> None:
    found = contested(differences=[difference("KAZ", DifferenceStatus.EXPLAINED), difference("UZB")])
    assert [row.name for row in found.rows if not row.cells][-1] == "Sources differ, explained"
    boxes = re.findall(r"<rect [^>]*?(fill.*?)/>", draw(found, SPACE).svg)
    assert len(boxes) == 2
    assert len(set(boxes)) == 1


def test_boxes_of_a_cell_do_not_overlap_and_stay_in_their_column() -> None:
    marks = tuple(CellMark(f"{n} / 7", "t", "/a") for n in range(9))
    svg = ET.fromstring(draw(CellMatrix("", ("A", "B"), (CellRow("row", (marks, ())),)), SPACE).svg)
    width, height = float(svg.get("width")), float(svg.get("height"))
    boxes = [
        (x, x + wide, y, y + high)
        for box in svg.iter("{http://www.w3.org/2000/svg}rect")
        for x, y, wide, high in [[float(box.get(key)) for key in ("x", "y", "width", "height")]]
    ]
    names = float(boxes[0][0])
    assert len(boxes) == 9
    assert all(names <= left < right <= (width + names) / 2 and low <= height for left, right, _, low in boxes)
    assert all(low < top for (*_, low), (_, _, top, _) in pairwise(boxes))


def test_the_table_has_the_same_points() -> None:
    table = contested(differences=[difference("UZB")]).table
    assert table.columns[0] == "Theme or measure"
    assert [cell.text for cell in table.rows[0]][-1] == "1 / 2"
    assert table.rows[0][-1].href.startswith("/contested#")


def test_a_partner_is_named_once_for_a_kind_of_support_without_a_number() -> None:
    view = partners.build(snapshot(support(228), support(), support(country="UZB", partner="B")))
    (row,) = partner_matrix.matrix(view, WORDS, str).rows
    assert [tuple(mark.text for mark in cell) for cell in row.cells] == [("Partner 228 persons",), (), (), (), ("B",)]


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
