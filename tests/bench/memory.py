"""What the server's processes take together: each page of memory counted once, shared ones by their share."""

from __future__ import annotations

import urllib.request
from contextlib import suppress
from pathlib import Path

REQUESTS = 120


def table(base: str, paths: tuple[str, ...]) -> None:
    """Print the proportional set size of all processes before and after some requests; Linux only."""
    print("\n| server | processes | MB together |\n|---|---|---|")
    for requests in (0, REQUESTS):
        for number in range(requests):
            urllib.request.urlopen(base + paths[number % len(paths)]).read()
        found = sizes(base)
        print(f"| after {requests} requests | {len(found)} | {sum(found) // 1024} |")


def sizes(base: str) -> list[int]:
    """Return the proportional set size in kB of each process of a server."""
    port = base.rpartition(":")[2]
    return [size for size in map(_of_port(port), Path("/proc").glob("[0-9]*")) if size]


def _of_port(port: str):
    def size(process: Path) -> int:
        with suppress(OSError):
            if f"127.0.0.1:{port}\0".encode() in (process / "cmdline").read_bytes():
                lines = (process / "smaps_rollup").read_text().splitlines()
                return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
        return 0

    return size
