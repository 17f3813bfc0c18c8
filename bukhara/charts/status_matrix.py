"""The matrix of themes by state: a cell says its status in words."""

from collections.abc import Callable, Mapping, Set
from dataclasses import replace

from bukhara.charts.chart import Cell, CellMark, CellMatrix, CellRow, Table
from bukhara.charts.count_words import themes_text
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.situation.counts import count
from bukhara.situation.situation import Situation
from bukhara.views.status.scorecard import Scorecard


def matrix(
    card: Scorecard,
    words: Words,
    href: Callable[[str, str], str],
    *,
    changed: Set[tuple[str, str]],
    days: Mapping[str, str],
) -> CellMatrix:
    """Return a row for each theme and a column for each state.

    Args:
        card: the statuses.
        words: the language.
        href: returns the address of the evidence of a state and an item.
        changed: the cells, by state and item, that differ from the last time.
        days: the days of the states, if they differ.
    """
    states = {country.code: words.text(country.short) for country in card.countries}

    def cell(status: Situation, theme: str) -> CellMark:
        code = status.mark
        return CellMark(
            short_label(words, code),
            f"{theme}: {label(words, code)}, {states[status.country]}",
            href(status.country, status.item),
            status=code,
            is_changed=(status.country, status.item) in changed,
        )

    rows = (
        CellRow(name := words.text(row.item.name), tuple((cell(each, name),) for each in row.cells))
        for row in card.rows
    )
    columns = (", ".join(filter(None, (name, days.get(code, "")))) for code, name in states.items())
    return CellMatrix(words("Theme"), tuple(columns), tuple(rows))


def table(whole: CellMatrix, card: Scorecard, words: Words) -> Table:
    """Return the same cells as a table, and below them the counts of each state as its page has them."""
    of_states = zip(*(row.cells for row in card.rows), strict=True)
    counted = (Cell(words("Themes that are counted")), *(Cell(themes_text(count(cells), words)) for cells in of_states))
    return replace(whole.table, rows=(*whole.table.rows, counted))
