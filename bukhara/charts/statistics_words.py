"""The words around the statistics of a state: title, subtitle, row headers, source and notes."""

import textwrap
from collections.abc import Iterable

from bukhara.charts.series import SeriesForm, series_form
from bukhara.charts.statistics_table import breakdown
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.keys import TIME, length
from bukhara.comparability.series import breaks, segments
from bukhara.i18n.changes import column_text
from bukhara.i18n.codes import label
from bukhara.i18n.differences import length_text
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.groups import group_by
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.period import PeriodType
from bukhara.views.statistics import REGISTERED, StateStatistics, Statistics
from bukhara.views.who_reports import year_spans

LETTERS = 38
_FACETS = {
    "indicator": N_("measure"),
    "period_type": N_("kind of period"),
    "period_length": N_("length of period"),
    "change": N_("count or change"),
}
"""The facets of the key that are no columns."""


def facet_name(code: str, words: Words) -> str:
    """Return the name of a facet in a sentence."""
    name = words(_FACETS[code]) if code in _FACETS else column_text(code, words)
    return name[:1].lower() + name[1:]


def header(view: Statistics, state: StateStatistics, axis_group: AxisGroup, words: Words) -> tuple[str, ...]:
    """Return the lines above a row: what is counted, the stage, and the body if bodies differ."""
    head = axis_group.head
    about = words.text(view.framework.indicator(head.indicator).name)
    first = label(words, head.offence_class) if head.offence_class and not head.is_international else about
    kind = [label(words, head.stage)] if head.stage else []
    if head.is_international:
        stage, *part = breakdown(head, words, view.framework).split(" · ")
        first, kind = (" · ".join(part), []) if part else (about, [stage])
    if head.identifying_body:
        first, kind = about, [*kind, label(words, head.identifying_body)]
    second = " · ".join([*kind, counted(head.counting_unit, words), *_span(state, axis_group, words)])
    lines = [f"<b>{line}</b>" for line in textwrap.wrap(first[:1].upper() + first[1:], LETTERS)]
    lines += textwrap.wrap(second, LETTERS)
    if "reporter" in state.apart:
        lines += textwrap.wrap(body_name(head.reporter, words, view.framework), LETTERS)
    return tuple(lines)


def _span(state: StateStatistics, axis_group: AxisGroup, words: Words) -> list[str]:
    if axis_group.per_month:
        return [words("monthly average").replace(" ", "\u00a0")]
    has_length = set(TIME) & set(state.apart) and length(axis_group.head)
    return [length_text(length(axis_group.head), words).replace(" ", "\u00a0")] if has_length else []


def row_name(view: Statistics, axis_group: AxisGroup, words: Words) -> str:
    """Return the name of a row for use in a sentence."""
    head = axis_group.head
    about = label(words, head.offence_class) if head.offence_class else ""
    about = about or words.text(view.framework.indicator(head.indicator).name)
    return f"{about} ({label(words, head.stage)})" if head.stage else about


def title(view: Statistics, state: StateStatistics, words: Words) -> str:
    """Return the title of a chart: the state and the measure."""
    name = words.text(state.country.short)
    if view.topic == REGISTERED:
        return words("{state}: cases and offences recorded", state=name)
    about = words.text(view.framework.indicator(view.topic).name)
    return words("{state}: {measure}", state=name, measure=about)


def subtitle(view: Statistics, state: StateStatistics, words: Words) -> str:
    """Return the subtitle of a chart: units, how to read the bars, and the reporting bodies."""
    units = dict.fromkeys(counted(axis_group.head.counting_unit, words) for axis_group in state.axis_groups)
    bodies = dict.fromkeys(body_name(f.reporter, words, view.framework) for f in state.figures if f.reporter)
    if not bodies:
        return words("No figure in the sources of this day.")
    reporters = words("As reported by: {bodies}.", bodies="; ".join(bodies))
    if not units:
        return reporters
    has_bars = any(series_form(axis_group.drawn) is SeriesForm.BARS for axis_group in state.axis_groups)
    spans = words("Each bar covers exactly the period that is counted.") if has_bars else ""
    return " ".join(filter(None, (words("Unit: {units}.", units=", ".join(units)), spans, reporters)))


