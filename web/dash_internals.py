"""Names of Dash that are not public, here alone; tests/project/test_library_internals.py checks each."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache, wraps
from inspect import signature
from typing import Any, get_type_hints

from dash import Dash, html, page_registry
from dash.development.base_component import Component

from web.addresses import address_of, path_of

SUITES = "/_dash-component-suites/"
SUITE_FILE = f"{SUITES}<string:package_name>/<path:fingerprinted_path>"
LAYOUT, DEPENDENCIES = "/_dash-layout", "/_dash-dependencies"
CALLBACK = "/_dash-update-component"
PAGES = ("/", "/<path:path>")
ENDPOINTS = {
    "/": "/",
    "/<path:path>": "/<page>",
    LAYOUT: LAYOUT,
    DEPENDENCIES: DEPENDENCIES,
    CALLBACK: CALLBACK,
    SUITE_FILE: f"{SUITES}<file>",
    "/_reload-hash": "/_reload-hash",
    "/_favicon.ico": "/_favicon.ico",
    "_dash_assets.static": "/assets/<file>",
}
"""The endpoints of Dash, with their addresses as docs/permissions.md has them."""
ROUTER = "_pages_location"
"""The id of the component in which Dash keeps the address."""
ENTRY = 'id="react-entry-point"'
_PAGE = ".._pages_content.children..._pages_store.data.."
"""The callback that draws the page at an address."""
_NEEDLESS = re.compile(r'<script src="[^"]*/(?:polyfill@|dash_table/bundle)[^"]*"></script>\n?')
"""Scripts of Dash that no page needs: for browsers of before 2018, in which Bootstrap 5.3 does not work either (33 kB),
and its old table (9 kB)."""

PAGE_LOAD = re.compile(r'"end_id":"[^"]*"')
"""A token of one page load, to which Dash binds background callbacks. There are none, and a page is for everybody."""

Place = tuple[Any, str]
"""The id of a component, text or a dictionary, and a property of it."""


@dataclass(frozen=True, slots=True)
class Callback:
    """What a callback reads and changes; a wildcard in an id is a list like ["MATCH"].

    Attributes:
        inputs: what it reads and what calls it.
        states: what it reads.
        outputs: what it changes.
        is_multiple: whether it returns one value for each output.
        types: the annotation of the argument at a position among inputs and states, where there is one.
    """

    inputs: tuple[Place, ...]
    states: tuple[Place, ...]
    outputs: tuple[Place, ...]
    is_multiple: bool
    types: Mapping[int, Any]


def page_of(path: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the entry of the page at a path, empty without one, and the variables of the path."""
    for entry in page_registry.values():
        shape = re.sub("<(.*?)>", r"(?P<\1>.*)", (entry["path_template"] or entry["path"]).strip("/"))
        if found := re.fullmatch(shape, path.strip("/"), re.DOTALL):
            return entry, found.groupdict()
    return {}, {}


def page_callback(path: str, search: str) -> dict[str, Any]:
    """Return what Dash's script sends when it asks for the page at an address."""
    place = (("pathname", address_of(path)), ("search", search))
    return {
        "output": _PAGE,
        "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
        "inputs": [{"id": ROUTER, "property": name, "value": value} for name, value in place],
        "changedPropIds": [f"{ROUTER}.{name}" for name, _ in place],
    }


def address_in(body: Any) -> tuple[str, str]:
    """Return the path and the search that a callback asks a page for; empty for every other callback."""
    if not isinstance(body, dict) or body.get("output") != _PAGE:
        return "", ""
    path, search = (each["value"] for each in body["inputs"])
    return (path_of(path), search or "") if isinstance(path, str) and isinstance(search, str | None) else ("", "")


def callback_of(app: Dash, output: str) -> Callback | None:
    """Return the callback with this output; None where there is none, or where it runs in the browser alone."""
    found = app.callback_map.get(output, {})
    if "callback" not in found:
        return None
    is_multiple = isinstance(found["output"], (list, tuple))
    outputs = found["output"] if is_multiple else [found["output"]]
    return Callback(
        inputs=tuple(map(_place, found["inputs"])),
        states=tuple(map(_place, found["state"])),
        outputs=tuple(_place(each.to_dict()) for each in outputs),
        is_multiple=is_multiple,
        types=_types(found["callback"], found["inputs_state_indices"]),
    )


