"""releases list, show and revert; settings that must not start."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bukhara.model.access import OPERATOR
from bukhara.service import Service
from bukhara.settings import Settings
from tests.unit.service.little_data import save, statement, workbook

Run = Callable[..., Any]
WHO = ("--as", "tester", "--note", "why")


@pytest.fixture
def two(run: Run, tmp_path: Path) -> Run:
    run("publish", save(tmp_path / "x.xlsx", statement(statement="Another step.")), *WHO)
    return run


@pytest.mark.parametrize("empty", [("--as", " ", "--note", "why"), ("--as", "tester", "--note", " ")])
def test_nobody_goes_back_without_a_name_and_a_reason(run: Run, empty: tuple[str, ...]) -> None:
    ran = run("releases", "revert", "1", *empty)
    assert (ran.code, "is empty" in ran.err) == (64, True)


def test_the_history_is_listed_oldest_first(two: Run) -> None:
    lines = two("releases", "list").out.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert [each["actor"] for each in two("releases", "list", "--json").json] == ["system", "tester"]


@pytest.mark.parametrize(
    "command", [("releases", "list"), ("export", "evidence", "--format", "csv"), ("template", "KAZ")]
)
def test_a_due_draft_is_published_by_a_command_that_reads(run: Run, command: tuple[str, ...]) -> None:
    then = datetime(2026, 1, 5, 9, tzinfo=UTC)
    service = Service(Settings(), lambda: then)
    draft = service.drafts.receive(OPERATOR, "kaz.xlsx", workbook(statement(statement="Another step.")))
    service.drafts.submit(OPERATOR, draft.draft_id, "a letter")
    service.drafts.approve(OPERATOR, draft.draft_id, publish_at=then + timedelta(hours=1))
    run(*command)
    assert [release.note for release in service.releases()] == ["as shipped", "a letter"]


def test_a_release_shows_its_blocks(two: Run) -> None:
    assert "tracker/KAZ/astana-2023-report" in two("releases", "show", "2").out
    assert two("releases", "show", "2", "--json").json[0]["release"] == 2


def test_a_release_that_is_not_there_is_reported(two: Run) -> None:
    for arguments in (("show", "9"), ("revert", "9", *WHO), ("revert", "9", "--return", *WHO)):
        ran = two("releases", *arguments)
        assert (ran.code, ran.out) == (1, "")
        assert "9" in ran.err


def test_a_revert_takes_back_one_release_and_says_before_what_disappears(two: Run) -> None:
    ran = two("releases", "revert", "2", *WHO)
    assert ran.out == "3\n"
    assert "disappears: 2 " in ran.err
    assert "tester" in ran.err
    assert "  tracker/KAZ/astana-2023-report" in ran.err
    made = two("releases", "show", "3", "--json").json[0]
    assert (made["reverts"], made["revert_scope"]) == (2, "only")
    again = two("releases", "revert", "2", *WHO)
    assert (again.code, again.out) == (1, "")
    assert "Nothing of this release can be taken back" in again.err


def test_a_preview_of_a_revert_stores_nothing(two: Run) -> None:
    ran = two("releases", "revert", "1", "--return", "--preview", "--lang", "ru", *WHO)
    assert ran.code == 0
    assert "disappears: 2 " in ran.out
    assert "Another step." in ran.out
    assert len(two("releases", "list").out.splitlines()) == 2


def test_the_first_release_is_not_taken_back_but_returned_to(two: Run) -> None:
    ran = two("releases", "revert", "1", *WHO)
    assert (ran.code, ran.out) == (1, "")
    assert "first release" in ran.err
    assert two("releases", "revert", "1", "--return", *WHO).out == "3\n"


def test_a_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUKHARA_PORT", "many")
    ran = run("releases", "list")
    assert (ran.code, ran.out) == (64, "")
    assert "port" in ran.err


def test_a_store_that_cannot_be_reached_is_reported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUKHARA_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/none")
    ran = run("releases", "list")
    assert (ran.code, ran.out) == (1, "")
    assert "Traceback" not in ran.err


def test_an_unsafe_server_does_not_start(run: Run) -> None:
    ran = run("serve", "--host", "0.0.0.0")
    assert (ran.code, ran.out) == (1, "")
    assert "BUKHARA_SECRET_KEY" in ran.err
