"""A page's components as plain HTML: read before the scripts have arrived, and without them."""

from collections.abc import Callable
from typing import Any

import dash_bootstrap_components as dbc
from dash.development.base_component import Component
from markupsafe import Markup, escape

from web.fragment import Fragment


def to_html(node: Any) -> Markup:
    """Return the HTML of a component tree."""
    if isinstance(node, (list, tuple)):
        return Markup("").join(to_html(child) for child in node)
    for kind, draw_kind in _KINDS.items():
        if isinstance(node, kind):
            return draw_kind(node)
    return Markup("") if node is None else escape(str(node))


def _fragment(node: Fragment) -> Markup:
    return Markup('<div class="{}">{}</div>').format(node.className, Markup(node.html))  # noqa: S704


def _select(node: Any) -> Markup:
    selected = Markup(" selected")
    options = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            o["value"], selected if o["value"] == node.value else "", o["label"]
        )
        for o in node.options
    )
    return Markup('<select class="form-select" name="{}">{}</select>').format(node.name, options)


def _input(node: Any) -> Markup:
    return Markup('<input type="{}" name="{}" value="{}">').format(node.type, node.name, node.value)


def _element(node: Any) -> Markup:
    tag = type(node).__name__.lower()
    names = {"className": "class", "htmlFor": "for"}
    kept = {
        names.get(name, name): getattr(node, name)
        for name in node.available_properties
        if name not in ("children", "style") and isinstance(getattr(node, name, None), str)
    }
    kept |= {n: v for n, v in vars(node).items() if n.startswith(("data-", "aria-"))}
    attributes = Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in kept.items())
    return Markup("<{0}{1}>{2}</{0}>").format(
        Markup(tag),  # noqa: S704  (a class name of dash.html)
        attributes,
        to_html(getattr(node, "children", None)),
    )


_KINDS: dict[type, Callable[[Any], Markup]] = {
    Fragment: _fragment,
    dbc.Select: _select,
    dbc.Input: _input,
    Component: _element,
}
