"""Contested points by kind and country as a matrix: a box for each point, countries in fixed order, no colours."""

from collections.abc import Iterable, Sequence

from bukhara.charts.chart import CellMark, CellMatrix, CellRow, Href
from bukhara.i18n.codes import label
from bukhara.i18n.source_differences import short_numbers, subject_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework
from bukhara.views.contested import Contested
from bukhara.views.marks import mark

# the row of a point, its country, its words and its address
Point = tuple[str, str, str, str]


def matrix(view: Contested, framework: Framework, words: Words, href: Href) -> CellMatrix:
    """Return a row for each theme or measure below its kind; `href` completes the path of a page."""
    themes = {item.id: words.text(item.name) for item in framework.items}
    objections = [
        (themes[s.item], s.country, label(words, mark(s)), href(f"/evidence/{s.country}/{s.item}"))
        for s in view.objections
    ]
    codings = [
        (
            themes[c.indicator.item],
            c.country,
            f"{label(words, c.kept)} / {label(words, c.other)}",
            href(f"/evidence/{c.country}/{c.indicator.item}"),
        )
        for c in view.codings
    ]
    kinds = (
        (words("The state disagrees"), objections),
        (words("Sources differ"), _differences(view.open, framework, words, href)),
        (words("Two coders read it differently"), codings),
    )
    rows = [row for name, points in kinds for row in _kind(view, words, name, points)]
    if view.explained:
        explained = _differences(view.explained, framework, words, href)
        rows += _kind(view, words, words("Sources differ, explained"), explained)
    columns = tuple(words.text(country.short) for country in view.columns)
    return CellMatrix(words("Theme or measure"), columns, tuple(rows))


def _differences(found: Iterable[Difference], framework: Framework, words: Words, href: Href) -> list[Point]:
    return [
        (
            subject_text(each, framework, words),
            each.country,
            short_numbers(each, words),
            href("/contested") + f"#{each.group}",
        )
        for each in found
    ]


def _kind(view: Contested, words: Words, kind: str, points: Sequence[Point]) -> list[CellRow]:
    """Return the heading of a kind and a row for each theme or measure, in the order of its first point."""
    if not points:
        return [CellRow(kind, note=words("None in the sources of this day."))]
    rows = [CellRow(kind)]
    for name in dict.fromkeys(row for row, *_ in points):
        cells = []
        for column in view.columns:
            own = [(text, address) for row, country, text, address in points if (row, country) == (name, column.code)]
            place = words.text(column.short)
            marks = (
                CellMark(text, f"{place}: {', '.join(text.split(' / '))}, {name}", address) for text, address in own
            )
            cells.append(tuple(marks))
        rows.append(CellRow(name, tuple(cells)))
    return rows
