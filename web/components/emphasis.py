"""What a mark is about, so that it is brought out with all that is about the same, and the choice of states."""

from typing import Any, Literal

from dash import html
from dash.development.base_component import Component

from web.choices import choice_of, toggled
from web.parameters import STATES
from web.request import PageRequest

Kind = Literal["", "state", "theme"]


def about(page_request: PageRequest, *, state: str = "", theme: str = "", pointed: Kind = "") -> dict[str, Any]:
    """Return the attributes of a part that is about a state or a theme.

    Where it is pointed at or focused, all that is about the same state or theme is brought out: `pointed` says which.
    """
    codes = [country.code for country in page_request.snapshot.framework.countries]
    found: dict[str, Any] = {"data-state": str(codes.index(state))} if state in codes else {}
    found |= {"data-theme": theme} if theme else {}
    return found | ({"data-pointed": pointed} if f"data-{pointed}" in found else {})


def state_toggle(page_request: PageRequest, code: str, name: str) -> Component:
    """Return the link that chooses a state besides those that are, or no longer."""
    said = page_request.words("Bring out {country}", country=name)
    named: Any = {"data-choose": code, "aria-label": said}
    if code in choice_of(page_request).countries:
        named["aria-current"] = "true"
    return html.A("", href=toggled(page_request, code), className="choose", title=said, **named)


def all_states(page_request: PageRequest) -> Component:
    """Return the link that chooses no state; it is shown where some are chosen."""
    named: Any = {"data-choose": ""}
    return html.A(
        page_request.words("All states"), href=page_request.here(**{STATES: ""}), className="choose-all", **named
    )
