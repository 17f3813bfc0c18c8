"""Every kind of bad workbook is found by code and cell, its valid twin is accepted; where the server stands changes nothing."""

import time
from functools import cache

import pytest

from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook.findings import severity_of
from tests.bad.bad_cells import CELLS, DATES, OF_CELLS, Cells
from tests.bad.bad_shown import ALL_KINDS
from tests.bad.baseline import PARTNERS, STATISTICS, TRACKER, Bad, reading_of, valid

# many twins are the valid workbook, and a row with an error is looked at twice
_read_once = cache(reading_of)


def _place(finding: Finding) -> str:
    return f"{finding.sheet}!{finding.cell or ''}" if finding.sheet else ""


@cache
def _records(kind: WorkbookKind) -> tuple[Statement | Observation, ...]:
    """Return the records of the valid workbook of a kind, as they are read."""
    reading = reading_of(valid(kind))
    return (*reading.statements, *reading.observations)


@pytest.mark.parametrize("kind", [TRACKER, STATISTICS, PARTNERS])
def test_the_baseline_has_no_finding(kind: WorkbookKind) -> None:
    assert reading_of(valid(kind)).findings == ()


@pytest.mark.parametrize("bad", ALL_KINDS, ids=lambda bad: bad.name)
def test_a_bad_workbook_is_found_by_code_and_cell(bad: Bad) -> None:
    reading = _read_once(bad.content(), bad.file_name)
    assert (bad.code, bad.at) in {(finding.code, _place(finding)) for finding in reading.findings}
    assert reading.acceptable is not bad.stops
    assert severity_of(bad.code) is (Severity.ERROR if bad.stops else Severity.WARNING)
    assert reading.readable or len(reading.findings) == 1


@pytest.mark.parametrize("bad", ALL_KINDS, ids=lambda bad: bad.name)
def test_its_valid_twin_is_accepted(bad: Bad) -> None:
    reading = _read_once(bad.twin(), "workbook.xlsx")
    errors = [(finding.code, _place(finding)) for finding in reading.findings if finding.severity is Severity.ERROR]
    assert (errors, reading.acceptable) == ([], True)
    assert bad.code not in {finding.code for finding in reading.findings}
    assert reading.statements or reading.observations


@pytest.mark.parametrize(
    ("cells", "bad"), [pair for pair in zip(OF_CELLS, CELLS, strict=True) if pair[0].stops], ids=lambda pair: pair.name
)
def test_a_row_with_an_error_becomes_no_record_and_the_others_do(cells: Cells, bad: Bad) -> None:
    reading = _read_once(bad.content(), bad.file_name)
    others = [record for number, record in enumerate(_records(cells.kind), start=3) if number != cells.row]
    assert [*reading.statements, *reading.observations] == others


def test_the_outcomes_differ_by_code_and_cell() -> None:
    assert len({bad.name for bad in ALL_KINDS}) == len(ALL_KINDS)
    assert len({(bad.code, bad.at) for bad in ALL_KINDS}) >= 120
    assert len({bad.code for bad in ALL_KINDS}) >= 80


@pytest.mark.parametrize("third", range(3))
def test_the_zone_of_the_server_changes_nothing(third: int, monkeypatch: pytest.MonkeyPatch) -> None:
    zone = ("Pacific/Kiritimati", "America/St_Johns", "Asia/Samarkand")[third]
    contents = [bad.content() for cells, bad in zip(OF_CELLS, CELLS, strict=True) if cells in DATES][third::3]
    expected = [_read_once(content, "workbook.xlsx") for content in contents]
    with monkeypatch.context() as there:
        there.setenv("TZ", zone)
        time.tzset()
        readings = [reading_of(content) for content in contents]
    time.tzset()
    assert readings == expected
