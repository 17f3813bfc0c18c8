"""The translated titles of shipped sources; a title that is not listed is shown as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.i18n.words import Words
    from bukhara.model.source import Source

SHIPPED = (
    N_("Report of the Third International Conference, Astana, 27-28 July 2023"),
    N_(
        "Data portal, trafficking in persons (GLOTIP), edition before 17 May 2024 "
        "(without a date in the file, read from a stored public copy)"
    ),
    N_("Data portal, trafficking in persons (GLOTIP), edition of 14 April 2025 (read from a stored public copy)"),
)


def titles(sources: Iterable[Source], words: Words) -> str:
    """Return the titles of the sources, separated by semicolons."""
    return "; ".join(words(source.title) if source.title in SHIPPED else source.title for source in sources)
