"""`bukhara export`: every table in every format, to a file or to standard output."""

import json
from dataclasses import replace

import pytest

from bukhara.cli import main
from bukhara.exports.formats import FORMATS
from tests.unit.exports.sample import sample

BEGINS = {"csv": b"", "json": b'{"release":3', "xlsx": b"PK"}


class Shelf:
    def snapshot(self, as_of=None):
        return replace(sample(), as_of=as_of or sample().as_of)


@pytest.fixture(autouse=True)
def shelf(monkeypatch):
    monkeypatch.setattr("bukhara.cli.options.current_service", Shelf)


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["export", *arguments])
    return int(end.value.code or 0)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("what", ["observations", "evidence", "progress", "framework"])
def test_every_table_is_written(what, form, tmp_path):
    path = tmp_path / "out"
    assert run(what, "--format", form, "-o", str(path)) == 0
    assert path.read_bytes().startswith(BEGINS[form])


@pytest.mark.parametrize("form", BEGINS)
def test_standard_output_holds_nothing_else(form, capfdbinary, monkeypatch):
    assert run("observations", "--format", form) == 0
    assert capfdbinary.readouterr().out.startswith(BEGINS[form])


def test_a_dash_is_standard_output(capfdbinary, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run("observations", "--format", "json", "-o", "-") == 0
    assert capfdbinary.readouterr().out.startswith(BEGINS["json"])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", ["observations", "evidence", "progress"])
def test_a_day_holds_for_every_table(what, capfdbinary):
    assert run(what, "--format", "json", "--as-of", "2023-07-30") == 0
    assert json.loads(capfdbinary.readouterr().out)["as_of"] == "2023-07-30"


def test_json_ends_in_a_line(capfdbinary):
    run("observations", "--format", "json")
    out = capfdbinary.readouterr().out
    assert out.endswith(b"}\n")
    assert json.loads(out)["count"] == 8


@pytest.mark.parametrize(
    "arguments",
    [
        ("nothing", "--format", "csv"),
        ("evidence", "--format", "pdf"),
        ("evidence",),
    ],
)
def test_wrong_usage(arguments, capsys):
    assert run(*arguments) == 64
    assert "Traceback" not in capsys.readouterr().err


def test_a_folder_that_is_not_there(tmp_path, capsys):
    assert run("evidence", "--format", "csv", "-o", str(tmp_path / "no" / "out")) == 1
    assert "No such file" in capsys.readouterr().err
