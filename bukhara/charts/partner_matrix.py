"""Who supports what, and where, as a matrix: a box with the name of a partner in each kind of support and country."""

from bukhara.charts.chart import CellMark, CellMatrix, CellRow, Href
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.observation import Observation
from bukhara.views.themes.partners import Partners, is_number

LONG, SHORT = 28, 13


def matrix(view: Partners, words: Words, href: Href) -> CellMatrix:
    """Return a row for each kind of support; `href` returns the address of the evidence of a figure or passage."""
    names = {row.partner: body_name(row.partner, words, view.framework) for row in view.rows}

    def marks(cell: tuple[tuple[str, tuple[Observation, ...]], ...], kind: str, place: str) -> tuple[CellMark, ...]:
        return tuple(
            CellMark(
                " ".join((short_name(names[partner]), *_number(each, words))),
                f"{place}: {kind}, {names[partner]}",
                href(each.observation_id),
            )
            for partner, figures in cell
            for each in figures
        )

    places = tuple(words.text(place.short) for place in view.columns)
    rows = (
        CellRow(
            kind := label(words, row.kind),
            tuple(marks(cell, kind, place) for cell, place in zip(row.cells, places, strict=True)),
        )
        for row in view.by_kind
    )
    return CellMatrix(words("Kind of support"), places, tuple(rows))


def _number(figure: Observation, words: Words) -> tuple[str, ...]:
    return (value_text(figure, words), unit_text(figure, words)) if is_number(figure) else ()


def short_name(name: str) -> str:
    """Return the abbreviation of a long name that has one in brackets, else the name without it."""
    whole, _, abbreviation = name.rstrip(")").partition(" (")
    return abbreviation if len(whole) > LONG and 0 < len(abbreviation) < SHORT else whole
