"""Makes the snapshot of a day from a release, with the differences between its sources, and finds like days; pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bukhara.comparability.differences import apply_decisions
from bukhara.comparability.editions import differences_by_edition, superseded
from bukhara.model.codes import SourceClass, State
from bukhara.model.difference import Difference, FoundDifferences
from bukhara.model.framework import Framework
from bukhara.model.item_list import RowList, listed
from bukhara.model.observation import Observation
from bukhara.model.partial_date import last_day
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.progress.seen_content import is_shown, with_replies
from bukhara.service.reading.pending_requests import finished_rounds, last_day_of, open_questions, sources_of_states
from bukhara.store import StoredContents


def default_as_of(contents: StoredContents, framework: Framework, *, today: date) -> date:
    """Return the latest day of a reading, an answer, a request or a round that is over by `today`.

    Without any, the day of the Declaration.
    """
    answers, requests = sources_of_states(contents.sources, exercise=framework.exercise), contents.requests
    ends = {last_day_of(each.round_id, requests) for each in requests}
    days = [
        *(reading.date for reading in framework.readings),
        *(source.date for source in answers),
        *(request.sent for request in requests),
        *(end for end in ends if end and end <= today),
    ]
    return max(days, default=framework.method.bukhara_date)


def newest_source(contents: StoredContents, day: date, *, desk_research: bool) -> date | None:
    """Return the day of the newest source of a release that is shown; None if it is not after `day`.

    With `desk_research` that is a source of public reports too.
    """
    shown = (s for s in contents.sources if desk_research or s.source_class is not SourceClass.DESK_RESEARCH)
    return max((source.date for source in shown if source.date > day), default=None)


def snapshot_of(
    contents: StoredContents,
    framework: Framework,
    *,
    as_of: date,
    desk_research: bool = False,
    found: FoundDifferences | None = None,
    newest: date | None = None,
    public_reports: bool = False,
    read_on: date | None = None,
) -> Snapshot:
    """Return the sources dated on or before `as_of` with their rows, and the rows without a source.

    With `newest` they are those dated up to it. Of a data set only the newest edition is kept. Desk research is
    left out unless `desk_research`, and so is a row with a source that the release lacks; with `public_reports` it is
    kept beside the rows. Each request sent by that day gives rows "no answer yet", or a round once there is an answer.
    `found` are the differences between all figures of the contents; those between figures of the day are kept, with
    their decisions. With `read_on` the items and their rows are those of the list on that day (`item_list.py`).
    """
    last = newest or as_of
    older = superseded(contents.sources, last)
    known = {
        source.source_id
        for source in contents.sources
        if source.source_id not in older
        and source.date <= last
        and (desk_research or source.source_class is not SourceClass.DESK_RESEARCH)
    }
    dated = {*known, ""}
    found = found or FoundDifferences(figures=contents.observations)
    observations = tuple(row for row in contents.observations if row.source_id in known or not row.source_id)
    differences = visible_differences(found, observations, desk_research=desk_research)
    snapshot = Snapshot(
        release=contents.release,
        withdrawn=len(contents.withdrawn),
        as_of=as_of,
        framework=framework,
        sources=tuple(source for source in contents.sources if source.source_id in known),
        statements=tuple(row for row in contents.statements if row.source_id in dated),
        observations=observations,
        requests=tuple(request for request in contents.requests if request.sent <= as_of),
        decisions=contents.decisions,
        differences=apply_decisions(differences, contents.decisions),
        found=found,
        newest=newest if newest != as_of else None,
        read_on=read_on,
        public_reports=_public_reports(contents, last) if public_reports else (),
    )
    snapshot = _with_requests(_listed(snapshot))
    return with_replies(snapshot, (reply for reply in contents.replies if is_shown(snapshot, reply.item)))


def _listed(snapshot: Snapshot) -> Snapshot:
    if snapshot.read_on is None or (framework := listed(snapshot.framework, snapshot.read_on)) is snapshot.framework:
        return snapshot
    rows = RowList(snapshot.framework, snapshot.read_on)
    of_differences = ((each, rows.of(each.observations)) for each in snapshot.differences)
    return replace(
        snapshot,
        framework=framework,
        statements=rows.of(snapshot.statements),
        observations=rows.of(snapshot.observations),
        differences=tuple(
            replace(each, observations=found) for each, found in of_differences if len(found) == len(each.observations)
        ),
        public_reports=tuple(
            replace(each, record=found) for each in snapshot.public_reports for found in rows.of((each.record,))
        ),
    )


def _public_reports(contents: StoredContents, until: date) -> tuple[PublicReport, ...]:
    """Return the values that desk research dated up to a day reports."""
    found = (source for source in contents.sources if source.source_class is SourceClass.DESK_RESEARCH)
    public = {source.source_id: source for source in found if source.date <= until}
    rows: tuple[Statement | Observation, ...] = (*contents.statements, *contents.observations)
    given = (row for row in rows if row.source_id in public and row.state is State.VALUE)
    return tuple(PublicReport(row, public[row.source_id]) for row in given)


def _with_requests(snapshot: Snapshot) -> Snapshot:
    if not snapshot.requests:
        return snapshot
    framework = replace(snapshot.framework, readings=snapshot.framework.readings + finished_rounds(snapshot))
    return replace(snapshot, framework=framework, statements=snapshot.statements + open_questions(snapshot))


def snapshot_key(snapshot: Snapshot) -> tuple[object, ...]:
    """Return what tells a snapshot from every other."""
    sources = tuple(source.source_id for source in snapshot.sources)
    days = (snapshot.as_of, snapshot.newest, snapshot.read_on)
    return snapshot.release.number, snapshot.withdrawn, days, snapshot.method_of, sources, snapshot.draft


def find_differences(shown: tuple[Observation, ...], sources: Iterable[Source]) -> FoundDifferences:
    """Return the differences among shown figures, state after state, without and with desk research."""
    known, public, every = tuple(sources), list[Difference](), list[Difference]()
    unpublished = {source.source_id for source in known if source.source_class is SourceClass.DESK_RESEARCH}
    by_country: dict[str, list[Observation]] = defaultdict(list)
    for figure in shown:
        by_country[figure.country].append(figure)
    for figures in by_country.values():
        published = [figure for figure in figures if figure.source_id not in unpublished]
        found = differences_by_edition(published, known)
        public += found
        every += found if len(published) == len(figures) else differences_by_edition(figures, known)
    return FoundDifferences(tuple(public), tuple(every), shown)


def visible_differences(
    found: FoundDifferences, observations: Iterable[Observation], *, desk_research: bool
) -> tuple[Difference, ...]:
    """Return the differences with all figures in `observations`, in the order of their first figure."""
    order = {id(figure): n for n, figure in enumerate(observations)}
    chosen = found.with_desk_research if desk_research else found.public
    seen = [each for each in chosen if all(id(figure) in order for figure in each.observations)]
    return tuple(sorted(seen, key=lambda each: sorted(order[id(figure)] for figure in each.observations)))


def first_day_as(day: date, contents: StoredContents, framework: Framework) -> date:
    """Return the first day from which on everything is as on `day`.

    A new span begins with each year, because some items are asked for each year, and around each day of the record.
    Example: with one letter of 3 May 2024 and nothing else, 5 to 31 May 2024 are as 5 May.
    """
    known = (date(day.year, 1, 1).toordinal(), *contents.once(_around_rows), *framework.once(_around_list))
    return date.fromordinal(max(each for each in known if each <= day.toordinal()))


def _around_rows(contents: StoredContents) -> frozenset[int]:
    days = {source.date for source in contents.sources} | {reply.given_on for reply in contents.replies}
    days |= {day for request in contents.requests for day in (request.sent, request.due) if day}
    days |= {day for row in contents.statements for day in (row.asked_on, row.due_date) if day}
    return _around(days | {last_day(row.valid_until) for row in contents.statements if row.valid_until})


def _around_list(framework: Framework) -> frozenset[int]:
    listed = {day for item in framework.items for day in (item.applies_from, item.added_on, item.retired_on) if day}
    return _around(listed | {reading.date for reading in framework.readings})


def _around(days: Iterable[date]) -> frozenset[int]:
    """Return the days with those before and after them: what is compared with a day changes on one of the three."""
    return frozenset(day.toordinal() + n for day in days for n in (-1, 0, 1))
