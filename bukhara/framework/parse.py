"""The conversion of indicators.yaml to the model."""

from datetime import date
from typing import Any

from bukhara.errors import FrameworkInvalid
from bukhara.framework.checks import check_document
from bukhara.framework.document import read
from bukhara.framework.parse_items import item, measure
from bukhara.framework.parse_method import method
from bukhara.framework.parse_text import text
from bukhara.model.codes import BodyKind, ReadingKind, Severity, Status
from bukhara.model.framework import (
    Article,
    Body,
    Conference,
    Country,
    DeclarationPassage,
    ExploitationForm,
    Framework,
    OtherCoding,
    Pillar,
    Reading,
    ReportSession,
    Topic,
    VersionNote,
)
from bukhara.model.text import Text


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
    data: dict[str, Any] = document.value
    if exercise and "exercise" not in data:
        raise FrameworkInvalid([document.finding("missing-key", (), value="exercise", key="exercise")])
    return _framework(data, exercise=exercise)


def _framework(data: dict[str, Any], *, exercise: bool) -> Framework:
    instrument = data["instrument"]
    countries = data["exercise"]["countries"] if exercise else data["countries"]
    readings = data["exercise"]["rounds"] if exercise else data["readings"]
    kind = ReadingKind.ROUND if exercise else ReadingKind.READING
    return Framework(
        version=data["version"],
        languages=tuple(data["languages"]),
        title=text(instrument["title"]),
        heading=text(instrument["heading"]),
        note=text(instrument["note"]),
        passages=tuple(_passage(entry) for entry in instrument.get("passages", ())),
        articles=tuple(
            Article(**{**entry, "items": tuple(entry["items"])}) for entry in instrument.get("articles", ())
        ),
        method=method(data["method"]),
        countries=tuple(_country(entry) for entry in countries),
        regions=tuple(_country(entry) for entry in data["regions"]),
        conferences=tuple(_conference(entry) for entry in data["conferences"]),
        pillars=tuple(Pillar(id=entry["id"], name=text(entry["name"])) for entry in data["pillars"]),
        readings=tuple(_reading(entry, kind) for entry in readings),
        bodies=_bodies(data, exercise=exercise),
        items=tuple(item(entry) for entry in data["items"]),
        measures=tuple(measure(entry) for entry in data["measures"]),
        forms=tuple(ExploitationForm(code=entry["code"], htcds=entry["htcds"]) for entry in data.get("forms", ())),
        places=tuple(_country({"short": entry["name"], **entry}) for entry in data.get("places", ())),
        exercise=exercise,
        versions=tuple(_version(entry) for entry in data.get("versions", ())),
        topics=tuple(
            Topic(code=entry["code"], name=text(entry["name"]), condition=text(entry["condition"]))
            for entry in data.get("topics", ())
        ),
    )


def _passage(entry: dict[str, Any]) -> DeclarationPassage:
    return DeclarationPassage(line=entry["line"], quote=entry["quote"], says=text(entry["says"]))


def _version(entry: dict[str, Any]) -> VersionNote:
    return VersionNote(version=entry["version"], date=date.fromisoformat(entry["date"]), note=text(entry["note"]))


def _country(entry: dict[str, Any]) -> Country:
    return Country(code=entry["code"], name=text(entry["name"]), short=text(entry["short"]))


def _conference(entry: dict[str, Any]) -> Conference:
    return Conference(
        id=entry["id"],
        number=int(entry["number"]),
        when=entry["when"],
        start=_day(entry, "start"),
        end=_day(entry, "end"),
        place=text(entry["place"]),
        host=entry["host"],
        state=entry["state"],
        quote=entry.get("quote", ""),
        line=entry.get("line", ""),
    )


def _reading(entry: dict[str, Any], kind: ReadingKind) -> Reading:
    return Reading(
        id=entry["id"],
        kind=kind,
        date=date.fromisoformat(entry["date"]),
        title=text(entry["title"]),
        source_id=entry.get("source_id", ""),
        sent=_day(entry, "sent"),
        due=_day(entry, "due"),
        compared=_count(entry, "compared"),
        agreed=_count(entry, "agreed"),
        second_coding=tuple(_other_coding(other) for other in entry.get("second_coding", ())),
        sessions=tuple(ReportSession(**{**each, "name": text(each["name"])}) for each in entry.get("sessions", ())),
    )


def _other_coding(entry: dict[str, Any]) -> OtherCoding:
    return OtherCoding(country=entry["country"], indicator=entry["indicator"], status=Status(entry["status"]))


def _bodies(data: dict[str, Any], *, exercise: bool) -> tuple[Body, ...]:
    bodies = tuple(_body(entry) for entry in data["bodies"])
    if not exercise:
        return bodies
    invented = tuple(_body(entry) for entry in data["exercise"].get("bodies", ()))
    return invented + tuple(body for body in bodies if body.kind is BodyKind.INTERNATIONAL)


def _body(entry: dict[str, Any]) -> Body:
    translated = Text((("en", entry["name"]), ("ru", entry["ru"])))
    return Body(name=entry["name"], translated=translated, country=entry["country"], kind=BodyKind(entry["kind"]))


def _count(entry: dict[str, Any], key: str) -> int | None:
    return int(entry[key]) if key in entry else None


def _day(entry: dict[str, Any], key: str) -> date | None:
    return date.fromisoformat(entry[key]) if entry.get(key) else None
