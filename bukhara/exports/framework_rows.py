"""The framework as flat rows: one for each indicator, with its item."""

from bukhara.exports.columns import FRAMEWORK, ITEM
from bukhara.exports.dataset import Cell, Dataset, Row, cell, citations
from bukhara.model.framework import Framework, Indicator, Item
from bukhara.model.release import Snapshot
from bukhara.model.text import Text


def framework(snapshot: Snapshot, language: str) -> Dataset:
    """Return the indicators in framework order, then the measures; texts in `language`, else English."""
    frame = snapshot.framework
    end: Row = (language, frame.version, snapshot.release.number)
    rows = [
        (
            *_item(item, language),
            *_indicator(indicator, language),
            *end,
            item.crosswalk.ictip,
            _topics(frame, indicator),
        )
        for item in frame.items
        for indicator in item.indicators
    ]
    rows += [
        (*_no_item(measure), *_indicator(measure, language), *end, measure.crosswalk.ictip, _topics(frame, measure))
        for measure in frame.measures
    ]
    return Dataset(
        name="framework",
        title=frame.title.in_(language),
        release=snapshot.release.number,
        as_of=snapshot.as_of,
        columns=FRAMEWORK,
        rows=tuple(rows),
    )


def _topics(frame: Framework, indicator: Indicator) -> tuple[str, ...]:
    under = frame.topics_under(indicator.id)
    return tuple(topic.code for topic in frame.topics if topic.code in under)


def _item(item: Item, language: str) -> Row:
    return (
        item.id,
        item.name.in_(language),
        item.description.in_(language),
        item.pillar,
        item.basis.value,
        item.scope.value,
        item.kind.value,
        item.applies_from.isoformat(),
        item.from_round,
        cell(item.weight),
        item.crosswalk.protocol,
        item.crosswalk.sdg,
        item.crosswalk.glotip,
        citations(item.quote),
        citations(item.line),
    )


def _no_item(measure: Indicator) -> Row:
    """Return the item columns of a measure: empty except for the measure's own references to other lists."""
    own: dict[str, Cell] = {
        "protocol": measure.crosswalk.protocol,
        "sdg": measure.crosswalk.sdg,
        "glotip": measure.crosswalk.glotip,
    }
    return tuple(own.get(column) or "" for column in ITEM)


def _indicator(indicator: Indicator, language: str) -> Row:
    written = indicator.conditions
    return (
        indicator.id,
        indicator.type.value,
        indicator.name.in_(language),
        _text(indicator.definition, language),
        _text(written.in_place if written else None, language),
        _text(written.partly if written else None, language),
        _text(written.none if written else None, language),
        _text(written.not_counted if written else None, language),
        indicator.group,
        indicator.unit,
        indicator.counting_unit,
        indicator.periods,
        indicator.disaggregations,
        indicator.direction,
        cell(indicator.weight),
    )


def _text(text: Text | None, language: str) -> Cell:
    return text.in_(language) if text else ""
