"""What changed as small multiples: a plot for each state, in which each theme has its mark before and now."""

from typing import Any

from bukhara.charts import theme
from bukhara.charts.change_words import change_rule, compared_text, missing_text, no_change_text
from bukhara.charts.chart import Cell, Chart, Figure, Subplots, Table
from bukhara.charts.lanes import CellHref
from bukhara.charts.palette import SOFT
from bukhara.i18n import narrative
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.marks import MARKS
from bukhara.progress.moves import Move
from bukhara.views.before_now import BeforeNow
from bukhara.views.marks import mark
from bukhara.views.narrative import common_previous

ROW, HEAD, LEAST = 58, 26, 190
"""The height of a theme and of the name of a state, and the smallest width of a plot, in pixels."""
BEFORE, NOW, SPACE, GAP = 0.04, 0.56, 0.045, 0.03
"""Where the two marks are, and the space between line and mark and between two plots, as shares of the width."""
NAME, LINE_AT, WORD = 0.16, 0.5, 0.82
"""Where in a row the name of the theme, its marks and their words are."""


def chart(view: BeforeNow, framework: Framework, words: Words, *, source: str, href: CellHref) -> Chart:
    """Return the chart of the states with a changed status; `href` is the evidence of a state and an item."""
    previous, first = common_previous(view.states), view.states[0]
    return Chart(
        id="changes-by-country",
        title=words("What changed since the last time"),
        subtitle=compared_text(first, words)
        if previous
        else words("Each state is compared with what it reported before."),
        table=_table(view, framework, words, href),
        source=source,
        figure=_figure(view, framework, words, href),
        notes=_notes(view, framework, words),
        height=HEAD + 8 + ROW * _most(view),
        subplots=_subplots(view, framework),
    )


def _shown(view: BeforeNow) -> list[str]:
    return [each.country for each in view.states if view.of(each.country)]


def _most(view: BeforeNow) -> int:
    return max(len(view.of(code)) for code in _shown(view))


def _subplots(view: BeforeNow, framework: Framework) -> Subplots:
    shown, codes, most = _shown(view), [country.code for country in framework.countries], _most(view)
    spare = tuple(ROW * (most - len(view.of(code))) for code in shown)
    return Subplots(len(shown), GAP, LEAST, ROW * most, tuple(map(codes.index, shown)), spare)


def _notes(view: BeforeNow, framework: Framework, words: Words) -> tuple[str, ...]:
    """Return what the picture does not show: states without a change, days that differ, and what is no change."""
    shown, common = _shown(view), common_previous(view.states)
    said: dict[str, list[str]] = {}
    for each in view.states:
        is_first = each.change.moves.first_reading
        parts = [missing_text(each, words)] if each.missing else []
        parts += [compared_text(each, words)] if not common and each.country in shown else []
        if each.country not in shown:
            same = narrative.PLAIN["first"] if is_first else narrative.PLAIN["still"]
            parts.append(words(same))
        if parts:
            said.setdefault(" ".join(parts), []).append(words.text(framework.country(each.country).short))
    lines = (f"{', '.join(names)}: {text}" for text, names in said.items())
    rule = change_rule(words)
    return tuple(filter(None, (*lines, rule, no_change_text(view, framework, words))))


def _figure(view: BeforeNow, framework: Framework, words: Words, href: CellHref) -> Figure:
    data: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    rows, ends = _most(view), words("before → now")
    for n, (code, span) in enumerate(zip(_shown(view), _subplots(view, framework).spans, strict=True), start=1):
        end = "" if n == 1 else str(n)
        name, at = words.text(framework.country(code).short), {"xref": f"x{end}", "yref": f"y{end}", "xanchor": "left"}
        notes.append(theme.note(f"<b>{name}</b> · {ends}", 14, x=0, y=0, yanchor="bottom", **at))
        axes[f"xaxis{end}"] = theme.axis(visible=False, range=[0, 1], domain=list(span), anchor=f"y{end}")
        axes[f"yaxis{end}"] = theme.axis(visible=False, range=[rows, 0], anchor=f"x{end}")
        for row, move in enumerate(view.of(code)):
            kinds = mark(move.before), mark(move.after)
            notes.append(theme.note(words.text(framework.item(move.item).short), 13, x=0, y=row + NAME, **at))
            notes += [
                theme.note(short_label(words, kind), 12, x=x, y=row + WORD, xshift=-6, **at)
                for x, kind in zip((BEFORE, NOW), kinds, strict=True)
            ]
            said = _text(move, framework, words)
            data += _traces(kinds, row + LINE_AT, (f"x{end}", f"y{end}"), f"{name}, {said}", href(code, move.item))
    margin = {"l": 8, "r": 8, "t": HEAD, "b": 8}
    return {"data": data, "layout": theme.layout(margin=margin, annotations=notes, **axes)}


def _traces(
    kinds: tuple[str, str], y: float, axes: tuple[str, str], text: str, address: str
) -> tuple[dict[str, Any], ...]:
    """Return the line from the mark before to the one now, and both marks, the present one larger."""
    line = {"color": SOFT, "width": 2}
    place = {"type": "scatter", "y": [y, y], "xaxis": axes[0], "yaxis": axes[1]}
    marks = [MARKS[kind] for kind in kinds]
    colours = [each.light for each in marks]
    marker = {"symbol": [each.symbol for each in marks], "size": [11, 16], "color": colours, "opacity": 1}
    return (
        place | {"mode": "lines", "x": [BEFORE + SPACE, NOW - SPACE], "line": line, "hoverinfo": "skip"},
        place
        | {
            "mode": "markers",
            "x": [BEFORE, NOW],
            "marker": marker | {"line": {"color": colours, "width": 2}},
            "customdata": [address, address],
            "hovertext": [text, text],
            "hovertemplate": theme.HOVER,
            "cliponaxis": False,
        },
    )


def _text(move: Move, framework: Framework, words: Words) -> str:
    before, after = label(words, mark(move.before)), label(words, mark(move.after))
    return words(
        "{theme}: {before} → {after}", theme=words.text(framework.item(move.item).name), before=before, after=after
    )


def _table(view: BeforeNow, framework: Framework, words: Words, href: CellHref) -> Table:
    columns = (words("State"), words("Theme"), words("Before"), words("Now"))
    rows = (
        (
            Cell(words.text(framework.country(move.country).short)),
            Cell(words.text(framework.item(move.item).name), href=href(move.country, move.item)),
            Cell(label(words, mark(move.before))),
            Cell(label(words, mark(move.after))),
        )
        for code in _shown(view)
        for move in view.of(code)
    )
    return Table(columns, tuple(rows))
