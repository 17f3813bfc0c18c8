"""Server-made HTML as one Dash component: a table of a thousand cells costs one component, not a thousand."""

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup

from web.dash_internals import OwnComponent


class Fragment(OwnComponent):
    """Escaped HTML from a Jinja template, put into the page as it is (drawn by assets/client/)."""

    html: str
    className: str  # noqa: N815  (the name of the property in the browser)

    def __init__(self, html: Markup, class_name: str = "") -> None:
        """Take only `Markup`: text that never went through the template engine is refused."""
        if not isinstance(html, Markup):
            raise TypeError("a fragment takes markup made by a template")
        super().__init__(html=str(html), className=class_name)


def has_attribute(part: Any, name: str, value: str = "") -> bool:
    """Return whether components have an attribute anywhere, with this value if one is given."""
    if isinstance(part, (list, tuple)):
        return any(has_attribute(each, name, value) for each in part)
    if isinstance(part, Fragment):
        return (f'{name}="{value}"' if value else f'{name}="') in part.html
    if not isinstance(part, Component):
        return False
    own = vars(part)
    return (name in own and value in ("", own[name])) or has_attribute(own.get("children"), name, value)
