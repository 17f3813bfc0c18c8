"""The JSON Schema of indicators.yaml, also used by editors, and the findings that it gives for a document."""

import json
import pathlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from bukhara.framework.document import Document, KeyPath
from bukhara.model.finding import Finding

_FILE = pathlib.Path(__file__).parent / "schema.json"
_YAML_1_1_BOOLEANS = ("yes", "no", "on", "off", "y", "n")
_SIMPLE_CODES = {
    "minLength": "empty-value",
    "minItems": "empty-value",
    "minProperties": "empty-value",
    "minimum": "out-of-range",
    "maximum": "out-of-range",
    "exclusiveMinimum": "out-of-range",
    "uniqueItems": "duplicate-entry",
}


@cache
def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of indicators.yaml."""
    loaded: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded


def structure_findings(document: Document) -> tuple[Finding, ...]:
    """Return the findings of the schema, ordered by line and without duplicates."""
    errors = Draft202012Validator(schema()).iter_errors(document.value)
    found = {(f.code, f.column, f.value): f for error in errors for f in _findings(error, document)}
    return tuple(sorted(found.values(), key=lambda f: (f.row or 0, f.column, f.code)))


def _findings(error: ValidationError, document: Document) -> Iterator[Finding]:
    path = tuple(error.absolute_path)
    rule, limit = str(error.validator), error.validator_value
    if rule == "required":
        yield from _missing(error, path, document)
    elif rule == "additionalProperties":
        yield from _unknown(error, path, document)
    elif rule == "type":
        yield _wrong_type(error, path, document)
    elif rule == "enum":
        allowed = ", ".join(str(word) for word in _list(limit))
        yield document.finding("not-in-list", path, value=_short(error.instance), allowed=allowed)
    elif rule == "pattern":
        yield _not_of_form(error, path, document)
    else:
        code = _SIMPLE_CODES[rule]
        yield document.finding(code, path, value=_short(error.instance), limit=str(limit))


def _missing(error: ValidationError, path: KeyPath, document: Document) -> Iterator[Finding]:
    code = "missing-language" if _named(error) == "missing-language" else "missing-key"
    for key in _list(error.validator_value):
        if key not in _group(error.instance):
            yield document.finding(code, path, value=key, key=key)


def _unknown(error: ValidationError, path: KeyPath, document: Document) -> Iterator[Finding]:
    for key in _group(error.instance):
        if key not in _group(_group(error.schema).get("properties")):
            yield document.finding("unknown-key", (*path, key), value=key, key=key)


def _not_of_form(error: ValidationError, path: KeyPath, document: Document) -> Finding:
    code, found = _named(error), str(error.instance)
    # A text with a key that it cannot have is reported at the key, not at the text.
    at = (*path, found) if code == "unknown-key" else path
    return document.finding(code, at, value=found, key=found)


def _named(error: ValidationError) -> str:
    """Return the finding code that the schema gives in `$comment` for a rule of its own."""
    return str(_group(error.schema).get("$comment", ""))


def _wrong_type(error: ValidationError, path: KeyPath, document: Document) -> Finding:
    found, expected = error.instance, str((_list(error.validator_value) or [error.validator_value])[0])
    if found is None:
        return document.finding("empty-value", path)
    if expected == "string" and isinstance(found, (int, float)):
        return document.finding("text-not-quoted", path, value=found)
    if expected == "boolean" and str(found).lower() in _YAML_1_1_BOOLEANS:
        return document.finding("boolean-word", path, value=found)
    return document.finding("wrong-type", path, value=_short(found), expected=expected)


def _short(value: object) -> str:
    return "" if isinstance(value, (dict, list)) else str(value)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _group(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
