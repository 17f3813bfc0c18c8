"""The receipt: what became of each cell, kept as text, handed out as XLSX and PDF."""

import io
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest

from bukhara.exports.receipt import Fate, Receipt, from_text, to_text
from bukhara.exports.receipt_entries import entries
from bukhara.exports.receipt_files import receipt_pdf, receipt_xlsx
from bukhara.exports.receipt_printed import printed
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, Status
from bukhara.model.finding import Finding
from bukhara.model.record_positions import RecordPositions
from bukhara.service.drafts import receipts
from bukhara.views.workbook_changes import Spot, changes
from tests.unit.progress.build import framework, item, source, statement

WILD = '=HYPERLINK("http://evil") #import "/etc/passwd" *bold* $x$ <b> \\ @ref ] } ,,,'
LETTERS = (("country", "A"), ("item", "B"), ("indicator", "C"), ("status", "F"), ("quote", "R"), ("note", "W"))
PLACES = {
    "record": RecordPositions("Statements", LETTERS, (3, 4, 5)),
    "source": RecordPositions("Sources", (("title", "C"),), (3,)),
}
FRAME = framework(*(item(f"BD-{n + 1}") for n in range(3)))


def shown_here(number: int, **more):
    return statement(Status.IN_PLACE, f"BD-{number}.1", quote=f"quote {number}", **more)


BEFORE = [source(), shown_here(1), shown_here(2), shown_here(3)]
AFTER = [source(), shown_here(1), replace(shown_here(2), status=Status.PLANNED, note=WILD), shown_here(4)]
SPOTS = [Spot("Sources", 3), Spot("Statements", 3), Spot("Statements", 4), Spot("Statements", 5)]
FINDINGS = (
    Finding(code="cells-outside", severity=Severity.WARNING, sheet="Statements", cell="Z3", value="x"),
    Finding(code="value-normalised", severity=Severity.WARNING, sheet="Statements", cell="G3"),
)


def made(found=FINDINGS, **more) -> Receipt:
    values = {"release": 7, "draft": 12, "subject": "KAZ", "who": "lena", "note": WILD, "file_name": "Казахстан.xlsx"}
    values |= {"at": datetime(2026, 11, 24, 9, 30, tzinfo=UTC), "file_hash": "ab" * 32, "base": 6} | more
    return Receipt(entries=entries(changes(BEFORE, AFTER, SPOTS), found, PLACES), **values)


def in_words(receipt: Receipt, language: str = "en"):
    return printed(receipt, FRAME, words_of(language), lambda finding: f"said of {finding.code}")


def cells(content: bytes) -> list[tuple[str, ...]]:
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[1]
    return [tuple(cell or "" for cell in row) for row in sheet.iter_rows(values_only=True)]


def test_every_row_and_finding_has_its_fate_and_place() -> None:
    receipt = made()
    assert {fate: receipt.count(fate) for fate in Fate} == {
        Fate.REFUSED: 0,
        Fate.NOT_STORED: 1,
        Fate.CHANGED: 1,
        Fate.REMOVED: 1,
        Fate.ACCEPTED: 1,
        Fate.NOTED: 1,
        Fate.CONFIRMED: 2,
    }
    (changed,) = receipt.of(Fate.CHANGED)
    assert changed.place == "A4:W4"
    assert [(cell.place, cell.before, cell.after) for cell in changed.cells] == [
        ("F4", "in_place", "planned"),
        ("W4", "", " ".join(WILD.split())),
    ]


def test_confirmed_rows_that_follow_one_another_are_one_entry() -> None:
    rows = [shown_here(n) for n in (1, 2, 3)]
    spots = [Spot("Statements", n) for n in (3, 4, 9)]
    runs = entries(changes(rows, rows, spots), (), PLACES)
    assert [(run.place, run.rows) for run in runs] == [("A3:W4", 2), ("A9:W9", 1)]


def test_a_workbook_with_errors_has_refused_cells_and_nothing_else() -> None:
    refused = Finding(code="unknown-code", severity=Severity.ERROR, sheet="Statements", cell="F4", value="?")
    receipt = replace(made(), release=None, entries=entries(None, [refused]))
    assert [entry.fate for entry in receipt.entries] == [Fate.REFUSED]
    assert ("Release", "not published") in in_words(receipt).facts


def test_a_receipt_is_the_same_after_it_was_kept_as_text() -> None:
    assert from_text(to_text(made())) == made()
    with pytest.raises(ValueError):
        from_text("{}")


def test_the_workbook_lists_each_cell_old_and_new_with_its_reason() -> None:
    rows = cells(receipt_xlsx(in_words(made())))
    changed = [row for row in rows if row[0] == "Changed"]
    assert [row[1:3] + row[4:7] for row in changed] == [
        ("Statements", "F4", "Status", "in place", "planned"),
        ("Statements", "W4", "Note", "(empty)", " ".join(WILD.split())),
    ]
    assert ("Not stored", "Statements", "Z3", "", "", "", "", "said of cells-outside") in rows


def test_text_never_becomes_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(receipt_xlsx(in_words(made()))))
    found = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in found if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_is_set_whatever_people_wrote(language: str) -> None:
    content = receipt_pdf(in_words(made(), language))
    assert content.startswith(b"%PDF-")


def test_what_people_wrote_is_data_and_makes_no_page_of_its_own() -> None:
    tame, wild = (in_words(made(note=note)) for note in ("x" * len(WILD), WILD))
    assert receipt_pdf(tame).count(b"/Type /Page\n") == receipt_pdf(wild).count(b"/Type /Page\n")


def test_four_hundred_rows_with_long_texts_are_set() -> None:
    long = in_words(made())
    section = next(each for each in long.sections if each.fate is Fate.CHANGED)
    many = replace(section, entries=section.entries * 400, rows=400)
    assert len(receipt_pdf(replace(long, sections=(many,)))) > len(receipt_pdf(long))


def test_a_page_has_so_many_entries_of_an_outcome_and_says_where_the_others_are(monkeypatch) -> None:
    receipt, documents = made(found=()), []
    three = replace(receipt, entries=receipt.entries * 3)
    monkeypatch.setattr(receipts, "PRINTED", 2)
    monkeypatch.setattr(
        receipts, "_FORMATS", dict.fromkeys(("pdf", "xlsx"), lambda each: documents.append(each) or b"")
    )
    for kind in ("pdf", "xlsx"):
        receipts.file(three, kind, FRAME, "en")
    page, workbook = documents
    assert {len(section.entries) for section in page.sections} == {2}
    assert all(each.left_out.startswith(f"{len(three.of(each.fate)) - 2} more entr") for each in page.sections)
    assert sum(len(section.entries) for section in workbook.sections) == len(three.entries)
    assert not any(section.left_out for section in workbook.sections)


def test_a_receipt_without_any_change_says_so() -> None:
    receipt = made(changed=False)
    assert dict(in_words(receipt).facts)["Release"] == "7 (no new release: everything was in the record already)"
