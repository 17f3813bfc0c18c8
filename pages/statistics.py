"""Statistics to explore: filters in one row, then a row of small multiples for each thing that is counted."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts import small_multiples
from bukhara.charts.chart import Chart
from bukhara.model.revision import EditionRevisions
from bukhara.model.statement import Statement
from bukhara.views import explore, statistics, trends
from pages import statistics_detail
from pages.statistics_parts import DETAIL, Empty, FigureRecords, measure_names
from web.charts import with_differing
from web.filters import chosen, explore_filters, topic_filter
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render

WITHIN = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedViews(Context):
    """Name and address of selections that are worth a look."""

    template: ClassVar[str] = "pages/statistics_views.html"
    views: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKey(Context):
    """The states, and what the marks mean.

    A button of `columns` (name, address, code, whether pressed) greys the other states; a link of `states` (name,
    address, whether shown) shows a state or takes it away.
    """

    template: ClassVar[str] = "pages/statistics_key.html"
    columns: tuple[tuple[str, str, str, bool], ...]
    states: tuple[tuple[str, str, bool], ...]
    form: str
    has_revised: bool
    has_disagreeing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreRows(Context):
    """How many rows are not shown, the way to every figure, and trends without figures by year."""

    template: ClassVar[str] = "pages/statistics_foot.html"
    hidden: int
    trends: tuple[Statement, ...]


def content(reader: Reader) -> Page:
    """Show the rows of a selection; `tab=detail` and a monthly rate show one measure by state."""
    if reader.query.get("tab") == DETAIL or "rate" in reader.query:
        return statistics_detail.content(reader)
    words = reader.words
    names = measure_names(reader)
    selection = _selection(reader, tuple(names))
    explored = reader.view(explore.build, selection)
    years = reader.view(explore.years)
    title = words("Statistics")
    if explored.first:
        title = words("Statistics, {first} to {last}", first=str(explored.first), last=str(explored.last))
    return Page(
        title=title,
        figures=True,
        above=(render(reader, SuggestedViews(views=_views(reader, names))),),
        filters=explore_filters(reader, selection, names, years),
        blocks=tuple(_blocks(reader, selection, explored)),
        tabs=(DETAIL,),
        look=" ".join(["explore", *(f"focus-{n}" for n in _focus(reader, selection))]),
    )


def _selection(reader: Reader, measures: tuple[str, ...]) -> explore.Selection:
    framework = reader.snapshot.framework
    years = tuple(str(year) for year in reader.view(explore.years))
    first, last = (int(reader.one_of(name, years) or 0) for name in ("from", "to"))
    codes = tuple(country.code for country in (*framework.countries, *framework.regions))
    topic = chosen(topic_filter(reader))
    return explore.Selection(
        measure=reader.one_of("measure", measures),
        countries=reader.many_of("country", codes),
        part=reader.one_of("part", tuple(statistics.Part), reader.view(explore.usual_part, topic)),
        source=reader.one_of("source", reader.view(explore.sources)),
        first=first,
        last=max(first, last) if last else 0,
        topic=topic,
    )


def _views(reader: Reader, names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return suggested views of what the sources hold."""
    words, held = reader.words, reader.view(explore.sources)
    found = []
    if "unodc" in held:
        found.append((words("From offence to conviction, UNODC"), {"source": "unodc", "scale": WITHIN, "from": "2010"}))
        found.append((words("Victims by sex and age"), {"measure": "CTX-unodc-victims", "part": "sex_age"}))
    else:
        found.append((words("Victims"), {"measure": "CTX-victims"}))
    if statistics.REGISTERED in names:
        found.append((words("Recorded offences in the report"), {"measure": statistics.REGISTERED, "show": "bars"}))
    if "own" in held:
        found.append((words("Figures of the states themselves"), {"source": "own"}))
    return tuple((name, reader.href(reader.path, **query)) for name, query in found[:3])


