"""Colours of states and statuses; each has a contrast of at least 3:1 on the light and on the dark page."""

from bukhara.model.codes import Status

COUNTRY_COLOURS = ("#1f77b4", "#c2571a", "#16876a", "#b0559c", "#8a7a12")
INK = "#1c2430"
SOFT = "#566070"
LINE = "#dfe2e6"
NEUTRAL = "#6f7b8a"
CLEAR = "rgba(0,0,0,0)"

STATUS_COLOURS = {
    Status.IN_PLACE: "#1b8270",
    Status.UNDER_WAY: "#4b7fc4",
    Status.PLANNED: "#76808f",
    Status.CHALLENGE: "#b0701f",
    Status.CONTINUING: "#7d6bc4",
    Status.NOT_ASKED: "#7f8894",
}


def country_colour(order: int) -> str:
    """Return the colour of the state at position `order` (from 0) in the fixed order of columns."""
    return COUNTRY_COLOURS[order % len(COUNTRY_COLOURS)]


def tint(colour: str, share: float) -> str:
    """Return a colour `#rrggbb` with the opacity `share`, 0 to 1."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
