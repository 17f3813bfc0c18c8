"""The addresses of version 1: each filters a snapshot and returns rows. Reads only."""

import logging
import secrets
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask import Response, g, request
from flask_openapi3.blueprint import APIBlueprint
from werkzeug.exceptions import HTTPException, InternalServerError

from bukhara.api import examples, problems
from bukhara.api.answers import answer, current_service
from bukhara.api.describing import responses
from bukhara.api.parameters import (
    DatedQuery,
    DifferencesQuery,
    EvidenceQuery,
    FrameworkQuery,
    ObservationsQuery,
    Paging,
    ProgressQuery,
    RevisionsQuery,
)
from bukhara.errors import CodeUnknown, StoreFull, StoreUnavailable, disk_error
from bukhara.exports import columns, filters, framework_rows, records
from bukhara.exports.dataset import Dataset
from bukhara.i18n.words import words_of
from bukhara.model.codes import SourceClass
from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot
from bukhara.progress.rows import progress_rows
from bukhara.service.release_words import public_releases

blueprint = APIBlueprint("api", __name__, url_prefix="/api/v1")
_LOG = logging.getLogger(__name__)


@blueprint.get(
    "/observations",
    operation_id="observations",
    summary="Figures with source, place and quote",
    description=(
        "States are in fixed order. A gap has no value; its state says why. Zero is a value. "
        "`warnings` tells which rows asked for must not be put side by side; `defaults` which rows a default hides. "
        "With `source_class` the day of the newest source is the default day."
    ),
    responses=responses(columns.OBSERVATIONS, examples.OBSERVATION),
)
def observations(query: ObservationsQuery) -> Response:
    """Answer with the figures asked for."""
    snapshot = _snapshot(query.as_of, query.source_class)

    def made(whole: Snapshot) -> Snapshot:
        return filters.observations(whole, **query.filters)

    return answer(
        snapshot,
        query,
        lambda: records.observations(made(snapshot), snapshot),
        also=lambda: _defaults(query, snapshot, lambda whole: len(made(whole).observations)),
    )


@blueprint.get(
    "/evidence",
    operation_id="evidence",
    summary="Statements with body, source, place and quote",
    description=(
        "States are in fixed order, otherwise as stored. `defaults` tells which rows a default hides. "
        "With `source_class` the day of the newest source is the default day."
    ),
    responses=responses(columns.EVIDENCE, examples.EVIDENCE),
)
def evidence(query: EvidenceQuery) -> Response:
    """Answer with the statements asked for."""
    snapshot = _snapshot(query.as_of, query.source_class)

    def made(whole: Snapshot) -> Snapshot:
        return filters.evidence(whole, **query.filters)

    return answer(
        snapshot,
        query,
        lambda: records.evidence(made(snapshot)),
        also=lambda: _defaults(query, snapshot, lambda whole: len(made(whole).statements)),
    )


@blueprint.get(
    "/progress",
    operation_id="progress",
    summary="Statuses and counts between bounds",
    description=(
        "Rows without item are a state's counts; rows without country an item's over the states; the others "
        "a state's status on an item. Levels are given in rounds only. Nothing orders the states."
    ),
    responses=responses(columns.PROGRESS, examples.PROGRESS),
)
def progress(query: ProgressQuery) -> Response:
    """Answer with the rows of progress asked for."""
    day = query.as_of
    if query.reading is not None and day is None:
        day = filters.day_of_reading(_snapshot().framework, query.reading)
    snapshot = current_service().snapshot(as_of=day, method_then=query.method == "then")
    return answer(
        snapshot,
        query,
        lambda: records.progress(
            snapshot, filters.progress(progress_rows(snapshot), snapshot.framework, **query.filters)
        ),
    )


@blueprint.get(
    "/differences",
    operation_id="differences",
    summary="Differences between sources, found by rules",
    description=(
        "Both sides as printed, with likely causes; neither is preferred. States are in fixed order. A decision "
        "holds for the two numbers that it was made about; where they changed, the difference is open again."
    ),
    responses=responses(columns.DIFFERENCES, examples.DIFFERENCE),
)
def differences(query: DifferencesQuery) -> Response:
    """Answer with the differences asked for."""
    snapshot = _snapshot(query.as_of)
    return answer(
        snapshot,
        query,
        lambda: records.differences(
            snapshot, filters.differences(snapshot.differences, snapshot.framework, **query.filters)
        ),
    )


@blueprint.get(
    "/revisions",
    operation_id="revisions",
    summary="What a newer edition of a data set changed",
    description=(
        "One row for each cell that was changed, masked, added or is no longer published, with the print of both "
        "editions. `old` is `number` where the newer edition masks what the older one printed."
    ),
    responses=responses(columns.REVISIONS, examples.REVISION),
)
def revisions(query: RevisionsQuery) -> Response:
    """Answer with the revisions asked for."""
    snapshot = _snapshot(query.as_of)
    return answer(
        snapshot,
        query,
        lambda: records.revisions(
            snapshot, filters.revisions(current_service().revisions(snapshot), snapshot.framework, **query.filters)
        ),
    )


