"""Errors of requests, as RFC 9457 problem details that name the parameter."""

from collections.abc import Iterable
from http import HTTPStatus

from flask import Response, request
from pydantic import BaseModel, Field, ValidationError
from werkzeug.exceptions import HTTPException

from bukhara.errors import CodeUnknown
from wings.api.parameters import COUNTRIES

MEDIA_TYPE = "application/problem+json"
_LONGEST = 80  # characters of a stranger's parameter that are repeated


class InvalidParameter(BaseModel):
    """One parameter and what is wrong with it."""

    parameter: str
    detail: str


class Problem(BaseModel):
    """Problem details (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    instance: str = ""
    errors: list[InvalidParameter] = Field(default_factory=list)


def problem(status: int, detail: str = "", errors: Iterable[InvalidParameter] = ()) -> Response:
    """Return the answer for a status, with a sentence and the invalid parameters."""
    document = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        instance=request.script_root + request.path,
        errors=list(errors),
    )
    answer = Response(document.model_dump_json(exclude_defaults=False), status, mimetype=MEDIA_TYPE)
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def of_validation(error: ValidationError) -> Response:
    """Return 400 for parameters that do not have the described form."""
    return _bad_request([_invalid(str(e["loc"][0]), e["type"], e["msg"]) for e in error.errors()])


def of_parameter(error: CodeUnknown) -> Response:
    """Return 400 for a value that the release does not have, with the name that the request has for it."""
    name = COUNTRIES if error.parameter == "country" else error.parameter
    return _bad_request([InvalidParameter(parameter=name, detail=str(error))])


def of_http(error: HTTPException) -> Response:
    """Return the problem for an error that Flask raised; an answer that is a problem already is unchanged."""
    if isinstance(error.response, Response):
        return error.response
    return problem(error.code or 500, error.description or "")


def _bad_request(errors: list[InvalidParameter]) -> Response:
    return problem(400, "; ".join(f"{e.parameter}: {e.detail}" for e in errors), errors)


def _invalid(parameter: str, kind: str, message: str) -> InvalidParameter:
    if kind == "extra_forbidden":
        message = "this address has no such parameter"
    return InvalidParameter(parameter=parameter[:_LONGEST], detail=message.removeprefix("Value error, "))
