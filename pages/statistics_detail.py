"""Every figure of one measure: a chart for each state with all its series, quotations, stages and differences."""

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
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsHead(Context):
    """How to read the charts; `monthly` where counts are drawn a month, `has_disagreeing` where parts do not agree."""

    template: ClassVar[str] = "pages/statistics_head.html"
    monthly: bool
    has_disagreeing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockHead(Context):
    """Who identified the victims of the panels below."""

    template: ClassVar[str] = "pages/statistics_block.html"
    block: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideChart(Context):
    """Figures and gaps of a state that its chart cannot show; `few` names rows with too few cases."""

    template: ClassVar[str] = "pages/statistics_panel.html"
    view: statistics.Statistics
    state: statistics.StateStatistics
    title: str
    noted: tuple[Observation, ...]
    few: tuple[tuple[str, tuple[tuple[Observation, Observation], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StagesTable(Context):
    """Persons and cases from registration to judgment."""

    template: ClassVar[str] = "pages/statistics_stages.html"
    table: stages.StageTable
    columns: tuple[str, ...]


def content(reader: Reader) -> Page:
    """Show the figures of the measure and country selected."""
    words, framework = reader.words, reader.snapshot.framework
    names = measure_names(reader)
    topic = reader.one_of("measure", tuple(names), statistics.REGISTERED)
    places = {c.code: words.text(c.short) for c in framework.countries + framework.regions}
    place = choice(reader, "country", words("Country"), places)
    country = chosen(place)
    monthly = reader.one_of("rate", ("monthly",)) == "monthly"
    known = reader.view(statistics.parts, topic)
    part = reader.one_of("part", tuple(known), statistics.Part.TOTAL)
    view = reader.view(statistics.build, topic=topic, country=country, monthly=monthly, part=part)
    staged = _stages(reader, topic, country)
    return Page(
        title=words("Statistics: {measure}", measure=names[topic]),
        figures=True,
        lead=_lead(reader, topic),
        crumbs=((words("Statistics"), reader.path),),
        tabs=(DETAIL,),
        look="in-columns" if len(view.states) > 1 else "",
        filters=(
            Filter("measure", words("Measure"), tuple(names.items()), topic),
            place,
            *part_filter(reader, known, part),
            rate_filter(reader),
        ),
        blocks=(*_contents(reader, view, staged), *_panels(reader, view), *staged, _records(reader, view)),
    )


def _contents(reader: Reader, view: statistics.Statistics, staged: list[Markup]) -> tuple[Markup, ...]:
    words = reader.words
    parts = [(figures.chart_id(view, state), _group(reader, state)) for state in view.states]
    if staged:
        parts.append(("stages", words("From registration to judgment")))
    if view.differences:
        parts.append(("differences", words("Differences between sources")))
    if not view.is_international and any(figure.quote for state in view.states for figure in state.figures):
        parts.append(("figures", words("Every figure with its source")))
    return contents(reader, *parts)


def _lead(reader: Reader, topic: str) -> str:
    if topic == statistics.REGISTERED:
        return reader.words(
            "Trafficking in persons alone is shown separately from wider headings. Nothing is added up over states "
            "or headings."
        )
    definition = reader.snapshot.framework.indicator(topic).definition
    return reader.words.text(definition) if definition else ""


def _panels(reader: Reader, view: statistics.Statistics) -> list[Markup | Chart]:
    if not view.states:
        return [render(reader, Empty(relaxed=((reader.words("Country"), reader.here(country="")),)))]
    blocks: list[Markup | Chart] = []
    if any(state.axis_groups for state in view.states):
        blocks.append(render(reader, ChartsHead(monthly=view.monthly, has_disagreeing=bool(view.disagree))))
    seen = ""
    for state in view.states:
        if state.block != seen:
            blocks.append(render(reader, BlockHead(block=state.block)))
            seen = state.block
        if state.axis_groups:
            drawn = figures.chart(
                view, state, reader.words, lambda found: reader.href(f"/evidence/observation/{found}")
            )
            blocks.append(with_differing(reader, replace(drawn, compact=True), state.figures))
        blocks.append(_beside(reader, view, state))
    return [block for block in blocks if block]


def _beside(reader: Reader, view: statistics.Statistics, state: statistics.StateStatistics) -> Markup:
    noted = statistics.heads_with_note(state)
    few = () if view.is_international else few_cases(state.axis_groups, view.framework.method)
    if state.axis_groups and not (noted or few or state.cards or state.gaps):
        return Markup()
    context = BesideChart(
        view=view,
        state=state,
        title=statistics_words.title(view, state, reader.words),
        noted=noted,
        few=tuple((statistics_words.row_name(view, found.axis_group, reader.words), found.pairs) for found in few),
    )
    return render(reader, context)


def _stages(reader: Reader, topic: str, country: str) -> list[Markup]:
    if topic != statistics.REGISTERED and topic not in stages.MEASURES:
        return []
    table = reader.view(stages.build, country=country)
    if not table.strict:
        return []
    return [render(reader, StagesTable(table=table, columns=tuple(code for code, _ in stages.COLUMNS)))]


def _records(reader: Reader, view: statistics.Statistics) -> Markup:
    if view.is_international:
        # The table under each chart has every cell with its place in the data set.
        return render(reader, FigureRecords(differences=view.differences))
    quoted = [state for state in view.states if any(figure.quote for figure in state.figures)]
    groups = tuple((_group(reader, state), state.figures) for state in quoted)
    is_open = len(view.states) == 1
    context = FigureRecords(differences=view.differences, groups=groups, is_open=is_open)
    return render(reader, context)


def _group(reader: Reader, state: statistics.StateStatistics) -> str:
    name = reader.words.text(state.country.short)
    if not state.block:
        return name
    return reader.words("{state}: {bodies}", state=name, bodies=_block_name(reader, state.block))


def _block_name(reader: Reader, block: str) -> str:
    """Return who identified: state bodies, civil society, international organisations; never merged."""
    words = reader.words
    names = {
        "state": words("by state bodies"),
        "civil_society": words("by civil society organisations"),
        "international": words("by international organisations"),
    }
    return names[block]
