"""Checks of identifiers: unique, defined where they are used, prefixed by their item; countries in order."""

from collections.abc import Iterable, Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import Entry, at, entries, indicators
from bukhara.model.finding import Finding


def identifier_findings(document: Document) -> Iterator[Finding]:
    """Yield the findings about identifiers and references to them."""
    yield from _duplicates(document)
    yield from _unknown_pillars(document)
    yield from _unknown_topics(document)
    yield from _unknown_countries(document)
    yield from _unknown_indicators(document)
    yield from _unknown_items(document)
    yield from _ids_not_under_item(document)
    yield from _country_order(document, "countries")
    yield from _country_order(document, "exercise", "countries")


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
        yield from _repeated(document, key, namespace)


def _repeated(document: Document, key: str, namespace: Iterable[Entry]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for path, entry in namespace:
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


def _unknown_topics(document: Document) -> Iterator[Finding]:
    known = [topic["code"] for _, topic in entries(document, "topics")]
    of_items = (indicator for _, indicator in indicators(document))
    for path, entry in (*entries(document, "items"), *of_items, *entries(document, "measures")):
        for code in entry.get("topics", ()):
            if code not in known:
                yield document.finding("unknown-topic", (*path, "topics"), value=code, allowed=", ".join(known))


def _unknown_countries(document: Document) -> Iterator[Finding]:
    countries = [*entries(document, "countries"), *entries(document, "regions")]
    known = [country["code"] for _, country in countries]
    for path, named in (*entries(document, "bodies"), *_other_codings(document)):
        if named["country"] not in known:
            yield _unknown_country(document, (*path, "country"), named["country"], known)
    invented = [country["code"] for _, country in entries(document, "exercise", "countries")]
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


def _unknown_items(document: Document) -> Iterator[Finding]:
    known = [item["id"] for _, item in entries(document, "items")]
    for path, article in entries(document, "instrument", "articles"):
        for index, item in enumerate(article["items"]):
            if item not in known:
                allowed = ", ".join(known)
                yield document.finding("not-in-list", (*path, "items", index), value=item, allowed=allowed)


def _other_codings(document: Document) -> Iterator[Entry]:
    for path, reading in entries(document, "readings"):
        for index, coding in enumerate(reading.get("second_coding", ())):
            yield (*path, "second_coding", index), coding


def _ids_not_under_item(document: Document) -> Iterator[Finding]:
    for (_, item), (path, indicator) in indicators(document):
        prefix = item["id"] + "."
        if not indicator["id"].startswith(prefix):
            yield document.finding("id-not-under-item", (*path, "id"), value=indicator["id"], prefix=prefix)


def _country_order(document: Document, *path: str) -> Iterator[Finding]:
    codes = [country["code"] for country in at(document, *path) or ()]
    if codes != sorted(codes):
        yield document.finding("country-order", path, value=", ".join(codes), order=", ".join(sorted(codes)))
