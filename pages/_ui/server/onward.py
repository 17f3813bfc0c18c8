"""Where somebody goes after signing in: a place of this site, whatever the address says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from pages._ui.parts.reader import Reader

START = "/sign-in"


def onward(wish: str) -> str:
    """Return `wish` where it is a path of this site, else the page of one's own account."""
    plain = wish.startswith("/") and not wish.startswith("//") and wish.isprintable() and "\\" not in wish
    return wish if plain and not wish.startswith(START) else START


def led_onward(reader: Reader, wish: str) -> str:
    """Return the address to go to, in the language and at the day of the reader."""
    parts = urlsplit(onward(wish))
    return reader.href(parts.path, **dict(parse_qsl(parts.query)))
