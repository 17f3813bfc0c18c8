"""Processes that answer HTTP together, with a small application in place of the dashboard: replaced, killed, stopped."""

import http.client
import os
import select
import signal
import socket
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from tests.small_server import LARGE, running


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


@pytest.mark.parametrize("workers", [1, 2])
def test_no_request_fails_while_workers_are_replaced(tmp_path, workers) -> None:
    with running(tmp_path, workers=workers, requests=20) as server, ThreadPoolExecutor(4) as clients:
        found = [status for each in clients.map(statuses, [server.base] * 8, [40] * 8) for status in each]
        assert found == [200] * 320
        assert len(server.workers()) > 10


def test_a_proxy_s_words_reach_the_application_and_change_nothing_else(tmp_path) -> None:
    asked = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    with running(tmp_path, workers=1) as server:
        answer = urllib.request.urlopen(urllib.request.Request(server.base, headers=asked), timeout=60)
        assert answer.read() == b"192.0.2.7 http"


def test_workers_that_are_killed_are_replaced(tmp_path) -> None:
    with running(tmp_path) as server:
        assert statuses(server.base, 1) == [200]
        for pid in server.workers():
            killed = os.pidfd_open(pid)
            os.kill(pid, signal.SIGKILL)
            select.select([killed], [], [], 60)  # it may answer until it has ended
            os.close(killed)
        assert statuses(server.base, 20) == [200] * 20


def test_an_answer_that_was_begun_is_finished_when_the_server_is_stopped(tmp_path) -> None:
    with running(tmp_path) as server, socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = http.client.HTTPResponse(connection)
        answer.begin()
        server.process.terminate()
        assert len(answer.read()) == LARGE
        assert server.process.wait(timeout=60) == 0
        assert until_refused(server.base)


def test_workers_end_with_the_process_that_started_them(tmp_path) -> None:
    with running(tmp_path) as server:
        assert statuses(server.base, 1) == [200]
        server.process.kill()
        assert until_refused(server.base)
