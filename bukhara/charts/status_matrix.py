"""The matrix of themes by state as a chart, to be taken away as a picture: a cell says its status in words."""

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Figure, Table
from bukhara.charts.count_words import themes_text
from bukhara.charts.palette import CLEAR, INK, tint
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.model.framework import Country
from bukhara.model.marks import MARKS, Mark
from bukhara.progress.counts import count
from bukhara.progress.status import ItemStatus
from bukhara.views.marks import mark
from bukhara.views.scorecard import ScorecardRow

LETTERS = 24
TINT = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMatrix:
    """Rows and columns of a matrix; `changed` cells, by state and item, differ from the last time.

    `days` are the days of the states, if they differ.
    """

    rows: tuple[ScorecardRow, ...]
    countries: tuple[Country, ...]
    changed: frozenset[tuple[str, str]]
    href: Callable[[str, str], str]
    words: Words
    days: Mapping[str, str]


def figure(matrix: StatusMatrix) -> Figure:
    """Return a row for each theme and a column for each state; a changed cell has a strong edge."""
    words, countries = matrix.words, matrix.countries
    # all names are in the first trace, so that rows keep their order; strong edges are drawn over the others
    columns = list(enumerate(zip(*(row.cells for row in matrix.rows), strict=True)))
    traces = [_trace(matrix, place, list(enumerate(cells))) for place, cells in columns]
    changed = [
        (place, [(n, c) for n, c in enumerate(cells) if (c.country, c.item) in matrix.changed])
        for place, cells in columns
    ]
    traces += [_trace(matrix, place, part, is_edge=True) for place, part in changed if part]
    above: dict[str, Any] = {"y": 1, "yref": "paper", "xanchor": "center", "yanchor": "bottom", "yshift": 4}
    heads = [
        theme.note(f"<b>{words.text(country.short)}</b>" + _under(matrix, country), 13, x=place + 0.5, **above)
        for place, country in enumerate(countries)
    ]
    layout = theme.layout(
        barmode="overlay",
        bargap=0.12,
        margin={"l": 8, "r": 8, "t": 44 if matrix.days else 28, "b": 8},
        annotations=heads,
        xaxis=theme.axis(range=[0, len(countries)], visible=False),
        yaxis=theme.name_axis(),
    )
    return {"data": traces, "layout": layout}


def table(matrix: StatusMatrix) -> Table:
    """Return the same cells as a table, and below them the counts of each state as its page has them."""
    words = matrix.words
    columns = (words("Theme"), *(words.text(c.short) + _under(matrix, c, ", ") for c in matrix.countries))
    of_states = zip(*(row.cells for row in matrix.rows), strict=True)
    counted = (Cell(words("Themes that are counted")), *(Cell(themes_text(count(cells), words)) for cells in of_states))
    return Table(columns, (*(_row(matrix, row) for row in matrix.rows), counted))


def _under(matrix: StatusMatrix, country: Country, between: str = "<br>") -> str:
    """Return the day under the name of a state, if the states have different days."""
    day = matrix.days.get(country.code, "")
    return f"{between}{day}" if day else ""


def _row(matrix: StatusMatrix, row: ScorecardRow) -> tuple[Cell, ...]:
    cells = (
        Cell(short_label(matrix.words, mark(cell)), href=matrix.href(cell.country, cell.item)) for cell in row.cells
    )
    return (Cell(matrix.words.text(row.item.name)), *cells)


def _trace(
    matrix: StatusMatrix, place: int, part: list[tuple[int, ItemStatus]], *, is_edge: bool = False
) -> dict[str, Any]:
    words, count = matrix.words, len(part)
    names = [words.text(matrix.rows[n].item.name) for n, _ in part]
    texts, marks = [short_label(words, mark(cell)) for _, cell in part], [MARKS[mark(cell)] for _, cell in part]
    state = words.text(matrix.countries[place].short)
    return {
        "type": "bar",
        "orientation": "h",
        "x": [1] * count,
        "base": [place] * count,
        "y": ["<br>".join(textwrap.wrap(name, LETTERS)) for name in names],
        "customdata": [matrix.href(cell.country, cell.item) for _, cell in part],
        "text": [""] * count if is_edge else texts,
        **theme.INSIDE,
        "textfont": {"color": INK, "size": 12},
        "hovertext": [
            f"{name}: {label(words, mark(cell))}, {state}" for name, (_, cell) in zip(names, part, strict=True)
        ],
        "hovertemplate": theme.HOVER,
        "marker": {
            "color": [CLEAR] * count if is_edge else [_tint(each) for each in marks],
            "line": {
                "color": [INK] * count if is_edge else [each.light for each in marks],
                "width": 3 if is_edge else 1,
            },
        },
    }


def _tint(mark: Mark) -> str:
    """Return a status as a tint under dark or light letters; cells without a status stay clear."""
    return tint(mark.light, TINT) if mark.is_status else CLEAR
