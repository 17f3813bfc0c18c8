"""The reader's wish for monthly rates: `?rate=monthly`, and what it does and does not do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages._ui.parts.page import Filter

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from pages._ui.parts.reader import Reader


def rate_filter(reader: Reader) -> Filter:
    """Return the selection between counts as printed and counts a month."""
    words = reader.words
    options = (("all", words("as printed")), ("monthly", words("a month")))
    return Filter("rate", words("Counts"), options, reader.one_of("rate", ("monthly",)) or "all")


def rate_note(words: Words) -> str:
    """Return how counts were converted, and which were not."""
    return words(
        "At your wish counts are drawn a month: the count divided by the whole months of its closed period. "
        "Open or unfinished periods, ranges and percentages are not converted."
    )
