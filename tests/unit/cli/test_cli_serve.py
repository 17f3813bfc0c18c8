"""The words that start the server."""

from __future__ import annotations

from bukhara.cli.serve import environment, server_command
from bukhara.settings import Settings


def test_gunicorn_gets_the_application_as_a_string_and_no_control_socket() -> None:
    command = server_command(Settings(port=9000, workers=3), gunicorn=True)
    assert command[1:3] == ["-m", "gunicorn"]
    assert command[-3:] == ["--no-control-socket", "--preload", "app:create_server()"]
    assert "127.0.0.1:9000" in command
    assert command[command.index("--workers") + 1] == "3"


def test_waitress_serves_where_there_is_no_gunicorn() -> None:
    command = server_command(Settings(host="::1"), gunicorn=False)
    assert command[1:3] == ["-m", "waitress"]
    assert "--listen=[::1]:8050" in command
    assert command[-1] == "app:create_server"


def test_the_server_sees_what_the_command_was_told() -> None:
    assert environment(Settings(host="localhost", port=1))["BUKHARA_PORT"] == "1"
