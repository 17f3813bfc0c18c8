"""What a command does on odd terminals, and what `bukhara serve` makes of its settings."""

import json
import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bukhara.cli import http_server, main
from bukhara.cli.log import JsonLines
from bukhara.errors import StoreFull
from bukhara.settings import Settings
from tests.unit.service.little_data import save, statement


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_free_port_is_found_and_nothing_listens_before_the_store_is_open(host) -> None:
    with http_server.bound(host, 0) as held, pytest.raises(ConnectionRefusedError):
        socket.create_connection(held.getsockname(), timeout=5)


def test_a_port_that_is_taken_is_reported_at_once(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("BUKHARA_VAR_DIR", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as left:
            main(["serve", "--port", str(port)])
    assert left.value.code == 1
    assert capsys.readouterr().err == f"port {port} is taken: put BUKHARA_PORT={port + 1} before the same command\n"
    assert list(tmp_path.iterdir()) == []


Run = Callable[..., Any]


@pytest.fixture
def in_ascii(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bytes]:
    """Run a command before a standard output that has the letters of English only."""

    def command(*arguments: str) -> bytes:
        shown = tmp_path / "shown"
        with monkeypatch.context() as patched, shown.open("w", encoding="ascii") as stream:
            patched.setattr("sys.stdout", stream)
            run(*arguments)
        return shown.read_bytes()

    return command


def test_letters_that_a_terminal_lacks_are_shown_by_their_number(in_ascii: Callable[..., bytes]) -> None:
    assert rb"\u0422\u0430\u043a\u043e\u0433\u043e" in in_ascii("check", "nowhere.xlsx", "--lang", "ru")


def test_json_is_json_on_every_terminal(in_ascii: Callable[..., bytes]) -> None:
    shown_here = json.loads(in_ascii("check", "nowhere.xlsx", "--lang", "ru", "--json"))
    assert shown_here["findings"][0]["message"].startswith("Такого файла нет")


def test_who_stops_it_while_it_is_loaded_sees_no_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bukhara.cli.running.run", stopped)
    ran = run("releases", "list")
    assert (ran.code, ran.err) == (130, "Stopped.\n")


def test_whether_a_file_may_be_opened_is_a_finding_and_not_a_usage_error(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    ran = run("check", save(tmp_path / "one.xlsx", statement()), "nowhere.xlsx", "--json")
    assert [each["file"] for each in ran.json] == [str(tmp_path / "one.xlsx"), "nowhere.xlsx"]


def test_settings_that_are_no_text_are_wrong_usage(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "settings").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setitem(Settings.model_config, "env_file", tmp_path / "settings")
    ran = run("releases", "list")
    assert (ran.code, ran.err) == (64, ".env is not written in UTF-8\n")


def test_a_full_disk_is_shown_in_words_alone(run: Run) -> None:
    ran = run("export", "framework", "--format", "csv", "-o", "/dev/full")
    assert ran.code == 1
    assert ran.err.splitlines() == ["No space left on device", StoreFull.words]


def test_an_entry_is_one_object_a_line_with_its_fields_and_traceback() -> None:
    log, written = logging.Logger("bukhara.access"), []
    handler = logging.Handler()
    handler.emit = lambda record: written.append(JsonLines().format(record))
    log.addHandler(handler)
    log.info("%s %s", "GET", "/\n«a»", extra={"fields": {"status": 200}})
    try:
        int("two\nlines")
    except ValueError:
        log.exception("failed")
    assert not any("\n" in line for line in written)
    first, second = map(json.loads, written)
    assert (first["message"], first["status"], first["level"], first["logger"]) == (
        "GET /\n«a»",
        200,
        "INFO",
        "bukhara.access",
    )
    assert first["time"].endswith("+00:00")
    assert "ValueError: invalid literal" in second["traceback"]


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
