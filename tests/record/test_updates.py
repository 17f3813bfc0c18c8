"""The later milestones and figures from public sources: each with address, day and confidence; none sets a status."""

import re

import pytest

from bukhara.model.codes import ActKind, ActText, EvidenceGrade, Severity, SourceClass, State
from bukhara.model.release import PublicReport
from bukhara.workbook import read
from tests.serving import ROOT

BOOKS = sorted((ROOT / "data" / "updates").glob("*.xlsx"))
THIRD_STATE = re.compile(
    r"state\.gov|usembassy|ecoi\.net|gvnet|refworld|tier\b|TIP report|U\.S\. Dep|caspianpost|timesca", re.I
)


@pytest.fixture(scope="module")
def updates(framework):
    """Every workbook of data/updates, read."""
    return [read(path, framework) for path in BOOKS]


@pytest.fixture(scope="module")
def found(updates):
    return {source.source_id: source for book in updates for source in book.sources}


@pytest.fixture(scope="module")
def rows(updates):
    return [row for book in updates for row in (*book.statements, *book.observations)]


def test_there_are_updates_and_all_are_read_without_a_finding(updates, rows) -> None:
    assert [f.code for book in updates for f in book.findings if f.severity is Severity.ERROR] == []
    assert [f.code for book in updates for f in book.findings] == []
    assert len(rows) >= 40


def test_every_source_is_desk_research_with_an_address_and_no_placeholder_for_its_day(found) -> None:
    assert {source.source_class for source in found.values()} == {SourceClass.DESK_RESEARCH}
    assert [s.source_id for s in found.values() if not s.address.startswith(("https://", "http://"))] == []
    assert [s.source_id for s in found.values() if (s.date.month, s.date.day) == (12, 31)] == []
    days = {"desk-kaz-kt-2025": "2026-01-16", "desk-kaz-mgorod-2025": "2026-02-20", "desk-tjk-osce-2024": "2024-12-18"}
    days["desk-tjk-osce-courses-2024"] = "2024-10-07"
    assert {name: found[name].date.isoformat() for name in days} == days


def test_a_source_without_a_day_of_publication_is_dated_by_the_day_on_which_it_was_read(rows, found) -> None:
    read_on = {row.source_id for row in rows if PublicReport(row, found[row.source_id]).is_read_on}
    assert {found[name].date.isoformat() for name in read_on} == {"2026-11-26", "2026-11-28", "2026-12-01"}
    assert {"desk-kgz-24kg-2024", "desk-tjk-unodc-2024", "desk-uzb-concept-2024"} <= read_on
    assert {s.source_id for s in found.values() if s.date.isoformat() > "2026-03-16"} == read_on


def test_every_row_names_its_source_and_confidence_and_asks_to_be_confirmed(rows, found) -> None:
    assert [row for row in rows if row.source_id not in found] == []
    assert [row for row in rows if not re.match(r"Please confirm. Confidence: (high|medium|low), ", row.note)] == []


def test_no_row_sets_a_status_or_a_level_and_a_quote_is_word_for_word(updates, rows) -> None:
    statements = [s for book in updates for s in book.statements]
    assert {(s.status, s.level) for s in statements} == {(None, None)}
    assert [row for row in rows if bool(row.quote) != ("the quote is word for word" in row.note)] == []
    assert EvidenceGrade.PRIMARY_DOCUMENT not in {s.evidence_grade for s in statements}


def test_what_the_report_of_a_third_state_tells_marks_no_cell(updates, found) -> None:
    for row in (each for book in updates for each in book.statements):
        source = found[row.source_id]
        if THIRD_STATE.search(" ".join((source.title, source.body, source.address, row.note, row.statement))):
            assert row.act_text in (None, ActText.UNMARKED), row


def test_every_statement_and_every_name_of_an_act_is_written_in_both_languages(updates) -> None:
    statements = [s for book in updates for s in book.statements]
    assert all(s.statement and s.statement_translation for s in statements)
    acts = [s for s in statements if s.act_kind in list(ActKind)[:4]]
    assert len(acts) > 100
    assert [s for s in acts if not (s.act_text and {"en", "ru"} <= dict(s.act_name.by_language).keys())] == []


def test_every_figure_has_period_unit_and_state(updates) -> None:
    figures = [o for book in updates for o in book.observations]
    assert {o.state for o in figures} == {State.VALUE}
    assert all(o.period_start and o.counting_unit and o.stage and o.offence_class for o in figures)


def test_every_statement_is_of_the_country_of_its_workbook(updates) -> None:
    trackers = [book for book in updates if book.statements]
    assert {len(book.countries) for book in trackers} == {1}
