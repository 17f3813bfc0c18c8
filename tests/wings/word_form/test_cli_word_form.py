"""`bukhara template --format docx`."""

from pathlib import Path

import pytest

from tests.unit.cli.conftest import run
from tests.unit.cli.test_cli_workbooks import Run

__all__ = ["run"]


@pytest.mark.parametrize("country", ["KAZ", "REG"])
def test_the_questions_of_a_country_are_written_as_a_word_form_too(run: Run, tmp_path: Path, country: str) -> None:
    ran = run("template", country, "--format", "docx", "--lang", "ru")
    assert (ran.code, ran.out) == (0, f"{country}.docx\n")
    assert (tmp_path / f"{country}.docx").read_bytes().startswith(b"PK")


def test_statistics_have_no_word_form(run: Run) -> None:
    ran = run("template", "statistics", "--format", "docx")
    assert (ran.code, ran.out) == (64, "")
    assert "statistics is not written as docx" in ran.err
