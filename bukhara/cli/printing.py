"""Output: results to stdout, errors and progress to stderr."""

import codecs
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TextIO


def say(text: str) -> None:
    """Print a line of the result."""
    sys.stdout.write(text + "\n")


def say_json(value: object) -> None:
    """Print one JSON value on one line."""
    say(json.dumps(value, ensure_ascii=not _holds_any_text(sys.stdout)))


def _holds_any_text(stream: TextIO) -> bool:
    return codecs.lookup(stream.encoding or "ascii").name.startswith("utf")


def complain(text: str) -> None:
    """Print a line about an error."""
    sys.stderr.write(text + "\n")


@contextmanager
def followed(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """Yield a function that moves a progress bar (done, total), or None without a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    with import_module("bukhara.cli.watched").bar(doing) as move:
        yield move


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Show that work is in progress, if there is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    with import_module("bukhara.cli.watched").turning(doing):
        yield
