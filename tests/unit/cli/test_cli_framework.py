"""`bukhara framework`: findings with line and reason."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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


def test_a_finding_can_be_had_in_russian(run: Run, wrong: Path) -> None:
    ran = run("framework", "check", wrong, "--lang", "ru")
    assert ran.code == 1
    assert ran.out.startswith(f"{wrong}:2: Начиная с этой строки")


def test_a_file_that_is_not_there_is_shown_in_words_alone(run: Run, tmp_path: Path) -> None:
    ran = run("framework", "check", tmp_path / "nowhere.yaml")
    assert (ran.code, ran.err) == (1, f"{tmp_path / 'nowhere.yaml'}: cannot be read (No such file or directory)\n")
