"""Writes the pre-filled template, and with the same functions the workbooks in data/."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.readers import public_languages
from bukhara.i18n.words import Words, words_of
from bukhara.model.codes import ACTS, UNCONFIRMED, Access, AnswerRow, Kind, SourceClass, State, WorkbookKind
from bukhara.model.languages import language_of
from bukhara.model.messages import N_
from bukhara.model.observation import BREAKDOWNS, COUNTED, Observation
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.workbook.columns import FIGURES, SOURCES, Sheet, sheet_of
from bukhara.workbook.questions import LEFT_OPEN, asked
from bukhara.workbook.reading.contents import WorkbookContents
from bukhara.workbook.writing.cell_texts import CellTexts, cell_texts
from bukhara.workbook.writing.files import packed
from bukhara.workbook.writing.lines import RowLook, SheetLine
from bukhara.workbook.writing.lists import offer_choices, write_lists
from bukhara.workbook.writing.readme_sheet import RowCounts, question_text, write_readme
from bukhara.workbook.writing.sheets import Explained, write_sheet

_NAMED = ("counting_unit", "stage", "offence_class", "identifying_body", *BREAKDOWNS)
_SERIES = tuple(name for name in ("country", "indicator", *COUNTED) if name not in (*LEFT_OPEN, "territorial_scope"))


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
        _line(
            record,
            sheet,
            RowLook.CONFIRM if record.source_id in unconfirmed else RowLook.ACCEPTED,
            {"question": _asked(record, contents, words, with_condition=record.source_id in unconfirmed)}
            | _marks(record, contents),
        )
        for record in _in_order(records, contents)
    ]
    counts = RowCounts(
        confirm=sum(record.state is State.VALUE for record in accepted),
        fill=len(questions) + len(contents.figure_questions)
        or sum(record.state is not State.VALUE for record in records),
        desk_research=sum(line.look is RowLook.CONFIRM for line in lines),
    )
    letter = _letter(contents, words) if questions or contents.figure_questions or contents.body else {}
    texts = cell_texts(contents.framework, words)
    workbook = Workbook()
    places = write_readme(workbook.worksheets[0], contents, words, counts)
    data = workbook.create_sheet()
    source_id = str(letter.get("source_id", ""))
    marks = {"answer_row": AnswerRow.NEW_ANSWER, "lang": words.language, "source_id": source_id}
    open_lines = [
        _line(
            question,
            sheet,
            RowLook.OPEN,
            marks
            | {"question": question_text(contents.framework, question.indicator, words, with_condition=True)}
            | {"kind": question.kind or Kind.IMPLEMENTATION},
        )
        for question in questions
    ]
    woven = _woven(open_lines, lines, contents, sheet)
    write_sheet(data, sheet, woven, texts, explained=places)
    figures = write_figures(workbook, contents, texts, places, source_id) if is_tracker else None
    sources = workbook.create_sheet()
    letters = [_line(None, SOURCES, RowLook.OPEN, letter)] if letter else []
    listed = [_line(each, SOURCES, RowLook.ACCEPTED) for each in contents.sources]
    write_sheet(sources, SOURCES, [*letters, *listed], texts)
    filled = ((data, sheet), *([(figures, FIGURES)] if figures else []), (sources, SOURCES))
    write_lists(workbook, [each for _, each in filled], contents.framework, texts)
    for worksheet, each in filled:
        offer_choices(worksheet, each, contents.framework, words)
    return packed(workbook)


def _letter(contents: WorkbookContents, words: Words) -> dict[str, object]:
    """Return the prepared source of the new answers of a state, by column; empty for the region."""
    state = next((each for each in contents.framework.countries if each.code == contents.country), None)
    if state is None:
        return {}
    exercise = contents.framework.exercise
    form = N_("EXERCISE (invented): {title}") if exercise else "{title}"
    sentence = N_("{state}, answer to the questions on the Declaration")
    known = {each: words_of(each) for each in public_languages()}
    titles = {code: each(form, title=each(sentence, state=each.text(state.short))) for code, each in known.items()}
    title = titles.pop(language_of(words.language).code)
    return {
        "source_id": f"{state.code.lower()}-answer-{(contents.base_release or 0) + 1}" + _part(contents.body),
        "body": contents.body,
        "source_class": SourceClass.EXERCISE if exercise else SourceClass.STATE_SUBMISSION,
        "title": title,
        "title_translation": str(Text(tuple(titles.items()))),
        "language": words.language,
        "access": Access.INTERNAL,
    }


def _part(body: str) -> str:
    """Return the end of the id of a source, which is another one for each body of a state."""
    return f"-{hashlib.sha256(body.encode()).hexdigest()[:4]}" if body else ""


def _asked(record: Statement | Observation, contents: WorkbookContents, words: Words, *, with_condition: bool) -> str:
    """Return the question; beside an act on file with the condition under which it is in place."""
    is_act = with_condition and getattr(record, "act_kind", None) in ACTS
    return question_text(contents.framework, record.indicator, words, with_condition=is_act)


def _line(record: object, sheet: Sheet, look: RowLook, marks: Mapping[str, object] | None = None) -> SheetLine:
    """Return the row of a record or question, with what the template says about it."""
    given = marks or {}
    return SheetLine(tuple(given.get(key) or getattr(record, key, None) for key in _keys(sheet)), look)


def _keys(sheet: Sheet) -> list[str]:
    return [column.key for column in sheet.columns]


def _marks(record: Statement | Observation, contents: WorkbookContents) -> dict[str, object]:
    """Return the note of the template about an accepted answer of a state: its kind and the day of its source."""
    source = next((each for each in contents.sources if each.source_id == record.source_id), None)
    if not isinstance(record, Statement) or (source and source.source_class in UNCONFIRMED):
        return {}
    is_confirmed = record.indicator in contents.confirmed and record.state not in (State.NOT_ASKED, State.NOT_REPORTED)
    said = AnswerRow.CONFIRMED if is_confirmed else AnswerRow.LAST_ANSWER
    return {"answer_row": said, "answered_on": source.date if source else None}


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


def _woven(
    questions: Iterable[SheetLine], lines: list[SheetLine], contents: WorkbookContents, sheet: Sheet
) -> list[SheetLine]:
    """Return the lines with each question below the last row about its indicator or an earlier one."""
    order, keys = _order(contents), _keys(sheet)
    at, of = keys.index("indicator"), keys.index("country")
    after: dict[int, list[SheetLine]] = {}
    for question in questions:
        indicator = question.values[at]
        rank = order.get(str(indicator), len(order))
        about = [
            place
            for place, line in enumerate(lines)
            if line.values[of] == question.values[of] and order.get(str(line.values[at]), len(order)) <= rank
        ]
        same = [place for place in about if lines[place].values[at] == indicator]
        after.setdefault(max(same or about, default=-1), []).append(question)
    woven = list(after.get(-1, []))
    for place, line in enumerate(lines):
        woven += [line, *after.get(place, [])]
    return woven


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
