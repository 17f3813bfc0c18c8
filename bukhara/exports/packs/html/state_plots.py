"""The row of small multiples of a slide, taken apart: one drawing for each state, so that one can be shown alone."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from bukhara.charts import theme
from bukhara.charts.chart import Figure
from bukhara.charts.svg.drawing import draw
from bukhara.charts.svg.subplots import part
from bukhara.i18n.words import words_of
from bukhara.pack import fit
from bukhara.pack.figures import labels, plot_text
from bukhara.pack.slides import Plots, Slide

WIDTH, HEIGHT = 150, 170
"""The size of a drawing in its own pixels; on a slide it is shown half as large again."""
_HIDDEN_LABEL = re.compile(r'<text(?=[^>]*class="[^"]*wide-(?:[2-9]|1\d)\b)[^>]*>.*?</text>')
_COLUMN, _MOST_LINES = 165.0, 3
_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class StatePlot:
    """The figures of one state: its drawing, and in words what a drawing cannot show."""

    country: str
    name: str
    note: str
    svg: Markup
    lines: tuple[str, ...]


def state_plots(slide: Slide, block: Plots) -> tuple[StatePlot, ...]:
    """Return one drawing for each state; nothing where the figures are a table."""
    figure = block.chart.figure
    if figure is None:
        return ()
    figure = theme.in_words(figure, words_of(slide.language))
    found = []
    is_alone = sum(bool(plot.marks) for plot in block.plots) == 1
    for n, plot in enumerate(block.plots, start=1):
        name = f"{slide.language}-{slide.id}-{plot.country}"
        # the only state with an axis has the whole picture
        svg = _drawing(_alone(figure, 1 if is_alone else n), name, plot_text(plot)) if plot.marks else Markup("")
        lines = labels(plot) or ((plot.empty,) if plot.empty else ())
        texts = (str(note["text"]) for note in figure["layout"]["annotations"])
        named = next((text for text in texts if text.startswith(f"<b>{plot.name}</b><br>")), "")
        found.append(StatePlot(plot.country, plot.name, named.partition("<br>")[2].strip(_NO_BREAK), svg, lines))
    return tuple(found)


def are_long(found: tuple[StatePlot, ...]) -> bool:
    """Return whether the lines of a state take more space than its column has."""
    return any(sum(fit.text_lines(line, _COLUMN, fit.SMALL) for line in plot.lines) > _MOST_LINES for plot in found)


def _alone(figure: Figure, n: int) -> Figure:
    """Return the part of a figure that is on its axes with number `n`, in the full width of a drawing of its own."""
    start, end = figure["layout"][f"xaxis{n}" if n > 1 else "xaxis"]["domain"]
    own = part(figure, (start, end))
    notes = [note for note in own["layout"]["annotations"] if note["xref"] != "paper"]
    return {
        # a mark leads nowhere: the address of its evidence is on the server
        "data": [{key: value for key, value in trace.items() if key != "customdata"} for trace in own["data"]],
        "layout": own["layout"] | {"annotations": notes, "margin": {"l": 30, "r": 14, "t": 14, "b": 22}},
    }


def _drawing(figure: Figure, name: str, text: str) -> Markup:
    """Return a drawing as part of a document."""
    made = draw(figure, name, HEIGHT)
    top, right, low, left = made.margins
    inside = f'<svg x="0" y="0" width="{WIDTH - left - right}" height="{HEIGHT - top - low}">'
    svg = _HIDDEN_LABEL.sub("", made.svg)
    box = f"{-left} {-top} {WIDTH} {HEIGHT}"
    label = escape(text)
    return Markup(f'<svg viewBox="{box}" role="img" aria-label="{label}">{inside}{svg}</svg></svg>')  # noqa: S704  (escaped there)
