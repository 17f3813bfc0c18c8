"""Every figure of one measure: a chart for each state with all its series, quotations and stages."""

from collections.abc import Iterator
from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from bukhara.charts import statistics as figures
from bukhara.charts import statistics_words
from bukhara.charts.chart import Chart
from bukhara.charts.series import has_line
from bukhara.charts.statistics_table import breakdown
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.views import stages, statistics
from bukhara.views.few_cases import few_cases
from pages.statistics_parts import DETAIL, empty, measure_names, sign_list
from pages.statistics_stages import stage_table
from web.charts import with_differing
from web.components.figures import figure_card, figure_period, gap
from web.components.lists import joined, on_page
from web.components.passages import note_text
from web.components.states import chosen_places, state_links
from web.filters import part_filter, rate_filter
from web.page import Filter, Page, Section
from web.parameters import STATES
from web.request import PageRequest

PERIODS = (
    ("year", N_("a calendar year")),
    ("half", N_("a half-year")),
    ("months", N_("some months")),
    ("long", N_("more than a year, in brackets")),
    ("zero", N_("zero, as reported")),
    ("open", N_("open period")),
    ("gap", N_("not available from the authority")),
)
BLOCKS = {
    "state": N_("Identified by state bodies"),
    "civil_society": N_(
        "Identified or assisted by civil society organisations: never added to the figures of state bodies"
    ),
    "international": N_("Supported by international organisations"),
}


def content(page_request: PageRequest) -> Page:
    """Show the figures of the measure and country selected."""
    words = page_request.words
    names = measure_names(page_request)
    topic = page_request.one_of("measure", tuple(names), statistics.REGISTERED)
    countries = chosen_places(page_request)
    monthly = page_request.one_of("rate", ("monthly",)) == "monthly"
    known = page_request.view(statistics.parts, topic)
    part = page_request.one_of("part", tuple(known), statistics.Part.TOTAL)
    view = page_request.view(statistics.build, topic=topic, countries=countries, monthly=monthly, part=part)
    staged = _stages(page_request, topic, countries)
    return Page(
        title=words("Statistics: {measure}", measure=names[topic]),
        figures=True,
        lead=_lead(page_request, topic),
        crumbs=((words("Statistics"), page_request.path),),
        above=(state_links(page_request),),
        tabs=(DETAIL,),
        look="in-columns" if len(view.states) > 1 else "",
        filters=(
            Filter("measure", words("Measure"), tuple(names.items()), topic),
            *part_filter(page_request, known, part),
            rate_filter(page_request),
        ),
        sections=(
            *_contents(page_request, view, staged),
            *_panels(page_request, view),
            *staged,
            *_quotations(page_request, view),
        ),
    )


def _contents(page_request: PageRequest, view: statistics.Statistics, staged: list[Component]) -> tuple[Section, ...]:
    words = page_request.words
    parts = [(figures.chart_id(view, state), _group(page_request, state)) for state in view.states]
    if staged:
        parts.append(("stages", words("From registration to judgment")))
    return (on_page(page_request, parts),) if len(parts) > 1 else ()


def _lead(page_request: PageRequest, topic: str) -> str:
    if topic == statistics.REGISTERED:
        return page_request.words(
            "Trafficking in persons alone is shown separately from wider headings. Nothing is added up over states "
            "or headings."
        )
    definition = page_request.snapshot.framework.indicator(topic).definition
    return page_request.words.text(definition) if definition else ""


def _panels(page_request: PageRequest, view: statistics.Statistics) -> list[Section]:
    words = page_request.words
    if not view.states:
        return [empty(page_request, [(words("Country"), page_request.here(**{STATES: ""}))])]
    sections: list[Section] = []
    if any(state.axis_groups for state in view.states):
        sections += _head(page_request, view)
    seen = ""
    for state in view.states:
        if state.block != seen:
            sections.append(html.H2(words(BLOCKS[state.block]), className="block-name"))
            seen = state.block
        if state.axis_groups:
            sections.append(_chart(page_request, view, state))
        sections += _beside(page_request, view, state)
    return sections


def _chart(page_request: PageRequest, view: statistics.Statistics, state: statistics.StateStatistics) -> Chart:
    drawn = figures.chart(
        view, state, page_request.words, lambda found: page_request.href(f"/evidence/observation/{found}")
    )
    return with_differing(page_request, replace(drawn, compact=True), state.figures)


def _head(page_request: PageRequest, view: statistics.Statistics) -> list[Component]:
    """Return how periods are drawn and how the charts are read."""
    words = page_request.words
    groups = [group for state in view.states for group in state.axis_groups]
    signs = [("line", words("consecutive years"))] if has_line(groups) else []
    signs += [(sign, words(said)) for sign, said in PERIODS]
    if view.disagree:
        signs.append(("disagree", words("parts do not agree in the source")))
    key = sign_list(words("How periods are drawn"), signs)
    said = [
        words(
            "Countries count in different ways. Do not compare heights between countries. Read each figure with "
            "its period, its unit and its source."
        ),
        words("A higher count can mean more crime or better detection."),
    ]
    if view.monthly:
        said.append(
            words(
                "Monthly average: the count divided by the whole months of its closed period. Open or unfinished "
                "periods, ranges and percentages are not converted."
            )
        )
    return [key, html.P(" ".join(said), className="guard")]