def _place(given: Mapping[str, str]) -> Place:
    name = given["id"]
    return json.loads(name) if name.startswith("{") else name, given["property"]


def _types(function: Callable[..., Any], indices: Any) -> dict[int, Any]:
    hints, names = get_type_hints(function), signature(function).parameters
    listed = [indices] if isinstance(indices, int) else indices
    places = listed.items() if isinstance(listed, dict) else zip(names, listed, strict=False)
    return {index: hints[name] for name, index in places if name in hints and isinstance(index, int)}


def asked_ahead() -> str:
    """Return links by which Dash's first two requests are under way while its scripts are read."""
    asked = map(address_of, (LAYOUT, DEPENDENCIES))
    return "".join(f'<link rel="preload" as="fetch" crossorigin href="{each}">' for each in asked)


def hidden(app_entry: str) -> str:
    """Return Dash's entry point hidden: what the server drew is shown until Dash has drawn."""
    return app_entry.replace(ENTRY, f"{ENTRY} hidden", 1)


def for_every_load(config: str) -> str:
    """Return Dash's configuration without the token of one page load: the same page has the same bytes."""
    return PAGE_LOAD.sub('"end_id":""', config, count=1)


def needed(scripts: str) -> str:
    """Return Dash's scripts without those that no page needs."""
    return _NEEDLESS.sub("", scripts)


class OwnComponent(Component):
    """A component that our own script draws; its properties are the annotations of the class."""

    _namespace = "bukhara"
    _valid_wildcard_attributes: list[str] = []  # noqa: RUF012
    available_properties: list[str]
    available_wildcard_properties: list[str] = []  # noqa: RUF012

    def __init_subclass__(cls) -> None:
        """Name the component and its properties as Dash wants them."""
        super().__init_subclass__()
        cls._type = cls.__name__
        cls._prop_names = cls.available_properties = list(cls.__annotations__)

    def __init__(self, **properties: Any) -> None:
        """Take the properties, whose names and types the constructor of the class has checked."""
        vars(self).update(properties)


_BESIDE_PROPERTIES = {
    "_prop_names",
    "_valid_wildcard_attributes",
    "available_properties",
    "available_wildcard_properties",
}


def _make_quickly(kind: type[Component]) -> None:
    """Let an element of `dash.html` be made of what it is given; Dash's own constructor gets what looks wrong.

    That one lists the properties of its class anew and words an error for each argument: 6 µs against 1 (decision 82).
    """
    checked: Callable[..., None] = kind.__init__
    model = kind()
    names = frozenset(model._prop_names)
    for name in _BESIDE_PROPERTIES:
        setattr(kind, name, getattr(model, name))

    @wraps(checked)
    def make(self: Component, children: Any = None, *others: Any, **given: Any) -> None:
        if others or not all(_is_usual(name, value, names) for name, value in given.items()):
            checked(self, children, *others, **given)
        else:
            vars(self).update(given, children=children)

    kind.__init__ = make  # type: ignore[method-assign]


def _is_usual(name: str, value: Any, names: Collection[str]) -> bool:
    types = str if name == "id" else (str, int, float, dict, list, tuple, type(None))
    return isinstance(value, types) and (name in names or name.startswith(("aria-", "data-")))


for _kind in vars(html).values():
    if isinstance(_kind, type) and issubclass(_kind, Component):
        _make_quickly(_kind)


_IN_ORDER: dict[tuple[Any, ...], tuple[str, ...]] = {}


def properties_of(component: Component) -> dict[str, Any]:
    """Return the properties that a component was given, in the order of its class, then those with a prefix by name.

    `to_plotly_json` asks each component for every property that its class could have.
    """
    given = vars(component)
    key = type(component), *given
    if key not in _IN_ORDER:
        order = {name: place for place, name in enumerate(component._prop_names)}
        names = given.keys() - _BESIDE_PROPERTIES
        _IN_ORDER[key] = tuple(sorted(names, key=lambda name: (order.get(name, len(order)), name)))
    return {name: given[name] for name in _IN_ORDER[key]}


@cache
def tag_of(kind: type[Component]) -> str:
    """Return the tag of an element of `dash.html`; empty for any other component."""
    return kind._type.removesuffix("El").lower() if kind._namespace == "dash_html_components" else ""
