"""Every figure of one measure: a chart for each state with all its series, quotations and stages."""

from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from bukhara.charts import statistics as figures
from bukhara.charts import statistics_words
from bukhara.charts.chart import Chart
from bukhara.model.observation import Observation
from bukhara.views import stages, statistics
from bukhara.views.few_cases import few_cases
from pages.statistics_parts import DETAIL, Empty, FigureRecords, measure_names
from web.charts import with_differing
from web.filters import choice, chosen, part_filter, rate_filter
from web.layout import contents
from web.page import Filter, Page
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideChart(Context):
    """Figures and gaps of a state that its chart cannot show; `few` names rows with too few cases."""

    template: ClassVar[str] = "pages/statistics_panel.html"
    view: statistics.Statistics
    state: statistics.StateStatistics
    title: str
    noted: tuple[Observation, ...]
    few: tuple[tuple[str, tuple[tuple[Observation, Observation], ...]], ...]


def content(page_request: PageRequest) -> Page:
    """Show the figures of the measure and country selected."""
    words, framework = page_request.words, page_request.snapshot.framework
    names = measure_names(page_request)
    topic = page_request.one_of("measure", tuple(names), statistics.REGISTERED)
    places = {c.code: words.text(c.short) for c in framework.countries + framework.regions}
    place = choice(page_request, "country", words("Country"), places)
    country = chosen(place)
    monthly = page_request.one_of("rate", ("monthly",)) == "monthly"
    known = page_request.view(statistics.parts, topic)
    part = page_request.one_of("part", tuple(known), statistics.Part.TOTAL)
    view = page_request.view(statistics.build, topic=topic, country=country, monthly=monthly, part=part)
    staged = _stages(page_request, topic, country)
    return Page(
        title=words("Statistics: {measure}", measure=names[topic]),
        figures=True,
        lead=_lead(page_request, topic),
        crumbs=((words("Statistics"), page_request.path),),
        tabs=(DETAIL,),
        look="in-columns" if len(view.states) > 1 else "",
        filters=(
            Filter("measure", words("Measure"), tuple(names.items()), topic),
            place,
            *part_filter(page_request, known, part),
            rate_filter(page_request),
        ),
        sections=(
            *_contents(page_request, view, staged),
            *_panels(page_request, view),
            *staged,
            _records(page_request, view),
        ),
    )


def _contents(page_request: PageRequest, view: statistics.Statistics, staged: list[Markup]) -> tuple[Markup, ...]:
    words = page_request.words
    parts = [(figures.chart_id(view, state), _group(page_request, state)) for state in view.states]
    if staged:
        parts.append(("stages", words("From registration to judgment")))
    if not view.is_international and any(figure.quote for state in view.states for figure in state.figures):
        parts.append(("figures", words("Every figure with its source")))
    return contents(page_request, *parts)


def _lead(page_request: PageRequest, topic: str) -> str:
    if topic == statistics.REGISTERED:
        return page_request.words(
            "Trafficking in persons alone is shown separately from wider headings. Nothing is added up over states "
            "or headings."
        )
    definition = page_request.snapshot.framework.indicator(topic).definition
    return page_request.words.text(definition) if definition else ""


def _panels(page_request: PageRequest, view: statistics.Statistics) -> list[Markup | Chart]:
    if not view.states:
        return [render(page_request, Empty(relaxed=((page_request.words("Country"), page_request.here(country="")),)))]
    sections: list[Markup | Chart] = []
    if any(state.axis_groups for state in view.states):
        sections.append(
            render(
                page_request, "pages/statistics_head.html", monthly=view.monthly, has_disagreeing=bool(view.disagree)
            )
        )
    seen = ""
    for state in view.states:
        if state.block != seen:
            sections.append(render(page_request, "pages/statistics_block.html", block=state.block))
            seen = state.block
        if state.axis_groups:
            drawn = figures.chart(
                view, state, page_request.words, lambda found: page_request.href(f"/evidence/observation/{found}")
            )
            sections.append(with_differing(page_request, replace(drawn, compact=True), state.figures))
        sections.append(_beside(page_request, view, state))
    return [section for section in sections if section]


def _beside(page_request: PageRequest, view: statistics.Statistics, state: statistics.StateStatistics) -> Markup:
    noted = statistics.heads_with_note(state)
    few = () if view.is_international else few_cases(state.axis_groups, view.framework.method)
    if state.axis_groups and not (noted or few or state.cards or state.gaps):
        return Markup()
    context = BesideChart(
        view=view,
        state=state,
        title=statistics_words.title(view, state, page_request.words),
        noted=noted,
        few=tuple(
            (statistics_words.row_name(view, found.axis_group, page_request.words), found.pairs) for found in few
        ),
    )
    return render(page_request, context)


def _stages(page_request: PageRequest, topic: str, country: str) -> list[Markup]:
    if topic != statistics.REGISTERED and topic not in stages.MEASURES:
        return []
    table = page_request.view(stages.build, country=country)
    if not table.strict:
        return []
    return [
        render(
            page_request, "pages/statistics_stages.html", table=table, columns=tuple(code for code, _ in stages.COLUMNS)
        )
    ]


def _records(page_request: PageRequest, view: statistics.Statistics) -> Markup:
    if view.is_international:
        # The table under each chart has every cell with its place in the data set.
        return Markup()
    quoted = [state for state in view.states if any(figure.quote for figure in state.figures)]
    groups = tuple((_group(page_request, state), state.figures) for state in quoted)
    is_open = len(view.states) == 1
    return render(page_request, FigureRecords(groups=groups, is_open=is_open))


def _group(page_request: PageRequest, state: statistics.StateStatistics) -> str:
    name = page_request.words.text(state.country.short)
    if not state.block:
        return name
    return page_request.words("{state}: {bodies}", state=name, bodies=_block_name(page_request, state.block))


def _block_name(page_request: PageRequest, block: str) -> str:
    """Return who identified: state bodies, civil society, international organisations; never merged."""
    words = page_request.words
    names = {
        "state": words("by state bodies"),
        "civil_society": words("by civil society organisations"),
        "international": words("by international organisations"),
    }
    return names[block]