@blueprint.get(
    "/sources",
    operation_id="sources",
    summary="The documents that everything rests on",
    description="The address of an internal source is not given.",
    responses=responses(columns.SOURCES, examples.SOURCE),
)
def sources(query: DatedQuery) -> Response:
    """Answer with the sources dated up to the day."""
    snapshot = _snapshot(query.as_of)
    return answer(snapshot, query, lambda: records.sources(snapshot))


@blueprint.get(
    "/framework",
    operation_id="framework",
    summary="What is monitored: items, indicators and their conditions",
    description="One row for each indicator. The codes of countries, pillars and readings are beside them.",
    responses=responses(columns.FRAMEWORK, examples.INDICATOR),
)
def framework(query: FrameworkQuery) -> Response:
    """Answer with the framework in a language."""
    snapshot = _snapshot()
    language = filters.language(snapshot.framework, query.lang)
    codes = _codes(snapshot.framework, language)
    return answer(snapshot, query, lambda: framework_rows.framework(snapshot, language), also=lambda: codes)


@blueprint.get(
    "/releases",
    operation_id="releases",
    summary="The history of publications",
    description="A release is never changed afterwards; a revert is a new one. `note` says what changed in the data "
    "and why, in English, as /releases does.",
    responses=responses(columns.RELEASES, examples.RELEASE),
)
def releases(query: Paging) -> Response:
    """Answer with every release."""
    snapshot = _snapshot()
    return answer(snapshot, query, lambda: _releases(snapshot))


def _releases(snapshot: Snapshot) -> Dataset:
    service = current_service()
    history = service.releases()
    notes = [each.note for each in public_releases(service, words_of("en"), history)]
    return records.releases(snapshot, history, notes)


@blueprint.errorhandler(CodeUnknown)
def _unknown_value(error: CodeUnknown) -> Response:
    return problems.of_parameter(error)


@blueprint.errorhandler(StoreUnavailable)
def _no_store(error: StoreUnavailable) -> Response:
    g.trouble = f"{type(error).__name__}: {error}"
    is_full = isinstance(error, StoreFull)
    return problems.problem(
        error.status, "The disk of this server is full." if is_full else "The store cannot be reached."
    )


@blueprint.errorhandler(InternalServerError)
def _surprise(error: InternalServerError) -> Response:
    reference, cause = g.get("request_id") or secrets.token_hex(8), error.original_exception or error
    if trouble := disk_error(cause):
        return _no_store(trouble)
    _LOG.error("reference %s: %s %r", reference, request.method, request.path, exc_info=cause)
    return problems.problem(500, f"Something went wrong here. Please tell the secretariat this reference: {reference}.")


@blueprint.errorhandler(HTTPException)
def _http(error: HTTPException) -> Response:
    return problems.of_http(error)


def _snapshot(as_of: date | None = None, classes: Iterable[SourceClass] = ()) -> Snapshot:
    # Desk research is left out unless asked for by its name; a class asked for is not cut off by a day.
    asked = set(classes)
    day = _newest_source() if asked and as_of is None else as_of
    return current_service().snapshot(as_of=day, desk_research=SourceClass.DESK_RESEARCH in asked)


def _newest_source() -> date:
    return current_service().snapshot(desk_research=True).newest_source


def _defaults(
    query: ObservationsQuery | EvidenceQuery, snapshot: Snapshot, count: Callable[[Snapshot], int]
) -> dict[str, list[dict[str, object]]]:
    """Return the defaults that hide rows from an answer, each with the number of rows and the parameter to change."""
    if query.source_class:
        return {"defaults": []}
    day = query.as_of or max(_newest_source(), snapshot.as_of)
    later, every = (current_service().snapshot(as_of=day, desk_research=each) for each in (False, True))
    hidden = (
        ("as_of", snapshot.as_of.isoformat(), count(later) - count(snapshot)),
        ("source_class", f"all but {SourceClass.DESK_RESEARCH}", count(every) - count(later)),
    )
    return {"defaults": [{"parameter": name, "value": value, "hidden": n} for name, value, n in hidden if n]}


def _codes(framework: Framework, language: str) -> dict[str, Any]:
    return {
        "version": framework.version,
        "title": framework.title.in_(language),
        "countries": [{"code": c.code, "name": c.name.in_(language)} for c in framework.countries + framework.regions],
        "pillars": [{"id": p.id, "name": p.name.in_(language)} for p in framework.pillars],
        "readings": [
            {"id": r.id, "kind": r.kind.value, "date": r.date.isoformat(), "title": r.title.in_(language)}
            for r in framework.readings
        ],
    }
