"""Checks of identifiers: unique, defined where they are used, prefixed by their item; countries in order."""

from collections.abc import Iterable, Iterator

from bukhara.framework.document import Document, Entry, KeyPath, entries, indicators
from bukhara.model.finding import Finding

Reference = tuple[KeyPath, str]
"""An identifier where it is used, after its path."""


def identifier_findings(document: Document) -> Iterator[Finding]:
    """Yield the findings about identifiers and references to them."""
    yield from _duplicates(document)
    yield from _unknown_references(document)
    for (_, item), (path, indicator) in indicators(document):
        prefix = item["id"] + "."
        if not indicator["id"].startswith(prefix):
            yield document.finding("id-not-under-item", (*path, "id"), value=indicator["id"], prefix=prefix)
    for path in (("countries",), ("exercise", "countries")):
        codes = _names(entries(document, *path), "code")
        if codes != sorted(codes):
            yield document.finding("country-order", path, value=", ".join(codes), order=", ".join(sorted(codes)))


def _duplicates(document: Document) -> Iterator[Finding]:
    of_items = [indicator for _, indicator in indicators(document)]
    measures = list(entries(document, "measures"))
    countries = [*entries(document, "countries"), *entries(document, "regions")]
    namespaces: tuple[tuple[str, Iterable[Entry]], ...] = (
        ("id", entries(document, "items")),
        ("id", [*of_items, *measures]),
        ("id", entries(document, "pillars")),
        ("article", entries(document, "instrument", "articles")),
        ("code", entries(document, "topics")),
        ("id", entries(document, "conferences")),
        ("id", [*entries(document, "readings"), *entries(document, "exercise", "rounds")]),
        ("code", [*countries, *entries(document, "exercise", "countries")]),
        ("name", [*entries(document, "bodies"), *entries(document, "exercise", "bodies")]),
    )
    for key, namespace in namespaces:
        first: dict[str, int] = {}
        for path, entry in namespace:
            name = entry[key].get("en") if isinstance(entry[key], dict) else entry[key]
            if name in first:
                yield document.finding("duplicate-id", (*path, key), value=name, key=name, first=str(first[name]))
            else:
                first[name] = document.line((*path, key))


def _unknown_references(document: Document) -> Iterator[Finding]:
    """Yield a finding for each pillar, topic, country, indicator or item that is named but not defined."""
    items, of_items = list(entries(document, "items")), [indicator for _, indicator in indicators(document)]
    countries = _names([*entries(document, "countries"), *entries(document, "regions")], "code")
    codings, beside = list(_of_readings(document, "second_coding")), list(_of_readings(document, "beside"))
    hosts = [
        ((*path, "host"), conference.get("host", ""))
        for path, conference in entries(document, "conferences")
        if "host" in conference or conference["state"] == "held"
    ]
    with_topics = (*items, *of_items, *entries(document, "measures"))
    topics = [((*path, "topics"), code) for path, entry in with_topics for code in entry.get("topics", ())]
    named_items = [
        ((*path, "items", index), name)
        for path, article in entries(document, "instrument", "articles")
        for index, name in enumerate(article["items"])
    ]
    references: tuple[tuple[str, list[str], list[Reference]], ...] = (
        ("unknown-pillar", _names(entries(document, "pillars"), "id"), _used(items, "pillar")),
        ("unknown-topic", _names(entries(document, "topics"), "code"), topics),
        ("unknown-country", countries, _used([*entries(document, "bodies"), *codings, *beside], "country")),
        (
            "unknown-country",
            _names(entries(document, "exercise", "countries"), "code"),
            _used(entries(document, "exercise", "bodies"), "country"),
        ),
        ("unknown-country", countries, hosts),
        ("not-in-list", _names(of_items, "id"), _used(codings, "indicator")),
        ("not-in-list", _names(items, "id"), [*named_items, *_used(beside, "item")]),
    )
    for code, known, used in references:
        for path, name in used:
            if name not in known:
                yield document.finding(code, path, value=name, allowed=", ".join(known))


def _names(named: Iterable[Entry], key: str) -> list[str]:
    return [entry[key] for _, entry in named]


def _used(named: Iterable[Entry], key: str) -> list[Reference]:
    return [((*path, key), entry[key]) for path, entry in named]


def _of_readings(document: Document, key: str) -> Iterator[Entry]:
    for path, reading in entries(document, "readings"):
        for index, entry in enumerate(reading.get(key, ())):
            yield (*path, key, index), entry
