"""Progress on a terminal; loaded only if there is one, because a script should not wait for the import."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress


@contextmanager
def bar(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar and yield the function that moves it (done, total)."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(doing, total=None)

        def move(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total or None)

        yield move


@contextmanager
def turning(doing: str) -> Iterator[None]:
    """Show that work is in progress."""
    with Console(stderr=True).status(doing):
        yield
