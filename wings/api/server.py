"""The API as a part of the Flask server, and its description."""

from functools import cache
from typing import Any

import orjson
from flask import Flask, Response, request
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI

from wings.api import problems
from wings.api.addresses import blueprint
from wings.api.wing import DESCRIPTION

_ALLOWED = "GET, HEAD, OPTIONS"
_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
_WORDS = (
    "Figures, statements and progress with their sources. Read only. Every answer names its release and day; "
    "an ETag sent back as If-None-Match gives 304. Filters may be repeated or comma separated. "
    "States are always in the same order, and nothing orders them by value."
)


def register(server: Flask) -> None:
    """Add the API to `server`, which has the service in `config["SERVICE"]`."""
    server.register_blueprint(blueprint)
    server.after_request(_open_to_other_sites)
    # The blueprint asks its server for this when parameters do not fit.
    server.validation_error_callback = problems.of_validation  # type: ignore[attr-defined]
    server.add_url_rule(DESCRIPTION, "api_description", _description)
    for rule in ("/api", "/api/", "/api/<path:rest>"):
        server.add_url_rule(rule, "api_unknown", _unknown, methods=_METHODS, provide_automatic_options=False)


@cache
def describe() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document, made by a separate application that serves no requests."""
    describer = OpenAPI(
        __name__,
        info=Info(title="Bukhara Monitor", version="1.0.0", description=_WORDS),
        security_schemes={},
        validation_error_status=400,
        validation_error_model=problems.Problem,
        doc_ui=False,
        static_folder=None,
    )
    describer.register_api(blueprint)
    document: dict[str, Any] = describer.api_doc
    return document


def _open_to_other_sites(response: Response) -> Response:
    """Let the script of any page read what the API answers to everybody; a browser sends it no cookie of ours."""
    is_data = request.blueprint == blueprint.name or request.path == DESCRIPTION
    if is_data and request.method in ("GET", "HEAD") and response.status_code in (200, 304):
        response.headers["Access-Control-Allow-Origin"] = "*"
    if is_data and request.method == "OPTIONS":
        response.headers["Allow"] = _ALLOWED
    return response


def _description() -> Response:
    document = {**describe(), "servers": [{"url": request.script_root or "/"}]}
    answer = Response(orjson.dumps(document), mimetype="application/json")
    answer.headers["Cache-Control"] = "no-cache"
    answer.add_etag(weak=True)
    answer.make_conditional(request)
    return answer


def _unknown(**_rest: str) -> Response:
    if request.path in {*describe()["paths"], DESCRIPTION}:
        answer = problems.problem(405, "The API is read only.")
        answer.headers["Allow"] = _ALLOWED
        return answer
    return problems.problem(404, f"The addresses of the API are described at {request.script_root}{DESCRIPTION}.")
