"""The receipt: who published what, what the check found, and what changed, handed out as a workbook."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest

from bukhara.exports.receipt import Receipt, from_text, to_text
from bukhara.exports.receipt_files import receipt_xlsx
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, Status
from bukhara.model.finding import Finding
from bukhara.views.releases.workbook_changes import WorkbookChanges, changes
from tests.unit.progress.build import framework, item, source, statement

WILD = '=HYPERLINK("http://evil") #import "/etc/passwd" *bold* $x$ <b> \\ @ref ] } ,,,'
FRAME = framework(*(item(f"BD-{n + 1}") for n in range(3)))
EN = words_of("en")


def shown_here(number: int, **more):
    return statement(Status.IN_PLACE, f"BD-{number}.1", quote=f"quote {number}", **more)


CHANGES = changes(
    [source(), shown_here(1), shown_here(2), shown_here(3)],
    [source(), shown_here(1), replace(shown_here(2), status=Status.PLANNED, note=WILD), shown_here(4)],
    ["Sources!3", "Statements!3", "Statements!4", "Statements!5"],
)
FINDINGS = (
    Finding(code="cells-outside", severity=Severity.WARNING, sheet="Statements", cell="Z3", value="x"),
    Finding(code="value-normalised", severity=Severity.WARNING, sheet="Statements", cell="G3"),
)


def made(**more) -> Receipt:
    values = {"release": 7, "draft": 12, "subject": "KAZ", "who": "lena", "note": WILD, "file_name": "Казахстан.xlsx"}
    values |= {"at": datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "file_hash": "ab" * 32, "base": 6}
    return Receipt(**values | {"findings": FINDINGS, "left": 2} | more)


def book(receipt: Receipt, found: WorkbookChanges = CHANGES) -> openpyxl.Workbook:
    content = receipt_xlsx(receipt, found, FRAME, EN, lambda finding: f"said of {finding.code}")
    return openpyxl.load_workbook(io.BytesIO(content))


def facts(receipt: Receipt, found: WorkbookChanges = CHANGES) -> dict[str, str]:
    return {row[0]: row[1] for row in book(receipt, found).worksheets[0].iter_rows(values_only=True) if row[0]}


def cells(receipt: Receipt, found: WorkbookChanges = CHANGES) -> list[tuple[str, ...]]:
    sheet = book(receipt, found).worksheets[1]
    return [tuple(cell or "" for cell in row) for row in sheet.iter_rows(min_row=2, values_only=True)]


def test_every_finding_and_every_row_that_differs_is_in_the_table_once() -> None:
    assert list(dict.fromkeys(row[:2] for row in cells(made()))) == [
        ("Not stored", "Statements!Z3"),
        ("Stored, with a remark", "Statements!G3"),
        ("changed", "Statements!4"),
        ("removed", ""),
        ("added", "Statements!5"),
    ]
    said = facts(made())
    assert said["Rows"] == "1 row added, 1 row changed, 1 row removed, 2 rows unchanged"
    assert "Leaving a row does not confirm it." in said["Left as they were"]


def test_a_receipt_is_the_same_after_it_was_kept_as_text() -> None:
    receipt = made(places={"x": "Statements!4"})
    assert from_text(to_text(receipt)) == receipt
    with pytest.raises(ValueError):
        from_text("{}")


def test_a_receipt_that_kept_an_entry_for_each_row_and_finding_is_read() -> None:
    kept = json.loads(to_text(made()))
    findings = kept.pop("findings")
    del kept["left"], kept["places"]
    entries = [{"fate": "noted", "rows": 1, "finding": each} for each in findings]
    entries += [{"fate": "changed", "rows": 1, "finding": None}, {"fate": "confirmed", "rows": 2, "finding": None}]
    assert from_text(json.dumps({**kept, "entries": entries})) == made()


def test_the_workbook_lists_each_cell_old_and_new() -> None:
    rows = cells(made())
    changed = [row for row in rows if row[0] == "changed"]
    assert [row[1:2] + row[3:6] for row in changed] == [
        ("Statements!4", "Status", "in place", "planned"),
        ("Statements!4", "Note", "", " ".join(WILD.split())),
    ]
    assert ("Not stored", "Statements!Z3", "", "", "", "", "said of cells-outside") in rows


def test_text_never_becomes_a_formula_or_a_link() -> None:
    found = [cell for sheet in book(made()) for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink]


def test_a_receipt_without_any_change_says_so() -> None:
    receipt = made(changed=False)
    assert facts(receipt)["Release"] == "7 (no new release: everything was in the record already)"
