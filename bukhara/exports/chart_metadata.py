"""What a program needs to know of the table of a chart, as JSON."""

import json
from typing import Any

from bukhara.figures.chart import Chart
from bukhara.model.release import Snapshot


def to_json(chart: Chart, snapshot: Snapshot, address: str) -> bytes:
    """Return the metadata of a chart; `address` is that of its page in this release."""
    data = {
        "id": chart.id,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "columns": chart.table.columns,
        "rows": len(chart.table.rows),
        "measures": [_measure(snapshot, each) for each in chart.measures],
        "notes": chart.lines,
        "sources": [{"source_id": s.source_id, "title": s.title, "date": str(s.date)} for s in snapshot.sources],
        "exercise": snapshot.framework.exercise,
        "draft": bool(snapshot.draft),
        "release": snapshot.release.number,
        "as_of": str(snapshot.as_of),
        "method": snapshot.framework.method.version,
        "address": address,
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _measure(snapshot: Snapshot, indicator: str) -> dict[str, Any]:
    found = snapshot.framework.indicator(indicator)
    definition = dict(found.definition.by_language) if found.definition else {}
    return {"id": found.id, "name": dict(found.name.by_language), "definition": definition, "unit": found.unit}
