"""Checks of indicators: every item can get a status, milestones have conditions, no count has a direction."""

from collections.abc import Iterator

from bukhara.framework.document import Document
from bukhara.framework.walk import Entry, entries, indicators
from bukhara.model.codes import IndicatorType, ItemKind
from bukhara.model.finding import Finding

_DECIDING = (IndicatorType.MILESTONE, IndicatorType.ACTIVITY)
# A higher number of these can mean more crime or better detection (method 4).
_WITHOUT_DIRECTION = (
    "case",
    "conviction",
    "crime",
    "offence",
    "person",
    "victim",
    "group",
    "arrest",
    "prosecution",
)
_SHARES = ("percent", "share", "rate")


def indicator_findings(document: Document) -> Iterator[Finding]:
    """Yield the findings about missing or forbidden entries of indicators and measures."""
    yield from _items_without_milestone(document)
    for _, entry in indicators(document):
        yield from _conditions(document, entry)
        yield from _measure(document, entry)
    for entry in entries(document, "measures"):
        yield from _direction(document, entry)


def _items_without_milestone(document: Document) -> Iterator[Finding]:
    for path, item in entries(document, "items"):
        if item["kind"] != ItemKind.CONTEXT and not any(i["type"] in _DECIDING for i in item["indicators"]):
            yield document.finding("item-without-milestone", path, value=item["id"], key=item["id"])


def _conditions(document: Document, entry: Entry) -> Iterator[Finding]:
    path, indicator = entry
    if indicator["type"] == IndicatorType.MILESTONE and "conditions" not in indicator:
        yield document.finding("milestone-without-conditions", path, value=indicator["id"], key=indicator["id"])
    if indicator["type"] not in _DECIDING and "conditions" in indicator:
        key = indicator["id"]
        yield document.finding("conditions-without-milestone", (*path, "conditions"), value=key, key=key)


def _measure(document: Document, entry: Entry) -> Iterator[Finding]:
    path, indicator = entry
    if indicator["type"] == IndicatorType.MEASURE and not indicator.get("unit"):
        yield document.finding("measure-without-unit", path, value=indicator["id"], key=indicator["id"])
    yield from _direction(document, entry)


def _direction(document: Document, entry: Entry) -> Iterator[Finding]:
    path, measure = entry
    direction = measure.get("direction", "none")
    if direction == "none" or measure.get("unit", "").lower() in _SHARES:
        return
    counted = f"{measure.get('unit', '')} {measure.get('counting_unit', '')}".lower()
    if any(word in counted for word in _WITHOUT_DIRECTION):
        key = measure["id"]
        yield document.finding("direction-not-none-for-count", (*path, "direction"), value=direction, key=key)
