"""What is shown to somebody who watches a terminal; loaded only then, for a script does not wait for it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def bar(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar and yield what moves it: how many are done, of how many."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)

        def move(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total or None)

        yield move


@contextmanager
def turning(doing: str) -> Iterator[None]:
    """Show that something is under way."""
    with Console(stderr=True).status(doing):
        yield
