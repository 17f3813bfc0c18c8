"""The Declaration as far as it is known: passages of the report about it, its articles, and the items by basis."""

from collections.abc import Mapping
from dataclasses import dataclass

from bukhara.model.codes import Basis
from bukhara.model.framework import Article, DeclarationPassage, Item
from bukhara.model.locators import passages_of
from bukhara.model.release import Snapshot
from bukhara.model.source import Source

Items = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Declaration:
    """What is known; `source_id` is that of the report. Without the text `articles` is empty, `text` its source.

    `groups` are the items on each basis, `passages` those on each passage of the report, `articles` those that each
    article is about. `without_article` are the items that no article names; conclusions are not expected to have one.
    """

    groups: Mapping[Basis, Items]
    passages: tuple[tuple[DeclarationPassage, Items], ...]
    articles: tuple[tuple[Article, Items], ...]
    without_article: Items
    source_id: str
    text: Source | None


def build(snapshot: Snapshot) -> Declaration:
    """Return the items by basis, the passages and the articles; context is not an item that is monitored."""
    framework = snapshot.framework
    monitored = [item for item in framework.items if item.basis is not Basis.CONTEXT]
    groups = {basis: tuple(i for i in monitored if i.basis is basis) for basis in Basis}
    named = {item_id for article in framework.instrument.articles for item_id in article.items}
    return Declaration(
        groups={basis: items for basis, items in groups.items() if items},
        passages=tuple(
            (each, tuple(i for i in monitored if each.line in passages_of(i.line)))
            for each in framework.instrument.passages
        ),
        articles=tuple(
            (each, tuple(framework.item(name) for name in each.items)) for each in framework.instrument.articles
        ),
        without_article=tuple(i for i in monitored if i.id not in named and i.basis is not Basis.CONCLUSION),
        source_id=next((reading.source_id for reading in framework.readings if reading.source_id), ""),
        text=next((source for source in snapshot.sources if source.source_id == framework.instrument.source), None),
    )
