"""The shape and colour of each mark, as one character that every office program can show."""

from bukhara.figures.palette import SOFT, STATUS_COLOURS

GLYPHS = {
    "in_place": "●",
    "under_way": "◐",
    "planned": "◉",
    "challenge": "◆",
    "continuing": "▶",
    "last_reported": "◑",
    "ended": "◒",
    "no_step": "□",
    "not_applicable": "◇",
    "not_available": "▨",
    "not_reported": "◔",
    "suppressed": "■",
    "mentioned": "◎",
    "not_asked": "◌",
}
"""Shapes of one block of Unicode; no two marks have the same."""
GLYPH_FONT = "Segoe UI Symbol"
_COLOURS = {status.value: colour for status, colour in STATUS_COLOURS.items()}


def glyph(mark: str) -> str:
    """Return the shape of a mark; an empty string for a line without one."""
    return GLYPHS.get(mark, "")


def colour(mark: str) -> str:
    """Return the colour of a mark as six hexadecimal digits."""
    return _COLOURS.get(mark, SOFT).lstrip("#").upper()
