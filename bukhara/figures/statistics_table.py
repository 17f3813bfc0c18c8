"""The twin table of a panel: every figure and gap with qualifier, unit, period, body and place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bukhara.comparability.rate import monthly
from bukhara.figures.chart import Cell, Table
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import citizenship
from bukhara.i18n.units import unit_text
from bukhara.model.codes import Qualifier

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.framework import Framework
    from bukhara.model.observation import Observation
    from bukhara.views.statistics import Panel, Statistics


def table(view: Statistics, panel: Panel, words: Words, href: Callable[[str], str]) -> Table:
    """Return one row a figure, in stored order; a percentage without base stays text in every export."""
    columns = ("figure", *(("rate",) if view.monthly else ()), "unit", "period", "what", "reported by", "place")
    rated = {o.observation_id for row in panel.rows if row.per_month for o in row.observations}
    named = {
        "figure": words("Figure"),
        "rate": words("A month (count divided by months)"),
        "unit": words("Unit"),
        "period": words("Period"),
        "what": words("What is counted"),
        "reported by": words("As reported by"),
        "place": words("Place in the source"),
    }
    rows = []
    for figure in panel.figures:
        first, *rest = _row(view, figure, words, href)
        rate = [_rate(figure, words, is_rate=figure.observation_id in rated)] if view.monthly else []
        rows.append((first, *rate, *rest))
    return Table(tuple(named[column] for column in columns), tuple(rows))


def _rate(figure: Observation, words: Words, *, is_rate: bool) -> Cell:
    if not is_rate:
        return Cell(words("not converted"))
    shown = monthly(figure)
    # An "at least" exported bare would lose its qualifier.
    exact = figure.qualifier is Qualifier.EXACT and shown.value is not None
    return Cell(value_text(shown, words), shown.value if exact else None)


def breakdown(figure: Observation, words: Words, framework: Framework) -> str:
    """Return stage, class, sex, age, form, citizenship and identifying body in words."""
    names = ("stage", "offence_class", "sex", "age_group", "form_of_exploitation", "identifying_body")
    told = [label(words, getattr(figure, name)) for name in names if getattr(figure, name)]
    if figure.citizenship:
        told.append(citizenship(figure.citizenship, words, framework))
    return " · ".join(told)


def _row(view: Statistics, figure: Observation, words: Words, href: Callable[[str], str]) -> tuple[Cell, ...]:
    body = view.framework.body(figure.reporter)
    name = words.text(body.translated) if body is not None else figure.reporter
    exact = figure.qualifier is Qualifier.EXACT and figure.value is not None
    address = href(figure.observation_id) if figure.quote else ""
    return (
        Cell(value_text(figure, words), figure.value if exact else None, figure.state, address),
        Cell(unit_text(figure, words)),
        Cell(period_text(figure.period, figure.period_label, words)),
        Cell(breakdown(figure, words, view.framework)),
        Cell(name),
        Cell(locator_text(figure.source_locator, words), figure.source_locator),
    )
