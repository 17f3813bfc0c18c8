"""Writes the pre-filled template, and with the same functions the workbooks in data/."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from openpyxl import Workbook

from bukhara.i18n.words import Words
from bukhara.model.codes import UNCONFIRMED, AnswerRow, State, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook.columns import FIGURES, SOURCES, TEMPLATE_ONLY, Sheet, sheet_of
from bukhara.workbook.questions import Question, asked
from bukhara.workbook.reading.contents import WorkbookContents
from bukhara.workbook.writing.cell_texts import cell_texts
from bukhara.workbook.writing.contradictions import mark_contradictions
from bukhara.workbook.writing.figures_sheet import write_figures
from bukhara.workbook.writing.files import packed
from bukhara.workbook.writing.lines import RowLook, SheetLine
from bukhara.workbook.writing.lists import offer_choices, write_lists
from bukhara.workbook.writing.readme_sheet import RowCounts, write_readme
from bukhara.workbook.writing.sheets import write_sheet


def write(contents: WorkbookContents, words: Words) -> bytes:
    """Return an .xlsx in the language of `words`: accepted rows, and a white row for each question."""
    sheet = sheet_of(contents.kind)
    is_tracker = contents.kind is WorkbookKind.TRACKER
    records: tuple[Statement | Observation, ...] = contents.statements if is_tracker else contents.observations
    accepted: tuple[Statement | Observation, ...] = (*contents.statements, *contents.observations)
    questions = contents.questions
    if not accepted and not questions and is_tracker and not contents.figure_questions:
        questions = asked(contents.framework, contents.country)
    unconfirmed = {source.source_id for source in contents.sources if source.source_class in UNCONFIRMED}
    lines = [
        _line(record, sheet, RowLook.CONFIRM)
        if record.source_id in unconfirmed
        else _line(record, sheet, RowLook.ACCEPTED, _marks(record, contents))
        for record in _in_order(records, contents)
    ]
    counts = RowCounts(
        confirm=sum(record.state is State.VALUE for record in accepted),
        fill=len(questions) + len(contents.figure_questions)
        or sum(record.state is not State.VALUE for record in records),
        desk_research=sum(line.look is RowLook.CONFIRM for line in lines),
    )
    texts = cell_texts(contents.framework, words)
    workbook = Workbook()
    places = write_readme(workbook.worksheets[0], contents, words, counts)
    data = workbook.create_sheet()
    woven = _with_questions(questions, lines, contents, sheet)
    write_sheet(data, sheet, woven, texts, explained=places)
    figures = write_figures(workbook, contents, texts, places) if is_tracker else None
    sources = workbook.create_sheet()
    named = [_line(source, SOURCES, RowLook.ACCEPTED) for source in contents.sources]
    write_sheet(sources, SOURCES, named, texts)
    filled = ((data, sheet), *([(figures, FIGURES)] if figures else []), (sources, SOURCES))
    write_lists(workbook, [each for _, each in filled], contents.framework, texts)
    for worksheet, each in filled:
        offer_choices(worksheet, each, contents.framework, words)
        if each is not SOURCES:
            mark_contradictions(worksheet, each, words)
    return packed(workbook)


def _line(record: object, sheet: Sheet, look: RowLook, marks: Mapping[str, object] | None = None) -> SheetLine:
    given = marks or {}
    values = (given.get(key) if key in TEMPLATE_ONLY else getattr(record, key) for key in _keys(sheet))
    return SheetLine(tuple(values), look)


def _keys(sheet: Sheet) -> list[str]:
    return [column.key for column in sheet.columns]


def _marks(record: Statement | Observation, contents: WorkbookContents) -> dict[str, object]:
    """Return the note of the template about an accepted row: its kind and the day of its source."""
    if not isinstance(record, Statement):
        return {}
    is_correction = record.evidence_id in contents.corrections
    days = {source.source_id: source.date for source in contents.sources}
    return {
        "answer_row": AnswerRow.CORRECTION if is_correction else AnswerRow.LAST_ANSWER,
        "answered_on": days.get(record.source_id),
    }


def _in_order(
    records: Sequence[Statement | Observation], contents: WorkbookContents
) -> Sequence[Statement | Observation]:
    """Return the statements of each question together, the newest answer last; figures stay in their order."""
    if contents.kind is not WorkbookKind.TRACKER:
        return records
    order = _order(contents)
    days = {source.source_id: source.date for source in contents.sources}
    return sorted(records, key=lambda row: (order.get(row.indicator, len(order)), days.get(row.source_id, date.min)))


def _order(contents: WorkbookContents) -> dict[str, int]:
    return {indicator.id: place for place, indicator in enumerate(contents.framework.indicators)}


def _with_questions(
    questions: Iterable[Question], lines: list[SheetLine], contents: WorkbookContents, sheet: Sheet
) -> list[SheetLine]:
    """Return the lines with each question below the last row about its indicator or an earlier one."""
    order, keys = _order(contents), _keys(sheet)
    at = keys.index("indicator")
    after: dict[int, list[SheetLine]] = {}
    for question in questions:
        values = tuple(AnswerRow.NEW_ANSWER if key == "answer_row" else getattr(question, key, None) for key in keys)
        rank = order.get(question.indicator, len(order))
        about = [
            place
            for place, line in enumerate(lines)
            if line.values[0] == question.country and order.get(str(line.values[at]), len(order)) <= rank
        ]
        same = [place for place in about if lines[place].values[at] == question.indicator]
        after.setdefault(max(same or about, default=-1), []).append(SheetLine(values, RowLook.OPEN))
    woven = list(after.get(-1, []))
    for place, line in enumerate(lines):
        woven += [line, *after.get(place, [])]
    return woven
