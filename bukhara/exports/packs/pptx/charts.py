"""Native charts with embedded workbooks, one for each state, and lines where a chart would not be honest."""

from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from pptx.chart.axis import DateAxis
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import LineSeries
from pptx.dml.color import RGBColor
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts import fit
from bukhara.charts.palette import LINE, NEUTRAL, SOFT, country_colour
from bukhara.charts.series import SeriesForm
from bukhara.exports.packs.pptx import text
from bukhara.exports.packs.pptx.master import BODY_TOP, EDGE, INNER, SOURCE_TOP
from bukhara.exports.packs.pptx.pptx_internals import element_of
from bukhara.exports.packs.pptx.text import Style
from bukhara.i18n.words import Words, words_of
from bukhara.pack import figures, layout
from bukhara.pack.slides import Plot, Plots

GAP, NAME, CHART, BESIDE, ALONE = 14.0, 26.0, 210.0, 54.0, 240.0
STATES = 5
_TYPES = {SeriesForm.LINE: XL_CHART_TYPE.LINE_MARKERS, SeriesForm.BARS: XL_CHART_TYPE.COLUMN_CLUSTERED}
_ABOVE = {SeriesForm.LINE: XL_LABEL_POSITION.ABOVE, SeriesForm.BARS: XL_LABEL_POSITION.OUTSIDE_END}
_LABEL, _AXIS = 12.0, 34.0
"""The size of the letters of a number above a bar, and the width that the axis takes of a chart."""


def plots(page: Page, block: Plots, language: str) -> None:
    """Add the figures of a measure: for each state a chart, or lines where it has no axis."""
    frame = text.box(page, (EDGE, BODY_TOP, INNER, 22), "Unit")
    text.run(frame.paragraphs[0], block.unit, Style(size=15, colour=SOFT, language=language))
    width = (INNER - GAP * (len(block.plots) - 1)) / len(block.plots)
    for n, plot in enumerate(block.plots):
        _one(page, block, plot, (EDGE + n * (width + GAP), BODY_TOP + 22, width), language)


def _one(page: Page, block: Plots, plot: Plot, place: tuple[float, float, float], language: str) -> None:
    x, y, width = place
    frame = text.box(page, (x, y, width, NAME), plot.name)
    text.run(frame.paragraphs[0], plot.name, Style(bold=True, language=language))
    if plot.is_native:
        _chart(page, block, plot, (x, y + NAME, width), language)
    lines = figures.labels(plot) if plot.is_native else figures.every_label(plot)
    top, height = (CHART, BESIDE) if plot.is_native else (8, CHART)
    if not any(other.marks for other in block.plots):
        lines, height = tuple(" · ".join(filter(None, row[1:])) for row in figures.rows_of(plot)), ALONE
    _labels(page, lines if lines or plot.marks else (plot.empty,), (x, y + NAME + top, width, height), language)


def _labels(page: Page, lines: tuple[str, ...], box: tuple[float, float, float, float], language: str) -> None:
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


def _chart(page: Page, block: Plots, plot: Plot, place: tuple[float, float, float], language: str) -> None:
    x, y, width = place
    years = tuple(range(block.first, block.last + 1))
    # masked figures and gaps are labels, never bars
    numbers = {mark.year: mark.figure.value for mark in reversed(plot.marks) if mark.figure.value is not None}
    data = CategoryChartData(number_format="#,##0")
    data.categories = [date(year, 1, 1) for year in years]
    data.categories.number_format = "yyyy"
    data.add_series(plot.name, [numbers.get(year) for year in years])
    frame = page.shapes.add_chart(_TYPES[plot.form], Pt(x), Pt(y), Pt(width), Pt(CHART), data)
    text.describe(frame.element, f"{plot.name}: {block.chart.title}", f"{block.chart.title}. {figures.plot_text(plot)}")
    _number_axes(frame.chart)
    _look(frame.chart, plot, years)
    labels, above = _labelled(plot, words_of(language)), _ABOVE[plot.form]
    _number_labels(frame.chart, labels, (width - _AXIS) / len(years), years, above)


