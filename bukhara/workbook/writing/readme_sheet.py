"""Writes the sheet `Read me`: instructions, amount of work, and the lines that the reader uses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.model.codes import State, Status, WorkbookKind
from bukhara.model.framework import Framework, Indicator
from bukhara.model.messages import N_
from bukhara.workbook.columns import ACCEPTED_COLOUR, CONFIRM_COLOUR, LABEL_OF, README
from bukhara.workbook.labels import label_of
from bukhara.workbook.questions import asked
from bukhara.workbook.reading.contents import WorkbookContents
from bukhara.workbook.reading.frontsheet import TEMPLATE_VERSION
from bukhara.workbook.writing.lines import plain
from bukhara.workbook.writing.looks import BOX, HEAD, HEAD_FONT, LETTERS, OPEN_COLOUR, RULE, WRAP, on_paper
from bukhara.workbook.writing.sheets import Explained

TITLES = {
    WorkbookKind.TRACKER: N_("Follow-up of the Bukhara Declaration: tracker"),
    WorkbookKind.STATISTICS: N_("Follow-up of the Bukhara Declaration: statistics"),
    WorkbookKind.PARTNERS: N_("Follow-up of the Bukhara Declaration: support by partners"),
}
_SEND = (
    N_("Send the file back"),
    N_("Save it as “Excel Workbook (*.xlsx)”. It may be sent back with rows that are still empty."),
)
_OF_A_STATE: tuple[tuple[str, str, str], ...] = (
    (
        N_("Sheet Statements, grey rows"),
        N_(
            "The last accepted answers. If one is still right, choose “still right: we confirm it” in “This row is”. A "
            "row that is left alone stays in the record, and confirms nothing."
        ),
        ACCEPTED_COLOUR,
    ),
    (
        N_("Sheet Statements, white rows"),
        N_(
            "Your answer in this round: choose “State of the answer” and “Status”, then write one or two sentences. "
            "Where there is no answer, choose why."
        ),
        OPEN_COLOUR,
    ),
    (
        N_("Sheet Figures, white rows"),
        N_("The next number of each line, with its period. Zero is an answer."),
        OPEN_COLOUR,
    ),
    (
        N_("Sheet Sources, white row"),
        N_("Write your institution, and the number and day of your letter. Your answers name this source already."),
        OPEN_COLOUR,
    ),
    (*_SEND, ""),
)
_OF_FIGURES: tuple[tuple[str, str, str], ...] = (
    (
        N_("Grey cells"),
        N_("The last accepted values. To change one, write over it and give the reason in “Reason for the change”."),
        ACCEPTED_COLOUR,
    ),
    (
        N_("White rows"),
        N_("Fill them in. Where there is no answer, choose why in “State of the answer”. Zero is an answer."),
        OPEN_COLOUR,
    ),
    (N_("Sheet Sources"), N_("Each row names its document, which is described there."), ""),
    (*_SEND, ""),
)
_CORRECTION = (
    N_("A grey row is wrong"),
    N_("Write over it, choose “correction of the last answer” in “This row is” and give the reason."),
    "",
)
_DESK_RESEARCH = (
    N_("Yellow rows"),
    N_(
        "They come from other public sources or from a panel, and set no status. Of an act choose in “This row is” "
        "whether it is in force: that is your answer, by your letter. Choose a status too if the condition beside it "
        "is met. Of any other row choose the status, name your own document as its source, and correct what is wrong."
    ),
    CONFIRM_COLOUR,
)
_SMALL_NUMBER = (
    N_("Fewer than 5"),
    N_(
        "Where no more than this may be told, leave “Value” empty and choose “withheld by the disclosure rule” in "
        "“State of the answer”."
    ),
    "",
)
_ALWAYS: tuple[tuple[str, str, str], ...] = (
    (N_("More columns"), N_("Press the small 2 at the top left of a sheet, beside column A. 1 folds them again."), ""),
    (
        N_("A cell turns red"),
        N_("It contradicts another one in its row: for example, “answer given” beside an empty cell."),
        "",
    ),
    (N_("Names and dates"), N_("Please name institutions only, never persons. Dates are written like 2023-07-28."), ""),
)
STATES: dict[State, str] = {
    State.VALUE: N_("There is an answer, in this row. Zero is an answer."),
    State.NOT_APPLICABLE: N_("The question does not concern us; the note says why."),
    State.NOT_AVAILABLE: N_("It concerns us, but the authority has no such figure or document."),
    State.NOT_ASKED: N_("The source does not speak of it; nobody was asked."),
    State.NOT_REPORTED: N_("It was asked, and the answer is still awaited."),
    State.SUPPRESSED: N_("There is a figure, but it is so small that persons could be recognised."),
}
STATUSES: dict[Status, str] = {
    Status.IN_PLACE: N_("What stands at “In place” below the question is met."),
    Status.UNDER_WAY: N_("There is a draft, a part of it, or a step of one body."),
    Status.PLANNED: N_("It is announced, and no step was taken yet."),
    Status.CHALLENGE: N_("What makes it difficult. Please say in a row of its own what is in place."),
    Status.CONTINUING: N_("Work that has no end: it is going on."),
}
_NOT_BEGUN = N_("Please leave “Status” empty, choose 0 in the folded column “Level”, and say so in the statement.")
SECONDS_TO_CONFIRM, SECONDS_TO_FILL = 30, 180


@dataclass(frozen=True, slots=True, kw_only=True)
class RowCounts:
    """The numbers of rows to look through and to fill in; `desk_research` of them are from other public sources."""

    confirm: int
    fill: int
    desk_research: int = 0

    @property
    def minutes(self) -> int:
        """The approximate time for the rows, in steps of five minutes."""
        return max(5, -(-(self.confirm * SECONDS_TO_CONFIRM + self.fill * SECONDS_TO_FILL) // 300) * 5)


@dataclass(frozen=True, slots=True)
class _ReadmeLine:
    """One line: label, text, and the key that the reader uses; `fill` is a swatch, `head` marks a heading."""

    label: str = ""
    text: str = ""
    key: str = ""
    fill: str = ""
    head: bool = False


def write_readme(
    worksheet: Worksheet, contents: WorkbookContents, words: Words, rows: RowCounts
) -> Mapping[str, Explained]:
    """Fill the front sheet and return the cell with the question of each indicator."""
    worksheet.title = words(README.title)
    lines = [*_front(contents, words, rows), *_meanings(words, is_tracker=contents.kind is WorkbookKind.TRACKER)]
    asked_from = len(lines) + 1
    indicators = _indicators(contents)
    lines.append(_ReadmeLine(words(N_("Indicators")), head=True))
    lines += [_ReadmeLine(indicator.id, explained(indicator, words)) for indicator in indicators]
    for number, line in enumerate(lines, start=1):
        _write(worksheet, number, line)
        # a word for the program alone
        worksheet.row_dimensions[number].hidden = line.key == "kind"
    worksheet.cell(1, 2).font = Font(name=LETTERS, bold=True, size=14)
    for number in (2, 3):
        worksheet.cell(number, 2).font = Font(name=LETTERS, bold=True, size=12)
    worksheet.column_dimensions["A"].hidden = True
    worksheet.column_dimensions["B"].width = 34
    worksheet.column_dimensions["C"].width = 104
    on_paper(worksheet, words, wide=False)
    return {
        indicator.id: Explained(f"'{worksheet.title}'!B{number}", plain(words.text(indicator.name)))
        for number, indicator in enumerate(indicators, start=asked_from + 1)
    }


def amount(rows: RowCounts, words: Words) -> str:
    """Return `14 rows to look through, 6 to fill in, about 25 minutes`."""
    parts = (
        words.plural("{n} row to look through", "{n} rows to look through", rows.confirm),
        words.plural("{n} to fill in", "{n} to fill in", rows.fill),
        words.plural("about {n} minute", "about {n} minutes", rows.minutes),
    )
    return ", ".join(parts)


def _front(contents: WorkbookContents, words: Words, rows: RowCounts) -> Iterator[_ReadmeLine]:
    country = contents.framework.country(contents.country).name if contents.country else None
    release = "" if contents.base_release is None else str(contents.base_release)
    yield _ReadmeLine(words(TITLES[contents.kind]))
    yield _ReadmeLine(words.text(country) if country else "")
    yield _ReadmeLine(amount(rows, words))
    if rows.desk_research:
        yield _ReadmeLine(words(N_("Of these from other public sources, please confirm")), str(rows.desk_research))
    yield _ReadmeLine()
    yield _ReadmeLine(words(N_("What to do")), head=True)
    is_tracker = contents.kind is WorkbookKind.TRACKER
    for number, (label, text, fill) in enumerate(_OF_A_STATE if is_tracker else _OF_FIGURES, start=1):
        yield _ReadmeLine(f"{number}. {words(label)}", words(text), fill=fill)
    yield _ReadmeLine(words(N_("Good to know")), head=True)
    for label, text, fill in (
        *((_DESK_RESEARCH,) if rows.desk_research else ()),
        *((_CORRECTION, _SMALL_NUMBER) if is_tracker else ()),
        *_ALWAYS[0 if is_tracker else 1 :],
    ):
        yield _ReadmeLine(words(label), words(text), fill=fill)
    yield _ReadmeLine()
    if not contents.framework.instrument.articles:
        yield _ReadmeLine(words.text(contents.framework.instrument.heading))
    if contents.round_title:
        yield _ReadmeLine(words(N_("Round")), contents.round_title, "round")
    yield _ReadmeLine(words(N_("Made from release")), release, "base_release")
    yield _ReadmeLine(words(N_("Version of the template")), TEMPLATE_VERSION, "template_version")
    yield _ReadmeLine(words(N_("Kind of workbook")), contents.kind.value, "kind")
    if contents.country:
        yield _ReadmeLine(words(N_("Country")), contents.country, "country")
    yield _ReadmeLine()


def _meanings(words: Words, *, is_tracker: bool) -> Iterator[_ReadmeLine]:
    """Yield what each state of an answer and, in a tracker, each status means."""
    known: tuple[tuple[str, Mapping[Any, str]], ...] = (("state", STATES), ("status", STATUSES))
    for key, meanings in known[: 1 + is_tracker]:
        yield _ReadmeLine(words(LABEL_OF[key]), head=True)
        yield from (_ReadmeLine(label_of(key, code, words), words(meaning)) for code, meaning in meanings.items())
    if is_tracker:
        yield _ReadmeLine(words(N_("Nothing is begun or announced")), words(_NOT_BEGUN))
    yield _ReadmeLine()


def _indicators(contents: WorkbookContents) -> tuple[Indicator, ...]:
    """Return the indicators of this workbook: those of a country's items, or the measures, and those of its rows."""
    framework = contents.framework
    if contents.kind is WorkbookKind.TRACKER:
        wanted = {question.indicator for question in asked(framework, contents.country)}
        wanted |= {row.indicator for row in contents.statements}
        wanted |= {row.indicator for row in contents.observations}
        wanted |= {row.indicator for row in contents.figure_questions}
    else:
        group = "partner" if contents.kind is WorkbookKind.PARTNERS else "context"
        wanted = {measure.id for measure in framework.measures if measure.group in (group, "")}
        wanted |= {row.indicator for row in contents.observations}
    return tuple(indicator for indicator in framework.indicators if indicator.id in wanted)


