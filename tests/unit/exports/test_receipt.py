"""The receipt: who published what, what the check found, and what changed, handed out as XLSX and PDF."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest

from bukhara.exports import receipt_files
from bukhara.exports.receipt import Receipt, from_text, to_text
from bukhara.exports.receipt_files import ReceiptTable, receipt_pdf, receipt_table, receipt_xlsx
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, Status
from bukhara.model.finding import Finding
from bukhara.views.workbook_changes import WorkbookChanges, changes
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


def in_words(receipt: Receipt, language: str = "en", found: WorkbookChanges = CHANGES) -> ReceiptTable:
    return receipt_table(receipt, found, FRAME, words_of(language), lambda finding: f"said of {finding.code}")


def cells(content: bytes) -> list[tuple[str, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    return [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]


def test_every_finding_and_every_row_that_differs_is_in_the_table_once() -> None:
    rows = [(lines[0].sort, lines[0].place) for lines in in_words(made()).rows]
    assert rows == [
        ("Not stored", "Statements!Z3"),
        ("Stored, with a remark", "Statements!G3"),
        ("changed", "Statements!4"),
        ("removed", ""),
        ("added", "Statements!5"),
    ]
    facts = dict(in_words(made()).facts)
    assert facts["Rows"] == "1 row added, 1 row changed, 1 row removed, 2 rows unchanged"
    assert "Leaving a row does not confirm it." in facts["Left as they were"]


def test_a_workbook_with_errors_has_refused_cells_and_nothing_else() -> None:
    refused = Finding(code="unknown-code", severity=Severity.ERROR, sheet="Statements", cell="F4", value="?")
    table = in_words(made(release=None, findings=(refused,), left=0), found=WorkbookChanges(()))
    assert [lines[0].sort for lines in table.rows] == ["Refused"]
    assert ("Release", "not published") in table.facts


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
    rows = cells(receipt_xlsx(in_words(made())))
    changed = [row for row in rows if row[0] == "changed"]
    assert [row[1:2] + row[3:6] for row in changed] == [
        ("Statements!4", "Status", "in place", "planned"),
        ("Statements!4", "Note", "", " ".join(WILD.split())),
    ]
    assert ("Not stored", "Statements!Z3", "", "", "", "", "said of cells-outside") in rows


def test_text_never_becomes_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(receipt_xlsx(in_words(made()))))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_is_set_whatever_people_wrote(language: str) -> None:
    assert receipt_pdf(in_words(made(), language), words_of(language)).startswith(b"%PDF-")


def test_what_people_wrote_is_data_and_makes_no_page_of_its_own() -> None:
    tame, wild = (in_words(made(note=note)) for note in ("x" * len(WILD), WILD))
    assert receipt_pdf(tame, EN).count(b"/Type /Page\n") == receipt_pdf(wild, EN).count(b"/Type /Page\n")


def test_a_page_has_so_many_rows_and_says_where_the_others_are(monkeypatch) -> None:
    sent, table = [], in_words(made())
    monkeypatch.setattr(receipt_files, "PRINTED", 2)
    monkeypatch.setattr(receipt_files, "compile_page", lambda _page, content, **_: sent.append(content) or b"")
    receipt_pdf(table, EN)
    assert (len(sent[0]["rows"]), sent[0]["left_out"]) == (2, "3 more entries are in the receipt as an Excel file.")
    assert len(cells(receipt_xlsx(table))) == 1 + sum(map(len, table.rows))


def test_a_receipt_without_any_change_says_so() -> None:
    receipt = made(changed=False)
    assert dict(in_words(receipt).facts)["Release"] == "7 (no new release: everything was in the record already)"
