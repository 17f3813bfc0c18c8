"""bukhara user: accounts from the command line, and the first link of `bukhara serve`."""

import io
import re
import socket
from collections.abc import Callable
from typing import Any

import pytest

from bukhara.cli import http_server
from bukhara.cli.http_server import bound
from bukhara.service import Service
from bukhara.settings import Settings

Run = Callable[..., Any]
WORDS = "four quiet words here"


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


@pytest.fixture
def lena(run: Run, typed: Callable[[str], None]) -> None:
    typed(WORDS + "\n")
    ran = run("user", "add", "lena", "--role", "secretariat", "--role", "organiser", "--password-stdin")
    assert (ran.code, ran.out) == (0, "added lena\n")


def entered(password: str) -> bool:
    return Service(Settings()).accounts.sign_in("lena", password, address="192.0.2.1") is not None


def test_a_state_may_be_written_small(run: Run, typed: Callable[[str], None]) -> None:
    typed(WORDS + "\n")
    assert run("user", "add", "kaz", "--role", "commission", "--country", "kaz", "--password-stdin").code == 0
    assert run("user", "list").out == "kaz  commission  KAZ\n"


def test_an_account_is_added_listed_and_can_sign_in(run: Run, lena: None) -> None:
    assert run("user", "list").out == "lena  organiser,secretariat\n"
    assert entered(WORDS)


def test_the_password_is_asked_for_twice_and_never_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr("typer.prompt", lambda _text, **how: asked.append(how) or WORDS)
    ran = run("user", "add", "lena", "--role", "secretariat")
    assert asked == [{"hide_input": True, "confirmation_prompt": True, "err": True}]
    assert WORDS not in ran.out + ran.err
    assert entered(WORDS)


@pytest.mark.parametrize(
    ("arguments", "stated"),
    [
        (("add", "lena", "--role", "organiser"), "There is an account of that name already."),
        (("add", "kaz", "--role", "commission", "--country", "XXX"), "A commission belongs to one of the states"),
        (("set-password", "nobody"), "There is no account of that name."),
    ],
)
def test_what_cannot_be_done_leaves_with_1_and_a_reason(
    run: Run, lena: None, typed: Any, arguments: Any, stated: str
) -> None:
    typed(WORDS + "\n")
    ran = run("user", *arguments, "--password-stdin")
    assert (ran.code, ran.out) == (1, "")
    assert stated in ran.err
    assert "Traceback" not in ran.err


def test_a_role_that_there_is_not_is_wrong_usage(run: Run) -> None:
    assert run("user", "add", "lena", "--role", "emperor", "--password-stdin").code == 64


def test_roles_are_replaced_and_a_state_goes_with_a_commission(run: Run, lena: None) -> None:
    ran = run("user", "set-role", "lena", "--role", "commission", "--country", "KAZ")
    assert ran.out == "lena  commission  KAZ\n"


def test_a_password_is_changed(run: Run, lena: None, typed: Any) -> None:
    typed("another four quiet words\n")
    assert run("user", "set-password", "lena", "--password-stdin").code == 0
    assert not entered(WORDS)
    assert entered("another four quiet words")


def test_an_account_is_closed_and_opened_again(run: Run, lena: None) -> None:
    assert run("user", "disable", "lena").out == "lena  organiser,secretariat  disabled\n"
    assert not entered(WORDS)
    assert run("user", "disable", "lena", "--undo").out == "lena  organiser,secretariat\n"
    assert entered(WORDS)


@pytest.fixture
def served(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    made: list[socket.socket] = []
    monkeypatch.setattr(http_server, "bound", lambda host, port: made.append(bound(host, port)) or made[-1])
    monkeypatch.setattr(http_server.HttpServer, "run", lambda _server: made.pop().close())
    return lambda: run("serve", "--port", "0").err


def test_the_first_start_prints_a_link_that_opens_an_administrator(served: Callable[[], str], run: Run) -> None:
    shown_here = served()
    link = shown_here.split("within 24 hours: ")[1].strip()
    assert re.match(r"http://127\.0\.0\.1:\d+/setup/", link)
    service = Service(Settings())
    assert service.accounts.redeem(link.rsplit("/", 1)[1], WORDS, "chief").name == "chief"
    assert "/setup/" not in served()
