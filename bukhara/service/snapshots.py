"""Makes the snapshot of a day from everything that a release holds; pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bukhara.comparability.decisions import apply_decisions
from bukhara.model.codes import SourceClass
from bukhara.model.release import Snapshot
from bukhara.service.found_differences import visible
from bukhara.service.pending_requests import rounds, submitted, unanswered
from bukhara.service.reply_coding import with_replies

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.difference import FoundDifferences
    from bukhara.model.framework import Framework
    from bukhara.model.source import Source
    from bukhara.store import StoredContents


def default_as_of(contents: StoredContents, framework: Framework) -> date:
    """Return the latest day on which something was read, answered or asked; else that of the Declaration."""
    answers = submitted(contents.sources, exercise=framework.exercise)
    days = [
        *(reading.date for reading in framework.readings),
        *(source.date for source in answers),
        *(request.sent for request in contents.requests),
    ]
    return max(days, default=framework.method.bukhara_date)


def view(
    contents: StoredContents,
    framework: Framework,
    *,
    as_of: date,
    desk_research: bool,
    found: FoundDifferences | None = None,
) -> Snapshot:
    """Return the sources dated on or before `as_of` with their rows, and the rows that name no source.

    Desk research is left out unless asked for. A row whose source the release does not know is kept out. Requests
    sent by that day leave "no answer yet" where nothing came, and a round where something did. `found` are the
    differences among all figures of the contents: those among what was known on the day are kept, with their decisions.
    """
    sources = tuple(source for source in contents.sources if _seen(source, as_of, desk_research=desk_research))
    known = {source.source_id for source in sources} | {""}
    observations = tuple(row for row in contents.observations if row.source_id in known)
    differences = visible(found, observations, desk_research=desk_research) if found else ()
    said = Snapshot(
        release=contents.release,
        as_of=as_of,
        framework=framework,
        sources=sources,
        statements=tuple(row for row in contents.statements if row.source_id in known),
        observations=observations,
        requests=tuple(request for request in contents.requests if request.sent <= as_of),
        decisions=contents.decisions,
        differences=apply_decisions(differences, contents.decisions),
    )
    return with_replies(_with_requests(said), contents.replies)


def _with_requests(said: Snapshot) -> Snapshot:
    if not said.requests:
        return said
    framework = replace(said.framework, readings=said.framework.readings + rounds(said))
    return replace(said, framework=framework, statements=said.statements + unanswered(said))


def _seen(source: Source, as_of: date, *, desk_research: bool) -> bool:
    wanted = desk_research or source.source_class is not SourceClass.DESK_RESEARCH
    return wanted and source.date <= as_of