def source(view: Statistics, state: StateStatistics, words: Words) -> str:
    """Return the source line with the locators of all figures."""
    ids = dict.fromkeys(figure.source_id for figure in state.figures if figure.source_locator)
    cited = titles([source for source in view.sources if source.source_id in ids], words)
    # The place of a cell of a data set is in the table: all of them would fill a page.
    places = "" if view.is_international else locator_text(" | ".join(f.source_locator for f in state.figures), words)
    if not places:
        return words("Source: {titles}", titles=cited or titles(view.sources, words))
    return words("Source: {titles}, {places}", titles=cited, places=places)


def notes(view: Statistics, state: StateStatistics, words: Words) -> tuple[str, ...]:
    """Return the notes on how counts are drawn, why there are several rows, and why the years start earlier."""
    found = [rate_note(words)] if any(axis_group.per_month for axis_group in state.axis_groups) else []
    if len(state.axis_groups) > 1:
        names = ", ".join(facet_name(name, words) for name in state.apart if name != "indicator")
        found.append(
            words("Shown in separate rows and never added together. They differ by: {reasons}.", reasons=names)
        )
    if any(breaks(axis_group.observations, view.sources) for axis_group in state.axis_groups):
        found.append(words("A dotted line marks where the reporting body, the class or the source changes."))
    found += disagree_notes(state.figures, view, words)
    if view.is_international:
        has_gaps = any(len(segments(axis_group.observations, view.sources)) > 1 for axis_group in state.axis_groups)
        found += no_figure_notes(words, has_gaps=has_gaps, is_masked=any(f.is_masked for f in state.figures))
    elif state.axis_groups and state.first_year(view.first_year) < view.first_year:
        found.append(words("The years in this chart begin earlier than in the other charts."))
    return tuple(found)


def rate_note(words: Words) -> str:
    """Return how counts were converted to monthly counts, and which were not."""
    return words(
        "Monthly average: the count divided by the whole months of its closed period. Open or unfinished periods, "
        "ranges and percentages are not converted."
    )


def disagree_notes(figures: Iterable[Observation], view: Statistics, words: Words) -> list[str]:
    """Return the note on figures whose parts do not agree in the source: their states with the periods."""
    wrong = [figure for figure in figures if figure.observation_id in view.disagree]
    if not wrong:
        return []
    found = [
        f"{words.text(view.framework.place(code).short)} {', '.join(_periods(rows, words))}"
        for code, rows in group_by(wrong, lambda figure: figure.country).items()
    ]
    return [
        words(
            "×: the parts of this figure do not agree in the source ({figures}). No sum or share uses it.",
            figures="; ".join(found),
        )
    ]


def _periods(figures: Iterable[Observation], words: Words) -> Iterable[str]:
    """Return the periods of figures, consecutive years as one: "2012", "2014–2016"."""
    periods = dict.fromkeys((figure.period, figure.period_label) for figure in figures)
    years = {period.start.year for period, _ in periods if period.type is PeriodType.YEAR and period.start}
    yield from (f"{first}–{last}" if last > first else str(first) for first, last in year_spans(sorted(years)))
    yield from (period_text(*each, words) for each in periods if each[0].type is not PeriodType.YEAR)


def no_figure_notes(words: Words, *, has_gaps: bool, is_masked: bool) -> list[str]:
    """Return the notes on empty years and masked cells of a data set."""
    found = [words("“<5” was masked by the publisher: 0 to 4. No sum or share uses it.")] if is_masked else []
    if has_gaps and is_masked:
        found.append(words("A year without a mark or a “<5” has no published figure; it is not a zero."))
    elif has_gaps:
        found.append(words("A year without a mark has no published figure; it is not a zero."))
    return found
