"""`bukhara check`, `diff` and `releases compare` beside the record: what would change, what did, and how they leave."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bukhara.i18n.words import words_of
from bukhara.model.codes import ItemKind, PeriodBasis, Scope, State, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.workbook import WorkbookContents
from bukhara.workbook.writing.template import write
from tests.unit.service.little_data import FRAMEWORK, LETTER, save, statement

Run = Callable[..., Any]
WHO = ("--as", "tester", "--note", "why")
# A theme with one milestone: the cell says what the statement says.
THEME = next(
    i for i in FRAMEWORK.items if len(i.milestones) == 1 and (i.scope, i.kind) == (Scope.COUNTRY, ItemKind.MILESTONE)
)
ABOUT = {"item": THEME.id, "indicator": THEME.milestones[0].id}


@pytest.fixture
def planned(run: Run, tmp_path: Path) -> Path:
    """Return a workbook made from release 2, where the theme is in place."""
    run("publish", save(tmp_path / "before.xlsx", statement(**ABOUT)), *WHO)
    return save(
        tmp_path / "planned.xlsx", statement(**ABOUT, status="planned", since="2024", revision_reason="A slip."), base=2
    )


def test_a_workbook_that_says_the_same_changes_nothing(run: Run, tmp_path: Path) -> None:
    ran = run("diff", save(tmp_path / "same.xlsx", statement(), base=1))
    assert ran.code == 0
    assert "2 rows unchanged" in ran.out
    assert "has nothing new" in ran.out


def test_old_and_new_are_side_by_side_with_the_place_and_the_effect(run: Run, planned: Path) -> None:
    ran = run("diff", planned)
    assert ran.code == 0
    assert "Status: in place → planned" in ran.out
    assert "changed: Statements!3: Kazakhstan" in ran.out
    assert "in place, since 2020" in ran.out
    assert "→ planned, since 2024" in ran.out
    assert "Kazakhstan: themes: in place 1" in ran.out


def test_nothing_is_changed_by_looking(run: Run, planned: Path) -> None:
    run("diff", planned)
    assert [each["release"] for each in run("releases", "list", "--json").json] == [1, 2]


def test_errors_leave_with_1_and_what_is_no_workbook_with_2(run: Run, tmp_path: Path) -> None:
    faulty = save(tmp_path / "faulty.xlsx", statement(indicator="NO-SUCH"))
    (tmp_path / "broken.xlsx").write_text("no workbook")
    assert run("diff", faulty).code == 1
    assert run("diff", tmp_path / "broken.xlsx").code == 2


def test_rows_changed_after_the_base_leave_with_3_and_say_who_and_what(run: Run, planned: Path, tmp_path: Path) -> None:
    run(
        "publish",
        save(tmp_path / "theirs.xlsx", statement(**ABOUT, statement="By another.")),
        "--as",
        "olga",
        "--note",
        "a letter",
    )
    ran = run("diff", planned)
    assert ran.code == 3
    assert "olga" in ran.err
    assert "a letter" in ran.err
    assert "tracker/KAZ/" in ran.err
    assert "themes: in place" not in ran.out


def test_two_releases_are_compared_in_either_order(run: Run, planned: Path) -> None:
    run("publish", planned, *WHO)
    there, back = (run("releases", "compare", *pair) for pair in (("2", "3"), ("3", "2")))
    assert "  Status: in place → planned" in there.out
    assert "  Status: planned → in place" in back.out


def test_a_release_beside_itself_is_the_same(run: Run) -> None:
    assert run("releases", "compare", "1", "1").out == "Releases 1 and 1 have the same data.\n"


def test_an_unknown_release_is_named(run: Run) -> None:
    ran = run("releases", "compare", "1", "7")
    assert (ran.code, ran.err) == (1, "There is no release 7 to go by.\n")


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


def test_check_makes_no_store_where_there_is_none(run: Run, tmp_path: Path) -> None:
    assert run("check", figures(tmp_path / "first.xlsx", (2022, 100))).code == 0
    assert not list(Path(os.environ["BUKHARA_VAR_DIR"]).glob("*.sqlite"))
