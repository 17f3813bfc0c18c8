"""The titles of sources in a list; a translated title is marked, others are shown as published."""

from collections.abc import Iterable

from bukhara.i18n.record_texts import marked, translated
from bukhara.i18n.words import Words
from bukhara.model.source import Source


def titles(sources: Iterable[Source], words: Words) -> str:
    """Return the titles of the sources, separated by semicolons, each with a mark if it is a translation."""
    return "; ".join(marked(source.title, words) for source in sources)


def plain_title(source: Source, words: Words) -> str:
    """Return the title of a source without a mark: for headings, lists of choices and the search."""
    return translated(source.title, words) or source.title
