"""Who supports what, and where, as a matrix: a box with the name of a partner in each kind of support and country."""

from bukhara.charts.chart import CellMark, CellMatrix, CellRow, Href
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.observation import Observation
from bukhara.views.partners import Partners, Support

LONG, SHORT = 28, 13


def matrix(view: Partners, words: Words, href: Href) -> CellMatrix:
    """Return a row for each kind of support; `href` returns the address of the evidence of a figure or passage."""
    names = {row.partner: body_name(row.partner, words, view.framework) for row in view.rows}

    def marks(cell: tuple[tuple[str, Support], ...], kind: str, place: str) -> tuple[CellMark, ...]:
        return tuple(
            CellMark(
                f"{short_name(names[partner])} {number}".strip(),
                f"{place}: {kind}, {names[partner]}",
                href(record.observation_id),
            )
            for partner, support in cell
            for record, number in _reported(support, words)
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


def _reported(support: Support, words: Words) -> list[tuple[Observation, str]]:
    """Return each figure with its number; without a figure the first passage, and no number."""
    numbers = [(each, f"{value_text(each, words)} {unit_text(each, words)}") for each, _ in support.figures]
    return numbers or [(support.mentions[0], "")]


def short_name(name: str) -> str:
    """Return the abbreviation of a long name that has one in brackets, else the name without it."""
    whole, _, abbreviation = name.rstrip(")").partition(" (")
    return abbreviation if len(whole) > LONG and 0 < len(abbreviation) < SHORT else whole
