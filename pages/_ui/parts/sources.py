"""The line under a picture that says where it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.titles import titles

if TYPE_CHECKING:
    from pages._ui.parts.reader import Reader


def source_line(reader: Reader, country: str = "") -> str:
    """Return the sources of the snapshot, or those that speak of `country`, with day and release in one sentence."""
    words, snapshot = reader.words, reader.snapshot
    cited = {s.source_id for s in snapshot.statements if s.country == country}
    cited |= {o.source_id for o in snapshot.observations if o.country == country}
    named = [source for source in snapshot.sources if not country or source.source_id in cited]
    return words(
        "Source: {titles}. As of {day}, release {release}.",
        titles=titles(named, words),
        day=words.date(snapshot.as_of),
        release=snapshot.release.number,
    )
