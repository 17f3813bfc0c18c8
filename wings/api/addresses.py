"""The addresses of version 1: each filters a snapshot and returns rows. Reads only."""

import logging
import secrets
from collections.abc import Mapping
from typing import Any

from flask import Response, g, request
from flask_openapi3.blueprint import APIBlueprint
from werkzeug.exceptions import HTTPException, InternalServerError

from bukhara.errors import CodeUnknown, StoreFull, StoreUnavailable, disk_error
from bukhara.exports.filters import Asked, narrowed
from bukhara.exports.tables import TABLES, Table
from bukhara.model.codes import SourceClass
from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot
from bukhara.service.releases import open_data
from web.request import service
from wings.api import problems
from wings.api.answers import answer
from wings.api.describing import responses
from wings.api.parameters import Paging, query_of
from wings.api.wing import PREFIX

blueprint = APIBlueprint("api", __name__, url_prefix=PREFIX)
blueprint.register_error_handler(CodeUnknown, problems.of_parameter)
blueprint.register_error_handler(HTTPException, problems.of_http)
_LOG = logging.getLogger(__name__)
_HIDING = {"observations": "observations", "evidence": "statements"}
"""Tables of which a default hides rows, and where a snapshot has what they are made of."""


def _serve(name: str, table: Table) -> None:
    """Add the address of a table, with the parameters that it has."""

    def rows(query: Paging) -> Response:
        return _answer(name, query)

    rows.__name__, rows.__annotations__ = name, {"query": query_of(name, table), "return": Response}
    words: dict[str, Any] = {"summary": table.about, "description": table.rules}
    blueprint.get(f"/{name}", operation_id=name, responses=responses(name, table.columns), **words)(rows)


for _name, _table in TABLES.items():
    if _table.in_api:
        _serve(_name, _table)


def _answer(name: str, query: Paging) -> Response:
    asked = query.asked
    snapshot = open_data.snapshot_of(service(), asked)

    def also() -> Mapping[str, object]:
        if name in _HIDING:
            return _defaults(_HIDING[name], asked, snapshot)
        return _codes(snapshot.framework, asked["lang"]) if "lang" in asked else {}

    return answer(snapshot, query, lambda: open_data.table(service(), name, snapshot, asked), also=also)


@blueprint.errorhandler(StoreUnavailable)
def _no_store(error: StoreUnavailable) -> Response:
    g.trouble = f"{type(error).__name__}: {error}"
    is_full = isinstance(error, StoreFull)
    detail = "The disk of this server is full." if is_full else "The store cannot be reached."
    return problems.problem(error.status, detail)


@blueprint.errorhandler(InternalServerError)
def _surprise(error: InternalServerError) -> Response:
    reference, cause = g.get("request_id") or secrets.token_hex(8), error.original_exception or error
    if trouble := disk_error(cause):
        return _no_store(trouble)
    _LOG.error("reference %s: %s %r", reference, request.method, request.path, exc_info=cause)
    return problems.problem(500, f"Something went wrong here. Please tell the secretariat this reference: {reference}.")


def _defaults(records: str, asked: Asked, snapshot: Snapshot) -> dict[str, list[dict[str, object]]]:
    """Return the defaults that hide rows from an answer, each with the number of rows and the parameter to change."""
    if asked["source_class"]:
        return {"defaults": []}
    found = service()
    day = asked["as_of"] or max(found.snapshot(desk_research=True).newest_source, snapshot.as_of)
    whole = (snapshot, *(found.snapshot(as_of=day, desk_research=each) for each in (False, True)))
    shown, later, every = (len(narrowed(getattr(each, records), asked, each)) for each in whole)
    hidden = (
        ("as_of", snapshot.as_of.isoformat(), later - shown),
        ("source_class", f"all but {SourceClass.DESK_RESEARCH}", every - later),
    )
    return {"defaults": [{"parameter": name, "value": value, "hidden": n} for name, value, n in hidden if n]}


def _codes(framework: Framework, language: str) -> dict[str, Any]:
    return {
        "version": framework.version,
        "title": framework.instrument.title.in_(language),
        "countries": [{"code": c.code, "name": c.name.in_(language)} for c in framework.countries + framework.regions],
        "pillars": [{"id": p.id, "name": p.name.in_(language)} for p in framework.pillars],
        "readings": [
            {"id": r.id, "kind": r.kind.value, "date": r.date.isoformat(), "title": r.title.in_(language)}
            for r in framework.readings
        ],
    }
