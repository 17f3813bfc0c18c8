"""Which callbacks Dash's script may call: those that there are, by their own inputs, with values that they take.

The body of a callback is typed by whoever sends it. Where the function of a callback has annotations, its values are
of these types. Anything but what our own pages send is answered with 400 here, before Dash reads it.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from dash import Dash
from flask import abort, request
from pydantic import TypeAdapter, ValidationError
from werkzeug.exceptions import BadRequest

from web.dash_internals import CALLBACK, ROUTER, Place, callback_of

BODY_BYTES, TEXT_BYTES, LARGEST, DEPTH = 64 * 1024, 4000, 2**53, 8
"""Limits of a body, of a text in it, of a number, and of lists and dictionaries within one another."""
WILDCARDS = (["MATCH"], ["ALL"], ["ALLSMALLER"])


def register(app: Dash) -> None:
    """Check every request for a callback before Dash reads it."""
    app.server.before_request(lambda: _check(app))


def _check(app: Dash) -> None:
    if request.endpoint == CALLBACK and request.method == "POST":
        request.max_content_length = BODY_BYTES
        if not _known(app, _body()):
            abort(400)


def _body() -> object:
    try:
        return request.get_json()
    except RecursionError as error:
        raise BadRequest from error


def _known(app: Dash, body: object) -> bool:
    """Return whether the body names a callback and brings it what it takes, and nothing else."""
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    callback = callback_of(app, body["output"])
    if callback is None:
        return False
    inputs: Any = body.get("inputs")
    states: Any = body.get("state", [])
    outputs = body.get("outputs")
    # a callback with one output names it without a list
    return (
        _are(inputs, callback.inputs)
        and _are(states, callback.states)
        and _are(outputs if callback.is_multiple else [outputs], callback.outputs)
        and _changed(body.get("changedPropIds"), inputs)
        and all(_takes(callback.types.get(n), _value(each)) for n, each in enumerate([*inputs, *states]))
    )


def _are(given: object, wanted: tuple[Place, ...]) -> bool:
    """Return whether these are the wanted places, in their order."""
    return isinstance(given, list) and len(given) == len(wanted) and all(map(_is, given, wanted))


def _is(given: object, wanted: Place) -> bool:
    name = wanted[0]
    if isinstance(name, dict) and any(part in WILDCARDS[1:] for part in name.values()):
        return isinstance(given, list) and all(_is_one(each, wanted) for each in given)
    return _is_one(given, wanted)


def _is_one(given: object, wanted: Place) -> bool:
    if not isinstance(given, dict) or not isinstance(given.get("property"), str):
        return False
    # an output that several callbacks have is told apart after an @
    same = given["property"].partition("@")[0] == wanted[1]
    return same and _is_named(given.get("id"), wanted[0]) and _is_sound(given)


def _is_named(given: object, wanted: Any) -> bool:
    if not isinstance(wanted, dict) or not isinstance(given, dict):
        return bool(given == wanted)
    return given.keys() == wanted.keys() and all(
        isinstance(given[key], (str, int, float)) and _is_plain(given[key]) if part in WILDCARDS else given[key] == part
        for key, part in wanted.items()
    )


def _is_sound(given: dict[str, Any]) -> bool:
    value = given.get("value")
    if given["id"] == ROUTER:
        return isinstance(value, str) and _is_plain(value) and (given["property"] != "pathname" or value[:1] == "/")
    return _is_plain(value)


def _is_plain(value: object, depth: int = DEPTH) -> bool:
    """Return whether a value is nothing, true, false, a number, a text, or a list or dictionary of these."""
    if isinstance(value, str):
        return _is_text(value)
    if isinstance(value, (int, float)):
        return abs(value) <= LARGEST  # which not-a-number is not
    if isinstance(value, dict):
        value = [*value, *value.values()]
    return value is None or (isinstance(value, list) and depth > 0 and all(_is_plain(v, depth - 1) for v in value))


def _is_text(value: str) -> bool:
    try:
        return len(value.encode()) <= TEXT_BYTES
    except UnicodeEncodeError:  # half of a pair of surrogates
        return False


def _value(given: Any) -> object:
    return [each.get("value") for each in given] if isinstance(given, list) else given.get("value")


def _takes(wanted: Any, value: object) -> bool:
    """Return whether a value is of the type that the function of the callback names, if it names one."""
    if wanted is None:
        return True
    try:
        _adapter(wanted).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


@cache
def _adapter(wanted: Any) -> TypeAdapter[Any]:
    return TypeAdapter(wanted)


def _changed(given: object, inputs: Any) -> bool:
    names = {f"{_name(each['id'])}.{each['property']}" for each in _each(inputs)}
    return isinstance(given, list) and all(isinstance(each, str) and each in names for each in given)


def _each(given: list[Any]) -> Iterator[dict[str, Any]]:
    for each in given:
        yield from each if isinstance(each, list) else [each]


def _name(given: Any) -> str:
    """Return an id as Dash's script writes it."""
    if isinstance(given, str):
        return given
    return json.dumps(given, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
