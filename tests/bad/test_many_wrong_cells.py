"""Two hundred wrong cells, random edits and random bytes: everything is found, in order, the same every time."""

import random
import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bukhara.model.codes import Severity
from bukhara.workbook.columns import sheet_of
from bukhara.workbook.reading.inspection import inspect
from tests.bad.baseline import (
    FRAMEWORK,
    PARTNERS,
    SHEET,
    STATISTICS,
    TRACKER,
    address,
    edited,
    keys,
    parts_of,
    put,
    reading_of,
    valid,
    with_parts,
)

NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")
_read_valid = cache(lambda kind: reading_of(valid(kind)))
WRONG = (
    ("value", "н/д", "gap-in-words"),
    ("country", "FRA", "unknown-country"),
    ("state", "maybe", "unknown-code"),
    ("period_start", "32.01.2023", "date-unreadable"),
    ("source_id", "no-such", "unknown-source"),
)


def _two_hundred() -> tuple[bytes, list[tuple[str, str]]]:
    expected: list[tuple[str, str]] = []

    def change(workbook: Any) -> None:
        row = {key: workbook["Statistics"].cell(3, n).value for n, key in enumerate(keys(STATISTICS), start=1)}
        for number in range(200):
            key, wrong, code = WRONG[number % len(WRONG)]
            line = 10 + number
            put(workbook, STATISTICS, line, {**row, "legal_article": f"art. {number}", key: wrong})
            expected.append((code, address(STATISTICS, key, line)))

    return edited(valid(STATISTICS), change), expected


def test_two_hundred_wrong_cells_are_all_reported_in_the_order_of_the_rows(tmp_path: Path) -> None:
    content, expected = _two_hundred()
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(content)
    first, second = (inspect(path, FRAMEWORK) for _ in range(2))
    errors = [finding for finding in first.findings if finding.severity is Severity.ERROR]
    assert [(finding.code, finding.cell) for finding in errors] == expected
    assert first == second
    assert len(first.observations) == 5


def test_a_flood_is_cut_with_errors_first_and_its_size(tmp_path: Path) -> None:
    def change(workbook: Any) -> None:
        row = [cell.value for cell in workbook["Statistics"][3]]
        for number in range(1500):
            cells = list(row)
            cells[0], cells[keys(STATISTICS).index("legal_article")] = " kaz ", f"art. {number}"
            if number == 1499:
                cells[2] = "н/д"
            workbook["Statistics"].append(cells)

    reading = reading_of(edited(valid(STATISTICS), change))
    assert (len(reading.findings), reading.findings[0].code, reading.findings[-1].code) == (
        1001,
        "gap-in-words",
        "findings-cut",
    )
    assert reading.findings[-1].values == {"total": "1501", "limit": "1000"}
    assert len(reading.observations) == 1504


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18), 10**18),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30),
    st.dates(min_value=date(1900, 3, 1)),
    st.sampled_from(["KAZ", "value", "0", "-", "110", "1 110", "1,110", "2023", "#REF!", "=1+1", "женщины", "total"]),
)


FIRST_DAY, LAST_DAY = date(1899, 12, 30), 2958466
"""The day before the first one that Excel counts, and the number after the last."""


def _spoiled(kind: Any, place: int, row: int, value: object, shown: str) -> bytes:
    def change(workbook: Any) -> None:
        cell = workbook[sheet_of(kind).title].cell(row, place)
        cell.value = value
        if shown and not isinstance(value, date):
            cell.number_format = shown

    return edited(valid(kind), change)


@settings(max_examples=20)
@given(
    st.sampled_from([TRACKER, STATISTICS, PARTNERS]),
    st.integers(0, 30),
    st.integers(3, 5),
    CELLS,
    st.sampled_from(["", "General", "@", "0", "0%", "yyyy-mm-dd", ";;;"]),
)
@example(STATISTICS, 2, 3, "1e5", "")
@example(TRACKER, 6, 3, 1.1811549113782952e-122, "")
@example(STATISTICS, keys(STATISTICS).index("period_end"), 3, "2023", "")
@example(STATISTICS, keys(STATISTICS).index("asked_on"), 3, 3654, "yyyy-mm-dd")
def test_a_changed_cell_is_read_equal_or_reported(kind: Any, place: int, row: int, value: object, shown: str) -> None:
    column = place % len(keys(kind))
    before, after = _read_valid(kind), reading_of(_spoiled(kind, column + 1, row, value, shown))
    assert after.readable
    had = (*before.statements, *before.observations)
    have = (*after.statements, *after.observations)
    if have == had:
        return
    if len(have) < len(had):
        findings = {(finding.row, finding.column) for finding in after.findings}
        assert any(number == row for number, _ in findings) or after.findings
        return
    # one field says something else: as it was written, or as it was reported
    key = keys(kind)[column]
    got = getattr(have[row - 3], key)
    written = "" if value is None else str(value)
    reported = {finding.column for finding in after.findings if finding.row == row}
    plain = str(got) in (written, written.strip()) or (got in (None, "") and not written.strip())
    number = (
        isinstance(value, int | float) and NUMBER.fullmatch(str(got)) and isclose(float(str(got)), value, rel_tol=1e-15)
    )
    is_day = isinstance(value, int | float) and shown == "yyyy-mm-dd" and 0 < value < LAST_DAY
    within = isinstance(got, date) and written != "" and str(got).startswith(written[:10])  # "2023" as its last day
    dated = within or str(got) == (str(FIRST_DAY + timedelta(value)) if is_day else "")
    language = key == "lang" and got == "en"
    assert plain or number or dated or language or key in reported
    assert replace(have[row - 3], **{key: getattr(had[row - 3], key)}) == had[row - 3]


@pytest.mark.parametrize("seed", range(60))
def test_changed_bytes_are_refused_or_change_nothing(seed: int) -> None:
    chance = random.Random(seed)
    content = bytearray(valid(STATISTICS))
    for _ in range(chance.randint(1, 20)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    reading = reading_of(bytes(content))
    assert not reading.readable or reading.observations == _read_valid(STATISTICS).observations


@pytest.mark.parametrize("seed", range(40))
def test_changed_bytes_inside_the_sheet_never_raise(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(parts_of(valid(STATISTICS))[SHEET])
    for _ in range(chance.randint(1, 5)):
        data[chance.randrange(len(data))] = chance.choice(b'<>/"&;= 0159AZaz\x00\xff')
    reading = reading_of(with_parts(STATISTICS, {SHEET: bytes(data)}))
    assert reading.readable or len(reading.findings) == 1
