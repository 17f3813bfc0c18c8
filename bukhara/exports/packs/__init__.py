"""Files of a pack. `WRITERS` has a function from a pack to bytes for each format."""

from __future__ import annotations

from collections.abc import Callable

from bukhara.exports.packs.pptx import to_pptx
from bukhara.pack import Pack

WRITERS: dict[str, Callable[[Pack], bytes]] = {"pptx": to_pptx}
