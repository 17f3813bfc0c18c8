"""Rows marked to be taken out are counted, named and ticked; rows that a workbook does not hold stay, and it says so."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bukhara.errors import DraftConflict
from bukhara.model.codes import Kind
from bukhara.model.record_positions import RecordPositions
from bukhara.service import Service
from bukhara.service.drafts.warnings_ack import removed_count
from bukhara.service.workbooks.base_comparison import of_rows
from bukhara.workbook import WorkbookReading
from tests.filled_in import FilledIn
from tests.unit.service.little_data import FRAMEWORK, REPORT, statement
from tests.unit.service.small_record import LENA, letter, small_service, workbook
from tests.unit.views.observed import figure

NEED = {
    "kind": Kind.NEED,
    "status": None,
    "since": "",
    "statement": "Training is needed.",
    "quote": "training is needed",
}


@pytest.fixture
def service(tmp_path: Path) -> Service:
    """A record whose release 2 holds two rows about KAZ."""
    made = small_service(tmp_path)
    both = workbook(statement(), statement(**NEED), base=1)
    made.drafts.publish(LENA, made.drafts.receive(LENA, "kaz.xlsx", both).draft_id, "n")
    return made


def received(service: Service, *rows: Any, **more: Any) -> int:
    return service.drafts.receive(LENA, "kaz.xlsx", workbook(*rows, **{"base": 2} | more)).draft_id


def findings(service: Service, draft_id: int) -> dict[str, Any]:
    return {each.code: each for each in service.drafts.reading(LENA, draft_id).findings}


def marked(service: Service, mark: str | None = "to be taken out of the record") -> int:
    """Return a draft of both rows, the need with a mark."""
    book = FilledIn(workbook(statement(), statement(**NEED), base=2))
    (row,) = book.rows(statement=NEED["statement"])
    book.write(row, answer_row=mark)
    return service.drafts.receive(LENA, "kaz.xlsx", book.saved()).draft_id


def texts(service: Service) -> list[str]:
    rows = service.stored_contents(service.ready()).statements
    return [row.statement for row in rows if row.country == "KAZ"]


def test_a_marked_row_is_counted_named_and_taken_out(service: Service) -> None:
    draft_id = marked(service)
    found = findings(service, draft_id)["rows-removed"]
    indicator = FRAMEWORK.items[0].indicators[0].id
    assert (found.sheet, found.values) == ("Statements", {"count": "1", "rows": f"KAZ {indicator}"})
    assert "removed" in {check.code for check in service.drafts.checklist(LENA, draft_id)}
    service.drafts.publish(LENA, draft_id, "n", seen="", removal="1")
    assert texts(service) == ["A step was taken."]


def test_a_deleted_row_stays_in_the_record_and_is_named(service: Service) -> None:
    draft_id = received(service, statement())
    found = findings(service, draft_id)
    assert found["rows-not-held"].values["count"] == "1"
    assert "rows-removed" not in found
    service.drafts.publish(LENA, draft_id, "n")
    assert texts(service) == ["A step was taken.", "Training is needed."]


def test_a_source_that_is_deleted_with_its_rows_is_named_with_its_figures(service: Service) -> None:
    sent = letter()
    row = {"source_id": sent.source_id, "quote": "", "source_locator": ""}
    told, cases = statement(**row, statement="A new step."), figure(indicator="CTX-victims", **row)
    whole = {"sources": (REPORT, sent), "figures": (cases,)}
    draft_id = received(service, statement(), statement(**NEED), told, **whole)
    service.drafts.publish(LENA, draft_id, "n")
    found = findings(service, received(service, statement(), statement(**NEED), base=3))
    assert found["rows-not-held"].values["count"] == "2"
    later = whole | {
        "figures": (replace(cases, value=7.0, period_start=date(1996, 1, 1), period_end=date(1996, 12, 31)),)
    }
    assert "rows-not-held" not in findings(
        service, received(service, statement(), statement(**NEED), told, base=3, **later)
    )


def test_a_deletion_is_only_published_if_it_was_ticked(service: Service) -> None:
    draft_id = marked(service)
    seen = "the page was seen"
    for removal in ("", "7"):
        with pytest.raises(DraftConflict, match="taken out of the record"):
            service.drafts.submit(LENA, draft_id, "n", seen=seen, removal=removal)
    assert removed_count(service.drafts.reading(LENA, draft_id)) == "1"
    service.drafts.submit(LENA, draft_id, "n", seen=seen, removal="1")


def test_a_complete_workbook_asks_nothing(service: Service) -> None:
    draft_id = received(service, statement(), statement(**NEED))
    assert not findings(service, draft_id)
    service.drafts.submit(LENA, draft_id, "n", seen="the page was seen")


def test_a_row_with_an_error_is_not_taken_for_a_deleted_one(service: Service) -> None:
    draft_id = received(service, statement(), statement(**NEED | {"statement": ""}))
    assert "rows-not-held" not in findings(service, draft_id)
    assert "removed" not in {check.code for check in service.drafts.checklist(LENA, draft_id)}


def test_a_row_that_somebody_else_took_out_is_not_asked_about(service: Service) -> None:
    service.drafts.publish(LENA, marked(service), "n")
    assert not findings(service, received(service, statement(), base=2))
    assert not findings(service, marked(service))


def test_an_accepted_value_changed_without_a_reason_is_found_at_its_cell(service: Service) -> None:
    changed = NEED | {"statement": "More training is needed."}
    found = findings(service, received(service, statement(), statement(**changed)))["changed-without-reason"]
    assert (found.cell, found.value) == ("G4", "More training is needed.")
    draft_id = received(service, statement(), statement(**changed, revision_reason="Letter 7"))
    assert "changed-without-reason" not in findings(service, draft_id)


def test_a_source_of_the_record_named_with_other_hyphens_is_refused(service: Service) -> None:
    first, retyped = letter("KAZ", 5), letter("KAZ", "5")
    row = {"statement": "A new step.", "quote": "", "source_locator": ""}
    known = workbook(statement("KAZ", first.source_id, **row), sources=(first,))
    service.drafts.publish(LENA, service.drafts.receive(LENA, "kaz.xlsx", known).draft_id, "n")
    object.__setattr__(retyped, "source_id", "kaz–letter–5")
    again = workbook(statement("KAZ", retyped.source_id, **row), sources=(REPORT, retyped))
    found = findings(service, service.drafts.receive(LENA, "kaz.xlsx", again).draft_id)["source-retyped"]
    assert (found.sheet, found.cell, found.values) == ("Sources", "A4", {"expected": "kaz-letter-5"})


def test_a_figure_that_is_missing_is_named_by_its_days() -> None:
    january = figure(indicator="CTX-victims", period=(date(1995, 1, 1), date(1995, 1, 31)))
    reading = WorkbookReading(readable=True, findings=(), rows_at=RecordPositions("Statistics", (), ()))
    (found,) = of_rows("rows-not-held", reading, [january])
    assert found.values["rows"] == "KAZ CTX-victims 1995-01-01 – 1995-01-31"
