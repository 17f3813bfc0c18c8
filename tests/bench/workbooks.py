"""Large workbooks: `bukhara check` as a whole process (seconds, peak memory), publishing, writing and marking."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import xlsxwriter

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.service import Service
from bukhara.settings import Settings
from bukhara.workbook.columns import sheet_of
from bukhara.workbook.grid import column_letters
from bukhara.workbook.writing.marks import marked
from tests.serving import ROOT

SIZES = (14_400, 144_000)
MARKED = 500
HEAD = (
    "country", "indicator", "value", "state", "unit", "counting_unit", "sex", "age_group", "citizenship",
    "period_start", "period_end", "period_basis", "reporter", "source_id", "note",
)  # fmt: skip
SOURCE = ("bench-source", "state_submission", "Figures of the bench", "Ministry of Internal Affairs of Kazakhstan")


def made(path: Path, rows: int) -> Path:
    """Write a statistics workbook with that many rows, as Excel would."""
    book = xlsxwriter.Workbook(str(path))
    data = book.add_worksheet("Statistics")
    data.write_row(0, 0, HEAD)
    for n in range(rows):
        state = ("KAZ", "KGZ", "TJK", "TKM", "UZB")[n % 5]
        year = str(1990 + n // 5 % 30)
        who = (("female", "male")[n // 150 % 2], f"{n // 300}", "", f"{year}-01-01", f"{year}-12-31", "stated")
        row = (state, "CTX-registered-strict", n % 997, "value", "count", "offence", *who, SOURCE[3], SOURCE[0], "")
        data.write_row(n + 1, 0, row)
    sources = book.add_worksheet("Sources")
    sources.write_row(0, 0, ("source_id", "source_class", "title", "body", "date"))
    sources.write_row(1, 0, (*SOURCE, "2026-11-01"))
    book.close()
    return path


def table(runs: int) -> None:
    """Print seconds and peak memory for each size, and the time to publish the smaller one."""
    with tempfile.TemporaryDirectory() as folder:
        print("\n| workbook | s median (min-max) | MB of the largest process | errors |\n|---|---|---|---|")
        for rows in SIZES:
            _check(made(Path(folder) / f"{rows}.xlsx", rows), rows, runs if rows == SIZES[0] else 2)
        service = Service(Settings(var_dir=Path(folder), data_dir=ROOT / "data"))
        service.ready()
        start = time.perf_counter()
        outcome = service.publish([Path(folder) / f"{SIZES[0]}.xlsx"], "bench", "large")
        took = time.perf_counter() - start
        print(f"| publish {SIZES[0]} rows, read included | {took:.2f} | | changed: {outcome.changed} |")
        _write(service)


def _write(service: Service) -> None:
    """Write what was published as a template, then mark it at every so many rows."""
    start = time.perf_counter()
    content = service.template(WorkbookKind.STATISTICS)
    print(f"| template of {SIZES[0]} rows | {time.perf_counter() - start:.2f} | | |")
    column = next(n for n, each in enumerate(sheet_of(WorkbookKind.STATISTICS).columns) if each.key == "unit")
    cells = (f"{column_letters(column + 1)}{row}" for row in range(3, SIZES[0], SIZES[0] // MARKED))
    findings = [
        Finding(
            code="unknown-code", severity=Severity.ERROR, sheet="Statistics", cell=cell, values={"allowed": "count"}
        )
        for cell in cells
    ]
    for name in ("marked", "marked again"):
        start = time.perf_counter()
        content = marked(content, findings, words_of("en"))
        print(f"| the same, {name} at {len(findings)} cells | {time.perf_counter() - start:.2f} | | |")


def _check(path: Path, rows: int, runs: int) -> None:
    command = [str(Path(sys.executable).parent / "bukhara"), "check", str(path), "--json"]
    took, peak, errors = [], 0, 0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        text = process.stdout.read() if process.stdout else b"{}"
        _, _, usage = os.wait4(process.pid, 0)
        took.append(time.perf_counter() - start)
        peak = max(peak, usage.ru_maxrss // 1024)
        errors = json.loads(text)["counts"]["error"]
    print(
        f"| check {rows} rows | {statistics.median(took):.2f} ({min(took):.2f}-{max(took):.2f}) | {peak} | {errors} |"
    )
