"""Colours and shapes: one per state by its fixed place, one per status; at least 3:1 on white and on the dark page."""

from __future__ import annotations

from bukhara.model.codes import Status

COUNTRY_COLOURS = ("#1f77b4", "#c2571a", "#16876a", "#b0559c", "#8a7a12")
INK = "#1c2430"
SOFT = "#566070"
LINE = "#dfe2e6"
NEUTRAL = "#6f7b8a"

STATUS_COLOURS = {
    Status.IN_PLACE: "#1b8270",
    Status.UNDER_WAY: "#4b7fc4",
    Status.PLANNED: "#76808f",
    Status.CHALLENGE: "#b0701f",
    Status.CONTINUING: "#7d6bc4",
    Status.NOT_ASKED: "#7f8894",
}


def country_colour(order: int) -> str:
    """Return the colour of the state that stands at place `order` (0-4) in the fixed columns."""
    return COUNTRY_COLOURS[order % len(COUNTRY_COLOURS)]
