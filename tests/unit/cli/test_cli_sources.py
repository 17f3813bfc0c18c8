"""sources list and check, against a server on this machine: gone, moved, slow, changed, not modified."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_server
from threading import Event, Thread
from typing import Any

import pytest

from tests.unit.service.little_data import REPORT, save, statement

Run = Callable[..., Any]
PAGE = "<html><head><script>var visit = {visit};</script></head><body><p>{text}</p></body></html>"


@dataclass
class Remote:
    """A server with one page of each kind; `texts` are what its pages say now."""

    base: str
    texts: dict[str, str] = field(
        default_factory=lambda: {"/same": "A law.", "/changed": "A plan.", "/tagged": "A list."}
    )
    asked: list[str] = field(default_factory=list)
    ended: Event = field(default_factory=Event)


@pytest.fixture
def remote(monkeypatch: pytest.MonkeyPatch) -> Iterator[Remote]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            if self.path == "/slow":
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"<p>")
                found.ended.wait()
            elif self.path == "/gone":
                self.send_error(404)
            elif self.path == "/moved":
                self.send_response(301)
                self.send_header("Location", f"{found.base}/same")
                self.end_headers()
            elif self.headers["If-None-Match"] == '"1"':
                self.send_response(304)
                self.end_headers()
            else:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                if self.path == "/tagged":
                    self.send_header("ETag", '"1"')
                self.end_headers()
                self.wfile.write(PAGE.format(visit=len(found.asked), text=found.texts[self.path]).encode())

        def log_message(self, *_: object) -> None:
            """Write nothing."""

    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        found = Remote(f"http://127.0.0.1:{server.server_port}")
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield found
        found.ended.set()
        server.shutdown()
        thread.join()


def cite(run: Run, folder: Path, *addresses: str) -> None:
    """Publish a row for each address."""
    sources = [
        replace(REPORT, source_id=f"report-{n}", address=address, date=REPORT.date - timedelta(days=n))
        for n, address in enumerate(addresses)
    ]
    rows = [statement(source_id=each.source_id) for each in sources]
    run("publish", save(folder / "cited.xlsx", *rows, sources=tuple(sources)), "--as", "tester", "--note", "why")


def results(text: str, base: str) -> dict[str, str]:
    """Return path -> what became of it."""
    lines = [line for line in text.splitlines() if base in line]
    return {line.split(base)[1].split("  ")[0]: line.split("  ")[0] for line in lines}


def test_what_is_gone_moved_or_changed_is_named_and_what_is_as_before_is_not(
    run: Run, tmp_path: Path, remote: Remote
) -> None:
    cite(run, tmp_path, *(remote.base + path for path in ("/same", "/changed", "/tagged", "/gone", "/moved")))
    first = run("sources", "check")
    lost = {"/gone": "gone", "/moved": "moved"}
    assert results(first.out, remote.base) == {"/same": "answers", "/changed": "answers", "/tagged": "answers", **lost}
    assert "(404)" in first.out
    assert f"(301, to {remote.base}/same)" in first.out
    assert (first.code, "5 addresses asked, 2 need a look." in first.err) == (1, True)
    remote.texts["/changed"] = "Another plan."
    second = run("sources", "check")
    now = {"/same": "answers", "/changed": "changed", "/tagged": "not modified", **lost}
    assert results(second.out, remote.base) == now
    assert results(run("sources", "check").out, remote.base)["/changed"] == "answers"


def test_an_address_is_asked_once_and_all_that_answer_are_no_reason_to_look(
    run: Run, tmp_path: Path, remote: Remote
) -> None:
    cite(run, tmp_path, f"{remote.base}/same", f"{remote.base}/same", "ministry of justice, room 3")
    ran = run("sources", "check", "--memory", tmp_path / "seen.json")
    assert (ran.code, remote.asked) == (0, ["/same"])
    assert "report-0, report-1" in ran.out
    assert remote.base in (tmp_path / "seen.json").read_text()


def test_a_server_that_does_not_end_its_answer_gives_none(run: Run, tmp_path: Path, remote: Remote) -> None:
    cite(run, tmp_path, f"{remote.base}/slow")
    ran = run("sources", "check", "--timeout", "0.5")
    assert (ran.code, results(ran.out, remote.base)) == (1, {"/slow": "no answer"})
    assert "(not answered in 0.5 s)" in ran.out


def test_a_server_that_is_not_there_gives_no_answer(run: Run, tmp_path: Path) -> None:
    with closing(create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    cite(run, tmp_path, f"http://127.0.0.1:{port}/")
    ran = run("sources", "check")
    assert (ran.code, ran.out.startswith("no answer")) == (1, True)


def test_each_document_is_listed_with_what_of_its_text_is_there(run: Run, tmp_path: Path) -> None:
    cite(run, tmp_path, "https://one.example/")
    (found,) = (each for each in run("sources", "list", "--json").json if each["source_id"] == "report-0")
    assert (found["text"], found["rows"], found["address"]) == ("quoted", 1, "https://one.example/")
    assert "report-0  en  1 rows  each row has its quote  https://one.example/" in run("sources", "list").out
