"""template, check and publish: what they print and how they leave."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.service.little_data import save, statement

Run = Callable[..., Any]
WHO = ("--as", "tester", "--note", "why")


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    return save(tmp_path / "changed.xlsx", statement(statement="Another step."))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return save(tmp_path / "faulty.xlsx", statement(indicator="NO-SUCH"))


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    path = tmp_path / "broken.xlsx"
    path.write_text("no workbook")
    return path


def test_a_clean_workbook_leaves_with_0(run: Run, changed: Path) -> None:
    ran = run("check", changed)
    assert (ran.code, ran.out) == (0, f"{changed}: 0 errors, 0 warnings\n")


def test_errors_leave_with_1_and_name_the_cell(run: Run, faulty: Path) -> None:
    ran = run("check", faulty)
    assert ran.code == 1
    assert "Statements!" in ran.out


@pytest.mark.parametrize("name", ["broken.xlsx", "missing.xlsx", "."])
def test_what_is_no_workbook_leaves_with_2(run: Run, broken: Path, name: str) -> None:
    ran = run("check", broken.parent / name)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_the_worst_file_decides(run: Run, changed: Path, faulty: Path, broken: Path) -> None:
    assert [run("check", *first, changed).code for first in ([faulty], [broken, faulty])] == [1, 2]
    assert run("check", changed, faulty).code == 1


def test_json_is_one_object_a_file_as_promised(run: Run, changed: Path, faulty: Path, broken: Path) -> None:
    ran = run("check", "--json", changed, faulty, broken)
    assert [each["file"] for each in ran.json] == [str(changed), str(faulty), str(broken)]
    assert [each["readable"] for each in ran.json] == [True, True, False]
    assert ran.json[0] == {"file": str(changed), "readable": True, "counts": {"error": 0, "warning": 0}, "findings": []}
    finding = ran.json[1]["findings"][0]
    names = ["code", "severity", "sheet", "cell", "row", "column", "value", "message"]
    assert list(finding) == names
    assert finding["severity"] == "error"


def test_findings_can_be_had_in_russian(run: Run, broken: Path) -> None:
    assert run("check", "--lang", "ru", broken).code == 2
    assert run("check", "--lang", "xx", broken).code == 64


def test_publishing_it_again_prints_the_same_number(run: Run, changed: Path) -> None:
    run("publish", changed, *WHO)
    ran = run("publish", changed, *WHO)
    assert (ran.code, ran.out) == (0, "2\n")
    assert "Nothing changed" in ran.err


def test_a_workbook_with_errors_is_not_published(run: Run, changed: Path, faulty: Path, broken: Path) -> None:
    assert run("publish", changed, faulty, *WHO).code == 1
    ran = run("publish", changed, broken, *WHO)
    assert (ran.code, ran.out) == (2, "")
    assert len(run("releases", "list").out.splitlines()) == 1


def test_an_outdated_base_leaves_with_3(run: Run, changed: Path, tmp_path: Path) -> None:
    run("publish", changed, *WHO)
    late = save(tmp_path / "late.xlsx", statement(statement="Late.", revision_reason="A slip."), base=1)
    ran = run("publish", late, *WHO)
    assert (ran.code, ran.out) == (3, "")
    assert "tracker/KAZ" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("publish", "x.xlsx"),
        ("publish", "x.xlsx", "--as", "a"),
        ("publish", "x.xlsx", "--as", " ", "--note", "n"),
        ("nonsense",),
        ("check", "--nonsense", "x.xlsx"),
        ("template", "ABC"),
        ("template", "statistics", "--format", "nonsense"),
        ("releases", "show", "abc"),
        ("serve", "--port", "x"),
    ],
)
def test_a_wrong_call_leaves_with_64(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (64, "")
    assert ran.err


def test_without_a_word_it_says_what_it_can_do(run: Run) -> None:
    ran = run()
    assert ran.code == 64
    assert "publish" in ran.out


@pytest.mark.parametrize("subject", ["KAZ", "kaz", "REG", "statistics", "partners"])
def test_a_template_is_written_where_asked(run: Run, tmp_path: Path, subject: str) -> None:
    path = tmp_path / "out.xlsx"
    ran = run("template", subject, "-o", path, "--lang", "ru")
    assert (ran.code, ran.out) == (0, f"{path}\n")
    assert path.read_bytes().startswith(b"PK")


def test_a_folder_that_is_not_there_is_reported(run: Run, tmp_path: Path) -> None:
    ran = run("template", "UZB", "-o", tmp_path / "no" / "x.xlsx")
    assert (ran.code, ran.out) == (1, "")
    assert "No such file" in ran.err


def test_where_two_persons_are_needed_it_leaves_with_4_and_a_draft_in_review(
    run: Run, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUKHARA_TWO_PERSONS", "true")
    for _ in range(2):
        ran = run("publish", changed, *WHO)
        assert (ran.code, ran.out) == (4, "1\n")
        assert "a second person approves" in ran.err
    assert len(run("releases", "list").out.splitlines()) == 1


def test_where_two_persons_are_needed_a_workbook_with_errors_is_not_filed(
    run: Run, changed: Path, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BUKHARA_TWO_PERSONS", "true")
    assert run("publish", changed, faulty, *WHO).code == 1
    assert run("publish", changed, *WHO).out == "1\n"


def test_a_code_is_explained_and_an_unknown_one_named(run: Run) -> None:
    ran = run("explain", "file-xls", "--lang", "ru")
    assert (ran.code, ran.out.startswith("file-xls: Исправить. ")) == (0, True)
    assert "Excel" in ran.out
    assert "yaml-empty: The file is empty." in run("explain").out
    assert run("explain", "no-such-code").code == 64
