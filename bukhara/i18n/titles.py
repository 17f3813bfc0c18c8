"""The titles of sources in a list; a title that is not translated is shown as printed."""

from collections.abc import Iterable

from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import Words
from bukhara.model.source import Source


def titles(sources: Iterable[Source], words: Words) -> str:
    """Return the titles of the sources, separated by semicolons."""
    return "; ".join(translated(source.title, words) or source.title for source in sources)
