"""From a dataset to an HTTP answer: format, paging, validators. Knows nothing of the meaning of the rows."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from importlib.metadata import version
from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from bukhara.exports.dataset import Dataset
from bukhara.exports.formats import format_of
from bukhara.exports.to_json import to_json
from bukhara.model.release import Snapshot
from bukhara.service import Service
from bukhara.service.reading.finished import ENCODINGS, Finished
from bukhara.service.reading.memo import Memo
from web.request import service
from wings.api.parameters import Paging
from wings.api.wing import DESCRIPTION

_PROGRAM = version("bukhara-monitor")
_OF_PAGE = ("limit", "offset", "format")


def answer(
    snapshot: Snapshot,
    query: Paging,
    make: Callable[[], Dataset],
    *,
    also: Callable[[], Mapping[str, object]] | None = None,
) -> Response:
    """Return the dataset in the requested format, or 304 if the client has it already.

    The bytes are made once for each ETag and encoding, and are kept as long as the cache has space. The rows of a list
    are chosen once for all its pages.
    """
    etag, domain = etag_of(snapshot), service()

    def rows() -> tuple[Dataset, Mapping[str, object]]:
        return make(), also() if also else {}

    def whole() -> Finished:
        dataset, beside = domain.part(_lists).get(etag_of(snapshot, leave_out=_OF_PAGE), rows)
        return _whole(dataset, beside, query)

    if request.if_none_match.contains_weak(etag):
        response = Response(status=304)
    else:
        made = domain.finished.get(etag, whole, _encoding(query))
        response = Response(made.body, headers=list(made.headers))
    response.set_etag(etag, weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.vary.add("Accept-Encoding")
    response.headers.add("Link", f'<{DESCRIPTION}>; rel="service-desc"')
    return response


def etag_of(snapshot: Snapshot, *, leave_out: Collection[str] = ()) -> str:
    """Return the validator of a request.

    It is made of release, withdrawals, day, framework, program, disclosure policy, address and parameters.
    """
    release, framework = snapshot.release, snapshot.framework
    asked = sorted((name, value) for name, value in request.args.items(multi=True) if name not in leave_out)
    parts = (
        release.created_at.isoformat(),
        str(snapshot.withdrawn),
        snapshot.as_of.isoformat(),
        snapshot.newest_source.isoformat(),
        snapshot.calendar_day.isoformat(),
        framework.version,
        framework.method.version,
        _PROGRAM,
        repr(service().policy),
        request.path,
        urlencode(asked),
    )
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"{release.number}-{digest[:16]}"


def _lists(_: Service) -> Memo[Any]:
    """Return the lists that were asked for last, for their further pages."""
    return Memo(4)


def _encoding(query: Paging) -> str | None:
    return request.accept_encodings.best_match(() if format_of(query.format).is_compressed else ENCODINGS)


def _whole(dataset: Dataset, also: Mapping[str, object], query: Paging) -> Finished:
    form = format_of(query.format)
    headers = [("Content-Type", form.media_type)]
    if query.format == "json":
        headers.extend(("Link", link) for link in _links_to_pages(query, len(dataset.rows)))
        return Finished(to_json(dataset, query.offset, limit=query.limit, also=also), tuple(headers))
    name = f"bukhara-{dataset.name}-release-{dataset.release}.{query.format}"
    headers.append(("Content-Disposition", f'attachment; filename="{name}"'))
    return Finished(form.write(dataset, "en"), tuple(headers))


def _links_to_pages(query: Paging, count: int) -> list[str]:
    following = [_link(query.offset + query.limit, "next")] if query.offset + query.limit < count else []
    return following + ([_link(max(0, query.offset - query.limit), "prev")] if query.offset > 0 else [])


def _link(offset: int, relation: str) -> str:
    others = [(name, value) for name, value in request.args.items(multi=True) if name != "offset"]
    return f'<{request.script_root}{request.path}?{urlencode([*others, ("offset", offset)])}>; rel="{relation}"'