def question_text(framework: Framework, indicator_id: str, words: Words, *, with_condition: bool = False) -> str:
    """Return the theme and the name of a question, and where it is wanted when its answer is “in place”.

    It is empty for one that is no longer in the framework.
    """
    indicator = next((each for each in framework.indicators if each.id == indicator_id), None)
    if indicator is None:
        return ""
    theme = next((words.text(item.name) for item in framework.items if item.id == indicator.item), "")
    name = words.text(indicator.name)
    lines = [f"{theme}: {name}" if theme and theme != name else name]
    if with_condition and indicator.conditions:
        lines.append(words(N_("In place: {condition}"), condition=words.text(indicator.conditions.in_place)))
    return "\n".join(lines)


def explained(indicator: Indicator, words: Words) -> str:
    """Return the question and the kinds of answers that count, one line each."""
    lines = [words.text(indicator.name)]
    if indicator.definition:
        lines.append(words.text(indicator.definition))
    if indicator.conditions:
        given = indicator.conditions
        lines.append(words(N_("In place: {condition}"), condition=words.text(given.in_place)))
        if given.full_answer:
            lines.append(words(N_("Please name as well: {condition}"), condition=words.text(given.full_answer)))
        if given.partly:
            lines.append(words(N_("Partly: {condition}"), condition=words.text(given.partly)))
        lines.append(words(N_("Not counted: {condition}"), condition=words.text(given.not_counted)))
    return "\n".join(lines)


def _write(worksheet: Worksheet, number: int, line: _ReadmeLine) -> None:
    for index, text in ((1, line.key), (2, line.label), (3, line.text)):
        if text:
            cell = worksheet.cell(number, index, plain(text))
            cell.data_type = "s"
            # a line without a text beside it runs on over the next column
            cell.alignment = WRAP if line.text else Alignment(vertical="top")
            if line.text and index > 1:
                cell.border = RULE
    label = worksheet.cell(number, 2)
    if line.head:
        label.fill, label.font = HEAD, HEAD_FONT
    elif line.fill:
        label.fill = PatternFill("solid", start_color=line.fill)
        label.border = BOX
