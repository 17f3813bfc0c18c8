"""Writes the sheet `Figures` of a tracker: the newest accepted figure of each series, and a white row for the next."""

from collections.abc import Mapping
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.model.codes import AnswerRow
from bukhara.model.observation import BREAKDOWNS, COUNTED, Observation
from bukhara.workbook.columns import FIGURES
from bukhara.workbook.questions import LEFT_OPEN
from bukhara.workbook.reading.contents import WorkbookContents
from bukhara.workbook.writing.cell_texts import CellTexts
from bukhara.workbook.writing.lines import RowLook, SheetLine
from bukhara.workbook.writing.sheets import Explained, write_sheet

_NAMED = ("counting_unit", "stage", "offence_class", "identifying_body", *BREAKDOWNS)
_SERIES = tuple(name for name in ("country", "indicator", *COUNTED) if name not in (*LEFT_OPEN, "territorial_scope"))


def write_figures(
    workbook: Workbook, contents: WorkbookContents, texts: CellTexts, explained: Mapping[str, Explained], source_id: str
) -> Worksheet | None:
    """Add the sheet, with each question below the accepted figure of its series; None if nothing is asked.

    `source_id` is the prepared source of the new figures.
    """
    if not (contents.observations or contents.figure_questions):
        return None
    names = {each.id: texts.words.text(each.name) for each in contents.framework.indicators}
    order = {name: n for n, name in enumerate(names)}

    def line(row: Observation, look: RowLook) -> SheetLine:
        parts = [str(texts.text(name, getattr(row, name))) for name in _NAMED if getattr(row, name)]
        values = {
            "question": names[row.indicator] + (f": {', '.join(parts)}" if parts else ""),
            "answer_row": AnswerRow.LAST_ANSWER if look is RowLook.ACCEPTED else AnswerRow.NEW_ANSWER,
        }
        shown = [c.key if look is RowLook.ACCEPTED or c.key in FIGURES.prepared else "" for c in FIGURES.columns]
        return SheetLine(tuple(values.get(key) or getattr(row, key, None) for key in shown), look)

    found: list[tuple[Observation, RowLook]] = [(row, RowLook.ACCEPTED) for row in contents.observations]
    found += [(replace(row, source_id=source_id), RowLook.OPEN) for row in contents.figure_questions]
    first_seen: dict[tuple[str, ...], int] = {}
    for row, _ in found:
        first_seen.setdefault(_series(row), len(first_seen))
    # a question comes last in its series
    found.sort(key=lambda pair: (order[pair[0].indicator], first_seen[_series(pair[0])], pair[1] is RowLook.OPEN))
    worksheet: Worksheet = workbook.create_sheet()
    write_sheet(worksheet, FIGURES, [line(*pair) for pair in found], texts, explained=explained)
    return worksheet


def _series(row: Observation) -> tuple[str, ...]:
    return tuple(getattr(row, name) for name in _SERIES)
