"""The chart of shares whose base is not given: bars in per cent, with the unexplained rest as an open hatch."""

from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Href, Table
from bukhara.charts.palette import CLEAR, NEUTRAL
from bukhara.charts.source_cell import source_cell
from bukhara.i18n.codes import label
from bukhara.i18n.figures import PERSONS, value_text, with_unit
from bukhara.i18n.periods import period_text
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.observation import PERCENT, Observation
from bukhara.views.identified import Shares

_ROW = 38


def chart(shares: Shares, words: Words, *, heading: tuple[str, str], source: str, href: Href) -> Chart:
    """Return the chart of shares in printed order.

    Args:
        shares: the figures and the rest that they leave unexplained.
        words: the language of the reader.
        heading: the id and the title of the chart.
        source: the source line.
        href: returns the address of the evidence of an observation id.
    """
    head = shares.figures[0]
    names = [name(figure, words) for figure in shares.figures]
    notes = [words("The number of victims is not given, so that no share can be turned into a number of persons.")]
    if shares.rest:
        names.append(words("not explained in the source"))
        rest = with_unit(shares.rest, PERCENT, words)
        notes.append(words("{share} are not explained in the source.", share=rest))
    return Chart(
        id=heading[0],
        title=heading[1],
        subtitle=words(
            "Per cent of identified victims, base not given; Central Asia; {period}",
            period=period_text(head.period, head.period_label, words),
        ),
        figure=_figure(shares, names, words, href),
        table=_table(shares, names, words, href),
        source=source,
        notes=tuple(notes),
        height=70 + _ROW * len(names),
        measures=(head.indicator,),
    )


def name(figure: Observation, words: Words) -> str:
    """Return the name of the group of a share: women, girls, men, boys, or a form of exploitation."""
    message = PERSONS.get((figure.sex, figure.age_group))
    if message:
        return words(message)
    codes = (figure.sex, figure.age_group, figure.form_of_exploitation)
    return ", ".join(label(words, code) for code in codes if code)


def _figure(shares: Shares, names: list[str], words: Words, href: Href) -> dict[str, Any]:
    values = [figure.value or 0.0 for figure in shares.figures]
    texts = [value_text(figure, words) for figure in shares.figures]
    links = [href(figure.observation_id) for figure in shares.figures]
    traces = [_bars(names[: len(values)], values, texts) | {"customdata": links}]
    if shares.rest:
        texts.append(with_unit(shares.rest, PERCENT, words))
        traces.append(_bars(names[-1:], [shares.rest], texts[-1:], printed=False) | {"customdata": links[:1]})
    traces.append(_labels(names, [*values, shares.rest], texts))
    return {
        "data": traces,
        "layout": theme.layout(
            barmode="overlay",
            bargap=0.35,
            margin={"l": 8, "r": 24, "t": 8, "b": 8},
            xaxis=theme.count_axis(range=[0, 100], dtick=50, tickangle=0, ticksuffix="\u00a0%"),
            yaxis=theme.name_axis(),
        ),
    }


def _bars(names: list[str], values: list[float], texts: list[str], *, printed: bool = True) -> dict[str, Any]:
    hatch = {"shape": "/", "fillmode": "overlay", "fgcolor": NEUTRAL, "size": 6, "solidity": 0.2}
    return {
        "type": "bar",
        "orientation": "h",
        "y": names,
        "x": values,
        "text": texts,
        "textposition": "none",
        "hovertemplate": "%{y}: %{text}<extra></extra>",
        "marker": {
            "color": NEUTRAL if printed else CLEAR,
            "line": {"color": NEUTRAL, "width": 1},
            **({} if printed else {"pattern": hatch}),
        },
    }


def _labels(names: list[str], values: list[float], texts: list[str]) -> dict[str, Any]:
    """Return the trace with the numbers at the ends of the bars; the dark page cannot recolour text inside bars."""
    return {
        "type": "scatter",
        "mode": "text",
        "y": names,
        "x": values[: len(names)],
        "text": [f"\u00a0{text}" for text in texts],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _table(shares: Shares, names: list[str], words: Words, href: Href) -> Table:
    columns = (words("Identified victims"), words("Share"), words("Place in the source"))
    rows = [
        (Cell(group), Cell(value_text(o, words), None, State.VALUE, href(o.observation_id)), source_cell(o, words))
        for group, o in zip(names, shares.figures, strict=False)
    ]
    if shares.rest:
        rest = Cell(with_unit(shares.rest, PERCENT, words), None, State.NOT_ASKED)
        rows.append((Cell(names[-1]), rest, source_cell(shares.figures[0], words)))
    return Table(columns, tuple(rows))
