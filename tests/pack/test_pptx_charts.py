"""The native charts: numbers that follow their cells, and nothing over anything else."""

import io
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from bukhara.charts.series import SeriesForm
from bukhara.exports.packs import WRITERS
from bukhara.i18n.words import words_of
from bukhara.pack import PackChoice
from bukhara.pack.slides import Plots
from tests.pack.conftest import CASES
from tests.pack.test_pptx_fits import width
from tests.services import converted


@pytest.fixture
def charts(packs, written):
    """Return the plots of a kind and language with their native charts."""

    def found(kind, language):
        pack = packs(kind, PackChoice(languages=(language,)))
        pages = Presentation(io.BytesIO(written(kind, language, "pptx"))).slides
        for page, slide in zip(pages, pack.slides, strict=True):
            plots = [plot for block in slide.blocks if isinstance(block, Plots) for plot in block.plots]
            native = [plot for plot in plots if plot.is_native]
            yield from zip(native, (shape for shape in page.shapes if shape.has_chart), strict=True)

    return found


def bars(chart):
    """Return the years of a chart with their values."""
    plot = chart.plots[0]
    years = [(date(1899, 12, 30) + timedelta(days=float(day))).year for day in plot.categories]
    return list(zip(years, plot.series[0].values, strict=True))


def labels(chart):
    """Return for each bar with a label its place among the years, and the typed text, None where it is the number."""
    series, found = chart._chartSpace.find(".//{*}ser"), {}
    every = series.find("{*}dLbls/{*}showVal")
    if every is not None and every.get("val") == "1":
        found = {n: None for n, (_, value) in enumerate(bars(chart)) if value is not None}
    for label in series.findall("{*}dLbls/{*}dLbl"):
        typed = [text.text for text in label.findall(".//{*}rich/{*}p/{*}r/{*}t")]
        assert typed or label.find("{*}showVal").get("val") == "1"
        found[int(label.find("{*}idx").get("val"))] = typed or None
    return found


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_number_is_that_of_its_cell_and_only_more_than_a_number_is_typed(charts, kind, language) -> None:
    for plot, shape in charts(kind, language):
        texts = {mark.figure.period_start.year: mark for mark in plot.marks if mark.figure.value is not None}
        shown = labels(shape.chart)
        for n, typed in shown.items():
            mark = texts[bars(shape.chart)[n][0]]
            is_number = mark.text == words_of(language).number(mark.figure.value) or mark.figure.value == 0
            assert (typed and " ".join(typed)) == (None if is_number else mark.text)
        axis = shape.chart._chartSpace.find(".//{*}valAx")
        assert axis.find(".//{*}max") is None
        assert axis.find(".//{*}majorUnit") is None


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_native_chart_has_the_form_of_its_series(charts, kind, language) -> None:
    types = {SeriesForm.LINE: XL_CHART_TYPE.LINE_MARKERS, SeriesForm.BARS: XL_CHART_TYPE.COLUMN_CLUSTERED}
    for plot, shape in charts(kind, language):
        assert shape.chart.chart_type == types[plot.form]
        if plot.form is SeriesForm.LINE:
            crosses = [n for n, point in enumerate(_markers(shape.chart)) if point == "x"]
            years = [year for year, _ in bars(shape.chart)]
            assert [years[n] for n in crosses] == [
                m.figure.period_start.year for m in plot.marks if m.remark and m.figure.value is not None
            ]


def _markers(chart):
    points = {int(p.find("{*}idx").get("val")): p for p in chart._chartSpace.findall(".//{*}ser/{*}dPt")}
    symbols = {n: point.find("{*}marker/{*}symbol") for n, point in points.items()}
    return ["" if symbols.get(n) is None else symbols[n].get("val") for n in range(len(bars(chart)))]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_last_year_has_a_tick_and_no_label_is_over_another_or_over_a_bar(charts, kind, language) -> None:
    for _, shape in charts(kind, language):
        found = bars(shape.chart)
        step = int(shape.chart._chartSpace.find(".//{*}dateAx/{*}majorUnit").get("val"))
        assert (len(found) - 1) % step == 0
        shown = {n: typed or [f"{found[n][1]:,.0f}"] for n, typed in labels(shape.chart).items()}
        wide = {n: max(width(line, bold=True) for line in lines) * 12 for n, lines in shown.items()}
        digits = max(width(f"{value:,.0f}", bold=False) for _, value in found if value) * 12
        bar = (shape.width.pt - digits - 8) / len(found)
        for one, other in combinations(wide, 2):
            assert (wide[one] + wide[other]) / 2 <= abs(other - one) * bar, (shown, bar)
        for n, each in wide.items():
            higher = [m for m, (_, value) in enumerate(found) if value and value > found[n][1]]
            assert all(abs(m - n) * bar >= (each + bar / 1.4) / 2 - 1 for m in higher), (shown, found)
            assert each / 2 <= (n + 0.5) * bar + 1


def test_a_cell_that_somebody_corrects_is_drawn_with_its_new_number(packs, tmp_path) -> None:
    pack = packs("exercise", PackChoice())
    slide = next(s for s in pack.slides if any(isinstance(b, Plots) and b.plots[0].is_native for b in s.blocks))
    deck = Presentation(io.BytesIO(WRITERS["pptx"](replace(pack, slides=(replace(slide, is_hidden=False),)))))
    chart = next(shape.chart for shape in deck.slides[0].shapes if shape.has_chart)
    before = bars(chart)
    assert before[0][1] == 22
    data = CategoryChartData(number_format="#,##0")
    data.categories = [date(year, 1, 1) for year, _ in before]
    data.add_series("Alfa", [91, *(value for _, value in before[1:])])
    chart.replace_data(data)
    deck.save(tmp_path / "edited.pptx")
    svg = converted(tmp_path / "edited.pptx", tmp_path, "svg").read_text()
    texts = re.findall(r">([^<>]+)</tspan>", svg)
    assert "91" in texts
    assert "22" not in texts
