"""How many indicators of each theme the sources of a day cover, by country, as a matrix without colours."""

from collections.abc import Callable

from bukhara.figures.cells import CellMark, CellMatrix, CellRow
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import Status
from bukhara.views.data_quality import Covered, DataQuality


def matrix(view: DataQuality, words: Words, href: Callable[[str, str], str]) -> CellMatrix:
    """Return a row for each theme; a cell without anything covered says so in words."""

    def mark(cell: Covered, item: str) -> CellMark:
        place = words.text(cell.country.short)
        text = words("{k} of {n}", k=cell.covered, n=cell.asked)
        known = "mentioned" if cell.mark == "mentioned" else Status.NOT_ASKED if not cell.covered else ""
        shown = f"{text}, {label(words, known)}" if known else text
        return CellMark(shown, f"{place}: {shown}", href(cell.country.code, item))

    rows = (
        CellRow(words.text(row.item.name), tuple((mark(cell, row.item.id),) for cell in row.cells))
        for block in view.blocks
        for row in block.rows
    )
    return CellMatrix(tuple(words.text(country.short) for country in view.framework.countries), tuple(rows))
