"""The table of shares whose base is not given, with the rest that the source leaves unexplained: nothing to draw."""

from bukhara.charts.chart import Cell, Chart, Href, Table
from bukhara.charts.figure_table import source_cell
from bukhara.i18n.codes import label
from bukhara.i18n.figures import PERSONS, value_text, with_unit
from bukhara.i18n.periods import period_text
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.observation import PERCENT, Observation
from bukhara.views.statistics.identified import Shares


def chart(shares: Shares, words: Words, *, heading: tuple[str, str], source: str, href: Href) -> Chart:
    """Return the shares in printed order.

    Args:
        shares: the figures and the rest that they leave unexplained.
        words: the language of the reader.
        heading: the id and the title of the table.
        source: the source line.
        href: returns the address of the evidence of an observation id.
    """
    head = shares.figures[0]
    names = [name(figure, words) for figure in shares.figures]
    notes = [words("The number of victims is not given, so that no share can be turned into a number of persons.")]
    if shares.rest:
        names.append(words("not explained in the source"))
        rest = with_unit(shares.rest, PERCENT, words)
        notes.append(words("{share} are not explained in the source.", share=rest))
    return Chart(
        id=heading[0],
        title=heading[1],
        subtitle=words(
            "Per cent of identified victims, base not given; Central Asia; {period}",
            period=period_text(head.period, head.period_label, words),
        ),
        table=_table(shares, names, words, href),
        source=source,
        notes=tuple(notes),
        measures=(head.indicator,),
    )


def name(figure: Observation, words: Words) -> str:
    """Return the name of the group of a share: women, girls, men, boys, or a form of exploitation."""
    message = PERSONS.get((figure.sex, figure.age_group))
    if message:
        return words(message)
    codes = (figure.sex, figure.age_group, figure.form_of_exploitation)
    return ", ".join(label(words, code) for code in codes if code)


def _table(shares: Shares, names: list[str], words: Words, href: Href) -> Table:
    columns = (words("Identified victims"), words("Share"), words("Place in the source"))
    rows = [
        (Cell(group), Cell(value_text(o, words), None, State.VALUE, href(o.observation_id)), source_cell(o, words))
        for group, o in zip(names, shares.figures, strict=False)
    ]
    if shares.rest:
        rest = Cell(with_unit(shares.rest, PERCENT, words), None, State.NOT_ASKED)
        rows.append((Cell(names[-1]), rest, source_cell(shares.figures[0], words)))
    return Table(columns, tuple(rows))
