"""The conversion of indicators.yaml to the model."""

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bukhara.errors import FrameworkInvalid
from bukhara.framework.checks import check_document
from bukhara.framework.document import read
from bukhara.model.codes import BodyKind, IndicatorType, ReadingKind, Severity
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.text import Text

Entry = dict[str, Any]


def text_of(path: Path) -> str:
    """Return the text of a framework file; raise FrameworkInvalid if it cannot be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        finding = Finding(code="file-unreadable", severity=Severity.ERROR, value=str(path))
        raise FrameworkInvalid([finding]) from error


def load(path: Path, *, exercise: bool = False) -> Framework:
    """Return the framework of a file; raise FrameworkInvalid if the file has errors."""
    return parse(text_of(path), exercise=exercise)


def parse(source: str, *, exercise: bool = False) -> Framework:
    """Return the framework in the text of indicators.yaml.

    Args:
        source: the text of the file.
        exercise: use the invented countries with their rounds and bodies, and the international bodies, instead of
            the real countries.

    Raises:
        FrameworkInvalid: the checks found errors.
    """
    document = read(source)
    findings = check_document(document)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise FrameworkInvalid(findings)
    assert isinstance(document.value, dict)
    if exercise and "exercise" not in document.value:
        raise FrameworkInvalid([document.finding("missing-key", (), value="exercise", key="exercise")])
    return TypeAdapter(Framework).validate_python(_framework(_with_texts(document.value), exercise=exercise))


def _with_texts(value: Any) -> Any:
    """Return data with its texts as `Text`, runs of white space in them as one space, and without keys for null.

    The schema requires the key `en` in every text and allows it nowhere else.
    """
    if isinstance(value, list):
        return [_with_texts(each) for each in value]
    if not isinstance(value, dict):
        return value
    if "en" in value:
        return Text(tuple((language, " ".join(words.split())) for language, words in value.items()))
    return {key: _with_texts(each) for key, each in value.items() if each is not None}


def _framework(data: Entry, *, exercise: bool) -> Entry:
    """Return the fields of a framework that differ from the keys of the file, with all others as they are."""
    invented = data["exercise"] if exercise else {}
    readings, kind = (invented["rounds"], ReadingKind.ROUND) if exercise else (data["readings"], ReadingKind.READING)
    bodies = data["bodies"]
    if exercise:
        international = [body for body in bodies if body["kind"] == BodyKind.INTERNATIONAL]
        bodies = [*invented.get("bodies", ()), *international]
    return {
        **data,
        **data["instrument"],
        "method": _method(data["method"]),
        "countries": invented["countries"] if exercise else data["countries"],
        "readings": [{**reading, "kind": kind} for reading in readings],
        "bodies": [{**body, "translated": Text.of(body["name"], ru=body["ru"])} for body in bodies],
        "items": [_item(item) for item in data["items"]],
        "measures": [{"item": "", "type": IndicatorType.MEASURE, **measure} for measure in data["measures"]],
        "places": [{"short": place["name"], **place} for place in data.get("places", ())],
        "exercise": exercise,
    }


def _method(method: Entry) -> Entry:
    coverage = method["coverage"]
    return {
        **method,
        **method["sensitivity"],
        "evidence_caps": tuple(method["evidence_caps"].items()),
        "source_grades": tuple(method["source_grades"].items()),
        "coverage_band": coverage["band"],
        "coverage_bar": coverage["bar"],
        "min_items": coverage["min_items"],
    }


def _item(item: Entry) -> Entry:
    indicators = [{**indicator, "item": item["id"]} for indicator in item["indicators"]]
    for indicator in indicators:
        if indicator["type"] == IndicatorType.MEASURE:
            # States are asked for one series without presets unless the file lists others.
            indicator.setdefault("series", [{}])
    return {"short": item["name"], **item, "quote": " ".join(item["quote"].split()), "indicators": indicators}
