"""Writes the sheet `Read me`: what to do, how much of it, and the lines that the reader knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Font

from bukhara.model.codes import WorkbookKind
from bukhara.workbook.columns import README_TITLE
from bukhara.workbook.frontsheet import TEMPLATE_VERSION
from bukhara.workbook.marker import N_
from bukhara.workbook.sheets import plain

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from bukhara.i18n.words import Words
    from bukhara.model.framework import Indicator
    from bukhara.workbook.contents import WorkbookContents

_TITLES = {
    WorkbookKind.TRACKER: N_("Follow-up of the Bukhara Declaration: tracker"),
    WorkbookKind.STATISTICS: N_("Follow-up of the Bukhara Declaration: statistics"),
    WorkbookKind.PARTNERS: N_("Follow-up of the Bukhara Declaration: support by partners"),
}
_STEPS = (
    N_("1. Look at the grey cells: they hold the last accepted values. If they are right, leave them."),
    N_("2. To change a grey cell, write over it and give the reason in “Reason for the change”."),
    N_(
        "3. Fill in the empty rows. Where there is no answer, choose the reason in “State of the "
        "answer”. Zero is an answer."
    ),
    N_(
        "4. For your own answer name the document on the sheet Sources (body, letter number and "
        "date). No quote is asked."
    ),
    N_("5. Please name institutions only, never persons. Dates are written like 2023-07-28."),
    N_("6. Save as “Excel Workbook (*.xlsx)” and send the file back."),
)
_DESK_STEP = N_(
    "Yellow rows come from other public sources, in our own words; they set no status. Please confirm them: "
    "if one is right, choose the status and name your own document as its source; if not, correct or delete it."
)
MINUTES_TO_CONFIRM, MINUTES_TO_FILL = 1, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """How many rows there are to confirm and to fill in; `desk` of them come from other public sources."""

    confirm: int
    fill: int
    desk: int = 0


def write_readme(worksheet: Worksheet, contents: WorkbookContents, words: Words, rows: RowCounts) -> None:
    """Fill the front sheet: what to do, how much of it, and the lines that the reader knows."""
    worksheet.title = README_TITLE
    minutes = max(5, -(-(rows.confirm * MINUTES_TO_CONFIRM + rows.fill * MINUTES_TO_FILL) // 5) * 5)
    country = contents.framework.country(contents.country).name if contents.country else None
    release = "" if contents.base_release is None else str(contents.base_release)
    lines = [
        ("", words(_TITLES[contents.kind]), words.text(country) if country else ""),
        ("", words.text(contents.framework.heading), ""),
        ("", "", ""),
        *(("", words(step), "") for step in _STEPS),
        *([("", words(_DESK_STEP), "")] if rows.desk else []),
        ("", "", ""),
        ("", words(N_("Rows to confirm")), str(rows.confirm)),
        *([("", words(N_("Of these from other public sources, please confirm")), str(rows.desk))] if rows.desk else []),
        ("", words(N_("Rows to fill in")), str(rows.fill)),
        ("", words(N_("Minutes, about")), str(minutes)),
        ("round", words(N_("Round")), contents.round_title),
        ("base_release", words(N_("Made from release")), release),
        ("template_version", words(N_("Version of the template")), TEMPLATE_VERSION),
        ("kind", words(N_("Kind of workbook")), contents.kind.value),
        ("country", words(N_("Country")), contents.country),
        ("", "", ""),
        ("", words(N_("Indicators")), ""),
        *(("", indicator.id, _question(indicator, words)) for indicator in contents.framework.indicators),
    ]
    for number, line in enumerate(lines, start=1):
        for index, text in enumerate(line, start=1):
            if text:
                cell = worksheet.cell(number, index, plain(text))
                cell.data_type = "s"
                cell.alignment = Alignment(vertical="top", wrap_text=True)
    worksheet.cell(1, 2).font = Font(bold=True, size=14)
    worksheet.column_dimensions["A"].hidden = True
    worksheet.column_dimensions["B"].width = 70
    worksheet.column_dimensions["C"].width = 70


def _question(indicator: Indicator, words: Words) -> str:
    return words.text(indicator.name)
