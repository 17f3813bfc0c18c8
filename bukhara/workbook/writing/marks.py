"""Adds the findings to the uploaded workbook: its cells coloured and commented, and a list of them all.

All additions can be removed again: a marked workbook that is corrected and uploaded again is marked anew.
"""

from collections.abc import Sequence
from copy import copy
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.office_files import MAKER
from bukhara.workbook.container.active_content import OPENING
from bukhara.workbook.findings import sentence, severity_word
from bukhara.workbook.writing.files import loaded, packed, saved
from bukhara.workbook.writing.findings_sheet import Place, has_list, kept_in, write_findings
from bukhara.workbook.writing.lines import plain
from bukhara.workbook.writing.openpyxl_internals import filled_cells

COLOURS = {Severity.ERROR: "E6B8A2", Severity.WARNING: "FFD966"}
_THEIRS = "\n———\n"
_LONGEST = 3000


def marked(content: bytes, findings: Sequence[Finding], words: Words) -> bytes:
    """Return the workbook with each finding at its cell and a sheet `Findings`; only the list for an unreadable file.

    Findings have the cells that the reader gave them.
    """
    by_cell: dict[Place, list[Finding]] = {}
    for finding in findings:
        if finding.cell:
            by_cell.setdefault((finding.sheet, finding.cell), []).append(finding)
    workbook = loaded(content)
    if workbook is None:
        workbook = Workbook()
        write_findings(workbook.worksheets[0], findings, words, {})
        return packed(workbook)
    _unmark(workbook)
    before = {
        (title, cell): _mark(workbook[title], cell, found, words)
        for (title, cell), found in by_cell.items()
        if title in workbook.sheetnames
    }
    worksheet = workbook.create_sheet(index=0)
    write_findings(worksheet, findings, words, before)
    workbook.active = 0
    for each in workbook.worksheets:
        # two chosen sheets would be written into together
        each.sheet_view.tabSelected = each is worksheet
    return saved(workbook)


def _mark(worksheet: Worksheet, place: str, findings: Sequence[Finding], words: Words) -> str:
    """Mark a cell, unfold its column and return the colour of its fill before."""
    cell = _cell_at(worksheet, place)
    for columns in worksheet.column_dimensions.values():
        if columns.outlineLevel and (columns.min or 0) <= cell.column <= (columns.max or 0):
            columns.hidden = False
    severity = min((finding.severity for finding in findings), key=list(Severity).index)
    was = _colour(cell)
    cell.fill = PatternFill("solid", start_color=COLOURS[severity])
    # for those who do not see the colours
    cell.font = _lettered(cell, bold=severity is Severity.ERROR, italic=severity is Severity.WARNING)
    texts = [f"{severity_word(each.severity, words)}: {sentence(each, words)}" for each in findings]
    theirs = cell.comment.text if cell.comment else ""
    text = plain("\n".join((OPENING, *texts)))[:_LONGEST] + (_THEIRS + theirs if theirs else "")
    cell.comment = Comment(text, MAKER, height=40 + 36 * len(texts), width=380)
    return was


def _cell_at(worksheet: Worksheet, place: str) -> Cell:
    cell = worksheet[place]
    if isinstance(cell, MergedCell):
        ranges = worksheet.merged_cells.ranges
        first = next(each for each in ranges if place in each)
        cell = worksheet.cell(first.min_row, first.min_col)
    return cell  # type: ignore[no-any-return]


def _colour(cell: Cell) -> str:
    solid = cell.fill.fill_type == "solid" and isinstance(cell.fill.start_color.rgb, str)
    return str(cell.fill.start_color.rgb) if solid else ""


def _unmark(workbook: Workbook) -> None:
    """Remove an earlier marking: list, colours, letters and comments."""
    for earlier in filter(has_list, workbook.worksheets):
        for (title, address), colour in kept_in(earlier).items():
            if title in workbook.sheetnames:
                _restore(_cell_at(workbook[title], address), colour)
        workbook.remove(earlier)
    for worksheet in workbook.worksheets:
        for cell in filled_cells(worksheet):
            if cell.comment and cell.comment.text.startswith(OPENING):
                _, _, theirs = cell.comment.text.partition(_THEIRS)
                cell.comment = Comment(theirs, "") if theirs else None


def _restore(cell: Cell, colour: str) -> None:
    if _colour(cell)[-6:] in COLOURS.values():
        cell.fill = PatternFill("solid", start_color=colour) if colour else PatternFill()
        cell.font = _lettered(cell, bold=False, italic=False)


def _lettered(cell: Cell, *, bold: bool, italic: bool) -> Font:
    font = cast("Font", copy(cell.font))
    font.bold, font.italic = bold, italic
    return font
