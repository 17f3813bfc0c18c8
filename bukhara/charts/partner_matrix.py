"""Who supports what, and where, as a matrix: a box with the name of a partner in each kind of support and country."""

from bukhara.charts.cells import CellMark, CellMatrix, CellRow
from bukhara.charts.chart import Href
from bukhara.i18n.codes import label
from bukhara.i18n.subjects import body_name
from bukhara.i18n.words import Words
from bukhara.views.partners import Partners, Support

LONG, SHORT = 28, 13


def matrix(view: Partners, words: Words, href: Href) -> CellMatrix:
    """Return a row for each kind of support; `href` returns the address of the evidence of a figure or passage."""
    names = {row.partner: body_name(row.partner, words, view.framework) for row in view.rows}
    places = [words.text(place.short) for place in view.columns]

    def marks(cell: tuple[tuple[str, Support], ...], kind: str, place: str) -> tuple[CellMark, ...]:
        return tuple(
            CellMark(
                short_name(names[partner]),
                f"{place}: {kind}, {names[partner]}",
                href(support.records[0].observation_id),
            )
            for partner, support in cell
        )

    rows = (
        CellRow(
            kind := label(words, row.kind),
            tuple(marks(cell, kind, place) for cell, place in zip(row.cells, places, strict=True)),
        )
        for row in view.by_kind
    )
    return CellMatrix(tuple(places), tuple(rows))


def short_name(name: str) -> str:
    """Return the abbreviation of a long name that has one in brackets, else the name without it."""
    whole, _, abbreviation = name.rstrip(")").partition(" (")
    return abbreviation if len(whole) > LONG and 0 < len(abbreviation) < SHORT else whole
