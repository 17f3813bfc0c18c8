"""One state: where it stands, since when, in whose words, and what its neighbours can share."""

from __future__ import annotations

from dash import register_page

from bukhara.figures import level_bar, state_figures, statistics, status_bars, timeline
from bukhara.figures.chart import Chart
from bukhara.views import country
from bukhara.views import statistics as figures_of_state
from bukhara.views import timeline as dates
from pages._ui.parts.contents import contents
from pages._ui.parts.days import day_filters
from pages._ui.parts.differing import with_differing
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.sources import source_line
from pages._ui.parts.templates import render
from pages._ui.voices.naming import named
from pages._ui.voices.reply_voices import reply_voices
from pages._ui.voices.stories import told

PATH = "/countries/<code>"
DRAWN = (figures_of_state.REGISTERED, "CTX-victims")


def content(reader: Reader) -> Page:
    """Show the state named in the address, or say that there is none."""
    words, framework = reader.words, reader.snapshot.framework
    code = reader.path.rsplit("/", 1)[-1]
    if code not in {c.code for c in framework.countries}:
        return Page(title=words("Nothing stands at this address"), found=False)
    view = reader.view(country.build, code)
    when = reader.view(dates.build, code)
    values = {
        "view": view,
        "when": when,
        "framework": framework,
        "named": named(reader),
        **told(reader, code),
        **reply_voices(reader),
    }
    return Page(
        title=words.text(view.country.name),
        crumbs=((words("Countries"), "/countries"),),
        filters=day_filters(reader),
        blocks=(
            render(reader, "country_head.html", **values),
            *contents(reader, *_parts(reader)),
            _counts(reader, view),
            *_level(reader, view),
            render(reader, "country_changed.html", **values),
            render(reader, "country_themes.html", **values),
            _timeline(reader, view, when),
            render(reader, "country_open.html", **values),
            *_statistics(reader, code),
            _figures(reader, view),
            render(reader, "country_words.html", **values),
        ),
    )


def _parts(reader: Reader) -> tuple[tuple[str, str], ...]:
    words = reader.words
    return (
        ("themes", words("Theme by theme")),
        ("country-timeline", words("Dates")),
        ("difficult", words("Challenges named")),
        ("neighbours", words("What the neighbours can share")),
        ("country-figures", words("Every figure")),
        ("words", words("In the words of the state")),
    )


def _counts(reader: Reader, view: country.CountryView) -> Chart:
    words = reader.words
    here = reader.path
    bars = (
        status_bars.Bar(words("All themes"), view.counts, reader.href(here) + "#themes"),
        *(
            status_bars.Bar(words.text(b.pillar.name), b.counts, reader.href(here) + f"#{b.pillar.id}")
            for b in view.blocks
            if b.drawn
        ),
    )
    listed = [words.text(b.pillar.name) for b in view.blocks if not b.drawn]
    notes = [words("Already in place at Bukhara means before 25 November 2021; it is counted apart.")]
    if listed:
        notes.append(words("Fewer than five themes, so listed and not drawn: {pillars}.", pillars=", ".join(listed)))
    return Chart(
        id="country-by-status",
        title=words("{country}: themes by status", country=words.text(view.country.short)),
        subtitle=words("Number of themes that can be completed; {day}", day=words.date(reader.snapshot.as_of)),
        figure=status_bars.figure(bars, words),
        table=status_bars.table(bars, words, words("Pillar")),
        source=source_line(reader, view.country.code),
        notes=tuple(notes),
        height=150 + 44 * len(bars),
    )


def _level(reader: Reader, view: country.CountryView) -> tuple[Chart, ...]:
    if view.standing is None:
        return ()
    short = reader.words.text(view.country.short)
    return (level_bar.chart(view.standing, reader.words, country=short, source=source_line(reader, view.country.code)),)


def _timeline(reader: Reader, view: country.CountryView, when: dates.Timeline) -> Chart:
    return timeline.chart(
        when,
        reader.words,
        country=reader.words.text(view.country.short),
        source=source_line(reader, view.country.code),
        href=lambda item: reader.href(f"/themes/{item}") + f"#{view.country.code}",
    )


def _statistics(reader: Reader, code: str) -> tuple[Chart, ...]:
    views = [reader.view(figures_of_state.build, topic=topic, country=code) for topic in DRAWN]
    panels = [(view, panel) for view in views for panel in view.panels if panel.rows]
    return tuple(
        with_differing(reader, statistics.chart(view, panel, reader.words, _evidence(reader)), panel.figures)
        for view, panel in panels
    )


def _figures(reader: Reader, view: country.CountryView) -> Chart:
    words, snapshot = reader.words, reader.snapshot
    code = view.country.code
    held = [o for o in snapshot.observations if o.country == code and not o.partner]
    table = state_figures.chart(
        held,
        words,
        framework=snapshot.framework,
        title=words("{country}: every figure in the sources", country=words.text(view.country.short)),
        source=source_line(reader, view.country.code),
        href=_evidence(reader),
    )
    return with_differing(reader, table, held)


def _evidence(reader: Reader) -> statistics.Href:
    return lambda evidence_id: reader.href("/evidence", q=evidence_id)


register_page(__name__, path_template=PATH, name="Country", content=content)
layout = layout_of(PATH)
