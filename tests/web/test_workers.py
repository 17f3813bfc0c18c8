"""The worker processes of the real server: slow clients, replacement, and an end without a lost answer."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from tests.serving import serving
from tests.slow_clients import LARGE, probe

STARTED = re.compile(r" (\d+) bukhara\.cli\.workers: worker (\d+) starts")


def started(var_dir) -> list[int]:
    """Return the ids of all workers that were started so far."""
    return [int(pid) for _, pid in STARTED.findall((var_dir / "server.log").read_text())]


def parent(var_dir) -> int:
    """Return the id of the process that starts them."""
    return int(STARTED.search((var_dir / "server.log").read_text())[1])


def statuses(base: str, number: int) -> list[int]:
    """Ask one thing after another, on one connection as long as the server keeps it."""
    connection = http.client.HTTPConnection(urlsplit(base).netloc, timeout=60)
    found = []
    for _ in range(number):
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        answer.read()
        found.append(answer.status)
    connection.close()
    return found


def until_refused(base: str) -> bool:
    """Ask until nobody listens any more."""
    while True:
        try:
            urllib.request.urlopen(base + "/healthz", timeout=60).close()
        except OSError:
            return True


def test_slow_clients_hold_up_nobody(base) -> None:
    found = probe(base, each=20, rounds=5, pace=0.1)
    assert found.failed == []
    assert len(found.seconds) == 10


@pytest.mark.parametrize("workers", [1, 2])
def test_no_request_fails_while_workers_are_replaced(tmp_path, workers) -> None:
    with (
        serving(tmp_path, workers=workers, BUKHARA_WORKER_REQUESTS="20") as base,
        ThreadPoolExecutor(4) as clients,
    ):
        found = [status for each in clients.map(statuses, [base] * 8, [40] * 8) for status in each]
    assert found == [200] * 320
    assert len(started(tmp_path)) > 10


def test_a_worker_that_is_killed_is_replaced_and_the_site_stays(tmp_path) -> None:
    with serving(tmp_path) as base:
        for pid in started(tmp_path):
            os.kill(pid, signal.SIGKILL)
        assert statuses(base, 20) == [200] * 20
        assert len(started(tmp_path)) > 2


def test_an_answer_that_was_begun_is_finished_when_the_server_is_stopped(tmp_path) -> None:
    with serving(tmp_path) as base, socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", urlsplit(base).port))
        connection.sendall(f"GET {LARGE} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        os.kill(parent(tmp_path), signal.SIGTERM)
        assert until_refused(base)
        assert len(answer.read()) > 1_000_000


def test_workers_end_with_the_process_that_started_them(tmp_path) -> None:
    with serving(tmp_path) as base:
        os.kill(parent(tmp_path), signal.SIGKILL)
        assert until_refused(base)
