"""The matrix of themes by state: a cell says its status in words."""

from collections.abc import Callable, Mapping, Set

from bukhara.charts.act_words import acts_of_cell
from bukhara.charts.cell_words import seen_texts, sign_texts
from bukhara.charts.chart import Cell, CellMark, CellMatrix, CellRow, Table
from bukhara.charts.count_words import states_text, themes_text
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.words import Words
from bukhara.model.codes import ItemKind
from bukhara.situation.counts import count
from bukhara.situation.situation import Situation
from bukhara.views.status.scorecard import Scorecard, ScorecardRow


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


def table(whole: CellMatrix, card: Scorecard, words: Words, was: Mapping[tuple[str, str], str]) -> Table:
    """Return what the cells of the page show, with what their signs say, and the counts of themes and states."""

    def cell(found: Situation) -> Cell:
        shown = " ".join(filter(None, seen_texts(found, words, was.get((found.country, found.item), ""))))
        spelled = shown.replace("*", f" ({words('before the Declaration')})")
        return Cell("; ".join(filter(None, (spelled, *sign_texts(found, words), acts_of_cell(found, words)))))

    def states(row: ScorecardRow) -> Cell:
        return Cell(states_text(row.counts, words, is_continuing=row.item.kind is ItemKind.CONTINUING))

    rows = [(Cell(words.text(row.item.name)), *map(cell, row.cells), states(row)) for row in card.rows]
    of_states = zip(*(row.cells for row in card.rows), strict=True)
    counted = (words("Themes that are counted"), *(themes_text(count(cells), words) for cells in of_states), "")
    return Table((whole.first, *whole.columns, words("Number of states")), (*rows, tuple(map(Cell, counted))))
