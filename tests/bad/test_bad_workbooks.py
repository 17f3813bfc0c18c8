"""Every kind of bad workbook is found by code and cell, its valid twin is accepted, and nothing is left behind."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook import read
from bukhara.workbook.findings import severity_of
from tests.bad.bad_cells import CELLS, OF_CELLS, Cells
from tests.bad.bad_files import ALL_FILES
from tests.bad.bad_sheets import ALL_SHEETS
from tests.bad.bad_shown import ALL_SHOWN
from tests.bad.baseline import FRAMEWORK, PARTNERS, STATISTICS, TRACKER, Bad, valid

ROOT = Path(__file__).parents[2]
KINDS = (*ALL_FILES, *ALL_SHEETS, *CELLS, *ALL_SHOWN)


def _place(finding: Finding) -> str:
    return f"{finding.sheet}!{finding.cell or ''}" if finding.sheet else ""


def _found(findings: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(each["code"], f"{each['sheet']}!{each['cell'] or ''}" if each["sheet"] else "") for each in findings}


def _saved(folder: Path, content: bytes, name: str = "workbook.xlsx") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@cache
def _records(kind: WorkbookKind) -> tuple[Statement | Observation, ...]:
    """Return the records of the valid workbook of a kind, as they are read."""
    with TemporaryDirectory() as folder:
        reading = read(_saved(Path(folder), valid(kind)), FRAMEWORK)
    return (*reading.statements, *reading.observations)


@pytest.mark.parametrize("kind", [TRACKER, STATISTICS, PARTNERS])
def test_the_baseline_has_no_finding(kind: Any, tmp_path: Path) -> None:
    assert read(_saved(tmp_path, valid(kind)), FRAMEWORK).findings == ()


@pytest.mark.parametrize("bad", KINDS, ids=lambda bad: bad.name)
def test_a_bad_workbook_is_found_by_code_and_cell(bad: Bad, tmp_path: Path) -> None:
    reading = read(_saved(tmp_path, bad.content(), bad.file_name), FRAMEWORK)
    assert (bad.code, bad.at) in {(finding.code, _place(finding)) for finding in reading.findings}
    assert reading.acceptable is not bad.stops
    assert severity_of(bad.code) is (Severity.ERROR if bad.stops else Severity.WARNING)
    assert reading.readable or len(reading.findings) == 1


@pytest.mark.parametrize("bad", KINDS, ids=lambda bad: bad.name)
def test_its_valid_twin_is_accepted(bad: Bad, tmp_path: Path) -> None:
    reading = read(_saved(tmp_path, bad.twin()), FRAMEWORK)
    errors = [(finding.code, _place(finding)) for finding in reading.findings if finding.severity is Severity.ERROR]
    assert (errors, reading.acceptable) == ([], True)
    assert bad.code not in {finding.code for finding in reading.findings}
    assert reading.statements or reading.observations


@pytest.mark.parametrize(
    ("cells", "bad"), [pair for pair in zip(OF_CELLS, CELLS, strict=True) if pair[0].stops], ids=lambda pair: pair.name
)
def test_a_row_with_an_error_becomes_no_record_and_the_others_do(cells: Cells, bad: Bad, tmp_path: Path) -> None:
    reading = read(_saved(tmp_path, bad.content()), FRAMEWORK)
    others = [record for number, record in enumerate(_records(cells.kind), start=3) if number != cells.row]
    assert [*reading.statements, *reading.observations] == others


def test_the_outcomes_differ_by_code_and_cell() -> None:
    assert len({bad.name for bad in KINDS}) == len(KINDS)
    assert len({(bad.code, bad.at) for bad in KINDS}) >= 120
    assert len({bad.code for bad in KINDS}) >= 80


@pytest.fixture(scope="module")
def by_exit_code(tmp_path_factory) -> dict[int, list[tuple[Bad, bytes]]]:
    """The exit codes that are promised, with the workbooks of each."""
    some = KINDS if os.environ.get("TEST_ALL") else KINDS[::10]  # each is read by the same function as above
    found, folder = {0: [], 1: [], 2: []}, tmp_path_factory.mktemp("by-exit-code")
    for bad in some:
        content = bad.content()
        reading = read(_saved(folder, content), FRAMEWORK)
        found[2 if not reading.readable else 0 if reading.acceptable else 1].append((bad, content))
    return found


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_command_says_the_same_of_all_of_them_and_leaves_nothing(code: int, by_exit_code, tmp_path: Path) -> None:
    kinds = by_exit_code[code]
    names = [_saved(tmp_path, content, f"{n:03}_{bad.file_name}") for n, (bad, content) in enumerate(kinds)]
    settings = {"BUKHARA_VAR_DIR": str(tmp_path / "var"), "TMPDIR": str(tmp_path / "tmp"), "EXERCISE": "0"}
    (tmp_path / "tmp").mkdir()
    command = [str(Path(sys.executable).parent / "bukhara"), "check", "--json", *map(str, names)]
    ran = subprocess.run(command, env=os.environ | settings, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (code, "")
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [answer["file"] for answer in answers] == [str(name) for name in names]
    print(f"\n{'kind':32} {'expected':24} {'at':24} found")
    for (bad, _), answer in zip(kinds, answers, strict=True):
        print(f"{bad.name:32} {bad.code:24} {bad.at:24} {sorted(_found(answer['findings']))}")
        assert (bad.code, bad.at) in _found(answer["findings"]), bad.name
        assert (answer["counts"]["error"] > 0) is bad.stops
        assert all(finding["message"].endswith(".") for finding in answer["findings"])
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not (tmp_path / "var").exists()
