"""Native charts with embedded workbooks, one for each state, and tables where a chart would not be honest."""

from collections.abc import Iterable
from datetime import date
from itertools import accumulate

from pptx.chart.axis import DateAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts.palette import LINE, NEUTRAL, SOFT, country_colour
from bukhara.charts.svg.canvas import text_width
from bukhara.exports.packs.pptx import tables, text
from bukhara.exports.packs.pptx.master import BODY_TOP, EDGE, FONT, INNER, SOURCE_TOP
from bukhara.exports.packs.pptx.pptx_internals import element_of
from bukhara.exports.packs.pptx.text import Style
from bukhara.i18n.words import Words, words_of
from bukhara.pack import figures, fit, layout
from bukhara.pack.slides import Plot, PlotMark, Plots, TextTable

GAP, NAME, CHART, BESIDE = 14.0, 26.0, 210.0, 54.0
STATES = 5
_LABEL, _LABEL_WIDTH = 12.0, 32.0
"""The width that a number above a bar needs: where bars are narrower, only the last one has a number."""
_HEADROOM = 1.25
_NARROW_TABLE, _EDGES, _SURE = (14.0, 13.0, 12.0), 9.0, 1.04


def plots(page: Page, block: Plots, language: str, size: float) -> None:
    """Add the figures of a measure: a chart or small table for each state; one table if no state has an axis."""
    _unit(page, block, language)
    if not any(plot.marks for plot in block.plots):
        _whole_table(page, block, language, size)
        return
    width = (INNER - GAP * (len(block.plots) - 1)) / len(block.plots)
    for n, plot in enumerate(block.plots):
        _one(page, block, plot, (EDGE + n * (width + GAP), BODY_TOP + 22, width), language)


def _unit(page: Page, block: Plots, language: str) -> None:
    frame = text.box(page, (EDGE, BODY_TOP, INNER, 22), "Unit")
    text.run(frame.paragraphs[0], block.unit, Style(size=15, colour=SOFT, language=language))


def _one(page: Page, block: Plots, plot: Plot, place: tuple[float, float, float], language: str) -> None:
    x, y, width = place
    frame = text.box(page, (x, y, width, NAME), plot.name)
    text.run(frame.paragraphs[0], plot.name, Style(bold=True, language=language))
    is_table = not plot.is_native and any(mark.value is not None for mark in plot.marks)
    if plot.is_native:
        _chart(page, block, plot, (x, y + NAME, width))
    elif is_table:
        rows = tuple((mark.period, mark.text) for mark in plot.marks)
        columns = figures.figure_columns(language)
        table = TextTable((columns[2], columns[1]), rows)
        widths, size = _narrow(table, width)
        tables.text_table(page, table, language, widths, (size, size), box=(x, y + NAME, width, 40))
    lines = figures.beside_labels(plot) if is_table else figures.labels(plot)
    lines = lines if lines or plot.marks else (plot.empty,)
    is_below = plot.is_native or is_table
    top, height = (CHART, BESIDE) if is_below else (8, CHART)
    _labels(page, lines, (x, y + NAME + top, width, height), language)


def _narrow(table: TextTable, width: float) -> tuple[tuple[float, ...], float]:
    """Return the widths of two narrow columns and the size of letters with which no word is broken."""
    for size in _NARROW_TABLE:
        columns = zip(table.columns, zip(*table.rows, strict=True), strict=True)
        needed = [
            _EDGES + max(_longest(column) * size, _longest((name,)) * tables.HEADER * 1.12) for name, column in columns
        ]
        if sum(needed) <= width:
            break
    return tuple(each + (width - sum(needed)) / len(needed) for each in needed), size


def _longest(texts: Iterable[str]) -> float:
    """Return the width of the longest word, in units of the size of its letters."""
    return max((fit.word_width(word) for text in texts for word in text.split()), default=0.0) * _SURE


def _labels(page: Page, lines: tuple[str, ...], box: tables.Box, language: str) -> None:
    """Add what the chart cannot draw, as text."""
    if not lines:
        return
    frame = text.box(page, box, "Beside the axis")
    for line in _fitting(lines, box[2], box[3] - 8, words_of(language)):
        text.run(text.first(frame), line, Style(size=text.SMALL, colour=SOFT, language=language))


