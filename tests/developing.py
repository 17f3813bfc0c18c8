"""`python app.py` on a copy of the checkout, to which a test adds pages."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
        yield base, folder / "pages"
