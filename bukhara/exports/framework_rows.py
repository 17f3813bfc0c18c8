"""The framework as flat rows: one for each indicator, with its item."""

from bukhara.exports.columns import INDICATOR, ITEM
from bukhara.exports.dataset import Cell, Dataset, Row, cell, citations, row_of
from bukhara.exports.records import table_of
from bukhara.model.framework import Framework, Indicator, Item
from bukhara.model.release import Snapshot
from bukhara.model.text import Text


def framework(snapshot: Snapshot, language: str) -> Dataset:
    """Return the indicators in framework order, then the measures; texts in `language`, else English."""
    framework = snapshot.framework
    of_items = [
        (*_item(item, framework, language), *_indicator(indicator, item, snapshot, language))
        for item in framework.items
        for indicator in item.indicators
    ]
    of_measures = [(*_no_item(each), *_indicator(each, each, snapshot, language)) for each in framework.measures]
    title = framework.instrument.title.in_(language)
    return table_of(snapshot, "framework", (*of_items, *of_measures), title=title)


def _item(item: Item, framework: Framework, language: str) -> Row:
    articles = " | ".join(f"Art. {each.article}" for each in framework.articles_of(item))
    derived: dict[str, Cell] = {
        "item": item.id,
        "item_name": item.name.in_(language),
        "item_description": item.description.in_(language),
        "item_kind": item.kind.value,
        "item_weight": cell(item.weight),
        "protocol": item.crosswalk.protocol,
        "sdg": item.crosswalk.sdg,
        "glotip": item.crosswalk.glotip,
        "source_locator": citations(articles or item.line),
    }
    return row_of(ITEM, item, derived)


def _no_item(measure: Indicator) -> Row:
    """Return the item columns of a measure: empty except for the measure's own references to other lists."""
    own = measure.crosswalk
    derived: dict[str, Cell] = {"protocol": own.protocol or "", "sdg": own.sdg or "", "glotip": own.glotip}
    return tuple(derived.get(column, "") for column in ITEM)


def _indicator(indicator: Indicator, about: Item | Indicator, snapshot: Snapshot, language: str) -> Row:
    """Return the columns of an indicator and those after them; `about` is its item, of a measure itself."""

    def text(written: Text | None) -> str:
        return written.in_(language) if written else ""

    framework = snapshot.framework
    under = framework.topics_under(indicator.id)
    derived: dict[str, Cell] = {
        "indicator": indicator.id,
        "name": text(indicator.name),
        "definition": text(indicator.definition),
    }
    for answer in ("in_place", "partly", "none", "full_answer", "not_counted"):
        derived[f"condition_{answer}"] = text(getattr(indicator.conditions, answer, None))
    return (
        *row_of(INDICATOR, indicator, derived),
        language,
        framework.version,
        snapshot.release.number,
        about.crosswalk.ictip,
        tuple(topic.code for topic in framework.topics if topic.code in under),
    )
