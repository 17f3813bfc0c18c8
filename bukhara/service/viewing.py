"""From all that a release holds to what was known on a day; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import SourceClass
from bukhara.model.release import Snapshot

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.framework import Framework
    from bukhara.model.source import Source
    from bukhara.store import StoredContents


def default_as_of(framework: Framework) -> date:
    """Return the day of the latest reading or round, else that of the Declaration."""
    return max((reading.date for reading in framework.readings), default=framework.method.bukhara_date)


def view(contents: StoredContents, framework: Framework, *, as_of: date, desk_research: bool) -> Snapshot:
    """Return the sources dated on or before `as_of` with their rows, and the rows that name no source.

    Desk research is left out unless asked for. A row whose source the release does not know is kept out.
    """
    sources = tuple(source for source in contents.sources if _seen(source, as_of, desk_research=desk_research))
    known = {source.source_id for source in sources} | {""}
    return Snapshot(
        release=contents.release,
        as_of=as_of,
        framework=framework,
        sources=sources,
        statements=tuple(row for row in contents.statements if row.source_id in known),
        observations=tuple(row for row in contents.observations if row.source_id in known),
        requests=tuple(request for request in contents.requests if request.sent <= as_of),
        replies=contents.replies,
        decisions=contents.decisions,
    )


def _seen(source: Source, as_of: date, *, desk_research: bool) -> bool:
    wanted = desk_research or source.source_class is not SourceClass.DESK_RESEARCH
    return wanted and source.date <= as_of
