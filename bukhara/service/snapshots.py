"""Makes the snapshot of a day from the contents of a release; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bukhara.comparability.decisions import apply_decisions
from bukhara.comparability.editions import superseded
from bukhara.model.codes import SourceClass
from bukhara.model.release import Snapshot
from bukhara.service.found_differences import visible
from bukhara.service.pending_requests import rounds, submitted, unanswered
from bukhara.service.reply_coding import with_replies

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.difference import FoundDifferences
    from bukhara.model.framework import Framework
    from bukhara.store import StoredContents


def default_as_of(contents: StoredContents, framework: Framework) -> date:
    """Return the latest day of a reading, an answer or a request; without any, the day of the Declaration."""
    answers = submitted(contents.sources, exercise=framework.exercise)
    days = [
        *(reading.date for reading in framework.readings),
        *(source.date for source in answers),
        *(request.sent for request in contents.requests),
    ]
    return max(days, default=framework.method.bukhara_date)


def newest_statistics(contents: StoredContents, as_of: date) -> date:
    """Return the day of the newest edition of international statistics, or `as_of` if that is later."""
    days = [s.date for s in contents.sources if s.source_class is SourceClass.INTERNATIONAL_STATISTICS]
    return max([as_of, *days])


def newest_source(contents: StoredContents, day: date, *, desk_research: bool) -> date | None:
    """Return the day of the newest source of a release that is shown; None if it is not after `day`."""
    shown = (s for s in contents.sources if desk_research or s.source_class is not SourceClass.DESK_RESEARCH)
    return max((source.date for source in shown if source.date > day), default=None)


def view(
    contents: StoredContents,
    framework: Framework,
    *,
    as_of: date,
    desk_research: bool,
    found: FoundDifferences | None = None,
    figures_on: date | None = None,
) -> Snapshot:
    """Return the sources dated on or before `as_of` with their rows, and the rows without a source.

    Of a data set only the newest edition is kept. International statistics are dated on or before `figures_on`, if
    given. Desk research is left out unless `desk_research`, and so is a row with a source that the release lacks.
    Each request sent by that day gives rows "no answer yet", or a round once there is an answer. `found` are the
    differences between all figures of the contents; those between figures of the day are kept, with their decisions.
    """
    last = figures_on or as_of
    older = superseded(contents.sources, last)
    sources = tuple(
        source
        for source in contents.sources
        if source.source_id not in older
        and source.date <= (last if source.source_class is SourceClass.INTERNATIONAL_STATISTICS else as_of)
        and (desk_research or source.source_class is not SourceClass.DESK_RESEARCH)
    )
    known = {source.source_id for source in sources} | {""}
    observations = tuple(row for row in contents.observations if row.source_id in known)
    differences = visible(found, observations, desk_research=desk_research) if found else ()
    snapshot = Snapshot(
        release=contents.release,
        as_of=as_of,
        framework=framework,
        sources=sources,
        statements=tuple(row for row in contents.statements if row.source_id in known),
        observations=observations,
        requests=tuple(request for request in contents.requests if request.sent <= as_of),
        decisions=contents.decisions,
        differences=apply_decisions(differences, contents.decisions),
        figures_on=figures_on if figures_on != as_of else None,
    )
    return with_replies(_with_requests(snapshot), contents.replies)


def _with_requests(snapshot: Snapshot) -> Snapshot:
    if not snapshot.requests:
        return snapshot
    framework = replace(snapshot.framework, readings=snapshot.framework.readings + rounds(snapshot))
    return replace(snapshot, framework=framework, statements=snapshot.statements + unanswered(snapshot))
