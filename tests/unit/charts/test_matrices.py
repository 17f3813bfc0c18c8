"""Matrices of partners and of what is reported: what each box says, and in which column."""

import xml.etree.ElementTree as ET
from itertools import pairwise

from bukhara.charts import partner_matrix, reported_matrix
from bukhara.charts.chart import CellMark, CellMatrix, CellRow
from bukhara.charts.svg.matrix import draw
from bukhara.i18n.words import Words
from bukhara.views.statistics.who_reports import ReportedYears
from bukhara.views.themes import partners
from tests.unit.progress.build import framework
from tests.unit.views.observed import snapshot, support

WORDS = Words("en")
SPACE = 1360.0, 620.0


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
    assert [reported_matrix.years_in_words(cell, WORDS) for cell in cells] == [
        ("2003, 2006–2010", "masked: 2004–2005"),
        ("2 figures of other periods",),
        ("not available from the authority",),
        ("no figure",),
    ]
