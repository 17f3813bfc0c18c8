"""Server-made HTML as one Dash component: a table of a thousand cells costs one component, not a thousand."""

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup


class Fragment(Component):
    """Escaped HTML from a Jinja template, put into the page as it is (drawn by assets/client/)."""

    html: str
    className: str  # noqa: N815  (the name of the property in the browser)
    _namespace = "bukhara"
    _type = "Fragment"
    _prop_names: list[str] = ["html", "className"]  # noqa: RUF012  (Dash's own protocol)
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    _children_props: list[str] = []  # noqa: RUF012
    _base_nodes: list[str] = []  # noqa: RUF012
    available_properties: list[str] = ["html", "className"]  # noqa: RUF012
    available_wildcard_properties: list[str] = []  # noqa: RUF012

    def __init__(self, html: Markup, class_name: str = "") -> None:
        """Take only `Markup`: text that never went through the template engine is refused."""
        if not isinstance(html, Markup):
            raise TypeError("a fragment takes markup made by a template")
        props: dict[str, Any] = {"html": str(html), "className": class_name}
        super().__init__(**props)  # type: ignore[no-untyped-call]
