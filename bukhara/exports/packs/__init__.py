"""Files of a pack. `WRITERS` has a function from a pack to bytes for each format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from bukhara.pack import Pack

Writer = Callable[[Pack], bytes]


def _writer(kind: str) -> Writer:
    """Return the function `to_{kind}` of the package of a format, which is loaded when a file is made."""

    def write(pack: Pack) -> bytes:
        return cast("Writer", getattr(import_module(f"{__name__}.{kind}"), f"to_{kind}"))(pack)

    return write


WRITERS: dict[str, Writer] = {kind: _writer(kind) for kind in ("pptx", "html")}
