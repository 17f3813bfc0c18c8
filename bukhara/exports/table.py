"""A chart's table as CSV or XLSX with title, source and notes in the file, and what a program needs of it as JSON."""

import io
import json
from datetime import date
from typing import Any

import xlsxwriter

from bukhara.charts.chart import Chart
from bukhara.exports.to_csv import csv_for_excel
from bukhara.exports.to_xlsx import without_clock
from bukhara.model.release import Snapshot


def to_csv(chart: Chart) -> bytes:
    """Return CSV for Excel: header, rows, then source and notes as comments."""
    rows = [[cell.exported for cell in row] for row in chart.table.rows]
    comments = [[f"# {line}"] for line in (chart.title, chart.subtitle, *chart.lines)]
    return csv_for_excel([chart.table.columns, *rows, *comments])


def to_xlsx(chart: Chart, day: date) -> bytes:
    """Return one sheet: title, country and period, table, source and notes; text never becomes a formula.

    The file is of the day of the chart, so that it has the same bytes whenever it is made.
    """
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        without_clock(book, day)
        sheet = book.add_worksheet("Data")
        bold = book.add_format({"bold": True, "text_wrap": True})
        sheet.write_string(0, 0, chart.title, bold)
        sheet.write_string(1, 0, chart.subtitle)
        for column, text in enumerate(chart.table.columns):
            sheet.write_string(3, column, text, bold)
            sheet.set_column(column, column, max(12, min(48, len(text) + 4)))
        for line, row in enumerate(chart.table.rows, start=4):
            sheet.write_row(line, 0, [cell.exported for cell in row])
        sheet.write_column(5 + len(chart.table.rows), 0, chart.lines)
    return out.getvalue()


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
