"""A chart's table as CSV or XLSX, with title, source and notes in the file."""

import io
from datetime import date

import xlsxwriter

from bukhara.charts.chart import Chart
from bukhara.exports.to_csv import csv_for_excel
from bukhara.exports.to_xlsx import without_clock


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
        bold, wrapped = (book.add_format({"bold": n == 0, "text_wrap": True, "valign": "top"}) for n in (0, 1))
        sheet.write_string(0, 0, chart.title, bold)
        sheet.write_string(1, 0, chart.subtitle)
        sheet.write_row(3, 0, chart.table.columns, bold)
        for line, row in enumerate(chart.table.rows, start=4):
            sheet.write_row(line, 0, [cell.exported for cell in row], wrapped)
        sheet.autofit(360)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.write_column(5 + len(chart.table.rows), 0, chart.lines)
    return out.getvalue()
