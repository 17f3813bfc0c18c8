"""JSON: `{"release", "as_of", "count", "data": [...]}`, figures with `warnings`; a gap is null."""

from collections.abc import Mapping

import orjson

from bukhara.exports.dataset import Dataset
from bukhara.exports.formats import Format


def to_json(
    dataset: Dataset, offset: int = 0, *, limit: int | None = None, also: Mapping[str, object] | None = None
) -> bytes:
    """Return one page as UTF-8 JSON; `count` is the number of all rows, `also` comes before the data."""
    size = len(dataset.rows) if limit is None else limit
    document = {
        "release": dataset.release,
        "as_of": dataset.as_of.isoformat(),
        "count": len(dataset.rows),
        **({} if dataset.warnings is None else {"warnings": list(dataset.warnings)}),
        **(also or {}),
        "data": [dict(zip(dataset.columns, row, strict=True)) for row in dataset.rows[offset : offset + size]],
    }
    return orjson.dumps(document)


FORMAT = Format("application/json", lambda dataset, _language: to_json(dataset) + b"\n")
