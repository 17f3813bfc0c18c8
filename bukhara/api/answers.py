"""From a dataset to an HTTP answer: format, paging, validators. Knows nothing of what the rows mean."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from flask import Response, current_app, request

from bukhara.exports.to_csv import to_csv
from bukhara.exports.to_json import to_json
from bukhara.exports.to_sdmx import to_sdmx_csv
from bukhara.exports.to_xlsx import to_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bukhara.api.parameters import Paging
    from bukhara.exports.dataset import Dataset
    from bukhara.model.release import Snapshot

DESCRIPTION = "/api/v1/openapi.json"
MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8; header=present",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "sdmx-csv": "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8",
}
_ENDINGS = {"csv": "csv", "xlsx": "xlsx", "sdmx-csv": "sdmx.csv"}
_LINES_A_CHUNK = 500


def answer(
    snapshot: Snapshot,
    query: Paging,
    make: Callable[[], Dataset],
    *,
    also: Mapping[str, object] | None = None,
) -> Response:
    """Return the dataset in the format asked for, or 304 without making it where the asker has it already."""
    etag = etag_of(snapshot)
    known = request.if_none_match.contains_weak(etag)
    response = Response(status=304) if known else _whole(make(), query, also)
    response.set_etag(etag, weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.headers.add("Link", f'<{DESCRIPTION}>; rel="service-desc"')
    return response


def etag_of(snapshot: Snapshot) -> str:
    """Return the validator of a request: release, day, framework, program, disclosure policy, address and filters."""
    release, framework = snapshot.release, snapshot.framework
    asked = sorted(request.args.items(multi=True))
    parts = (
        release.created_at.isoformat(),
        snapshot.as_of.isoformat(),
        framework.version,
        framework.method.version,
        version("bukhara-monitor"),
        repr(current_app.config["SERVICE"].policy),
        request.path,
        urlencode(asked),
    )
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{release.number}-{digest[:16]}"


def _whole(dataset: Dataset, query: Paging, also: Mapping[str, object] | None) -> Response:
    if query.format == "json":
        response = Response(to_json(dataset, query.offset, limit=query.limit, also=also))
        _link_pages(response, query, len(dataset.rows))
    elif query.format == "xlsx":
        response = Response(to_xlsx(dataset))
    else:
        lines = to_csv(dataset) if query.format == "csv" else to_sdmx_csv(dataset)
        response = Response(_chunks(lines))
    response.headers["Content-Type"] = MEDIA_TYPES[query.format]
    if ending := _ENDINGS.get(query.format):
        name = f"bukhara-{dataset.name}-release-{dataset.release}.{ending}"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _link_pages(response: Response, query: Paging, count: int) -> None:
    if query.offset + query.limit < count:
        response.headers.add("Link", _link(query.offset + query.limit, "next"))
    if query.offset > 0:
        response.headers.add("Link", _link(max(0, query.offset - query.limit), "prev"))


def _link(offset: int, relation: str) -> str:
    others = [(name, value) for name, value in request.args.items(multi=True) if name != "offset"]
    return f'<{request.path}?{urlencode([*others, ("offset", offset)])}>; rel="{relation}"'


def _chunks(lines: Iterator[str]) -> Iterator[str]:
    while chunk := "".join(islice(lines, _LINES_A_CHUNK)):
        yield chunk