def _blocks(reader: Reader, selection: explore.Selection, explored: explore.Explored) -> list[Markup | Chart]:
    if not explored.rows:
        return [_key(reader, selection, revised=frozenset(), rows=()), _empty(reader, selection)]
    shown = explored.rows if reader.query.get("rows") == "all" else explored.rows[: explore.LIMIT]
    revised = _revised(reader.service.revisions(reader.snapshot))
    look = small_multiples.Look(
        words=reader.words,
        href=lambda found: reader.href(f"/evidence/observation/{found}"),
        form=reader.one_of("show", ("bars", "table"), "lines"),
        tops=small_multiples.common_tops(shown) if reader.one_of("scale", (WITHIN,)) else None,
        revised=revised,
    )
    charts = [with_differing(reader, small_multiples.chart(row, explored, look), row.figures) for row in shown]
    return [
        _key(reader, selection, revised=revised, rows=shown),
        *charts,
        render(reader, MoreRows(hidden=len(explored.rows) - len(shown), trends=reader.view(trends.build))),
        _differences(reader, selection, shown),
    ]


def _key(
    reader: Reader, selection: explore.Selection, *, revised: frozenset[str], rows: tuple[explore.FigureRow, ...]
) -> Markup:
    codes = [country.code for country in reader.snapshot.framework.countries]
    shown = _columns(reader, selection)
    columns, states = [], []
    focus = reader.one_of("focus", shown)
    for country in reader.snapshot.framework.countries:
        # the first press leaves one state, each further one adds a state or takes it away
        others = {country.code} if not selection.countries else set(shown) ^ {country.code}
        kept = [code for code in codes if code in others]
        address = reader.here(country=",".join(kept) if len(kept) < len(codes) else "")
        name = reader.words.text(country.short)
        states.append((name, address, country.code in shown))
        if country.code in shown:
            pressed = country.code == focus
            columns.append((name, reader.here(focus="" if pressed else country.code), country.code, pressed))
    form = reader.one_of("show", ("bars", "table"), "lines")
    context = ReadingKey(
        columns=tuple(columns),
        states=tuple(states),
        form=form,
        has_revised=any(figure.observation_id in revised for row in rows for figure in row.figures),
        has_disagreeing=any(figure.observation_id in row.view.disagree for row in rows for figure in row.figures),
    )
    return render(reader, context)


def _columns(reader: Reader, selection: explore.Selection) -> tuple[str, ...]:
    codes = (country.code for country in reader.snapshot.framework.countries)
    return tuple(code for code in codes if not selection.countries or code in selection.countries)


def _focus(reader: Reader, selection: explore.Selection) -> list[int]:
    """Return the position of the column that is not greyed, if one is chosen."""
    columns = _columns(reader, selection)
    focus = reader.one_of("focus", columns)
    return [columns.index(focus)] if focus else []


def _empty(reader: Reader, selection: explore.Selection) -> Markup:
    words = reader.words
    named = {
        "part": (words("Broken down"), {"part": ""}),
        "years": (words("Years"), {"from": "", "to": ""}),
        "source": (words("Source"), {"source": ""}),
        "country": (words("Countries"), {"country": ""}),
        "measure": (words("Measure"), {"measure": ""}),
        "topic": (words("Topic"), {"topic": ""}),
    }
    names = reader.view(explore.relaxable, selection)
    relaxed = tuple((named[name][0], reader.here(**named[name][1])) for name in names)
    return render(reader, Empty(relaxed=relaxed or ((words("all filters"), reader.href(reader.path)),)))


def _differences(reader: Reader, selection: explore.Selection, rows: tuple[explore.FigureRow, ...]) -> Markup:
    views = {id(row.view): row.view for row in rows}.values()
    shown = selection.countries
    differences = dict.fromkeys(d for view in views for d in view.differences if not shown or d.country in shown)
    return render(reader, FigureRecords(differences=tuple(differences)))


def _revised(editions: tuple[EditionRevisions, ...]) -> frozenset[str]:
    """Return the ids of the figures that an edition changed or masked."""
    changed = (revision.after for edition in editions for revision in edition.changed)
    return frozenset(figure.observation_id for figure in changed if figure)


register_page(__name__, path="/statistics", name="Statistics", content=content)
layout = layout_of("/statistics")
