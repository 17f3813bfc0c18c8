"""The table of the figures of one state: value, period, reporting body, quote and locator."""

from collections.abc import Sequence

from bukhara.charts.chart import Cell, Chart, Href, Table
from bukhara.charts.source_cell import source_cell
from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name, subject
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier, State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation


def chart(
    figures: Sequence[Observation], words: Words, *, framework: Framework, title: str, source: str, href: Href
) -> Chart:
    """Return the table of figures in stored order; `href` returns the evidence address of an observation id."""
    columns = (
        words("Measure"),
        words("What is counted"),
        words("Value"),
        words("Period"),
        words("As reported by"),
        words("Quotation"),
        words("Place"),
    )
    return Chart(
        id="country-figures",
        title=title,
        subtitle=words("Each figure with its own period; periods of different length are not comparable"),
        table=Table(columns, tuple(_row(o, words, framework, href) for o in figures)),
        source=source,
    )


def _row(o: Observation, words: Words, framework: Framework, href: Href) -> tuple[Cell, ...]:
    has_value = o.state is State.VALUE
    return (
        Cell(words.text(framework.indicator(o.indicator).name), href=href(o.observation_id) if has_value else ""),
        Cell(subject(o, words, framework)),
        Cell(value_text(o, words), o.value if _is_exact(o) else None, o.state),
        Cell(period_text(o.period, o.period_label, words) if has_value else ""),
        Cell(body_name(o.reporter, words, framework)),
        Cell("“{}”".format(o.quote.replace(" | ", "” “")) if o.quote else "", lang="en"),
        source_cell(o, words),
    )


def _is_exact(o: Observation) -> bool:
    # In an export, a number without its qualifier ("at least", change without base) would be wrong.
    return o.state is State.VALUE and o.qualifier is Qualifier.EXACT and not o.is_mention
