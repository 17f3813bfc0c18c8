"""`bukhara framework`: findings with line and reason; a list of articles becomes a draft of the framework."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from bukhara.cli.framework import application
from bukhara.framework import check, parse
from bukhara.framework.articles import with_articles
from tests.serving import ROOT

Run = Callable[..., Any]


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "wrong.yaml"
    path.write_text("version: '1'\n\tlanguages: [en]\n")
    return path


def test_a_sound_framework_leaves_with_0(run: Run) -> None:
    assert run("framework", "check").code == 0


def test_a_finding_has_file_line_reason_and_code(run: Run, wrong: Path) -> None:
    ran = run("framework", "check", wrong)
    assert ran.code == 1
    assert ran.out.startswith(f"{wrong}:2: ")
    assert ran.out.endswith("[yaml-unreadable]\n")


def test_a_finding_as_json(run: Run, wrong: Path) -> None:
    ran = run("framework", "check", wrong, "--json", "--lang", "ru")
    assert ran.code == 1
    (found,) = ran.json
    assert {**found, "message": ""} == {"file": str(wrong), "line": 2, "code": "yaml-unreadable", "message": ""}
    assert found["message"].startswith("Начиная с этой строки")


def test_a_language_that_is_not_known_is_wrong_usage(run: Run, wrong: Path) -> None:
    assert run("framework", "check", wrong, "--lang", "xx").code == 64


def test_a_file_that_is_not_there_is_shown_in_words_alone(run: Run, tmp_path: Path) -> None:
    ran = run("framework", "check", tmp_path / "nowhere.yaml")
    assert (ran.code, ran.err) == (1, f"{tmp_path / 'nowhere.yaml'}: cannot be read (No such file or directory)\n")


FILE = ROOT / "indicators.yaml"
ROWS = (
    ("Article", "Text", "Items"),
    (1, 'The parties agree "to cooperate": closer.', "BD-1; bd-2"),
    (2, "Conferences are held each year.", "BD-5"),
    ("3a", "# Other things", None),
)


def invoke(*arguments: object):
    return CliRunner().invoke(application, ["map", *map(str, arguments)])


def as_xlsx(path: Path, rows) -> Path:
    book = Workbook()
    book.active.title = "Articles"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def as_csv(path: Path, rows) -> Path:
    path.write_text("\n".join(",".join(f'"{str(c or "").replace(chr(34), 2 * chr(34))}"' for c in r) for r in rows))
    return path


@pytest.mark.parametrize(("name", "make"), [("a.xlsx", as_xlsx), ("a.csv", as_csv)])
def test_the_draft_is_a_framework_with_the_articles_and_nothing_else_changed(tmp_path: Path, name, make) -> None:
    result = invoke(make(tmp_path / name, ROWS), "-o", tmp_path / "draft.yaml")
    assert result.exit_code == 0, result.output
    text = (tmp_path / "draft.yaml").read_text(encoding="utf-8")
    assert check(text) == ()
    found = [(each.article, each.text, each.items) for each in parse(text).instrument.articles]
    assert found == [
        ("1", 'The parties agree "to cooperate": closer.', ("BD-1", "BD-2")),
        ("2", "Conferences are held each year.", ("BD-5",)),
        ("3a", "# Other things", ()),
    ]
    assert with_articles(text, ()).replace("  articles:\n", "") == FILE.read_text(encoding="utf-8")
    for sentence in (
        "3 articles, 3 of ",
        "article 3a: no item",
        "BD-5 has an article; its basis is 'presented'",
        "BD-3 has no article, but its basis is 'attested'",
    ):
        assert sentence in result.output


def test_what_is_wrong_is_named_with_sheet_and_cell_and_nothing_is_written(tmp_path: Path) -> None:
    rows = (*ROWS, (4, None, "BD-1, BD-99"), (2, "Again.", ""))
    result = invoke(as_xlsx(tmp_path / "a.xlsx", rows), "-o", tmp_path / "draft.yaml")
    assert result.exit_code == 1
    found = (
        "Articles!B5",
        "[missing-value]",
        "Articles!C5",
        "“BD-99”",
        "[unknown-item]",
        "Articles!A6",
        "Rows 3 and 6",
    )
    assert [part for part in found if part not in result.output] == []
    assert not (tmp_path / "draft.yaml").exists()


def test_a_table_without_its_columns_and_a_damaged_file_are_refused(tmp_path: Path) -> None:
    result = invoke(as_csv(tmp_path / "a.csv", (("a", "b"), (1, 2))))
    assert (result.exit_code, result.output.count("[missing-column]")) == (1, 3)
    damaged = tmp_path / "a.xlsx"
    damaged.write_bytes(b"no workbook")
    assert invoke(damaged).exit_code == 2
