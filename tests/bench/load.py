"""Fifty readers at once, and one reader beside slow clients."""

import asyncio
import statistics
import time
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
        took, errors = asyncio.run(_all(base, path))
        took.sort()
        middle, most = statistics.median(took), took[len(took) * 99 // 100]
        print(f"| {path} | {len(took) / SECONDS:.0f} | {1000 * middle:.0f} | {1000 * most:.0f} | {errors} |")


async def _all(base: str, path: str) -> tuple[list[float], int]:
    end = time.monotonic() + SECONDS
    found = await asyncio.gather(*(_client(base, path, end) for _ in range(CLIENTS)))
    return [each for took, _ in found for each in took], sum(errors for _, errors in found)


async def _client(base: str, path: str, end: float) -> tuple[list[float], int]:
    took, errors = [], 0
    while time.monotonic() < end:
        try:
            reader, writer = await asyncio.open_connection(urlsplit(base).hostname, urlsplit(base).port)
            while time.monotonic() < end:
                start = time.monotonic()
                kept = await asyncio.wait_for(_ask(reader, writer, path), TIMEOUT)
                took.append(time.monotonic() - start)
                if not kept:
                    break
            writer.close()
        except (OSError, EOFError, ValueError, TimeoutError):
            errors += 1
    return took, errors


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> bool:
    """Read one answer to its end; return whether the connection is kept."""
    writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: br\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if " 200 " not in head.splitlines()[0]:
        raise ValueError(head)
    headers = dict(line.split(": ", 1) for line in head.splitlines()[1:] if line)
    await reader.readexactly(int(headers["content-length"]))
    return headers.get("connection") != "close"
