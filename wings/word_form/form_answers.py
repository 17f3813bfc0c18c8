"""Takes the answers of our own Word form back: each is a new answer of one letter, or a finding; pure."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bukhara.errors import Refused
from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import IndicatorType, Kind, Severity, State, Status
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework, Indicator
from bukhara.model.messages import N_
from bukhara.model.statement import Statement
from bukhara.service.drafts.letter_answers import with_answer, with_confirmation
from bukhara.workbook import WorkbookContents, as_day, folded
from wings.word_form.word_text import WordForm

LANGUAGES = ("en", "ru")
UNCHANGED = N_("Unchanged")
OF_NO_STATE = N_(
    "This Word form does not show which state answers. Please download a new form and copy the answers into it."
)
_OPEN, _TICKED = "☐□▢", frozenset("☒☑✓✔✗✘■xхv")
_GAPS = frozenset(state.value for state in State)
_Letter = tuple[str, str, date]
"""Institution, number and day."""


def origin_of(form: WordForm, framework: Framework) -> tuple[str, str, int]:
    """Return country, language and release (0 if unknown) of a form, by its keywords; raise Refused without a state."""
    given = (*form.keywords.split(), "", "", "", "", "")
    places = {each.code for each in (*framework.countries, *framework.regions)}
    if given[2] not in places:
        raise Refused(OF_NO_STATE)
    return given[2], given[3] if given[3] in LANGUAGES else "en", int(given[4]) if given[4].isdigit() else 0


def answers_of(
    form: WordForm, contents: WorkbookContents, language: str, as_seen: Callable[[str, str], bool], *, exercise: bool
) -> tuple[WorkbookContents, list[Finding]]:
    """Return the contents of the state's tracker with the new answers of its form, and what was found in it.

    `as_seen` tells whether the last answers to a question, given by item and indicator, are those that the form shows.
    """
    findings: list[Finding] = []
    letter = _letter(form)
    questions = {each.id: each for item in contents.framework.items for each in item.indicators}
    items = {each.id: item.id for item in contents.framework.items for each in item.indicators}
    for n, table in enumerate(form.tables):
        for r, row in enumerate(table):
            question = questions.get(row[0].split(". ")[0]) if len(row) == 4 else None
            if question is None:
                continue
            is_struck = any((n, r, c) in form.marked for c in (2, 3))
            read = _Row(question, row[2], *_ticked(row[3]), is_struck)
            trouble, is_confirmed = read.trouble(), read.tick == UNCHANGED
            if not trouble and is_confirmed and not as_seen(items[question.id], question.id):
                trouble = "confirmed-other-content"
            if trouble:
                findings.append(_finding(trouble, question.id, read.answer))
            elif (read.is_answered or is_confirmed) and isinstance(letter, Finding):
                findings.append(replace(letter, sheet=question.id))
            elif (read.is_answered or is_confirmed) and isinstance(letter, tuple):
                answer = read.answered(contents.country, items[question.id], letter, language)
                add = with_confirmation if is_confirmed else with_answer
                contents = add(contents, answer, exercise=exercise)
    return contents, findings


def _letter(form: WordForm) -> _Letter | Finding:
    """Return the first letter in the last table, as the form asks for, or what is wrong with it."""
    rows = [row for row in form.tables[-1][1:] if len(row) == 3] if form.tables else []
    body, number, day = next((row for row in rows if row[1] or row[2]), ("", "", ""))
    read = as_day(day)
    if read.trouble:
        return _finding(read.trouble, value=day, **read.values)
    return (body.replace("\n", " "), number, read.value) if body and read.value else _finding("form-no-letter")


@dataclass(frozen=True, slots=True)
class _Row:
    question: Indicator
    answer: str
    ticked: tuple[str, ...]
    is_unclear: bool
    is_struck: bool

    @property
    def tick(self) -> str:
        """The code of the first tick, or an empty text."""
        return self.ticked[0] if self.ticked else ""

    def trouble(self) -> str:
        """Return the code of what is wrong with a row of the form, or an empty text."""
        if self.is_struck or self.is_unclear:
            return "form-struck" if self.is_struck else "form-tick-unclear"
        if len(self.ticked) > 1:
            return "form-two-ticks"
        if not self.answer:
            return "form-no-words" if self.tick in set(Status) else ""
        return self._words_wrong()

    def _words_wrong(self) -> str:
        if self.tick == UNCHANGED or self.tick in _GAPS:
            return "form-words-beside-tick"
        if self.question.type is IndicatorType.MEASURE:
            return "form-figure"
        return "form-no-tick" if self.question.conditions and not self.tick else ""

    @property
    def is_answered(self) -> bool:
        """Whether the row has a new answer: words, or the tick of a gap."""
        return bool(self.answer) or self.tick in _GAPS

    def answered(self, country: str, item: str, letter: _Letter, language: str) -> LetterAnswer:
        row = Statement(
            country=country,
            item=item,
            indicator=self.question.id,
            kind=Kind.FIGURE if self.question.type is IndicatorType.MEASURE else Kind.IMPLEMENTATION,
            state=State(self.tick) if self.tick in _GAPS else State.VALUE,
            status=Status(self.tick) if self.tick in set(Status) else None,
            statement=self.answer,
            lang=language,
        )
        body, number, day = letter
        return LetterAnswer(row=row, body=body, document_number=number, date=day)


def _ticked(ticks: str) -> tuple[tuple[str, ...], bool]:
    """Return the codes that are ticked, and whether a line of the ticks cannot be read."""
    codes = {folded(text): code for language in LANGUAGES for code, text in _choices(language)}
    ticked, lost = [], False
    for line in ticks.split("\n"):
        mark, text = line[:1], line[1:].strip()
        code = codes.get(folded(text))
        if code is None and line.strip():
            lost = True
        elif mark.casefold() in _TICKED and code:
            ticked.append(code)
        elif mark not in _OPEN:
            lost = True
    return tuple(ticked), lost


def _choices(language: str) -> list[tuple[str, str]]:
    words = words_of(language)
    gaps = (State.NOT_APPLICABLE, State.NOT_AVAILABLE)
    return [(UNCHANGED, words(UNCHANGED)), *((each.value, label(words, each)) for each in (*Status, *gaps))]


def _finding(code: str, question: str = "", value: str = "", **values: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, sheet=question, value=value[:200], values=values)
