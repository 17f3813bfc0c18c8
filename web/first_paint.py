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

from bukhara.i18n.words import Foreign
from web.components.fields import Field
from web.components.svg import Svg
from web.dash_internals import properties_of, tag_of
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
_BLANKS = re.compile(r"[\x00-\x20]")
_LOG = logging.getLogger(__name__)


def to_html(node: Any) -> Markup:
    """Return the HTML of a component tree."""
    # names are those of properties; values and text are escaped
    return Markup(_html(node))  # noqa: S704


def _html(node: Any) -> str:
    if isinstance(node, Foreign):
        return f'<span lang="{node.lang}">{escape(str(node))}</span>'
    if isinstance(node, str):
        return escape(str(node))
    if isinstance(node, (list, tuple)):
        return "".join(map(_html, node))
    if isinstance(node, Component):
        return _component(node)
    return "" if node is None or isinstance(node, bool) else escape(str(node))


def _component(node: Component) -> str:
    props = properties_of(node)
    if type(node) in _KINDS:
        return _KINDS[type(node)](props)
    if tag := tag_of(type(node)):
        return _element(tag, props)
    _LOG.warning("web/first_paint.py does not know %s: its children alone are shown at first", type(node).__name__)
    return _html(props.get("children"))


def _element(tag: str, props: Mapping[str, Any], inside: str | None = None) -> str:
    only = props.get("children")
    if isinstance(only, Foreign):
        props = {"lang": only.lang, **props, "children": str(only)}
    drawn = "".join([_attribute(tag, *each) for each in props.items() if each[0] not in _WITHOUT_EFFECT])
    children = _html(props.get("children")) if inside is None else inside
    return f"<{tag}{drawn}>" if tag in _VOID else f"<{tag}{drawn}>{children}</{tag}>"


def _attribute(tag: str, name: str, value: Any) -> str:
    if isinstance(value, bool) and name.startswith(_TRUE_OR_FALSE):
        value = str(value).lower()
    # an id of several parts belongs to a callback: no link leads to it
    if value is None or value is False or (name == "id" and not isinstance(value, str)):
        return ""
    if name == "style":
        value = ";".join(f"{_css_name(each)}:{_css_value(each, v)}" for each, v in value.items() if v is not None)
    if name in _ADDRESSES and ":" in str(value) and tag != "img" and _RUNS.match(_BLANKS.sub("", str(value))):
        value = "about:blank"
    return f' {_NAMES.get(name, name.lower())}="{"" if value is True else escape(str(value))}"'


def _css_name(name: str) -> str:
    return name if name.startswith("--") else re.sub("[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def _css_value(name: str, value: Any) -> str:
    has_unit = isinstance(value, str) or value == 0 or name in _WITHOUT_UNIT or name.startswith("--")
    return str(value) if has_unit else f"{value}px"


def _svg(props: Mapping[str, Any]) -> str:
    """Return a drawing; its shapes are markup already."""
    look, box = escape(props["className"]), escape(props["viewBox"])
    return f'<svg class="{look}" viewBox="{box}" aria-hidden="true">{props["shapes"]}</svg>'


def _field(props: Mapping[str, Any]) -> str:
    return _element("input", props["attributes"])


def _select(props: Mapping[str, Any]) -> str:
    chosen = str(props.get("value"))
    options = [each if isinstance(each, dict) else {"label": each, "value": each} for each in props["options"]]
    inside = [_option(str(each["value"]), str(each["label"]), chosen) for each in options]
    selected = "" if any(str(each["value"]) == chosen for each in options) else " selected"
    drawn = f'<option value="" disabled hidden{selected}></option>{"".join(inside)}'
    return _control("select", "form-select", {**props, "value": None}, drawn)


def _option(value: str, label: str, chosen: str) -> str:
    return f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(label)}</option>'


def _control(tag: str, look: str, props: Mapping[str, Any], inside: str | None = None) -> str:
    own = {"className": f"{props.get('className', '')} {look}".strip()}
    return _element(tag, own | {name: props[name] for name in _OF_CONTROLS if name in props}, inside)


def _graph(props: Mapping[str, Any]) -> str:
    """Return the place of a chart that plotly will draw."""
    return _element("div", {"id": props.get("id"), "className": "dash-graph", "style": props.get("style")})


_KINDS: dict[type, Callable[[Mapping[str, Any]], str]] = {
    Fragment: lambda props: _element("div", {"className": props["className"] or None}, props["html"]),
    Svg: _svg,
    Field: _field,
    dbc.Select: _select,
    dbc.Input: lambda props: _control("input", "form-control", {"step": "any", **props}),
    dcc.Graph: _graph,
    dcc.Store: lambda _: "",
}
