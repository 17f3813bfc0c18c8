"""Takes the answers of our own Word form back: each is a new answer of one letter, or a finding; pure."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import product

from bukhara.errors import Refused
from bukhara.i18n.act_answers import SAID, sentence
from bukhara.i18n.codes import label
from bukhara.i18n.languages import translated_languages
from bukhara.i18n.words import words_of
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import AnswerRow, IndicatorType, Kind, Qualifier, Severity, State, Status
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework, Indicator
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.service.drafts.letter_answers import with_answer
from bukhara.workbook import WorkbookContents, as_day, as_first_day, as_last_day, as_number_of, folded
from bukhara.workbook.labels import labels_of
from bukhara.workbook.letters import matched, narrow
from wings.word_form.clearance_form import GAPS, LETTERS, NUMBERS, SINCE, acts_of
from wings.word_form.word_text import WordForm

UNCHANGED = N_("Unchanged")
OF_NO_STATE = N_(
    "This Word form does not show which state answers. Please download a new form and copy the answers into it."
)
_OPEN, _TICKED = "☐□▢", frozenset("☒☑✓✔✗✘■√+xхv")
_GAPS = frozenset(state.value for state in State)
_Letter = tuple[str, str, date]  # institution, number and day
_Acts = Sequence[tuple[Statement, AnswerRow, str]]
"""Acts on file, what is ticked of each, and the day behind the tick."""


def origin_of(form: WordForm, framework: Framework) -> tuple[str, str, int]:
    """Return country, language and release (0 if unknown) of a form, by its keywords; raise Refused without a state."""
    given = (*form.keywords.split(), "", "", "", "", "")
    places = {each.code for each in (*framework.countries, *framework.regions)}
    if given[2] not in places:
        raise Refused(OF_NO_STATE)
    return (
        given[2],
        given[3] if given[3] in translated_languages() else "en",
        int(given[4]) if given[4].isdigit() else 0,
    )


def answers_of(
    form: WordForm, contents: WorkbookContents, language: str, as_seen: Callable[[str, str], bool], *, exercise: bool
) -> tuple[WorkbookContents, list[Finding]]:
    """Return the contents of the state's tracker with the new answers of its form, and what was found in it.

    `as_seen` tells whether the last answers to a question, given by item and indicator, are those that the form shows.
    """
    findings: list[Finding] = []
    letter, asked = _letter(form), contents.figure_questions
    needs_letter = False
    questions = {each.id: each for item in contents.framework.items for each in item.indicators}
    items = {each.id: item.id for item in contents.framework.items for each in item.indicators}
    for n, table in enumerate(form.tables):
        for r, row in enumerate(table):
            question = questions.get(row[0].split(". ")[0]) if len(row) == 4 else None
            if question is None:
                continue
            is_struck = any((n, r, c) in form.marked for c in (2, 3))
            read = _row(question, row, acts_of(contents, question.id), is_struck=is_struck)
            figure = read.figure(asked)
            found = _found(read, figure, partial(as_seen, items[question.id], question.id))
            if found:
                findings.append(found)
            needs_letter |= read.says_something
            if not found and not isinstance(letter, Finding) and not isinstance(figure, Finding):
                for answer in read.answered(contents.country, items[question.id], letter, language, figure):
                    contents = with_answer(contents, answer, exercise=exercise)
    if needs_letter and isinstance(letter, Finding):
        findings.append(replace(letter, sheet=words_of(language)(LETTERS)))
    return contents, findings


def _found(read: "_Row", figure: Observation | Finding | None, as_seen: Callable[[], bool]) -> Finding | None:
    """Return what is wrong with a row of the form."""
    trouble = read.trouble()
    if not trouble and read.tick == UNCHANGED and not as_seen():
        trouble = "confirmed-other-content"
    if trouble:
        return _finding(trouble, read.question.id, read.answer)
    return figure if isinstance(figure, Finding) else None


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
    acts: _Acts
    is_unclear: bool
    is_struck: bool
    beside: Mapping[str, str]

    @property
    def has_number(self) -> bool:
        """Whether a number is written behind its line."""
        return bool(self.beside.get(NUMBERS[0]))

    def figure(self, questions: Sequence[Observation]) -> Observation | Finding | None:
        """Return the one figure that is asked for, as a cell of the workbook is read, or what is wrong with it."""
        if not self.has_number:
            return None
        asked = [each for each in questions if each.indicator == self.question.id]
        number, period = (self.beside.get(name, "") for name in NUMBERS)
        counted = asked[0].counting_unit if len(asked) == 1 else ""
        value, start, end = as_number_of(number, counted), as_first_day(period), as_last_day(period)
        if value.trouble:
            return _finding("form-number", self.question.id, number)
        if start.trouble:
            return _finding(start.trouble, self.question.id, period, **start.values)
        if len(asked) != 1 or start.value is None:
            return _finding("form-figure", self.question.id, number)
        given = {"state": State.VALUE, "value": value.value, "qualifier": Qualifier.EXACT}
        return replace(asked[0], **given, period_start=start.value, period_end=end.value)

    @property
    def tick(self) -> str:
        """The code of the first tick, or an empty text."""
        return self.ticked[0] if self.ticked else ""

    def trouble(self) -> str:
        """Return the code of what is wrong with a row of the form, or an empty text."""
        if self.is_struck or self.is_unclear:
            return "form-struck" if self.is_struck else "form-tick-unclear"
        if len(self.ticked) > 1 or self._acts_contradict:
            return "form-two-ticks"
        if not self.answer and not self.has_number:
            is_alone = not self.acts and (self.tick in set(Status) or bool(self.beside.get(SINCE)))
            return "form-no-words" if is_alone or self.beside.get(NUMBERS[1]) else ""
        return self._words_wrong()

    @property
    def _acts_contradict(self) -> bool:
        is_twice = len({act.evidence_id for act, _, _ in self.acts}) < len(self.acts)
        return is_twice or (bool(self.acts) and self.tick in _GAPS)

    def _words_wrong(self) -> str:
        if self.tick == UNCHANGED or self.tick in _GAPS:
            return "form-words-beside-tick"
        if self.question.type is IndicatorType.MEASURE:
            return "" if self.has_number and not self.answer else "form-figure"
        return "form-no-tick" if self.question.conditions and not self.tick else ""

    @property
    def says_something(self) -> bool:
        """Whether the row has a new answer, words, a number or a tick that says something without words."""
        return self.speaks_for_itself or bool(self.acts)

    @property
    def speaks_for_itself(self) -> bool:
        """Whether it says something beside what is ticked of acts."""
        return bool(self.answer) or self.has_number or self.tick in {*_GAPS, UNCHANGED}

    def answered(
        self, country: str, item: str, letter: _Letter, language: str, figure: Observation | None
    ) -> Iterator[LetterAnswer]:
        """Give the answers of the row: its own, and one for each act; a status without words is that of the first."""
        body, number, day = letter
        said = Statement(
            country=country,
            item=item,
            indicator=self.question.id,
            kind=Kind.FIGURE if self.question.type is IndicatorType.MEASURE else Kind.IMPLEMENTATION,
            state=State(self.tick) if self.tick in _GAPS else State.VALUE,
            status=Status(self.tick) if self.tick in set(Status) else None,
            statement=self.answer,
            since=self.beside.get(SINCE, ""),
            lang=language,
        )
        in_letter = partial(LetterAnswer, body=body, document_number=number, date=day)
        if self.speaks_for_itself:
            yield in_letter(row=replace(figure, reporter=body) if figure else said, confirms=self.tick == UNCHANGED)
            said = replace(said, status=None, since="")
        for act, tick, since in self.acts:
            words = sentence(act.act_name, tick, language, act.valid_until)
            since_then = since or said.since or (act.since if tick is AnswerRow.IN_FORCE else "")
            yield in_letter(
                row=replace(said, statement=words, since=since_then, state=State.VALUE), act=act.evidence_id
            )
            said = replace(said, status=None, since="")


def _row(question: Indicator, cells: Sequence[str], offered: Iterable[Statement], *, is_struck: bool) -> _Row:
    text, beside = _beside(cells[2])
    ticked, acts, is_unclear = _ticked(cells[3], offered)
    # “нет данных” in place of an answer is read as in a cell of the workbook
    gap = "" if ticked else labels_of("state", translated_languages()).get(matched(text), "")
    if gap in GAPS:
        text, ticked = "", (gap,)
    return _Row(question, text, ticked, acts, is_unclear, is_struck, beside)


def _beside(text: str) -> tuple[str, dict[str, str]]:
    """Return the words of an answer, and what is written behind each line below it."""
    names = {folded(words_of(each)(name)): name for name in (SINCE, *NUMBERS) for each in translated_languages()}
    parts = [(line, *line.partition(":")[::2]) for line in text.split("\n")]
    own = [line for line, name, _ in parts if folded(name) not in names]
    return "\n".join(own), {names[folded(name)]: given.strip() for _, name, given in parts if folded(name) in names}


def _ticked(ticks: str, acts: Iterable[Statement]) -> tuple[tuple[str, ...], _Acts, bool]:
    """Return the codes that are ticked, what is ticked of acts, and whether a line of the ticks cannot be read."""
    every = product(acts, SAID, translated_languages())
    lines = ((a, s, sentence(a.act_name, s, each, a.valid_until)) for a, s, each in every)
    offered = [(act, said, re.compile(re.escape(" ".join(narrow(text).split())))) for act, said, text in lines]
    of_acts: list[tuple[Statement, AnswerRow, str]] = []
    codes = {folded(text): code for language in translated_languages() for code, text in _choices(language)}
    ticked, lost = [], False
    for line in ticks.split("\n"):
        mark, text = line[:1], line[1:].strip()
        code = codes.get(folded(text))
        found = [(act, said, text[at.end() :].strip()) for act, said, name in offered if (at := name.match(text))]
        if code is None and not found and line.strip():
            lost = True
        elif mark.casefold() in _TICKED and (code or found):
            ticked += [code] if code else []
            of_acts += found[:1]
        elif mark not in _OPEN or (found and found[0][2]):
            lost = True
    return tuple(ticked), tuple(of_acts), lost


def _choices(language: str) -> list[tuple[str, str]]:
    words = words_of(language)
    return [(UNCHANGED, words(UNCHANGED)), *((each.value, label(words, each)) for each in (*Status, *GAPS))]


def _finding(code: str, question: str = "", value: str = "", **values: str) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, sheet=question, value=value[:200], values=values)
