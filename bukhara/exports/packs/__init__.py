"""Files of a pack. `WRITERS` has a function from a pack to bytes for each format; each is loaded when it is called."""

from collections.abc import Callable
from importlib import import_module

from bukhara.pack import Pack


def _writer(module: str, name: str) -> Callable[[Pack], bytes]:
    def write(pack: Pack) -> bytes:
        made: bytes = getattr(import_module(f"{__name__}.{module}"), name)(pack)
        return made

    return write


WRITERS: dict[str, Callable[[Pack], bytes]] = {
    "pptx": _writer("pptx", "to_pptx"),
    "html": _writer("html", "to_html"),
}
FILES = WRITERS | {"chair.pdf": _writer("to_chair_pdf", "to_chair_pdf")}
"""The formats, and the sheet for the chair, which has no slides."""


def file_name(kind: str) -> str:
    """Return the name of a file of a format among all files of one pack."""
    return f"slides.{kind}"