def _fitting(lines: tuple[str, ...], width: float, space: float, words: Words) -> tuple[str, ...]:
    """Return the lines that fit; where there are others, the last line says that they are in the notes."""

    def height(line: str) -> float:
        return fit.text_lines(line, width, text.SMALL) * text.SMALL * fit.LINE

    ends = tuple(accumulate(map(height, lines)))
    if ends[-1] <= space:
        return lines
    shown = sum(end <= space - height("0") for end in ends)
    more = words.plural("{n} more line in the notes", "{n} more lines in the notes", len(lines) - shown)
    return (*lines[:shown], more)


def _chart(page: Page, block: Plots, plot: Plot, place: tuple[float, float, float]) -> None:
    x, y, width = place
    years = figures.years(block)
    data = CategoryChartData(number_format="#,##0")
    data.categories = [date(year, 1, 1) for year in years]
    data.categories.number_format = "yyyy"
    numbers = [figures.value_of_year(plot, year) for year in years]
    data.add_series(plot.name, numbers)
    frame = page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(x), Pt(y), Pt(width), Pt(CHART), data)
    text.describe(frame.element, f"{plot.name}: {block.chart.title}", f"{block.chart.title}. {figures.plot_text(plot)}")
    _number_axes(frame.chart)
    _look(frame.chart, plot, len(years), max(number or 0 for number in numbers))
    _number_labels(frame.chart, plot, [n for n, number in enumerate(numbers) if number is not None], years, width)


def _look(chart: Chart, plot: Plot, years: int, top: float) -> None:
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(12), FONT, text.colour(SOFT)
    values, categories = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = 0, (top or 1) * _HEADROOM
    values.major_unit = top or 1
    values.has_major_gridlines = False
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "#,##0", False
    values.major_tick_mark = categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    categories.format.line.color.rgb = text.colour(LINE)
    _time(categories, max(1, round((years - 1) / 2)) if years > 3 else 1)
    bars = chart.plots[0]
    bars.gap_width = 40
    bars.series[0].format.fill.solid()
    shade = country_colour(plot.colour) if plot.colour < STATES else NEUTRAL
    bars.series[0].format.fill.fore_color.rgb = text.colour(shade)


def _number_axes(chart: Chart) -> None:
    """Number the axes: the ids of python-pptx are negative, which the schema does not allow."""
    for element in chart.element.iter(qn("c:axId"), qn("c:crossAx")):
        element.set("val", element.get("val").lstrip("-"))


def _time(axis: DateAxis, step: int) -> None:
    """Show every `step`th year on the time axis."""
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "yyyy", False
    element = element_of(axis)
    for name in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for child in element.findall(qn(f"c:{name}")):
            element.remove(child)
        value = str(step) if name == "majorUnit" else "years"
        element.append(element.makeelement(qn(f"c:{name}"), {"val": value}))


def _number_labels(chart: Chart, plot: Plot, drawn: list[int], years: tuple[int, ...], width: float) -> None:
    """Write the number above each bar if there is space, else above the last one."""
    by_year = {mark.start.year: mark for mark in plot.marks if mark.start and mark.value is not None}
    has_space = len(years) * _LABEL_WIDTH <= width
    for n in drawn if has_space else drawn[-1:]:
        mark: PlotMark = by_year[years[n]]
        label = chart.plots[0].series[0].points[n].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        # a zero on an axis needs no word; "about" stays with its number, above it where a bar is narrow
        shown = "0" if mark.value == 0 else mark.text
        lines = [shown] if text_width(shown, _LABEL) <= width / len(years) else shown.split(" ", 1)
        for line in lines:
            text.run(text.first(label.text_frame), line, Style(size=_LABEL, bold=True))


def _whole_table(page: Page, block: Plots, language: str, size: float) -> None:
    """Add one table of all figures."""
    table = TextTable(figures.figure_columns(language), figures.figure_rows(block))
    box = (EDGE, BODY_TOP + 24, INNER, 40)
    tables.text_table(page, table, language, figures.TABLE_WIDTHS, layout.figure_sizes(size), box=box)


def guard_height(lines: int) -> float:
    """Return how far from the top of a slide the sentences of the guard begin, so that they end above the source."""
    return min(SOURCE_TOP - 4 - lines * layout.GUARD * fit.LINE, BODY_TOP + 22 + NAME + CHART + BESIDE)
