"""Finds the release of a day: the one current then, else the first with the source (method 6); pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bukhara.model.framework import Framework, Reading
    from bukhara.model.release import Release, Snapshot


def reading_before(framework: Framework, on: date) -> Reading | None:
    """Return the reading or round before the one that `on` belongs to; None for the first."""
    known = sorted((r for r in framework.readings if r.date <= on), key=lambda r: (r.date, r.id))
    return known[-2] if len(known) > 1 else None


def sources_of(snapshot: Snapshot, reading: Reading) -> frozenset[str]:
    """Return the ids of the sources that a reading codes, or that answer a round."""
    if reading.source_id:
        return frozenset({reading.source_id})
    before = reading_before(snapshot.framework, reading.date)
    dated = (s for s in snapshot.sources if s.date <= reading.date)
    return frozenset(s.source_id for s in dated if before is None or s.date > before.date)


def published_in(releases: Sequence[Release], sources: frozenset[str], *, on: date, country: str = "") -> int | None:
    """Return the number of the release that was current on a day if it has one of the sources.

    Otherwise return the first release that has one (about `country`, if given), or None.
    """
    holding = (r.number for r in releases if any(_about(block, sources, country) for block in r.blocks))
    first = next(holding, None)
    current = max((r.number for r in releases if r.created_at.date() <= on), default=None)
    if first is None:
        return current
    return first if current is None else max(first, current)


def _about(block: str, sources: frozenset[str], country: str) -> bool:
    _, block_country, source = block.split("/", 2)
    return source in sources and (not country or block_country == country)
