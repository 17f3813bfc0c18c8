"""A receipt as a PDF on A4, and as a workbook: a front sheet and one line for each cell; text is never a formula."""

import io
from collections.abc import Iterator
from dataclasses import asdict

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from bukhara.exports.receipt_printed import Printed, ReceiptSection
from bukhara.exports.to_xlsx import cut, new_book
from bukhara.exports.typst_file import compile_page

_WIDTHS = (20, 14, 12, 60, 24, 34, 34, 60)


def receipt_pdf(receipt: Printed) -> bytes:
    """Return the PDF of a receipt."""
    return compile_page("receipt.typ", asdict(receipt), fonts="typst")


def receipt_xlsx(receipt: Printed) -> bytes:
    """Return the workbook of a receipt."""
    out = io.BytesIO()
    with new_book(out) as book:
        bold = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        title = book.add_format({"bold": True, "font_size": 16})
        _front(book.add_worksheet(receipt.title[:31]), receipt, title, bold, wrapped)
        _cells(book.add_worksheet(receipt.columns[2][:31]), receipt, head, wrapped)
    return out.getvalue()


def _front(sheet: Worksheet, receipt: Printed, title: Format, bold: Format, wrapped: Format) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, receipt.title, title)
    lines = [*receipt.facts, ("", ""), *((s.heading, s.explanation) for s in receipt.sections)]
    for line, (name, text) in enumerate(lines, start=2):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, cut(text), wrapped)


def _cells(sheet: Worksheet, receipt: Printed, head: Format, wrapped: Format) -> None:
    sheet.freeze_panes(1, 0)
    for column, (name, width) in enumerate(zip(receipt.columns, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    last = 0
    for last, texts in enumerate(_lines(receipt.sections), start=1):
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(last, column, cut(text), wrapped)
    sheet.autofilter(0, 0, last, len(_WIDTHS) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _lines(sections: tuple[ReceiptSection, ...]) -> Iterator[tuple[str, ...]]:
    for section in sections:
        for entry in section.entries:
            start = (section.heading, entry.sheet)
            for cell in entry.cells:
                yield (*start, cell.place, entry.about, cell.column, cell.before, cell.after, entry.reason)
            if not entry.cells:
                yield (*start, entry.place, entry.about, "", "", "", entry.reason)
