"""Colours of states and of what is around them: at least 3:1 on the light and on the dark page, far from statuses."""

COUNTRY_COLOURS = ("#5f8bea", "#d86c33", "#759b0c", "#b84579", "#b56fc9")
INK = "#1c2430"
SOFT = "#566070"
LINE = "#dfe2e6"
NEUTRAL = "#6f7b8a"
CLEAR = "rgba(0,0,0,0)"
ACCENT = "#0b5c6b"
WARNING = "#8a5312"


def country_colour(order: int) -> str:
    """Return the colour of the state at position `order` (from 0) in the fixed order of columns."""
    return COUNTRY_COLOURS[order % len(COUNTRY_COLOURS)]


def pale(colour: str) -> str:
    """Return a colour `#rrggbb` mixed with much white: for files without opacity."""
    return mixed(colour, "#ffffff", 0.16)


def mixed(colour: str, ground: str, share: float) -> str:
    """Return a colour `#rrggbb` mixed with another one, of which it has the `share`, 0 to 1."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return "#" + "".join(f"{round(below - (below - part) * share):02x}" for part, below in pairs)


def tint(colour: str, share: float) -> str:
    """Return a colour `#rrggbb` with the opacity `share`, 0 to 1."""
    red, green, blue = _parts(colour)
    return f"rgba({red},{green},{blue},{share})"


def is_dark(colour: str) -> bool:
    """Return whether white words are read better on a colour `#rrggbb` than dark ones; any other form is not dark."""
    if len(colour) != len("#rrggbb"):
        return False
    red, green, blue = _parts(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 128


def _parts(colour: str) -> list[int]:
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
