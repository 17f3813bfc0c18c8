"""What the server's processes take together: each page of memory counted once, shared ones by their share."""

import re
import urllib.request
from contextlib import suppress
from pathlib import Path

REQUESTS = 120
STARTED = re.compile(r" (\d+) gunicorn\.error: (?:Booting worker|Listening)")


def table(base: str, paths: tuple[str, ...], log: Path) -> None:
    """Print the proportional set size of all processes named in the log, before and after some requests; Linux only."""
    print("\n| server | processes | MB together |\n|---|---|---|")
    for requests in (0, REQUESTS):
        for number in range(requests):
            urllib.request.urlopen(base + paths[number % len(paths)]).read()
        found = sizes(log)
        print(f"| after {requests} requests | {len(found)} | {sum(found) // 1024} |")


def sizes(log: Path) -> list[int]:
    """Return the proportional set size in kB of each process of a server, by its log."""
    named = {int(pid) for pid in STARTED.findall(log.read_text())}
    return [size for size in map(_kilobytes, named) if size]


def _kilobytes(pid: int) -> int:
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return 0
