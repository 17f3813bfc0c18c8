"""Fields of plain forms: Dash's own have no place for a name that is read out, and its `html` has no input."""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from web.dash_internals import OwnComponent


class Field(OwnComponent):
    """An `<input>` that no callback reads (drawn by assets/client/dash.js); attributes have the names of React."""

    attributes: dict[str, Any]

    def __init__(self, **attributes: Any) -> None:
        """Take the attributes of the field: `value` and `checked` are what it has at first."""
        super().__init__(attributes=attributes)


def hidden(values: Mapping[str, str], *, keeps_empty: bool = False) -> list[Component]:
    """Return what a form sends beside what is typed or chosen; empty values only where it `keeps_empty`."""
    return [Field(type="hidden", name=name, value=value) for name, value in values.items() if value or keeps_empty]


def check_box(name: str, value: str, text: Any, *, is_checked: bool) -> Component:
    """Return a box to tick with its name."""
    box = Field(type="checkbox", name=name, value=value, checked=is_checked, className="form-check-input")
    return html.Label([box, " ", text], className="form-check")
