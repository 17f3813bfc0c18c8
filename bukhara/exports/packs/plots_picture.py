"""The charts of a measure as one picture for a document, and its figures in words."""

from bukhara.charts import theme
from bukhara.charts.svg.drawing import draw
from bukhara.exports.typst_file import compile_page
from bukhara.i18n.words import words_of
from bukhara.pack.figures import plot_text
from bukhara.pack.slides import Plots

WIDTH, WIDTH_CM, DOTS_PER_INCH = 660, 17, 300
"""The width of a picture in its own pixels and on paper, and how finely it is drawn for Word."""


def plots_svg(block: Plots, language: str) -> str:
    """Return the charts of all states as a drawing; empty where the figures are a table."""
    if block.chart.figure is None:
        return ""
    figure = theme.in_words(block.chart.figure, words_of(language))
    # a mark leads nowhere: the address of its evidence is on the server
    data = [{key: value for key, value in trace.items() if key != "customdata"} for trace in figure["data"]]
    height = block.chart.height
    return draw(figure | {"data": data}, "plots", height, (WIDTH, height)).svg


def plots_png(block: Plots, language: str) -> bytes:
    """Return the charts as a bitmap for a program that shows no SVG; empty where the figures are a table."""
    svg = plots_svg(block, language)
    content = {"svg": svg, "width": f"{WIDTH_CM}cm"}
    return compile_page("packs/picture.typ", content, fonts="pages", kind="png", ppi=DOTS_PER_INCH) if svg else b""


def plots_alt(block: Plots) -> str:
    """Return every figure of the charts in words, for who does not see them."""
    return " ".join(plot_text(plot) for plot in block.plots)
