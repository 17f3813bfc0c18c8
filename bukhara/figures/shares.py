"""Printed shares whose base is not given: bars on a scale of per cent, never a count; the rest is an open hatch."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bukhara.figures import theme
from bukhara.figures.chart import Cell, Chart, Table
from bukhara.figures.palette import NEUTRAL
from bukhara.i18n.codes import N_, label
from bukhara.i18n.figures import value_text, with_unit
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.model.codes import State
from bukhara.model.observation import PERCENT

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.observation import Observation
    from bukhara.views.identified import Shares

PERSONS = {
    ("female", "adult"): N_("women"),
    ("female", "minor"): N_("girls"),
    ("male", "adult"): N_("men"),
    ("male", "minor"): N_("boys"),
}
_ROW = 38


def chart(shares: Shares, words: Words, *, heading: tuple[str, str], source: str, href: Callable[[str], str]) -> Chart:
    """Return the bars in printed order; `heading` is id and title, `href` leads from a figure's id to its evidence."""
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
    )


def name(figure: Observation, words: Words) -> str:
    """Return whom a share is about: women, girls, men, boys, or the form of exploitation."""
    message = PERSONS.get((figure.sex, figure.age_group))
    if message:
        return words(message)
    told = (figure.sex, figure.age_group, figure.form_of_exploitation)
    return ", ".join(label(words, code) for code in told if code)


def _figure(shares: Shares, names: list[str], words: Words, href: Callable[[str], str]) -> dict[str, Any]:
    told = [figure.value or 0.0 for figure in shares.figures]
    texts = [value_text(figure, words) for figure in shares.figures]
    links = [href(figure.observation_id) for figure in shares.figures]
    traces = [_bars(names[: len(told)], told, texts) | {"customdata": links}]
    if shares.rest:
        texts.append(with_unit(shares.rest, PERCENT, words))
        traces.append(_bars(names[-1:], [shares.rest], texts[-1:], printed=False))
    traces.append(_labels(names, [*told, shares.rest], texts))
    return {
        "data": traces,
        "layout": theme.layout(
            barmode="overlay",
            bargap=0.35,
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
            "color": NEUTRAL if printed else "rgba(0,0,0,0)",
            "line": {"color": NEUTRAL, "width": 1},
            **({} if printed else {"pattern": hatch}),
        },
    }


def _labels(names: list[str], values: list[float], texts: list[str]) -> dict[str, Any]:
    """Return the numbers at the ends of the bars as a trace of their own: the dark page recolours no text of bars."""
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


def _table(shares: Shares, names: list[str], words: Words, href: Callable[[str], str]) -> Table:
    columns = (words("Identified victims"), words("Share"), words("Place in the source"))
    rows = [
        (Cell(told), Cell(value_text(o, words), None, State.VALUE, href(o.observation_id)), _place(o, words))
        for told, o in zip(names, shares.figures, strict=False)
    ]
    if shares.rest:
        rest = Cell(with_unit(shares.rest, PERCENT, words), None, State.NOT_ASKED)
        rows.append((Cell(names[-1]), rest, _place(shares.figures[0], words)))
    return Table(columns, tuple(rows))


def _place(o: Observation, words: Words) -> Cell:
    return Cell(locator_text(o.source_locator, words), o.source_locator)
