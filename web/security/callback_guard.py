"""Which callbacks Dash's script may call: the callbacks that there are, by their own inputs, with short texts.

The body of a callback is typed by whoever sends it. Anything but what our own pages send is answered with 400 here,
before Dash reads it.
"""

from typing import Any

from dash import Dash
from flask import abort, request
from werkzeug.exceptions import BadRequest

ENDPOINT = "/_dash-update-component"
BODY_BYTES, LONGEST = 64 * 1024, 4000


def register(app: Dash) -> None:
    """Check every request for a callback before Dash reads it."""
    app.server.before_request(lambda: _check(app))


def _check(app: Dash) -> None:
    if request.endpoint == ENDPOINT and request.method == "POST":
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
    callback = app.callback_map.get(body["output"])
    if callback is None or "callback" not in callback:
        return False
    wanted = [_place(each) for each in callback["inputs"]]
    outputs = callback["output"] if isinstance(callback["output"], (list, tuple)) else [callback["output"]]
    produced = [(each.component_id, each.component_property) for each in outputs]
    # a callback with one output names it without a list
    given = body.get("outputs")
    return (
        _places(body.get("inputs")) == wanted
        and _places([given] if isinstance(given, dict) else given, valued=False) == produced
        and _changed(body.get("changedPropIds"), wanted)
        and not body.get("state")
    )


def _places(given: object, *, valued: bool = True) -> list[Any] | None:
    """Return the ids and properties that are named; None where anything about them is unusual."""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        return None
    if valued and not all(_is_text(each) for each in given):
        return None
    return [_place(each) for each in given]


def _is_text(each: dict[str, Any]) -> bool:
    value = each.get("value")
    rooted = each.get("property") != "pathname" or (isinstance(value, str) and value.startswith("/"))
    return rooted and isinstance(value, str) and len(value) <= LONGEST


def _place(each: dict[str, Any]) -> tuple[object, object]:
    return each.get("id"), each.get("property")


def _changed(given: object, wanted: list[Any]) -> bool:
    names = {f"{name}.{prop}" for name, prop in wanted}
    return isinstance(given, list) and all(isinstance(each, str) and each in names for each in given)
