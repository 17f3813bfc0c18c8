"""What a finding advises to type is typed as it says, in English and in Russian, and is accepted."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook

from bukhara.i18n.words import Words, words_of
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook import sentence
from bukhara.workbook.columns import SOURCES, sheet_of
from bukhara.workbook.error_messages import ERRORS
from bukhara.workbook.labels import label_of
from bukhara.workbook.warning_messages import WARNINGS
from tests.bad.bad_cells import CELLS
from tests.bad.bad_sheets import ALL_SHEETS
from tests.bad.bad_shown import ALL_SHOWN
from tests.bad.baseline import BODY, LETTER, STATISTICS, TRACKER, Bad, edited, reading_of

KINDS: dict[str, Bad] = {bad.name: bad for bad in (*CELLS, *ALL_SHEETS, *ALL_SHOWN)}
ADVISING = re.compile(r"\b(write|choose|fill in|correct|like \d|expected|add|name|restore|copy)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Quoted:
    """The words that the sentence gives in its nth quotation marks."""

    number: int


@dataclass(frozen=True)
class Label:
    """The label of a code, as the lists of the workbook give it."""

    code: str


@dataclass(frozen=True)
class Advice:
    """The kind of bad workbook, and the cells that are typed into its row; a format of the first of them."""

    bad: str
    typed: dict[str, Any] = field(default_factory=dict)
    number_format: str = "General"


def _dates(bad: str, column: str, day: str = "2023-01-01") -> tuple[Advice, ...]:
    """Return a day as the sentence writes it, and as Excel keeps it when that is typed into a cell."""
    return (
        Advice(bad, {column: day}, "@"),
        Advice(bad, {column: datetime.fromisoformat(day)}, "yyyy-mm-dd"),
    )


NOT_AVAILABLE, VALUE = Label("not_available"), Label("value")
ADVICE: dict[str, tuple[Advice, ...]] = {
    "missing-value": (Advice("unit_missing", {"unit": "count"}), Advice("source_without_date", {"date": "2023-07-28"})),
    "number-unreadable": (Advice("num_note_inside", {"value": 12, "note": "(of them 3)"}),),
    "number-bound": (
        Advice("num_bound", {"value": 5, "qualifier": Quoted(1)}),
        Advice("num_bound", {"value": 5, "qualifier": Quoted(2)}),
        Advice("num_bound", {"value": 5, "qualifier": Quoted(3)}),
    ),
    "number-below": (
        Advice("num_below", {"value": None, "qualifier": Quoted(1), "value_low": 0, "value_high": 4}),
        Advice("num_below", {"value": None, "state": Quoted(2)}),
    ),
    "number-range": (Advice("num_range", {"value": None, "qualifier": Quoted(1), "value_low": 5, "value_high": 7}),),
    "since-after-source": (
        Advice("date_since_after_source", {"since": "2026-04-01"}),
        Advice("date_since_after_source", {"status": Quoted(0), "valid_until": None}),
    ),
    "number-too-large": (Advice("num_too_large", {"value": 123}), Advice("num_long_id", {"note": "12345678901234567890"}, "@")),
    "number-ambiguous": (Advice("num_comma_or_thousands", {"value": 1234}), Advice("num_dot_or_thousands", {"value": "1234"})),
    "gap-in-words": (Advice("num_dash", {"value": 0}), Advice("num_not_known", {"value": None, "state": NOT_AVAILABLE})),
    "not-finite": (Advice("num_nan", {"value": 110}),),
    "boolean-value": (Advice("num_boolean", {"value": 1}), Advice("note_boolean", {"note": "yes"})),
    "date-in-number": (Advice("fmt_date", {"value": 110}, "0"),),
    "date-in-text": (Advice("fmt_date_in_text", {"period_label": "2023"}, "@"),),
    "date-of-period": _dates("date_half_year", "asked_on"),
    "partial-date-unreadable": tuple(
        Advice("date_month_13", {"since": each}, "@") for each in ("2023", "2023-07", "2023-07-28")
    ),
    "date-unreadable": _dates("date_no_day", "period_start"),
    "date-out-of-range": _dates("date_year_in_a_date_cell", "period_start"),
    "date-as-number": _dates("date_serial_without_format", "period_start"),
    "date-short-year": _dates("date_short_year", "period_start"),
    "date-ambiguous": _dates("date_day_or_month", "period_start"),
    "error-cell": (Advice("err_ref", {"value": 110}),),
    "formula-no-value": (Advice("fx_no_cache", {"value": 110}),),
    "formula-fetches": (Advice("fx_web_service", {"value": 110}),),
    "look-alike-letters": (Advice("code_cyrillic", {"country": "KAZ"}), Advice("code_greek", {"item": "BD-8b"})),
    "unknown-item": (Advice("item_unknown", {"item": Label("BD-8b")}),),
    "unknown-indicator": (Advice("indicator_unknown", {"indicator": Label("BD-8b.1")}),),
    "unknown-source": (Advice("source_unknown", {"source_id": LETTER.source_id}),),
    "percent-sign": (Advice("num_percent_sign", {"value": 12}), Advice("num_percent_sign", {"unit": Quoted(1)})),
    "struck-words": (Advice("runs_struck_not", {"statement": "A law was adopted."}),),
    "count-implausible": (Advice("num_beyond_counting", {"value": 999}),),
    "value-missing": (Advice("num_empty", {"value": 0}), Advice("num_empty", {"state": NOT_AVAILABLE})),
    "value-with-gap": (Advice("state_gap_with_value", {"value": None}), Advice("state_gap_with_value", {"state": VALUE})),
    "range-incomplete": (Advice("range_half", {"value_low": 350, "value_high": 400}),),
    "range-reversed": (Advice("range_reversed", {"value_low": 400, "value_high": 500}),),
    "bounds-without-range": (
        Advice("range_not_said", {"value_low": None}),
        Advice("range_not_said", {"qualifier": Quoted(0), "value": None, "value_high": 9}),
    ),
    "value-beside-range": (Advice("range_and_value", {"value": None}),),
    "source-of-another-class": (Advice("source_of_another_class", {"source_class": Quoted(0)}),),
    "source-of-exercise": (Advice("source_of_exercise", {"source_class": Label("state_submission")}),),
    "change-percent-unit": (Advice("change_unit", {"unit": Quoted(0)}),),
    "percent-out-of-range": (Advice("num_above_100_percent", {"value": 100}),),
    "negative-count": (Advice("num_negative", {"value": 3}),),
    "fraction-for-count": (Advice("num_fraction", {"value": 2}), Advice("num_fraction", {"unit": Label("percent")})),
    "end-before-start": _dates("date_end_before_start", "period_end", "2023-06-30"),
    "period-missing": _dates("date_period_missing", "period_start"),
    "asked-on-missing": _dates("state_awaited_without_date", "asked_on", "2026-01-01"),
    "level-invalid": tuple(Advice("level_other", {"level": level}) for level in (0, 0.5, 1, "0,5")),
    "level-not-for-source": (Advice("level_in_a_report", {"level": None}),),
    "outcome-not-for-source": (Advice("outcome_in_a_report", {"step_outcome": None}),),
    "status-not-for-kind": (Advice("kind_with_status", {"status": None}),),
    "state-status-mismatch": (
        Advice("state_status", {"status": None}),
        Advice("state_status", {"state": VALUE}),
        Advice("state_gap_without_status", {"status": Label("in_place")}),
    ),
    "quote-missing": (Advice("quote_missing", {"quote": "A total of 110"}),),
    "address-missing": (Advice("source_desk_address", {"address": "https://example.org/page"}),),
    "address-unsafe": (
        Advice("source_address_script", {"address": "https://example.org"}),
        Advice("source_address_script", {"address": None}),
    ),
    "locator-missing": tuple(Advice("locator_missing", {"source_locator": text}) for text in ("p. 3", "line 12", "3")),
    "quote-too-long": (Advice("quote_long", {"quote": "word " * 30}),),
    "indicator-not-of-item": (Advice("indicator_of_another_item", {"indicator": "BD-8b.1"}),),
    "row-emptied": (
        Advice("row_emptied", {
            "value": 60, "state": VALUE, "unit": "count", "period_start": "2023-01-01", "period_end": "2023-06-30",
            "period_basis": "stated", "source_id": "astana-2023-report", "source_locator": "L195", "sex": "female",
            "quote": "A total of 110 victims were identified", "counting_unit": "victim"}),
    ),
    "source-retyped": (Advice("source_retyped", {"source_id": Quoted(1)}),),
    "unknown-unit": (Advice("unit_unknown", {"unit": "count"}),),
    "unit-differs": (Advice("unit_of_another_measure", {"unit": Quoted(1)}),),
    "document-not-named": (Advice("document_without_number", {"act_kind": Label("law"), "act_name": "Law 110"}),),
    "level-differs": (Advice("level_of_another_status", {"level": 1}),),
    "status-not-for-item": (Advice("status_without_end", {"status": Label("in_place")}),),
    "indicator-not-for-sheet": (Advice("indicator_of_a_milestone", {"indicator": Label("CTX-victims")}),),
    "language-differs": (Advice("language_of_other_letters", {"lang": Label("ru")}),),
    "body-of-another-state": (Advice("country_of_another_body", {"body": BODY}),),
    "no-answer": (Advice("answer_is_a_dash", {"statement": "A plan."}),),
    "gap-read": (Advice("answer_no_data", {"value": None, "state": NOT_AVAILABLE}),),
    "unknown-body": (Advice("body_unknown", {"body": BODY}),),
    "period-told-otherwise": (Advice("date_period_of_another_year", {"period_label": "first half of 2023"}),),
    "period-after-source": _dates("date_after_source", "period_end", "2023-06-30"),
    "basis-mismatch": (Advice("date_basis", {"period_basis": Label("stated")}),),
    "part-above-total": (Advice("part_above_total", {"value": 60}),),
    "sum-differs": (Advice("sum_differs", {"value": 110}),),
    "ages-differ": (Advice("rows_ages", {"value": 100}),),
    "struck-out": (Advice("rule_strikes", {"value": None, "state": NOT_AVAILABLE}),),
    "unknown-word": (Advice("source_language", {"language": "en"}),),
    "personal-name": (Advice("person_title", {"statement": "The Ministry said that a law exists."}),),
}  # fmt: skip
# their advice is to delete, move or check something, is typed by somebody else, or is tried where the record is known
NOTHING_TO_TYPE = {
    "total-line", "heading-again", "note-line", "person-line", "country-mismatch", "duplicate-conflict", "row-above-heading",
    "item-retired", "figure-in-statement", "status-not-for-source", "rows-not-held",
    "changed-without-reason", "status-missing", "rows-removed", "release-missing", "answer-beside", "figure-far-off", "small-and-public",
    "figure-joins-no-series", "figure-of-another-length", "due-before-source", "source-of-another-state", "unknown-sheet", "unknown-column", "heading-renamed",
    "confirmed-without-letter", "confirmed-and-changed", "confirmed-in-part", "confirmed-other-content", "confirmed-no-answer",
    "copied-from-form", "tick-without-act", "cells-outside", "column-absent", "hidden-sheet", "rows-unanswered", "template-of-another-version",
    "round-closed", "round-cleared", "round-replaced", "round-not-asked", "findings-cut",
    "no-data-sheet", "missing-sheet", "missing-column", "no-heading", "look-alike-heading", "heading-contradicted",
    "no-rows", "export-changed", "pivot-data", "merged-cells", "comments-present", "text-box",
}  # fmt: skip


def _cases() -> Iterator[Any]:
    """Yield each advice, in both languages where words of the sentence or of a list are typed."""
    for code, advices in ADVICE.items():
        for number, advice in enumerate(advices):
            worded = any(isinstance(value, Quoted | Label) for value in advice.typed.values())
            for language in ("en", "ru") if worded else ("en",):
                yield pytest.param(code, advice, language, id=f"{code}-{number}-{language}")


@cache
def _content(bad: str) -> bytes:
    return KINDS[bad].content()


@cache
def _finding(code: str, bad: str) -> Finding:
    found = reading_of(_content(bad)).findings
    return next(each for each in found if each.code == code and f"{each.sheet}!{each.cell or ''}" == KINDS[bad].at)


def _typed(value: Any, column: str, text: str, words: Words) -> Any:
    if isinstance(value, Quoted):
        return [one or other for one, other in re.findall(r"“([^”]+)”|«([^»]+)»", text)][value.number]
    return label_of(column, value.code, words) if isinstance(value, Label) else value


def _change(
    finding: Finding, rows: Iterable[tuple[int, dict[str, Any]]], number_format: str = "General"
) -> Callable[[Workbook], None]:
    sheet = (
        SOURCES if finding.sheet == "Sources" else sheet_of(TRACKER if finding.sheet == "Statements" else STATISTICS)
    )
    columns = [column.key for column in sheet.columns]

    def change(workbook: Workbook) -> None:
        for row, typed in rows:
            for place, (key, value) in enumerate(typed.items()):
                cell = workbook[finding.sheet].cell(row, columns.index(key) + 1)
                cell.number_format, cell.value = "General" if place else number_format, value

    return change


@pytest.mark.parametrize(("code", "advice", "language"), list(_cases()))
def test_what_is_typed_as_advised_is_accepted(code: str, advice: Advice, language: str) -> None:
    finding, words = _finding(code, advice.bad), words_of(language)
    text = sentence(finding, words)
    typed = {key: _typed(value, key, text, words) for key, value in advice.typed.items()}
    change = _change(finding, [(finding.row or 0, typed)], advice.number_format)
    after = reading_of(edited(_content(advice.bad), change))
    left = [(each.code, each.cell) for each in after.findings if each.severity is Severity.ERROR]
    assert left == [], (text, typed)
    assert (code, finding.cell) not in [(each.code, each.cell) for each in after.findings], (text, typed)


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("bad", ["country_other", "state_unknown", "unit_unknown", "source_class", "word_language"])
def test_each_word_that_a_finding_lists_is_known(bad: str, language: str) -> None:
    """The words are typed one below the other into the column in which the finding is."""
    code = KINDS[bad].code
    finding = _finding(code, bad)
    text = sentence(finding, words_of(language))
    listed = re.split(r"; " if ";" in text else r", ", text.rsplit(": ", 1)[1].split(". ")[0].rstrip("."))
    assert len(listed) > 2
    beside = {"source_id": "of-the-row"} if finding.sheet == "Sources" else {"country": "KAZ", "note": "a remark"}
    rows = [(40 + number, beside | {finding.column: each}) for number, each in enumerate([*listed, "no such word"])]
    after = reading_of(edited(_content(bad), _change(finding, rows)))
    letters = (finding.cell or "").rstrip("0123456789")
    unknown = {
        each.row
        for each in after.findings
        if each.code in (code, "look-alike-letters") and each.cell == f"{letters}{each.row}"
    }
    assert unknown == {finding.row, 40 + len(listed)}, text


def test_every_finding_that_advises_to_type_something_is_tried() -> None:
    advising = {
        code for code, text in (ERRORS | WARNINGS).items() if ADVISING.search(text) and not code.startswith("form-")
    }
    assert advising - set(ADVICE) - NOTHING_TO_TYPE - {"unknown-country", "unknown-code"} == set()
    assert not set(ADVICE) & NOTHING_TO_TYPE
