"""Identifiers: each once, known where it is named, under its item; states in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import Entry, at, entries, indicators
from bukhara.model.finding import Finding


def identifier_findings(document: Document) -> Iterator[Finding]:
    """Yield what is wrong with identifiers and with what they point at."""
    yield from _duplicates(document)
    yield from _unknown_pillars(document)
    yield from _unknown_countries(document)
    yield from _unknown_indicators(document)
    yield from _ids_not_under_item(document)
    yield from _country_order(document, "countries")
    yield from _country_order(document, "exercise", "countries")


def _duplicates(document: Document) -> Iterator[Finding]:
    asked = [indicator for _, indicator in indicators(document)]
    measures = list(entries(document, "measures"))
    places = [*entries(document, "countries"), *entries(document, "regions")]
    spaces: tuple[tuple[str, Iterable[Entry]], ...] = (
        ("id", entries(document, "items")),
        ("id", [*asked, *measures]),
        ("id", entries(document, "pillars")),
        ("id", entries(document, "conferences")),
        ("id", [*entries(document, "readings"), *entries(document, "exercise", "rounds")]),
        ("code", [*places, *entries(document, "exercise", "countries")]),
        ("name", [*entries(document, "bodies"), *entries(document, "exercise", "bodies")]),
    )
    for key, space in spaces:
        yield from _twice(document, key, space)


def _twice(document: Document, key: str, space: Iterable[Entry]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for path, entry in space:
        name = entry[key]
        if name in first:
            yield document.finding("duplicate-id", (*path, key), value=name, key=name, first=str(first[name]))
        else:
            first[name] = document.line((*path, key))


def _unknown_pillars(document: Document) -> Iterator[Finding]:
    known = [pillar["id"] for _, pillar in entries(document, "pillars")]
    for path, item in entries(document, "items"):
        if item["pillar"] not in known:
            allowed = ", ".join(known)
            yield document.finding("unknown-pillar", (*path, "pillar"), value=item["pillar"], allowed=allowed)


def _unknown_countries(document: Document) -> Iterator[Finding]:
    places = [*entries(document, "countries"), *entries(document, "regions")]
    known = [place["code"] for _, place in places]
    for path, named in (*entries(document, "bodies"), *_other_codings(document)):
        if named["country"] not in known:
            yield _unknown_country(document, (*path, "country"), named["country"], known)
    invented = [place["code"] for _, place in entries(document, "exercise", "countries")]
    for path, body in entries(document, "exercise", "bodies"):
        if body["country"] not in invented:
            yield _unknown_country(document, (*path, "country"), body["country"], invented)
    for path, conference in entries(document, "conferences"):
        host = conference["host"]
        if host not in known and (host or conference["state"] == "held"):
            yield _unknown_country(document, (*path, "host"), host, known)


def _unknown_country(document: Document, path: tuple[str | int, ...], code: str, known: list[str]) -> Finding:
    return document.finding("unknown-country", path, value=code, allowed=", ".join(known))


def _unknown_indicators(document: Document) -> Iterator[Finding]:
    known = [indicator["id"] for _, (_, indicator) in indicators(document)]
    for path, coding in _other_codings(document):
        if coding["indicator"] not in known:
            value, allowed = coding["indicator"], ", ".join(known)
            yield document.finding("not-in-list", (*path, "indicator"), value=value, allowed=allowed)


def _other_codings(document: Document) -> Iterator[Entry]:
    for path, reading in entries(document, "readings"):
        for place, coding in enumerate(reading.get("second_coding", ())):
            yield (*path, "second_coding", place), coding


def _ids_not_under_item(document: Document) -> Iterator[Finding]:
    for (_, item), (path, indicator) in indicators(document):
        prefix = item["id"] + "."
        if not indicator["id"].startswith(prefix):
            yield document.finding("id-not-under-item", (*path, "id"), value=indicator["id"], prefix=prefix)


def _country_order(document: Document, *path: str) -> Iterator[Finding]:
    codes = [country["code"] for country in at(document, *path) or ()]
    if codes != sorted(codes):
        yield document.finding("country-order", path, value=", ".join(codes), order=", ".join(sorted(codes)))
