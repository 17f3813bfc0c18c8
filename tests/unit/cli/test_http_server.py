"""One process that answers HTTP, with a small application in place of the dashboard."""

import errno
import signal
import socket
import threading

import pytest
from waitress.buffers import TempfileBasedBuffer

from bukhara.cli import http_server
from bukhara.cli.http_server import HttpServer, bound
from bukhara.errors import StoreFull


@pytest.fixture
def listener():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    with bound("127.0.0.1", 0) as held:
        held.listen()
        yield held
    for number, handler in before.items():
        signal.signal(number, handler)


def application(environ, start_response):
    body = environ["wsgi.input"].read() or environ.get("HTTP_X_FORWARDED_FOR", "nothing").encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def served(listener, client, requests: int = 1, application=application) -> list[bytes]:
    """Return the bytes that `client` received while the server answered a number of requests."""
    received: list[bytes] = []
    thread = threading.Thread(target=lambda: received.extend(client(listener.getsockname())))
    thread.start()
    HttpServer(application, listener, threads=2).run(requests)
    thread.join()
    return received


def ask(address, text: bytes) -> bytes:
    """Return all that comes back until the server closes the connection."""
    with socket.create_connection(address, timeout=60) as connection:
        connection.sendall(text)
        return b"".join(iter(lambda: connection.recv(4096), b""))


def test_the_last_answer_closes_its_connection(listener) -> None:
    (answer,) = served(listener, lambda address: [ask(address, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")])
    assert b"Connection: close" in answer
    assert answer.endswith(b"\r\n\r\nnothing")
    assert b"Server:" not in answer


def test_an_earlier_answer_keeps_its_connection(listener) -> None:
    twice = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 2
    (answers,) = served(listener, lambda address: [ask(address, twice)], requests=2)
    first, second = answers.split(b"HTTP/1.1 200 OK")[1:]
    assert (b"Connection: close" in first, b"Connection: close" in second) == (False, True)


def test_headers_that_do_not_end_close_their_connection(listener, monkeypatch) -> None:
    monkeypatch.setattr(http_server, "HEADER_SECONDS", 0)

    def client(address):
        yield ask(address, b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: a")
        yield ask(address, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")

    slow, quick = served(listener, client)
    assert slow == b""
    assert quick.endswith(b"nothing")


def test_a_body_that_does_not_end_closes_its_connection(listener, monkeypatch) -> None:
    monkeypatch.setattr(http_server, "BODY_SECONDS", 0)

    def client(address):
        yield ask(address, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")
        yield ask(address, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc")

    slow, quick = served(listener, client)
    assert slow == b""
    assert quick.endswith(b"abc")


def test_a_proxy_s_words_reach_the_application(listener) -> None:
    request = b"GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 192.0.2.7\r\n\r\n"
    (answer,) = served(listener, lambda address: [ask(address, request)])
    assert answer.endswith(b"192.0.2.7")


def test_pages_do_not_wait_for_requests_that_wait_for_a_file(listener) -> None:
    made = threading.Event()

    def waiting(environ, start_response):
        if environ["PATH_INFO"].startswith("/panel/pack."):
            made.wait(30)
        return application(environ, start_response)

    received = []

    def client():
        address, files = listener.getsockname(), []
        for _ in range(3):
            files.append(socket.create_connection(address, timeout=60))
            files[-1].sendall(b"GET /panel/pack.pptx HTTP/1.1\r\nHost: x\r\n\r\n")
        page = socket.create_connection(address, timeout=60)
        page.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        received.append(page.recv(4096))
        made.set()
        received.extend(file.recv(4096) for file in files)
        for connection in (page, *files):
            connection.close()

    thread = threading.Thread(target=client)
    thread.start()
    HttpServer(waiting, listener, threads=1).run(4)
    thread.join()
    assert [answer.split(b"\r\n")[0] for answer in received] == [b"HTTP/1.1 200 OK"] * 4


def test_a_body_that_the_disk_has_no_space_for_is_answered(listener, monkeypatch) -> None:
    def no_space(_self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def answers(environ, start_response):
        with pytest.raises(StoreFull):
            environ["wsgi.input"].read()
        start_response("507 Insufficient Storage", [("Content-Length", "0")])
        return []

    monkeypatch.setattr(TempfileBasedBuffer, "newfile", no_space)
    body = b"a" * 2_000_000
    sent = b"POST /upload HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    (answer,) = served(listener, lambda address: [ask(address, sent)], application=answers)
    assert answer.startswith(b"HTTP/1.1 507 ")
