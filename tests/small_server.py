"""A small application in worker processes, as `bukhara serve` runs the dashboard; started as a program."""

import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bukhara.cli.http_server import HttpServer, bound

LARGE = 3_000_000
STARTED = re.compile(r"Booting worker with pid: (\d+)")


def application(environ, start_response):
    body = b"a" * (LARGE if environ["PATH_INFO"] == "/large" else 10)
    if proxied := environ.get("HTTP_X_FORWARDED_FOR"):
        body = f"{proxied} {environ['wsgi.url_scheme']}".encode()
    start_response("200 OK", [("Content-Length", str(len(body)))])
    return [body]


def main(workers: int, requests: int) -> None:
    logging.basicConfig(level="INFO")
    listener = bound("127.0.0.1", 0)
    listener.listen()
    print(listener.getsockname()[1], flush=True)
    HttpServer(application, listener, workers=workers, max_requests=requests).run()


class Running:
    """A running server: its port, its process and what it says of its workers."""

    def __init__(self, process: subprocess.Popen[bytes], log: Path) -> None:
        self.process, self.log = process, log
        self.port = int(process.stdout.readline())

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def workers(self) -> list[int]:
        """Return the ids of all workers that were started so far."""
        return [int(pid) for pid in STARTED.findall(self.log.read_text())]


@contextmanager
def running(folder: Path, *, workers: int = 2, requests: int = 0) -> Iterator[Running]:
    """Yield a server that was started; stop it afterwards."""
    words = [sys.executable, "-m", "tests.small_server", str(workers), str(requests)]
    log = folder / "small.log"
    with log.open("wb") as errors, subprocess.Popen(words, stdout=subprocess.PIPE, stderr=errors) as process:
        try:
            yield Running(process, log)
        finally:
            process.terminate()
            process.wait(timeout=60)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