def _look(chart: Chart, plot: Plot, years: tuple[int, ...]) -> None:
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.color.theme_color = Pt(12), MSO_THEME_COLOR.TEXT_1
    values, categories = chart.value_axis, chart.category_axis
    # the office program finds the highest value itself, so that a number that somebody corrects is drawn in full
    values.minimum_scale = 0
    values.has_major_gridlines = False
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "#,##0", False
    values.major_tick_mark = categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    categories.format.line.color.rgb = text.colour(LINE)
    _time(categories, _step(len(years) - 1))
    shade = text.colour(country_colour(plot.colour) if plot.colour < STATES else NEUTRAL)
    if plot.form is SeriesForm.LINE:
        _line(chart.plots[0].series[0], plot, years, shade)
    else:
        chart.plots[0].gap_width = 40
        _fill(chart.plots[0].series[0].format.fill, shade)


def _line(series: LineSeries, plot: Plot, years: tuple[int, ...], shade: RGBColor) -> None:
    """Draw a series as a line with points; a cross is a figure whose parts do not agree in the source."""
    series.smooth = False
    crossed = [years.index(m.year) for m in plot.marks if m.remark and m.year and m.figure.value is not None]
    parts = [(series, XL_MARKER_STYLE.CIRCLE), *((series.points[n], XL_MARKER_STYLE.X) for n in crossed)]
    for part, style in parts:
        part.format.line.width, part.format.line.color.rgb = Pt(2), shade
        part.marker.style, part.marker.size = style, 7
        _fill(part.marker.format.fill, shade)
        _fill(part.marker.format.line.fill, shade)


def _fill(fill: FillFormat, shade: RGBColor) -> None:
    fill.solid()
    fill.fore_color.rgb = shade


def _step(span: int) -> int:
    """Return after how many years the axis has a tick again, so that the first and the last year have one."""
    return next((span // parts for parts in (2, 3) if span % parts == 0), span) or 1


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


@dataclass(frozen=True, slots=True)
class _Label:
    """The number above a bar: its year and value; `typed` are its lines where the text says more than the number."""

    year: int
    value: float
    typed: tuple[str, ...]
    width: float


def _labelled(plot: Plot, words: Words) -> list[_Label]:
    """Return the labels of the bars of a plot, in order of time."""
    found = []
    for mark in sorted(plot.marks, key=lambda mark: mark.figure.period_start or date.max):
        if mark.year and mark.figure.value is not None:
            number = words.number(mark.figure.value)
            # a zero on an axis needs no word; "about" is above its number
            typed = () if mark.text == number or not mark.figure.value else tuple(mark.text.split(" ", 1))
            width = max(fit.word_width(line) for line in typed or (number,)) * _LABEL
            found.append(_Label(mark.year, mark.figure.value, typed, width))
    return found


def _number_labels(
    chart: Chart, labels: list[_Label], space: float, years: tuple[int, ...], above: XL_LABEL_POSITION
) -> None:
    """Write the number above each mark if there is space; else above the highest and the last, where they are free.

    A number is that of its cell: somebody who edits the data sees the new one. Only "about 55" is typed.
    """
    series = chart.plots[0].series[0]
    shown = labels
    if all(label.width <= space for label in labels):
        series.data_labels.show_value, series.data_labels.position = True, above
        series.data_labels.font.size, series.data_labels.font.bold = Pt(_LABEL), True
        shown = [label for label in labels if label.typed]
    else:
        shown = _free(labels, space, years[0])
    for label in shown:
        point = series.points[years.index(label.year)].data_label
        point.position = above
        if not label.typed:
            point.font.size, point.font.bold = Pt(_LABEL), True
        for line in label.typed:
            text.run(text.first(point.text_frame), line, Style(size=_LABEL, bold=True))


def _free(labels: list[_Label], space: float, first: int) -> list[_Label]:
    """Return the highest and the last label, if neither the axis nor a higher bar nor another label is in their way."""
    found: list[_Label] = []
    for label in (max(labels, key=lambda each: each.value), labels[-1]):
        bars = [each for each in labels if each.value > label.value and _are_near(label, each, space, space)]
        texts = [each for each in found if _are_near(label, each, each.width, space)]
        if not bars and not texts and label.width <= (2 * (label.year - first) + 1) * space:
            found.append(label)
    return found


def _are_near(label: _Label, other: _Label, width: float, space: float) -> bool:
    return 2 * abs(label.year - other.year) * space < label.width + width


def guard_height(lines: int, *, below_charts: bool) -> float:
    """Return how far from the top of a slide the sentences of the guard begin, so that they end above the source."""
    lowest = SOURCE_TOP - 4 - lines * layout.GUARD * fit.LINE
    return min(lowest, BODY_TOP + 22 + NAME + CHART + BESIDE) if below_charts else lowest
