"""What goes to which stream: results to stdout, troubles and progress to stderr."""

from __future__ import annotations

import json
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import track

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    T = TypeVar("T")


def say(text: str) -> None:
    """Print a line of the result."""
    sys.stdout.write(text + "\n")


def say_json(value: object) -> None:
    """Print one JSON value on one line."""
    say(json.dumps(value, ensure_ascii=False))


def complain(text: str) -> None:
    """Print a line about a trouble."""
    sys.stderr.write(text + "\n")


def followed(items: Sequence[T], doing: str) -> Iterable[T]:
    """Yield the items, with a progress bar where somebody watches."""
    console = Console(stderr=True)
    return track(items, doing, console=console, transient=True, disable=not console.is_terminal)


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Show that something is under way, where somebody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(doing):
        yield
