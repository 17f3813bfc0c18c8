"""The sheet `Findings` of a marked workbook: every finding with a link to its cell; the reader ignores it."""

import re
from collections.abc import Mapping, Sequence

from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.model.messages import N_
from bukhara.workbook.columns import COLUMN_OF, FINDINGS, LABEL_OF
from bukhara.workbook.findings import sentence, severity_word
from bukhara.workbook.grid import bounds
from bukhara.workbook.writing.lines import plain
from bukhara.workbook.writing.looks import HEAD, HEAD_FONT, LETTERS, RULE, WRAP, on_paper

# the last one keeps how the cell looked before; hidden
_KEYS = ("finding", "sheet", "cell", "severity", "column", "found", "expected", "to_do", "colour")
_HEADINGS = (
    N_("No."),
    N_("Sheet"),
    N_("Cell"),
    N_("Importance"),
    N_("Column"),
    N_("What was found"),
    N_("What belongs there"),
    N_("What to do"),
)
_WIDTHS = (6, 14, 9, 14, 22, 56, 56, 56)
_FIRST_ROW = 5
# a sentence ends where the next begins, but not inside of a quoted value
_SENTENCE = re.compile(r"(?:“[^”]*”|«[^»]*»|[^.!?]|[.!?](?!\s+[A-ZА-ЯЁ]))+[.!?]?")


# title of a sheet, address of a cell
Place = tuple[str, str]


def write_findings(
    worksheet: Worksheet, findings: Sequence[Finding], words: Words, before: Mapping[Place, str]
) -> None:
    """Fill the sheet with a line for each finding; `before` has the fill of the marked cells, or an empty text."""
    worksheet.title = words(FINDINGS.title)
    for index, key in enumerate(_KEYS, start=1):
        worksheet.cell(1, index, key)
        letter = get_column_letter(index)
        if index <= len(_WIDTHS):
            worksheet.column_dimensions[letter].width = _WIDTHS[index - 1]
            heading = worksheet.cell(_FIRST_ROW - 1, index, words(_HEADINGS[index - 1]))
            heading.fill, heading.font, heading.alignment = HEAD, HEAD_FONT, WRAP
        else:
            worksheet.column_dimensions[letter].hidden = True
    worksheet.row_dimensions[1].hidden = True
    _say_what_to_do(worksheet, findings, words)
    for number, finding in enumerate(findings, start=1):
        _write_line(worksheet, number, finding, words, before.get((finding.sheet, finding.cell or "")))
    worksheet.freeze_panes = f"A{_FIRST_ROW}"
    on_paper(worksheet, words, wide=True)


def has_list(worksheet: Worksheet) -> bool:
    """Return whether this program made the sheet."""
    return str(worksheet["A1"].value) == _KEYS[0]


def place_of(sheet: object, cell: object) -> Place | None:
    """Return the cell that a line names; None if people wrote something else there."""
    address = str(cell)
    return (str(sheet), address) if address.isalnum() and bounds(address) else None


def kept_in(worksheet: Worksheet) -> dict[Place, str]:
    """Return the fill of the cells before an earlier marking, or an empty text."""
    lines = worksheet.iter_rows(min_row=_FIRST_ROW, max_col=len(_KEYS), values_only=True)
    places = ((place_of(line[1], line[2]), str(line[8] or "")) for line in lines)
    return {place: colour for place, colour in places if place}


def _say_what_to_do(worksheet: Worksheet, findings: Sequence[Finding], words: Words) -> None:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    counted = ", ".join(
        (
            words.plural("{n} place to correct", "{n} places to correct", errors),
            words.plural("{n} place to check", "{n} places to check", len(findings) - errors),
        )
    )
    worksheet.cell(2, 1, counted).font = Font(name=LETTERS, bold=True, size=14)
    worksheet.cell(
        3, 1, words(N_("Please correct the marked cells and send this same file again; this sheet is not read."))
    )


def _write_line(worksheet: Worksheet, number: int, finding: Finding, words: Words, was: str | None) -> None:
    found, to_do = _split(sentence(finding, words))
    label = LABEL_OF.get(finding.column)
    texts = (
        str(number),
        finding.sheet,
        finding.cell or "",
        severity_word(finding.severity, words),
        words(label) if label else finding.column,
        found,
        words(COLUMN_OF[finding.column].hint) if finding.column in COLUMN_OF else "",
        to_do,
        was or "",
    )
    row = _FIRST_ROW + number - 1
    for index, text in enumerate(texts, start=1):
        if text:
            cell = worksheet.cell(row, index, plain(text))
            cell.data_type = "s"
            cell.alignment, cell.border = WRAP, RULE
    if was is not None:
        place = worksheet.cell(row, 3)
        title = finding.sheet.replace("'", "''")
        place.hyperlink = Hyperlink(ref=place.coordinate, location=f"'{title}'!{finding.cell}")
        place.font = Font(name=LETTERS, color="0563C1", underline="single")


def _split(text: str) -> tuple[str, str]:
    """Return the first sentence, which describes the problem, and the others, which describe the next step."""
    first = _SENTENCE.match(text)
    end = first.end() if first else len(text)
    return text[:end].strip(), text[end:].strip()
