"""The chart of the mean level of one state in a round, with what documents show and what open themes could add."""

import textwrap
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Table
from bukhara.charts.count_words import documents_text, open_texts
from bukhara.charts.palette import INK, NEUTRAL
from bukhara.i18n.words import Words
from bukhara.model.marks import MARKS
from bukhara.progress.coverage import Coverage
from bukhara.views.countries.country_level import CountryLevel

_LETTERS = 32
_COLOUR = MARKS["under_way"].light


def chart(view: CountryLevel, words: Words, *, country: str, source: str, href: str) -> Chart:
    """Return the chart of the level of a state, and a table only if too few themes are answered.

    Its marks lead to `href`, the address of the answers.
    """
    coverage = view.coverage
    share = words.number(round(coverage.coverage * 100))
    return Chart(
        id="country-level",
        title=words("{country}: average level of the themes answered", country=country),
        subtitle=words(
            "Level 0 to 1; {answered} of {applicable} themes answered (coverage {share} %); {round}",
            answered=coverage.answered,
            applicable=coverage.applicable,
            share=share,
            round=words.text(view.now.title),
        ),
        figure=_figure(coverage, coverage.level, words, href) if coverage.level is not None else None,
        table=_table(view, words),
        source=source,
        notes=_notes(coverage, words),
        height=180,
    )


def _notes(coverage: Coverage, words: Words) -> tuple[str, ...]:
    if coverage.no_level:
        return (words("Too few themes were answered for an average. The themes are listed instead."),)
    lines = []
    if open_texts(coverage, words):
        lines.append(words("The bracket shows what answers to the open themes could make of it."))
    if coverage.band is not None:
        lines.append(words("Nearest level: {band}.", band=words.number(coverage.band)))
    return tuple(lines)


def _figure(coverage: Coverage, level: float, words: Words, href: str) -> dict[str, Any]:
    shown = documents_text(coverage, words)
    caption = words("Average level {s}.", s=words.number(level)) + f" {shown}"
    left: dict[str, Any] = {"xref": "paper", "x": 0, "xanchor": "left", "xshift": 12}
    below = theme.note("<br>".join(textwrap.wrap(caption, _LETTERS)), 13, y=-0.25, yanchor="top", align="left", **left)
    bar = {
        "type": "bar",
        "orientation": "h",
        "x": [level],
        "y": [0],
        "width": 0.34,
        "customdata": [href],
        "hovertemplate": caption + "<extra></extra>",
        "marker": {"color": _COLOUR, "line": {"color": _COLOUR, "width": 1}},
    }
    cap = {
        "type": "scatter",
        "mode": "markers",
        "x": [coverage.level_capped],
        "y": [0],
        "customdata": [href],
        "hovertemplate": shown + "<extra></extra>",
        "marker": {"symbol": "diamond", "size": 13, "color": "#ffffff", "line": {"color": INK, "width": 2}},
    }
    brackets = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [coverage.low, coverage.high],
            "y": [0.42, 0.42],
            "customdata": [href, href],
            "hovertemplate": said + "<extra></extra>",
            "line": {"color": NEUTRAL, "width": 2},
            "marker": {"symbol": "line-ns", "size": 12, "line": {"color": NEUTRAL, "width": 2}},
        }
        for said in open_texts(coverage, words)
    ]
    above = [theme.note(said, 13, y=0.55, yanchor="bottom", **left) for said in open_texts(coverage, words)]
    return {
        "data": [bar, cap, *brackets],
        "layout": theme.layout(
            margin={"l": 14, "r": 14, "t": 8, "b": 30},
            xaxis=theme.axis(range=[-0.01, 1.01], tickvals=[0, 0.25, 0.5, 0.75, 1], zeroline=True),
            yaxis=theme.axis(visible=False, range=[-0.75, 0.95]),
            annotations=[below, *above],
        ),
    }


def _table(view: CountryLevel, words: Words) -> Table:
    columns = (words("Theme"), words("level"), words("level that documents show"), words("round before"))
    rows = (
        (
            Cell(words.text(level.item.name)),
            _number(level.status.level, words),
            _number(level.status.level_capped, words),
            _number(level.before, words),
        )
        for level in view.levels
    )
    return Table(columns, tuple(rows))


def _number(value: float | None, words: Words) -> Cell:
    return Cell(words("no answer")) if value is None else Cell(words.number(value), value)
