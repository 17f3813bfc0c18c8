"""The titles of sources in a list; a title that is not translated is shown as printed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bukhara.i18n.record_texts import translated
from bukhara.model.source import Source

if TYPE_CHECKING:
    from bukhara.i18n.words import Words


def titles(sources: Iterable[Source], words: Words) -> str:
    """Return the titles of the sources, separated by semicolons."""
    return "; ".join(translated(source.title, words) or source.title for source in sources)
