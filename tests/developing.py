"""`python app.py` on a copy of the checkout, to which a test adds pages."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.serving import ROOT, serving

LINKED = ("assets", "bukhara", "office", "web")


@contextmanager
def developing(folder: Path, pages: dict[str, str]) -> Iterator[tuple[str, Path]]:
    """Yield the address of the dashboard with these pages more (name and text of a module), and their folder."""
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "app.py", folder)
    shutil.copytree(ROOT / "pages", folder / "pages", ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in pages.items():
        (folder / "pages" / name).write_text(text)
    (folder / "var").mkdir()
    with serving(folder / "var", command=(sys.executable, "app.py"), folder=folder) as base:
        until_whole(base)
        yield base, folder / "pages"


def until_whole(base: str) -> None:
    """Wait until Dash, which draws every page once at its first request, knows the parts of all of them.

    A page that is asked for meanwhile complains about callbacks. The one that is not found is never kept.
    """
    while True:
        try:
            urlopen(f"{base}/nowhere", timeout=300)
        except HTTPError as answer:
            if b"validation_layout" in answer.read():
                return
