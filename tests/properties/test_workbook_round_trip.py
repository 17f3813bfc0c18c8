"""What is written is what is read, also after openpyxl has saved it again with rows and columns moved."""

import random
import tempfile
import unicodedata
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import EvidenceGrade, IndicatorType, Kind, PeriodBasis, Qualifier, State, Status, WorkbookKind
from bukhara.model.framework import Indicator
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.workbook import WorkbookContents, WorkbookReading, read
from bukhara.workbook.labels import LABELLED, WORDS, labels_of
from bukhara.workbook.letters import folded, matched, skeleton
from bukhara.workbook.reading.strange_rows import is_total
from bukhara.workbook.writing.template import write
from tests.unit.workbook.small_framework import BODY, FRAMEWORK, LETTER, REPORT

QUICK = settings(max_examples=12)
_LABELS = {label for column in LABELLED for label in labels_of(column, FRAMEWORK.languages)}
_KNOWN = {skeleton(word) for words in WORDS.values() for word in words}


def _means_something(text: str) -> bool:
    """Whether the reader would take the text for nothing, a word of the field or a line of totals, and say so."""
    says_nothing = text != "" and not any(map(str.isalnum, text))
    if matched(text) in _LABELS:
        return True
    return says_nothing or is_total(text) or skeleton(text) in _KNOWN or skeleton(folded(text)) in _KNOWN


# letters, digits and signs of all scripts, composed; none that may look like a person or like Excel's _x000D_
TEXTS = (
    st.text(st.characters(codec="utf-8", categories=("L", "Nd", "P", "S"), exclude_characters="@_"), max_size=20)
    .map(partial(unicodedata.normalize, "NFC"))
    .filter(
        lambda text: "+" not in text and "(" not in text and not text.startswith("Mr") and not _means_something(text)
    )
)
# a number in a sentence is asked about where a figure is meant
SENTENCES = TEXTS.filter(lambda text: bool(text) and not any(map(str.isdigit, text)))
QUOTES = st.lists(TEXTS.filter(bool), min_size=1, max_size=8).map(" ".join)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
# a period that ends after its source was published is asked about
PAST = st.dates(date(1950, 1, 1), REPORT.date)
# nothing is in place or under way since a day after its source
BEGUN = PAST.map(str)
INDICATORS = st.sampled_from(FRAMEWORK.indicators)
MEASURES = st.sampled_from([each for each in FRAMEWORK.indicators if each.type is IndicatorType.MEASURE])
# what the reader asks about in a row that it took over as it is written
ASKED = {
    "unknown-word", "unknown-body", "level-differs", "status-not-for-item", "language-differs",
    "period-told-otherwise", "source-of-another-state", "body-of-another-state", "due-before-source",
}  # fmt: skip
CITIZENSHIPS = st.sampled_from(["", "KAZ", "REG", "MDA"])
SOURCES = st.sampled_from([REPORT.source_id, LETTER.source_id])


@st.composite
def statements(draw: Any) -> Statement:
    """A valid statement of Kazakhstan."""
    indicator: Indicator = draw(INDICATORS)
    value = draw(st.booleans())
    kind = draw(st.sampled_from(Kind))
    source = draw(SOURCES)
    lang = draw(st.sampled_from(["en", "ru", "kk"]))
    statused = kind in (Kind.IMPLEMENTATION, Kind.CHALLENGE)
    settled = [status for status in Status if status is not Status.NOT_ASKED]
    # a state's own answer to what decides a status has one
    none = [] if kind is Kind.IMPLEMENTATION and source == LETTER.source_id else [None]
    return Statement(
        country="KAZ", item=indicator.item, indicator=indicator.id, kind=kind,
        state=State.VALUE if value else State.NOT_ASKED,
        status=draw(st.sampled_from([*none, *(settled if statused else [])])) if value else Status.NOT_ASKED,
        level=draw(st.sampled_from([None, 0.0, 0.5, 1.0])) if value and source == LETTER.source_id and kind is not Kind.FIGURE else None,
        since=draw(st.one_of(st.just(""), BEGUN)), statement=draw(SENTENCES),
        lang=lang, statement_translation=Text.translated(draw(TEXTS), lang),
        body=draw(st.sampled_from(["", BODY])), partner=draw(TEXTS),
        evidence_grade=draw(st.sampled_from([None, *list(EvidenceGrade)[:2]])), source_id=source,
        source_locator=draw(TEXTS.filter(bool)), quote=draw(QUOTES), asked_on=draw(st.none() | DAYS),
        next_step=draw(TEXTS), due_date=draw(st.none() | DAYS), revision_reason=draw(TEXTS), note=draw(TEXTS),
    )  # fmt: skip


