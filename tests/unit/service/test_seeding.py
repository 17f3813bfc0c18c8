"""Which workbooks begin a store, and in how many releases."""

from datetime import date
from pathlib import Path

import pytest

from bukhara.model.codes import SourceClass
from bukhara.model.source import Source
from bukhara.service.publish_result import Checked
from bukhara.service.seed import rounds, shipped
from bukhara.workbook import WorkbookReading

DATA = Path("data")


def _checked(name: str, year: int = 2025) -> Checked:
    source = Source(source_id=f"s{year}", source_class=SourceClass.EXERCISE, title="", body="", date=date(year, 1, 1))
    return Checked(DATA / name, WorkbookReading(readable=True, findings=(), sources=(source,)))


def _names(*checked: Checked, exercise: bool = True) -> list[list[str]]:
    return [[each.path.name for each in group] for group in rounds(checked, DATA, exercise=exercise)]


def test_shipped_workbooks_make_one_release() -> None:
    assert _names(_checked("trackers/a.xlsx"), _checked("updates/b.xlsx", 2026), exercise=False) == [
        ["a.xlsx", "b.xlsx"]
    ]


def test_folders_of_an_exercise_are_its_rounds() -> None:
    later, earlier = _checked("round-2/a.xlsx", 2024), _checked("round-1/trackers/b.xlsx")
    assert _names(later, earlier) == [["b.xlsx"], ["a.xlsx"]]


@pytest.mark.parametrize("folder", ["", "trackers/"])
def test_loose_workbooks_of_an_exercise_go_by_the_day_of_their_sources(folder: str) -> None:
    found = [
        _checked(f"{folder}a-2.xlsx", 2026),
        _checked(f"{folder}b-1.xlsx"),
        _checked(f"{folder}b-2.xlsx", 2026),
    ]
    assert _names(*found) == [["b-1.xlsx"], ["a-2.xlsx", "b-2.xlsx"]]


def test_only_workbooks_of_the_known_folders_are_shipped(tmp_path: Path) -> None:
    for name in (
        "trackers/b.xlsx",
        "trackers/a.xlsx",
        "trackers/~$a.xlsx",
        "exercise/c.xlsx",
        "partners/d.txt",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.name for path in shipped(tmp_path, exercise=False)] == ["a.xlsx", "b.xlsx"]
    assert [path.name for path in shipped(tmp_path / "exercise", exercise=True)] == ["c.xlsx"]
