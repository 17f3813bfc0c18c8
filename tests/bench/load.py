"""Fifty readers at once, and one reader beside slow clients."""

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from tests.slow_clients import TIMEOUT, probe

CLIENTS = 50
SECONDS = 10


def slow_clients(base: str) -> None:
    """Print how many probes were answered beside fifty clients of each slow kind, over half a minute."""
    found = probe(base, each=CLIENTS, seconds=30)
    took = sorted(1000 * each for each in found.seconds)
    print(
        f"\n| beside {CLIENTS} each: headers and bodies a byte a second, idle, reading slowly | answered | failed | ms median | most |"
    )
    print("|---|---|---|---|---|")
    middle, most = (f"{statistics.median(took):.0f}", f"{took[-1]:.0f}") if took else ("", "")
    print(f"| probes of /readyz and / over 30 s | {len(took)} | {len(found.failed)} | {middle} | {most} |")


def together(base: str, paths: tuple[str, ...]) -> None:
    """Print what fifty clients get that ask again as soon as they are answered."""
    print(f"\n| {CLIENTS} clients for {SECONDS} s | requests/s | ms median | 99 % | errors |\n|---|---|---|---|---|")
    for path in paths:
        with ThreadPoolExecutor(CLIENTS) as clients:
            found = list(clients.map(_client, [base] * CLIENTS, [path] * CLIENTS))
        took, errors = sorted(each for times, _ in found for each in times), sum(failed for _, failed in found)
        middle, most = statistics.median(took), took[len(took) * 99 // 100]
        print(f"| {path} | {len(took) / SECONDS:.0f} | {1000 * middle:.0f} | {1000 * most:.0f} | {errors} |")


def _client(base: str, path: str) -> tuple[list[float], int]:
    took, errors, end = [], 0, time.monotonic() + SECONDS
    connection = HTTPConnection(urlsplit(base).netloc, timeout=TIMEOUT)
    while time.monotonic() < end:
        start = time.monotonic()
        try:
            connection.request("GET", path, headers={"Accept-Encoding": "br"})
            answer = connection.getresponse()
            answer.read()
            took.append(time.monotonic() - start)
            errors += answer.status != 200
        except (OSError, HTTPException):
            errors += 1
            connection.close()
    connection.close()
    return took, errors
