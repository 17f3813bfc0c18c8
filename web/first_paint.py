"""A page's components as plain HTML: read before the scripts have arrived, and without them.

It knows a closed list of components and writes each as React draws it; of any other it writes the children.
"""

import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

import dash_bootstrap_components as dbc
from dash import dcc
from dash.development.base_component import Component
from markupsafe import Markup, escape

from web.components.fields import Field
from web.components.svg import Svg
from web.fragment import Fragment

_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_NAMES = {"className": "class", "htmlFor": "for", "acceptCharset": "accept-charset", "httpEquiv": "http-equiv"}
_WITHOUT_EFFECT = ("children", "key", "n_clicks", "n_clicks_timestamp", "disable_n_clicks")
_PREFIXES = ("aria-", "data-")
_TRUE_OR_FALSE = (*_PREFIXES, "contentEditable", "draggable", "spellCheck")
_WITHOUT_UNIT = (
    "columnCount",
    "flex",
    "flexGrow",
    "flexShrink",
    "fontWeight",
    "lineHeight",
    "opacity",
    "order",
    "zIndex",
)
_OF_CONTROLS = ("id", "type", "name", "value", "placeholder", "disabled", "required", "min", "max", "step", "style")
_ADDRESSES = ("action", "data", "formAction", "href", "src")
_RUNS = re.compile(r"^[\W_]*(javascript|vbscript|data)\W*:", re.IGNORECASE)
_LOG = logging.getLogger(__name__)


def to_html(node: Any) -> Markup:
    """Return the HTML of a component tree."""
    if isinstance(node, (list, tuple)):
        return Markup("").join(to_html(child) for child in node)
    if isinstance(node, Component):
        return _component(node)
    return Markup("") if node is None or isinstance(node, bool) else escape(str(node))


def _component(node: Component) -> Markup:
    written = node.to_plotly_json()
    # Dash has names with a prefix in another order in each process
    props = dict(sorted(written["props"].items(), key=lambda each: each[0] if each[0].startswith(_PREFIXES) else ""))
    if type(node) in _KINDS:
        return _KINDS[type(node)](props)
    if written["namespace"] == "dash_html_components":
        return _element(written["type"].removesuffix("El").lower(), props)
    _LOG.warning("web/first_paint.py does not know %s: its children alone are shown at first", written["type"])
    return to_html(props.get("children"))


def _element(tag: str, props: Mapping[str, Any], inside: Markup | None = None) -> Markup:
    drawn = "".join(_attribute(tag, *each) for each in props.items() if each[0] not in _WITHOUT_EFFECT)
    children = to_html(props.get("children")) if inside is None else inside
    # names are those of properties; values and children are escaped
    return Markup(f"<{tag}{drawn}>" if tag in _VOID else f"<{tag}{drawn}>{children}</{tag}>")  # noqa: S704


def _attribute(tag: str, name: str, value: Any) -> str:
    if isinstance(value, bool) and name.startswith(_TRUE_OR_FALSE):
        value = str(value).lower()
    # an id of several parts belongs to a callback: no link leads to it
    if value is None or value is False or (name == "id" and not isinstance(value, str)):
        return ""
    if name == "style":
        value = ";".join(f"{_css_name(each)}:{_css_value(each, v)}" for each, v in value.items() if v is not None)
    if name in _ADDRESSES and tag != "img" and _RUNS.match(re.sub(r"[\x00-\x20]", "", str(value))):
        value = "about:blank"
    return f' {_NAMES.get(name, name.lower())}="{"" if value is True else escape(str(value))}"'


def _css_name(name: str) -> str:
    return name if name.startswith("--") else re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def _css_value(name: str, value: Any) -> str:
    has_unit = isinstance(value, str) or value == 0 or name in _WITHOUT_UNIT or name.startswith("--")
    return str(value) if has_unit else f"{value}px"


def _fragment(props: Mapping[str, Any]) -> Markup:
    return _element("div", {"className": props["className"] or None}, Markup(props["html"]))  # noqa: S704


def _svg(props: Mapping[str, Any]) -> Markup:
    """Return a drawing; its shapes are markup already."""
    drawn = '<svg class="{}" viewBox="{}" aria-hidden="true">{}</svg>'
    return Markup(drawn).format(props["className"], props["viewBox"], Markup(props["shapes"]))  # noqa: S704


def _field(props: Mapping[str, Any]) -> Markup:
    return _element("input", props["attributes"])


def _select(props: Mapping[str, Any]) -> Markup:
    chosen = str(props.get("value"))
    options = [each if isinstance(each, dict) else {"label": each, "value": each} for each in props["options"]]
    inside = [_option(str(each["value"]), str(each["label"]), chosen) for each in options]
    selected = "" if any(str(each["value"]) == chosen for each in options) else " selected"
    drawn = f'<option value="" disabled hidden{selected}></option>{"".join(inside)}'
    return _control("select", "form-select", {**props, "value": None}, Markup(drawn))  # noqa: S704


def _option(value: str, label: str, chosen: str) -> str:
    return f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'


def _input(props: Mapping[str, Any]) -> Markup:
    return _control("input", "form-control", {"step": "any", **props})


def _control(tag: str, look: str, props: Mapping[str, Any], inside: Markup | None = None) -> Markup:
    own = {"className": f"{props.get('className', '')} {look}".strip()}
    return _element(tag, own | {name: props[name] for name in _OF_CONTROLS if name in props}, inside)


def _graph(props: Mapping[str, Any]) -> Markup:
    """Return the place of a chart that plotly will draw."""
    return _element("div", {"id": props.get("id"), "className": "dash-graph", "style": props.get("style")})


_KINDS: dict[type, Callable[[Mapping[str, Any]], Markup]] = {
    Fragment: _fragment,
    Svg: _svg,
    Field: _field,
    dbc.Select: _select,
    dbc.Input: _input,
    dcc.Graph: _graph,
    dcc.Store: lambda _: Markup(),
}
