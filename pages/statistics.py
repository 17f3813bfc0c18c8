"""Statistics: every figure of the sources by measure and state, on honest periods, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page
from markupsafe import Markup

from bukhara.figures import statistics as figures
from bukhara.figures import statistics_words
from bukhara.views import stages, statistics
from bukhara.views.evidence import citations
from bukhara.views.few_cases import few_cases
from pages._ui.parts.contents import contents
from pages._ui.parts.differing import with_differing
from pages._ui.parts.page import Filter, Page
from pages._ui.parts.rate import rate_filter
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.difference_voices import difference_voices
from pages._ui.voices.figure_voices import voices

if TYPE_CHECKING:
    from bukhara.figures.chart import Chart


def content(reader: Reader) -> Page:
    """Show the figures of the measure and country selected."""
    words, framework = reader.words, reader.snapshot.framework
    names = {topic: _name(reader, topic) for topic in reader.view(statistics.topics)}
    places = {c.code: words.text(c.short) for c in framework.countries + framework.regions}
    topic = reader.one_of("measure", tuple(names), statistics.REGISTERED)
    country = reader.one_of("country", tuple(places))
    monthly = reader.one_of("rate", ("monthly",)) == "monthly"
    view = reader.view(statistics.build, topic=topic, country=country, monthly=monthly)
    staged = _stages(reader, topic, country)
    return Page(
        title=words("Statistics: {measure}", measure=names[topic]),
        lead=_lead(reader, topic),
        filters=(
            Filter("measure", words("Measure"), tuple(names.items()), topic),
            Filter("country", words("Country"), (("all", words("all")), *places.items()), country or "all"),
            rate_filter(reader),
        ),
        blocks=(*_contents(reader, view, staged), *_panels(reader, view), *staged, _records(reader, view)),
    )


def _contents(reader: Reader, view: statistics.Statistics, staged: list[Markup]) -> tuple[Markup, ...]:
    words = reader.words
    parts = [(figures.chart_id(view, panel), _group(reader, panel)) for panel in view.panels]
    if staged:
        parts.append(("stages", words("From registration to judgment")))
    if view.differences:
        parts.append(("differences", words("Differences between sources")))
    if any(figure.quote for panel in view.panels for figure in panel.figures):
        parts.append(("figures", words("Every figure with its source")))
    return contents(reader, *parts)


def _name(reader: Reader, topic: str) -> str:
    if topic == statistics.REGISTERED:
        return reader.words("trafficking in persons and related offences, recorded")
    return reader.words.text(reader.snapshot.framework.indicator(topic).name)


def _lead(reader: Reader, topic: str) -> str:
    if topic == statistics.REGISTERED:
        return reader.words(
            "Trafficking in persons alone stands apart from wider headings. "
            "Nothing is added up, neither over states nor over headings."
        )
    definition = reader.snapshot.framework.indicator(topic).definition
    return reader.words.text(definition) if definition else ""


def _panels(reader: Reader, view: statistics.Statistics) -> list[Markup | Chart]:
    if not view.panels:
        return [render(reader, "statistics_empty.html")]
    blocks: list[Markup | Chart] = []
    if any(panel.rows for panel in view.panels):
        blocks.append(render(reader, "statistics_head.html", monthly=view.monthly))
    seen = ""
    for panel in view.panels:
        if panel.block != seen:
            blocks.append(render(reader, "statistics_block.html", block=panel.block))
            seen = panel.block
        if panel.rows:
            drawn = figures.chart(view, panel, reader.words, lambda found: reader.href("/evidence", q=found))
            blocks.append(with_differing(reader, drawn, panel.figures))
        blocks.append(_beside(reader, view, panel))
    return [block for block in blocks if block]


def _beside(reader: Reader, view: statistics.Statistics, panel: statistics.Panel) -> Markup:
    noted = statistics.noted(panel)
    few = few_cases(panel.rows, view.framework.method)
    if panel.rows and not (noted or few or panel.cards or panel.gaps):
        return Markup()
    return render(
        reader,
        "statistics_panel.html",
        view=view,
        panel=panel,
        title=statistics_words.title(view, panel, reader.words),
        noted=noted,
        few=[(statistics_words.row_name(view, found.row, reader.words), found.pairs) for found in few],
        **voices(reader),
    )


def _stages(reader: Reader, topic: str, country: str) -> list[Markup]:
    if topic != statistics.REGISTERED and topic not in stages.MEASURES:
        return []
    table = reader.view(stages.build, country=country)
    if not table.strict:
        return []
    columns = [code for code, _ in stages.COLUMNS]
    return [render(reader, "statistics_stages.html", table=table, columns=columns, **voices(reader))]


def _records(reader: Reader, view: statistics.Statistics) -> Markup:
    groups = [(_group(reader, panel), panel.figures) for panel in view.panels if any(f.quote for f in panel.figures)]
    return render(
        reader,
        "statistics_records.html",
        view=view,
        groups=groups,
        open=len(view.panels) == 1,
        told=difference_voices(reader),
        citations=lambda figure: citations(figure.quote, figure.source_locator),
        **voices(reader),
    )


def _group(reader: Reader, panel: statistics.Panel) -> str:
    name = reader.words.text(panel.country.short)
    if not panel.block:
        return name
    return reader.words("{state}: {bodies}", state=name, bodies=block_name(reader, panel.block))


def block_name(reader: Reader, block: str) -> str:
    """Return who identified: state bodies, civil society, international organisations; never merged."""
    words = reader.words
    names = {
        "state": words("by state bodies"),
        "civil_society": words("by civil society organisations"),
        "international": words("by international organisations"),
    }
    return names[block]


register_page(__name__, path="/statistics", name="Statistics", content=content)
layout = layout_of("/statistics")
