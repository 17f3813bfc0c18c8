"""`check` and `diff` hold a workbook against the record, where there is one."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bukhara.i18n.words import words_of
from bukhara.model.codes import PeriodBasis, State, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.workbook import WorkbookContents, write
from tests.unit.service.little_data import FRAMEWORK, LETTER

Run = Callable[..., Any]


def figures(path: Path, *values: tuple[int, float]) -> Path:
    rows = tuple(
        Observation(
            country="KAZ",
            indicator=FRAMEWORK.measures[0].id,
            value=value,
            state=State.VALUE,
            unit="count",
            counting_unit="victim",
            period_start=date(year, 1, 1),
            period_end=date(year, 12, 31),
            period_basis=PeriodBasis.STATED,
            source_id=LETTER.source_id,
            source_locator=f"p. {year}",
        )
        for year, value in values
    )
    contents = WorkbookContents(kind=WorkbookKind.STATISTICS, framework=FRAMEWORK, observations=rows, sources=(LETTER,))
    path.write_bytes(write(contents, words_of("en")))
    return path


@pytest.fixture
def next_year(run: Run, tmp_path: Path) -> Path:
    """Return a workbook with 1200 after the 100 that the record holds."""
    first = figures(tmp_path / "first.xlsx", (2022, 100))
    assert run("publish", first, "--as", "tester", "--note", "why").code == 0
    return figures(tmp_path / "next.xlsx", (2022, 100), (2023, 1200))


def test_check_asks_about_a_figure_far_from_the_accepted_one(run: Run, next_year: Path) -> None:
    ran = run("check", "--json", next_year)
    (finding,) = ran.json[0]["findings"]
    assert (ran.code, finding["code"], finding["cell"]) == (0, "figure-far-off", "C4")
    assert "2022: 100 (Statistics!C3)" in finding["message"]


def test_where_the_record_cannot_be_opened_the_workbook_is_judged_without_it(run: Run, next_year: Path) -> None:
    for part in next_year.parent.rglob("bukhara.sqlite*"):
        part.write_text("no database")
    ran = run("check", "--json", next_year)
    assert (ran.code, ran.json[0]["findings"]) == (0, [])
    assert "without the record" in ran.err


@pytest.mark.parametrize("flags", [(), ("--json",)])
def test_diff_tells_it_too(run: Run, next_year: Path, flags: tuple[str, ...]) -> None:
    ran = run("diff", *flags, next_year)
    assert ran.code == 0
    assert "2022: 100 (Statistics!C3)" in ran.out


def test_check_makes_no_store_where_there_is_none(run: Run, tmp_path: Path) -> None:
    assert run("check", figures(tmp_path / "first.xlsx", (2022, 100))).code == 0
    assert not list(Path(os.environ["BUKHARA_VAR_DIR"]).glob("*.sqlite"))