def _beside(
    page_request: PageRequest, view: statistics.Statistics, state: statistics.StateStatistics
) -> list[Component]:
    """Return the figures and gaps of a state that its chart cannot show; nothing where it shows all."""
    words = page_request.words
    parts = [*_notes(page_request, state), *_few(page_request, view, state), *_cards(page_request, view, state)]
    is_drawn = bool(state.axis_groups)
    missing = [figure for figure in state.gaps if figure.state != "not_available" or not is_drawn]
    totals = [figure.stage for figure in state.cards] if view.topic != statistics.REGISTERED else []
    lines = [_gap(page_request, figure, of_total=figure.stage in totals) for figure in missing]
    if not state.figures:
        lines.append(html.Li(gap("not_asked", label(words, "not_asked")), className="s-not_asked"))
    if lines:
        parts.append(html.Ul(lines, className="gaps"))
    if is_drawn:
        folded = html.Summary(words("Notes, and figures that are not in the chart"))
        shown = html.Details([folded, *parts], className="folded")
        return [html.Section(shown, className="beside")] if parts else []
    title = html.H2(statistics_words.title(view, state, words))
    look = "card" if state.cards else "card slim"
    return [html.Section([title, *parts], className=look, id=figures.chart_id(view, state))]


def _notes(page_request: PageRequest, state: statistics.StateStatistics) -> Iterator[Component]:
    for figure in statistics.heads_with_note(state):
        number = html.Strong(value_text(figure, page_request.words))
        note = note_text(page_request, figure.note, figure.source_id)
        yield html.P([number, f", {figure_period(page_request, figure)}: ", note], className="fact-note")


def _few(
    page_request: PageRequest, view: statistics.Statistics, state: statistics.StateStatistics
) -> Iterator[Component]:
    """Yield a sentence for each row with too few cases to read a change."""
    words = page_request.words
    found = () if view.is_international else few_cases(state.axis_groups, view.framework.method)
    for each in found:
        name = statistics_words.row_name(view, each.axis_group, words)
        pairs = "; ".join(
            words("{first} and {second}", first=figure_period(page_request, a), second=figure_period(page_request, b))
            for a, b in each.pairs
        )
        few = words("too few cases to read a change.")
        why = html.A(words("Why?"), href=page_request.href("/method") + "#counts")
        yield html.P([f"{name[:1].upper()}{name[1:]}, {pairs}: {few} ", why], className="fact-note")


def _cards(
    page_request: PageRequest, view: statistics.Statistics, state: statistics.StateStatistics
) -> Iterator[Component]:
    words, is_registered = page_request.words, view.topic == statistics.REGISTERED
    if state.cards and state.axis_groups:
        undated = words("Figures that cannot be charted (no dates given)")
        yield html.H3(undated if is_registered else words("Single figures, each of its own kind"))
    cards = []
    for figure in state.cards:
        reason = ""
        if figure.qualifier == "change_percent":
            reason = words("A change in per cent without its base is never drawn or counted.")
        elif figure.period_start is None and is_registered:
            reason = words("Its years are not stated.")
        cards.append(figure_card(page_request, figure, reason))
    if cards:
        yield html.Div(cards, className="facts")


def _gap(page_request: PageRequest, figure: Observation, *, of_total: bool) -> Component:
    words = page_request.words
    said = label(words, figure.state)
    counted = breakdown(figure, words, page_request.snapshot.framework)
    shown = gap(figure.state, words("total: {state}", state=said) if of_total else said, counted)
    return html.Li(shown, className=f"s-{figure.state}")


def _stages(page_request: PageRequest, topic: str, countries: tuple[str, ...]) -> list[Component]:
    if topic != statistics.REGISTERED and topic not in stages.MEASURES:
        return []
    table = page_request.view(stages.build, countries=countries)
    return [stage_table(page_request, table)] if table.strict else []


def _quotations(page_request: PageRequest, view: statistics.Statistics) -> list[Component]:
    """Return links to the figures of each state with quotation and place; tables of UNODC's have their places."""
    words = page_request.words
    quoted = [state for state in view.states if any(figure.quote for figure in state.figures)]
    own = [] if view.is_international else dict.fromkeys(state.country for state in quoted)
    links = [
        html.A(
            words.text(each.short),
            href=page_request.href(f"/countries/{each.code}", tab="figures") + "#country-figures",
        )
        for each in own
        if each in page_request.snapshot.framework.countries
    ]
    name = words("Every figure with its source")
    return [html.P([f"{name}: ", *joined(links, ", ")], className="small soft")] if links else []


def _group(page_request: PageRequest, state: statistics.StateStatistics) -> str:
    name = page_request.words.text(state.country.short)
    if not state.block:
        return name
    words = page_request.words
    names = {
        "state": words("by state bodies"),
        "civil_society": words("by civil society organisations"),
        "international": words("by international organisations"),
    }
    return page_request.words("{state}: {bodies}", state=name, bodies=names[state.block])
