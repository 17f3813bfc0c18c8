"""Challenges and partners as matrices of words: what each box says, in which column, and where it leads."""

from bukhara.figures import data_quality_matrices, partner_matrix, statement_matrix
from bukhara.i18n.words import Words
from bukhara.views import partners
from bukhara.views.who_reports import ReportedYears
from tests.unit.progress.build import STATES, framework
from tests.unit.views.observed import snapshot, support
from tests.unit.views.test_challenges import named, seen

WORDS = Words("en")


def statements(view) -> statement_matrix.Statements:
    return statement_matrix.Statements(view, WORDS, lambda item, place: f"/challenges#{item}-{place}")


def test_state_bodies_and_others_have_boxes_of_their_own_and_the_region_a_row() -> None:
    view = seen(named(country="TJK"), named(country="TJK", body="Rodnik"), named(country="REG"))
    found = statements(view).matrix()
    (row, region) = found.rows
    assert len(found.columns) == len(row.cells) == len(STATES)
    assert [(m.text, m.group, m.href) for m in row.cells[2]] == [
        ("1", "named by state bodies", "/challenges#BD-1-TJK"),
        ("1", "named by other organisations", "/challenges#BD-1-TJK"),
    ]
    assert [(mark.text.split(": ")[1], mark.href) for mark in region.wide] == [("1", "/challenges#BD-1-REG")]
    assert [trace["name"] for trace in found.drawn[0]["data"]] == list(found.groups)


def test_the_table_of_challenges_has_the_same_numbers() -> None:
    view = seen(named(country="TJK"), named(country="TJK", body="Rodnik"))
    ((_, _, own, others),) = statements(view).table("Theme").rows
    assert (own.value, others.value) == (1, 1)


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
