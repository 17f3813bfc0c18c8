"""A chart's table as CSV or XLSX, with title, source and notes in the file."""

import csv
import io

import xlsxwriter

from bukhara.exports.formula import safe
from bukhara.figures.chart import Chart


def to_csv(chart: Chart) -> bytes:
    """Return UTF-8 with a byte-order mark (for Excel): header, rows, then source and notes as comments."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([safe(column) for column in chart.table.columns])
    writer.writerows([[safe(cell.exported) for cell in row] for row in chart.table.rows])
    writer.writerows([[safe(f"# {line}")] for line in (chart.title, chart.subtitle, *chart.lines)])
    return out.getvalue().encode("utf-8-sig")


def to_xlsx(chart: Chart) -> bytes:
    """Return one sheet: title, country and period, table, source and notes; text never becomes a formula."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Data")
        bold = book.add_format({"bold": True, "text_wrap": True})
        sheet.write_string(0, 0, chart.title, bold)
        sheet.write_string(1, 0, chart.subtitle)
        for column, text in enumerate(chart.table.columns):
            sheet.write_string(3, column, text, bold)
            sheet.set_column(column, column, max(12, min(48, len(text) + 4)))
        for line, row in enumerate(chart.table.rows, start=4):
            for column, cell in enumerate(row):
                sheet.write(line, column, cell.exported)
        for offset, text in enumerate(chart.lines, start=5 + len(chart.table.rows)):
            sheet.write_string(offset, 0, text)
    return out.getvalue()
