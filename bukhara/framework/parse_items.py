"""The conversion of items, indicators and measures of a checked document to the model."""

from datetime import date
from typing import Any

from bukhara.framework.parse_text import optional_text, text
from bukhara.model.codes import Basis, IndicatorType, ItemKind, Scope
from bukhara.model.framework import AskedSeries, Conditions, Crosswalk, Indicator, Item


def item(entry: dict[str, Any]) -> Item:
    """Return an item with its indicators."""
    return Item(
        id=entry["id"],
        name=text(entry["name"]),
        description=text(entry["description"]),
        pillar=entry["pillar"],
        basis=Basis(entry["basis"]),
        scope=Scope(entry["scope"]),
        kind=ItemKind(entry["kind"]),
        applies_from=date.fromisoformat(entry["applies_from"]),
        from_round=entry["from_round"],
        weight=float(entry["weight"]),
        quote=" ".join(entry["quote"].split()),
        line=entry["line"],
        crosswalk=_crosswalk(entry["crosswalk"]),
        indicators=tuple(_indicator(child, entry["id"]) for child in entry["indicators"]),
        topics=tuple(entry.get("topics", ())),
    )


def measure(entry: dict[str, Any]) -> Indicator:
    """Return a context or partner measure; measures belong to no item."""
    return _indicator({"type": IndicatorType.MEASURE, **entry}, "")


def _indicator(entry: dict[str, Any], item_id: str) -> Indicator:
    return Indicator(
        id=entry["id"],
        item=item_id,
        type=IndicatorType(entry["type"]),
        name=text(entry["name"]),
        conditions=_conditions(entry.get("conditions")),
        definition=optional_text(entry.get("definition")),
        group=entry.get("group", ""),
        unit=entry.get("unit", ""),
        counting_unit=entry.get("counting_unit", ""),
        periods=tuple(entry.get("periods", ())),
        disaggregations=tuple(entry.get("disaggregations", ())),
        direction=entry.get("direction", "none"),
        series=_series(entry, item_id),
        value=entry.get("value", ""),
        ends=entry.get("ends", False),
        annual=entry.get("annual", False),
        weight=float(entry.get("weight", 1.0)),
        crosswalk=_crosswalk(entry.get("crosswalk", {})),
        topics=tuple(entry.get("topics", ())),
    )


def _series(entry: dict[str, Any], item_id: str) -> tuple[AskedSeries, ...]:
    """Return the series that states are asked for; of a measure of an item, if none is given, one without presets."""
    usual: list[dict[str, str]] = [{}] if item_id and entry["type"] == IndicatorType.MEASURE else []
    return tuple(AskedSeries(**each) for each in entry.get("series", usual))


def _conditions(entry: dict[str, Any] | None) -> Conditions | None:
    if entry is None:
        return None
    return Conditions(
        none=text(entry["none"]),
        in_place=text(entry["in_place"]),
        not_counted=text(entry["not_counted"]),
        partly=optional_text(entry.get("partly")),
    )


def _crosswalk(entry: dict[str, Any]) -> Crosswalk:
    return Crosswalk(
        protocol=tuple(entry.get("protocol", ())),
        sdg=tuple(entry.get("sdg", ())),
        glotip=entry.get("glotip") or "",
        ictip=tuple(entry.get("ictip", ())),
    )
