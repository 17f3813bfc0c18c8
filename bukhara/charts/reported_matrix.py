"""The matrix of who reports what: the years of each measure, by state."""

from collections.abc import Callable

from bukhara.charts.chart import CellMark, CellMatrix, CellRow
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.views.statistics.who_reports import MASKED, PUBLISHED, MeasureReports, ReportedYears


def reported_matrix(rows: tuple[MeasureReports, ...], words: Words, href: Callable[[str, str], str]) -> CellMatrix:
    """Return a row for each measure; `href` returns the address of a measure in a state."""

    def marks(cell: ReportedYears, measure: str) -> tuple[CellMark, ...]:
        place, address = words.text(cell.country.short), href(measure, cell.country.code)
        return tuple(CellMark(text, f"{place}: {text}", address) for text in years_in_words(cell, words))

    found = (
        CellRow(words.text(row.measure.name), tuple(marks(cell, row.measure.id) for cell in row.cells)) for row in rows
    )
    return CellMatrix(words("Measure"), tuple(words.text(cell.country.short) for cell in rows[0].cells), tuple(found))


def years_in_words(cell: ReportedYears, words: Words) -> tuple[str, ...]:
    """Return the years of a cell by what is on record about them, then other periods or why there is nothing."""
    found = [_of_kind(kind, spans, words) for kind, spans in cell.spans]
    if cell.others:
        found.append(words.plural("{n} figure of another period", "{n} figures of other periods", cell.others))
    elif not found:
        found.append(", ".join(label(words, reason) for reason in cell.reasons) or words("no figure"))
    return tuple(found)


def _of_kind(kind: str, spans: tuple[tuple[int, int], ...], words: Words) -> str:
    years = ", ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in spans)
    if kind == PUBLISHED:
        return years
    return words("masked: {years}", years=years) if kind == MASKED else f"{label(words, kind)}: {years}"
