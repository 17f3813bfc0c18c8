"""The OpenAPI description of the answers: schemas from the documented columns, and an example of each."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel

from bukhara.exports.columns import ColumnType, example_of, type_of
from bukhara.exports.formats import FORMATS, format_of
from wings.api.problems import MEDIA_TYPE

_WORDS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_JSON_TYPES = {ColumnType.NUMBER: "number", ColumnType.COUNT: "integer", ColumnType.TRUTH: "boolean"}


def responses(
    table: str, columns: Sequence[str]
) -> dict[str | int | HTTPStatus, type[BaseModel] | dict[Any, Any] | None]:
    """Return the responses of an operation: 200 in each format, 304 and 400."""
    files = {format_of(name).media_type.partition(";")[0]: {"schema": {"type": "string"}} for name in FORMATS}
    example = {"release": 1, "as_of": "2023-07-28", "count": 1, "data": [dict(example_of(table, columns))]}
    content = {**files, "application/json": {"schema": _page(columns), "example": example}}
    return {
        200: {"description": "The rows asked for", "headers": _headers(), "content": content},
        304: {"description": "Nothing changed since the answer with that ETag"},
        400: _problem("A parameter is unknown or has an unknown value"),
        503: _problem("The store cannot be reached"),
    }


def _page(columns: Sequence[str]) -> dict[str, Any]:
    warned = {"warnings": _warnings()} if "comparability_key" in columns else {}
    hidden = {"defaults": _defaults()} if {"observation_id", "evidence_id"} & set(columns) else {}
    row = {"type": "object", "properties": {column: _column(column) for column in columns}}
    return {
        "type": "object",
        "required": ["release", "as_of", "count", "data"],
        "properties": {
            "release": {"type": "integer", "description": "Number of the publication"},
            "as_of": {"type": "string", "format": "date"},
            "count": {"type": "integer", "description": "All rows asked for, not those of this page"},
            **warned,
            **hidden,
            "data": {"type": "array", "items": row},
        },
    }


def _warnings() -> dict[str, Any]:
    properties = {"code": {"type": "string"}, "fields": _WORDS, "observation_ids": _WORDS}
    row = {"type": "object", "required": ["code", "fields"], "properties": properties}
    return {"type": "array", "items": row, "description": "What keeps the rows asked for apart"}


def _defaults() -> dict[str, Any]:
    properties = {"parameter": {"type": "string"}, "value": {"type": "string"}, "hidden": {"type": "integer"}}
    row = {"type": "object", "required": list(properties), "properties": properties}
    return {"type": "array", "items": row, "description": "Defaults that hide rows, and how many"}


def _column(column: str) -> dict[str, Any]:
    held = type_of(column)
    if held is ColumnType.LIST:
        return _WORDS
    if held is ColumnType.CITATIONS:
        return {"anyOf": [{"type": "string"}, _WORDS], "description": "A list where there are two citations"}
    return {"anyOf": [{"type": _JSON_TYPES.get(held, "string")}, {"type": "null"}]}


def _headers() -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "ETag": {"description": "By release and filters; send it as If-None-Match", "schema": text},
        "Link": {"description": "service-desc, and next and prev of a list", "schema": text},
    }


def _problem(description: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": description, "content": {MEDIA_TYPE: {"schema": schema}}}
