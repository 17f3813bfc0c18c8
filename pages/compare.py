"""Compare: two or more states side by side, in the fixed order: themes, figures, dates and statements."""

from dataclasses import dataclass
from typing import ClassVar

from dash import html, register_page
from markupsafe import Markup

from bukhara.charts import compare_measure, lanes, status_matrix
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import own_days, status_day
from bukhara.charts.statistics_words import rate_note
from bukhara.comparability.keys import facet_values
from bukhara.i18n.differences import sentence
from bukhara.model.messages import N_
from bukhara.views import compare, time_axis
from web.charts import evidence_address, figure_address, source_line, status_source, with_differing
from web.components.lists import chosen_tab, tab_links
from web.components.matrix import matrix
from web.components.status import key
from web.filters import rate_filter
from web.first_paint import to_html
from web.layout import layout_of
from web.page import Filter, Page
from web.request import PageRequest
from web.templating import Context, render

TABS = (
    ("matrix", N_("Themes by state")),
    ("figures", N_("Figures")),
    ("timeline", N_("Timeline")),
    ("words", N_("Statements")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class States(Context):
    """The choice of states; `toggles` are name, whether shown, and the address that changes it."""

    template: ClassVar[str] = "pages/compare_states.html"
    toggles: tuple[tuple[str, bool, str], ...]


def content(page_request: PageRequest) -> Page:
    """Show the chosen states side by side: themes, figures, dates or statements."""
    words, framework = page_request.words, page_request.snapshot.framework
    pillars = {p.id: words.text(p.name) for p in framework.pillars}
    tabs = tuple((key, words(name)) for key, name in TABS)
    tab = chosen_tab(page_request, tabs)
    # the statements of all pillars together are eight screens
    pillar = page_request.one_of("pillar", tuple(pillars), next(iter(pillars)) if tab == "words" else "")
    everything = () if tab == "words" else (("all", words("all")),)
    view = page_request.view(
        compare.build,
        countries=page_request.many_of("countries", tuple(c.code for c in framework.countries)),
        pillar=pillar,
        measure=page_request.one_of("measure", tuple(i.id for i in framework.indicators)),
        monthly=page_request.one_of("rate", ("monthly",)) == "monthly",
    )
    return Page(
        title=words("Compare"),
        lead=words("Chosen states side by side, in the fixed order."),
        above=(render(page_request, States(toggles=_toggles(page_request, view))), tab_links(page_request, tabs)),
        filters=_measure_filters(page_request, view)
        if tab == "figures"
        else (Filter("pillar", words("Pillar"), (*everything, *pillars.items()), pillar or "all"),),
        sections=_sections(page_request, view, tab, pillar),
        tabs=tuple(key for key, _ in tabs),
    )


def _sections(page_request: PageRequest, view: compare.Compare, tab: str, pillar: str) -> tuple[Markup | Chart, ...]:
    framework = page_request.snapshot.framework
    if tab == "figures":
        return _measure(page_request, view)
    if tab == "timeline":
        return (_timeline(page_request, view, pillar),)
    if tab == "words":
        return (render(page_request, "pages/compare.html", view=view, framework=framework),)
    return (_matrix(page_request, view),)


def _matrix(page_request: PageRequest, view: compare.Compare) -> Chart:
    words, card = page_request.words, view.card
    careful = html.P(words("Compare marks of different states with care."), className="under")
    cells = status_matrix.StatusMatrix(
        rows=card.rows,
        countries=card.countries,
        was={},
        href=evidence_address(page_request),
        words=words,
        days=own_days(page_request.snapshot, words),
    )
    return Chart(
        id="compare-matrix",
        title=words("Status of each theme by country"),
        subtitle=status_day(page_request.snapshot, words),
        figure=status_matrix.figure(cells),
        table=status_matrix.table(cells),
        source=status_source(page_request),
        height=40 + 40 * len(card.rows),
        html=to_html([matrix(page_request, card, view.strips), key(page_request, card.marks), careful]),
    )


def _measure_filters(page_request: PageRequest, view: compare.Compare) -> tuple[Filter, ...]:
    if view.measured is None:
        return ()
    words = page_request.words
    measures = tuple((m.id, words.text(m.name)) for m in view.measures)
    return (Filter("measure", words("Measure"), measures, view.measured.indicator.id), rate_filter(page_request))


def _timeline(page_request: PageRequest, view: compare.Compare, pillar: str) -> Chart:
    axis = page_request.view(time_axis.build, countries=tuple(c.code for c in view.countries), pillar=pillar)
    title, source = page_request.words("Laws, plans and units, 2000 to 2030"), status_source(page_request)
    return lanes.chart(
        axis,
        page_request.words,
        name="compare-timeline",
        title=title,
        day=status_day(page_request.snapshot, page_request.words),
        source=source,
        href=evidence_address(page_request),
    )


def _toggles(page_request: PageRequest, view: compare.Compare) -> tuple[tuple[str, bool, str], ...]:
    """Return name, whether shown, and the address with that state added or taken away (empty where it must stay)."""
    shown = {c.code for c in view.countries}
    every = page_request.snapshot.framework.countries
    toggles = []
    for country in every:
        wanted = [c.code for c in every if (c.code in shown) != (c.code == country.code)]
        address = page_request.here(countries="" if len(wanted) == len(every) else ",".join(wanted))
        name = page_request.words.text(country.short)
        toggles.append((name, country.code in shown, address if len(wanted) >= compare.FEWEST else ""))
    return tuple(toggles)


def _measure(page_request: PageRequest, view: compare.Compare) -> tuple[Chart, ...]:
    words, measured = page_request.words, view.measured
    if measured is None:
        return ()
    context = compare_measure.ChartContext(words, page_request.snapshot.framework, figure_address(page_request))
    drawn = compare_measure.chart(
        measured, context, source=source_line(page_request), notes=_guard(page_request, measured)
    )
    return (with_differing(page_request, drawn, measured.observations),)


def _guard(page_request: PageRequest, measured: compare.Measured) -> tuple[str, ...]:
    words = page_request.words
    notes = []
    if measured.apart:
        reasons = [sentence(code, facet_values(code, measured.observations), words) for code in measured.apart]
        notes.append(" ".join([words("These figures cannot be put on one axis."), *reasons]))
    if any(o.is_international for o in page_request.snapshot.observations):
        notes.append(words("Figures sent to UNODC are not compared between states; see Statistics, state by state."))
    if measured.monthly:
        notes.append(rate_note(words))
    if any(not group.is_drawable for group in measured.axis_groups):
        notes.append(words("Figures without dates and changes in per cent are in the table only."))
    if measured.gaps:
        names = ", ".join(words.text(gap.country.short) for gap in measured.gaps)
        notes.append(words("Not covered by the sources of this day: {names}.", names=names))
    return tuple(notes)


register_page(__name__, path="/compare", name="Compare", content=content)
layout = layout_of("/compare")
