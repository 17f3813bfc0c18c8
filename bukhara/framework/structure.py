"""The structure of indicators.yaml: pydantic checks the file against the classes of the model."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from bukhara.framework.document import Document, KeyPath, is_text
from bukhara.model.codes import IndicatorType, Severity
from bukhara.model.field_forms import Some
from bukhara.model.finding import Finding
from bukhara.model.framework import Body, Country, Framework, Reading

Values = dict[str, Any]
_LANGUAGES_OF_TEXT = "by_language"
# Types of values by the error of pydantic, as JSON names them.
_EXPECTED = {
    "string_type": "string",
    "float_type": "number",
    "int_type": "integer",
    "int_from_float": "integer",
    "bool_type": "boolean",
    "tuple_type": "array",
    "dataclass_type": "object",
}
_LIMITS = {"greater_than_equal": "ge", "less_than_equal": "le"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """The invented countries with their rounds and bodies."""

    countries: Some[Country]
    rounds: Some[Reading]
    bodies: tuple[Body, ...] = ()


def model_of(document: Document) -> tuple[Framework, Exercise | None]:
    """Return the framework and the exercise of a document without findings other than unknown keys."""
    framework, exercise = _parts(document)
    return _read(Framework, framework, "ignore"), _read(Exercise, exercise, "ignore") if exercise else None


def _parts(document: Document) -> tuple[Any, Any]:
    """Return the data of the framework and those of the exercise, or None."""
    values = _as_in_the_model(document.value)
    return values, values.pop("exercise", None) if isinstance(values, dict) else None


def _read(kind: Any, values: Any, extra: Literal["forbid", "ignore"]) -> Any:
    return _reader(kind).validate_json(json.dumps(values, default=str), strict=True, extra=extra)


@cache
def _reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def structure_findings(document: Document) -> Iterator[Finding]:
    """Yield the findings about keys that are missing or not known, and about values of another form."""
    framework, exercise = _parts(document)
    parts: list[tuple[type[Any], Any, KeyPath]] = [(Framework, framework, ())]
    parts += [(Exercise, exercise, ("exercise",))] if exercise is not None else []
    for kind, values, within in parts:
        try:
            _read(kind, values, "forbid")
        except ValidationError as errors:
            for error in errors.errors(include_url=False):
                # a list whose entries all have findings is too short for pydantic as well
                if error["type"] != "too_short" or not error["input"]:
                    yield _finding(error, (*within, *error["loc"]), document)


def _finding(error: Any, path: KeyPath, document: Document) -> Finding:
    if _LANGUAGES_OF_TEXT in path:
        path = path[: path.index(_LANGUAGES_OF_TEXT)]
    kind, found, key = error["type"], error["input"], str(path[-1]) if path else ""
    if kind == "unexpected_keyword_argument":
        return document.finding("unknown-key", path, value=key, key=key)
    if kind == "missing" and path not in document.lines:
        return document.finding("missing-key", path[:-1], value=key, key=key)
    if kind in ("missing", "too_short"):
        return document.finding("empty-value", path)
    if kind == "string_type" and isinstance(found, (int, float)):
        return document.finding("text-not-quoted", path, value=found)
    code, values = _about_value(kind, key, error.get("ctx", {}))
    value = "" if code == "wrong-type" else found
    return document.finding(code, path, value=value, severity=Severity.ERROR, **values)


def _about_value(kind: str, key: str, limits: Values) -> tuple[str, dict[str, str]]:
    """Return the code of a finding about a value, and the values of its sentence."""
    if kind in ("enum", "literal_error"):
        return "not-in-list", {"allowed": ", ".join(re.findall(r"'([^']*)'", limits["expected"]))}
    if kind in _LIMITS:
        return "out-of-range", {"limit": f"{limits[_LIMITS[kind]]:g}"}
    if kind == "string_pattern_mismatch":
        return "line-invalid" if key == "line" else "id-invalid", {}
    return ("date-invalid", {}) if kind.startswith("date_") else ("wrong-type", {"expected": _EXPECTED.get(kind, "")})


def _as_in_the_model(value: Any) -> Any:
    """Return the data of a file with what the model has beside it: defaults that other keys give, and texts."""
    if isinstance(value, list):
        return [_as_in_the_model(each) for each in value]
    if not isinstance(value, dict):
        return value
    if is_text(value):
        return {_LANGUAGES_OF_TEXT: [[language, _in_one_line(words)] for language, words in value.items()]}
    values = {key: _as_in_the_model(each) for key, each in value.items()}
    for key, complete in _COMPLETED.items():
        if isinstance(values.get(key), list):
            values[key] = [complete(each, values) if isinstance(each, dict) else each for each in values[key]]
    return values


def _indicator(indicator: Values, item: Values) -> Values:
    # States are asked for one series without presets unless the file lists others.
    series: Values = {"series": [{}]} if indicator.get("type") == IndicatorType.MEASURE else {}
    return {**({"item": item["id"]} if "id" in item else {}), **series, **indicator}


def _item(item: Values, _: Values) -> Values:
    quote = {"quote": _in_one_line(item["quote"])} if "quote" in item else {}
    return {**_place(item, {}), **quote}


def _measure(measure: Values, _: Values) -> Values:
    return {"type": IndicatorType.MEASURE, **measure}


def _place(place: Values, _: Values) -> Values:
    return {"short": place["name"], **place} if "name" in place else place


def _body(body: Values, _: Values) -> Values:
    """Return a body with its names in one text; the files of older releases have the Russian one beside it."""
    if not {"name", "ru"} <= body.keys():
        return body
    names = [["en", body["name"]], ["ru", body.pop("ru")]]
    return {**body, "name": {_LANGUAGES_OF_TEXT: names}}


_COMPLETED = {"indicators": _indicator, "items": _item, "measures": _measure, "places": _place, "bodies": _body}


def _in_one_line(words: Any) -> Any:
    return " ".join(words.split()) if isinstance(words, str) else words
