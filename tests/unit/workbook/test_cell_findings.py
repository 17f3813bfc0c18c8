"""One spoiled cell beside its valid twin: the finding names the code and the cell."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest

from bukhara.model.codes import WorkbookKind
from bukhara.workbook.columns import sheet_of
from tests.unit.workbook.forms import codes, contents, loaded, put, reread, valid

TRACKER, STATISTICS, PARTNERS = WorkbookKind.TRACKER, WorkbookKind.STATISTICS, WorkbookKind.PARTNERS

MIDNIGHT = datetime.combine(date(2023, 1, 1), time())


@dataclass(frozen=True)
class Spoil:
    """Cells by column key written into a row; the finding is expected at the last of them, or at `at`."""

    code: str
    kind: WorkbookKind
    cells: dict[str, object]
    row: int = 3
    at: str = ""


def _quote(words: int) -> str:
    return " ".join(["word"] * words)


ERRORS = (
    Spoil("missing-value", TRACKER, {"country": None}),
    Spoil("missing-value", TRACKER, {"statement": None}),
    Spoil("missing-value", TRACKER, {"item": None}),
    Spoil("missing-value", STATISTICS, {"source_id": None}),
    Spoil("missing-value", PARTNERS, {"partner": None}),
    Spoil("number-bound", STATISTICS, {"value": "about 110"}),
    Spoil("number-bound", STATISTICS, {"value": "<5"}),
    Spoil("number-range", STATISTICS, {"value": "5-7"}),
    Spoil("number-unreadable", STATISTICS, {"value": "1_000"}),
    Spoil("number-unreadable", STATISTICS, {"value": "1O5"}),
    Spoil("number-unreadable", STATISTICS, {"value": "٣٤"}),
    Spoil("number-unreadable", STATISTICS, {"value": "1 2"}),
    Spoil("number-ambiguous", STATISTICS, {"value": "1,234"}),
    Spoil("number-ambiguous", STATISTICS, {"value": "1.234"}),
    Spoil("gap-in-words", STATISTICS, {"value": "-"}),
    Spoil("gap-in-words", STATISTICS, {"value": "н/д"}),
    Spoil("not-finite", STATISTICS, {"value": "NaN"}),
    Spoil("not-finite", STATISTICS, {"value": "-inf"}),
    Spoil("boolean-value", STATISTICS, {"value": True}),
    Spoil("boolean-value", TRACKER, {"note": True}),
    Spoil("boolean-value", TRACKER, {"state": True}),
    Spoil("date-in-number", STATISTICS, {"value": date(2023, 1, 2)}),
    Spoil("date-in-text", STATISTICS, {"period_label": date(2023, 1, 2)}),
    Spoil("date-in-text", TRACKER, {"indicator": date(2023, 1, 2)}),
    Spoil("date-unreadable", STATISTICS, {"period_start": "first half of 2023"}),
    Spoil("date-as-number", STATISTICS, {"period_start": 2023}),
    Spoil("date-unreadable", STATISTICS, {"period_start": "2023-02-30"}),
    Spoil("date-unreadable", TRACKER, {"since": "2023-13"}),
    Spoil("date-out-of-range", TRACKER, {"since": "0023"}),
    Spoil("date-ambiguous", STATISTICS, {"period_start": "01/02/2023"}),
    Spoil("error-cell", STATISTICS, {"value": "#REF!"}),
    Spoil("error-cell", TRACKER, {"note": "#N/A"}),
    Spoil("formula-no-value", STATISTICS, {"value": "=100+10"}),
    Spoil("look-alike-letters", TRACKER, {"country": "КAZ"}),
    Spoil("look-alike-letters", TRACKER, {"item": "ВD-8b"}),
    Spoil("unknown-country", TRACKER, {"country": "FRA"}),
    Spoil("total-line", STATISTICS, {"country": "Total"}),
    Spoil("unknown-item", TRACKER, {"item": "BD-99"}),
    Spoil("unknown-indicator", TRACKER, {"indicator": "BD-99.1"}),
    Spoil("unknown-indicator", TRACKER, {"indicator": 8.1}),
    Spoil("unknown-source", TRACKER, {"source_id": "no-such-report"}),
    Spoil("unknown-code", TRACKER, {"state": "perhaps"}),
    Spoil("percent-sign", STATISTICS, {"value": "12 %"}),
    Spoil("value-missing", STATISTICS, {"value": None}),
    Spoil("value-with-gap", STATISTICS, {"state": "not_asked"}, at="value"),
    Spoil("value-with-gap", STATISTICS, {"value": 0, "state": "suppressed"}, at="value"),
    Spoil("value-with-gap", TRACKER, {"state": "not_asked", "status": "not_asked", "level": 1}, row=5),
    Spoil("range-incomplete", STATISTICS, {"value_high": None}, row=4),
    Spoil("range-reversed", STATISTICS, {"value_high": 40, "value_low": 50}, row=4),
    Spoil("bounds-without-range", STATISTICS, {"value_low": 5}),
    Spoil("change-percent-unit", STATISTICS, {"qualifier": "change_percent", "unit": "count"}),
    Spoil("percent-out-of-range", STATISTICS, {"unit": "percent", "value": 101}),
    Spoil("percent-out-of-range", STATISTICS, {"unit": "percent", "value": -1}),
    Spoil("negative-count", STATISTICS, {"value": -3}),
    Spoil("fraction-for-count", STATISTICS, {"value": 2.5}),
    Spoil("end-before-start", STATISTICS, {"period_end": date(2022, 12, 31)}),
    Spoil("end-before-start", TRACKER, {"since": "2023", "valid_until": "2022-12"}),
    Spoil("period-missing", STATISTICS, {"period_end": None, "period_start": None}),
    Spoil("asked-on-missing", TRACKER, {"state": "not_reported", "status": None, "asked_on": None}),
    Spoil("asked-on-missing", STATISTICS, {"state": "not_reported", "value": None, "asked_on": None}),
    Spoil("level-invalid", TRACKER, {"level": 0.7}, row=5),
    Spoil("level-not-for-source", TRACKER, {"level": 0.5}),
    Spoil("status-not-for-kind", TRACKER, {"kind": "need"}, at="status"),
    Spoil("state-status-mismatch", TRACKER, {"state": "not_available"}, at="status"),
    Spoil("state-status-mismatch", TRACKER, {"status": "not_asked"}),
    Spoil("quote-missing", TRACKER, {"quote": None}),
    Spoil("quote-missing", STATISTICS, {"quote": None}),
    Spoil("locator-missing", TRACKER, {"source_locator": None}),
    Spoil("quote-too-long", TRACKER, {"quote": _quote(31)}),
    Spoil("quote-too-long", TRACKER, {"quote": _quote(5) + " | " + _quote(31)}),
    Spoil("indicator-not-of-item", TRACKER, {"indicator": "BD-12.1"}),
    Spoil("country-mismatch", TRACKER, {"country": "KGZ"}),
)
WARNINGS = (
    Spoil("value-normalised", TRACKER, {"country": " kaz\u00a0"}),
    Spoil("value-normalised", STATISTICS, {"value": "1 110"}),
    Spoil("value-normalised", STATISTICS, {"value": "１１０"}),
    Spoil("value-normalised", STATISTICS, {"period_start": "31.01.2023"}),
    Spoil("value-normalised", TRACKER, {"status": "Under way"}),
    Spoil("unknown-body", TRACKER, {"body": "Ministry of Silly Walks"}),
    Spoil("unknown-body", STATISTICS, {"reporter": "Ministry of Silly Walks"}),
    Spoil("personal-name", TRACKER, {"statement": "Mr. Smith said that a draft exists."}),
    Spoil("personal-name", TRACKER, {"lang": "ru", "statement": "Сообщил г-н Иванов."}),
    Spoil("contact-details", TRACKER, {"note": "ask a.person@example.org"}),
    Spoil("contact-details", TRACKER, {"note": "call +7 717 222 33 44"}),
    Spoil("basis-mismatch", STATISTICS, {"period_basis": "not_stated"}),
)
VALID = (
    Spoil("", STATISTICS, {"value": 0}),
    Spoil("", STATISTICS, {"unit": "percent", "value": 100}),
    Spoil("", STATISTICS, {"unit": "percent", "value": 12.5}),
    Spoil("", STATISTICS, {"unit": "percent", "qualifier": "change_percent", "value": 140}),
    Spoil("", STATISTICS, {"unit": "percent", "qualifier": "change_percent", "value": -14.2}),
    Spoil("", STATISTICS, {"value": None, "state": "not_reported", "asked_on": date(2026, 1, 1)}),
    Spoil("", STATISTICS, {"value": None, "state": "not_available", "quote": None, "source_locator": None}),
    Spoil("", STATISTICS, {"period_start": MIDNIGHT}),
    Spoil("", STATISTICS, {"period_start": "2023-01-01"}),
    Spoil("", STATISTICS, {"period_end": None}),
    Spoil("", STATISTICS, {"value_low": 400, "value_high": 400}, row=4),
    Spoil("", TRACKER, {"since": "2023-07"}),
    Spoil("", TRACKER, {"since": MIDNIGHT}),
    Spoil("", TRACKER, {"since": "2023", "valid_until": "2023"}),
    Spoil("", TRACKER, {"quote": _quote(30)}),
    Spoil("", TRACKER, {"quote": _quote(30) + " | " + _quote(30)}),
    Spoil("", TRACKER, {"kind": "need", "status": None}),
    Spoil("", TRACKER, {"kind": "challenge", "status": "challenge"}),
    Spoil("", TRACKER, {"status": "planned", "level": 0}, row=5),
    Spoil("", TRACKER, {"statement": "Mrs is a title, and 2021-2023 are years; 1 234 567 persons."}),
)


def _name(spoil: Spoil) -> str:
    last = list(spoil.cells)[-1]
    return f"{spoil.code}-{last}"


@pytest.mark.parametrize("spoil", ERRORS + WARNINGS, ids=_name)
def test_a_spoiled_cell_is_found_by_code_and_address(spoil: Spoil, tmp_path: Path) -> None:
    path = valid(tmp_path, spoil.kind)
    workbook = loaded(path)
    address = put(workbook, spoil.kind, spoil.row, **spoil.cells)
    if spoil.at:
        keys = [column.key for column in sheet_of(spoil.kind).columns]
        address = workbook.worksheets[1].cell(spoil.row, keys.index(spoil.at) + 1).coordinate
    reading = reread(path, workbook)
    assert (spoil.code, address) in [(finding.code, finding.cell) for finding in reading.findings]
    assert reading.acceptable is (spoil in WARNINGS)
    assert {finding.code for finding in reading.findings} == {spoil.code}


@pytest.mark.parametrize("spoil", VALID, ids=_name)
def test_the_valid_twin_has_no_finding(spoil: Spoil, tmp_path: Path) -> None:
    path = valid(tmp_path, spoil.kind)
    workbook = loaded(path)
    put(workbook, spoil.kind, spoil.row, **spoil.cells)
    assert codes(reread(path, workbook)) == []


@pytest.mark.parametrize("spoil", ERRORS, ids=_name)
def test_a_row_with_an_error_becomes_no_record_and_the_others_do(spoil: Spoil, tmp_path: Path) -> None:
    path = valid(tmp_path, spoil.kind)
    workbook = loaded(path)
    put(workbook, spoil.kind, spoil.row, **spoil.cells)
    reading = reread(path, workbook)
    given = contents(spoil.kind)
    records = (*given.statements, *given.observations)
    others = tuple(record for number, record in enumerate(records, start=3) if number != spoil.row)
    assert (*reading.statements, *reading.observations) == others