@st.composite
def observations(draw: Any) -> Observation:
    """A valid figure: a count, a percentage, a range, or a gap."""
    state = draw(st.sampled_from([State.VALUE, State.VALUE, State.NOT_ASKED, State.NOT_AVAILABLE, State.SUPPRESSED]))
    percent, ranged = draw(st.booleans()), draw(st.booleans())
    number = st.floats(0, 100).map(lambda value: round(value, 6)) if percent else st.integers(0, 10**9).map(float)
    low, high = sorted((draw(number), draw(number)))
    given_value = state is State.VALUE
    start, end = sorted((draw(PAST), draw(PAST)))
    dated, label = draw(st.booleans()), draw(TEXTS)
    # a period that has no end is told in words
    closed = dated and not (label and draw(st.booleans()))
    return Observation(
        country=draw(st.sampled_from(["KAZ", "KGZ", "UZB", "REG"])), indicator=draw(MEASURES).id, state=state,
        value=low if given_value and not ranged else None,
        qualifier=Qualifier.RANGE if given_value and ranged else None,
        value_low=low if given_value and ranged else None, value_high=high if given_value and ranged else None,
        unit="percent" if percent else "count", counting_unit=draw(TEXTS), stage=draw(TEXTS),
        offence_class=draw(TEXTS), legal_article=draw(TEXTS), sex=draw(TEXTS), age_group=draw(TEXTS),
        citizenship=draw(CITIZENSHIPS), identifying_body=draw(TEXTS), territorial_scope=draw(TEXTS),
        period_start=start if dated else None, period_end=end if closed else None,
        period_label=label, period_basis=PeriodBasis.STATED if dated else PeriodBasis.NOT_STATED,
        reporter=draw(st.sampled_from(["", BODY])), source_id=draw(SOURCES), source_locator=draw(TEXTS.filter(bool)),
        quote=draw(QUOTES), note=draw(TEXTS), partner=draw(TEXTS.filter(bool)), kind_of_support=draw(TEXTS),
    )  # fmt: skip


def _contents(kind: WorkbookKind, rows: list[Any]) -> WorkbookContents:
    tracker = kind is WorkbookKind.TRACKER
    return WorkbookContents(
        kind=kind, framework=FRAMEWORK, country="KAZ" if tracker else "", statements=tuple(rows) if tracker else (),
        observations=() if tracker else tuple(rows), sources=(REPORT, LETTER),
    )  # fmt: skip


def _read(data: bytes, seed: int | None = None) -> WorkbookReading:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workbook.xlsx"
        path.write_bytes(data)
        if seed is not None:
            _shuffle(path, random.Random(seed))
        return read(path, FRAMEWORK)


def _other(reading: WorkbookReading) -> set[str]:
    return {finding.code for finding in reading.findings} - ASKED


def _shuffle(path: Path, chance: random.Random) -> None:
    """Save again with the columns of the data sheet in another order and its rows too."""
    workbook = load_workbook(path)
    sheet = workbook.worksheets[1]
    cells = [[(cell.value, cell.data_type, cell.number_format) for cell in row] for row in sheet.iter_rows()]
    order = chance.sample(range(sheet.max_column), sheet.max_column)
    rows = cells[:2] + chance.sample(cells[2:], len(cells) - 2)
    for number, row in enumerate(rows, start=1):
        for index, old in enumerate(order, start=1):
            cell = sheet.cell(number, index)
            cell.value, cell.data_type, cell.number_format = row[old]
    workbook.save(path)


@QUICK
@given(st.lists(statements(), min_size=1, max_size=8, unique_by=lambda row: row.evidence_id), st.integers(0, 99))
def test_statements_are_read_as_written(rows: list[Statement], seed: int) -> None:
    data = write(_contents(WorkbookKind.TRACKER, rows), words_of("en"))
    reading, moved = _read(data), _read(data, seed)
    # the rows of a question stand together, so the order may be another one
    assert (_other(reading), len(reading.statements), set(reading.statements)) == (set(), len(rows), set(rows))
    assert (_other(moved), set(moved.statements)) == (set(), set(rows))


@QUICK
@given(st.lists(observations(), min_size=1, max_size=8, unique_by=lambda row: row.observation_id), st.integers(0, 99))
def test_figures_are_read_as_written(rows: list[Observation], seed: int) -> None:
    data = write(_contents(WorkbookKind.PARTNERS, rows), words_of("ru"))
    reading, moved = _read(data), _read(data, seed)
    assert (_other(reading), list(reading.observations)) == (set(), rows)
    assert (_other(moved), set(moved.observations)) == (set(), set(rows))
