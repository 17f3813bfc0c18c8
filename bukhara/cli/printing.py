"""Output: results to stdout, errors and progress to stderr.

What draws progress is loaded only on a terminal, because a script should not wait for it.
"""

import codecs
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


def say(text: str) -> None:
    """Print a line of the result."""
    sys.stdout.write(text + "\n")


def say_json(value: object) -> None:
    """Print one JSON value on one line."""
    say(json.dumps(value, ensure_ascii=not codecs.lookup(sys.stdout.encoding or "ascii").name.startswith("utf")))


def deliver(content: bytes, target: Path) -> None:
    """Write a file and print its name; for the name `-` write to standard output instead."""
    if str(target) == "-":
        sys.stdout.buffer.write(content)
    else:
        target.write_bytes(content)
        say(str(target))


def complain(text: str) -> None:
    """Print a line about an error."""
    sys.stderr.write(text + "\n")


@contextmanager
def followed(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """Yield a function that moves a progress bar (done, total), or None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total or None)


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Show that work is in progress, if there is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(doing):
        yield
