"""One state: its progress, since when, as reported by which body, and what its neighbours can share."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.figures import level_bar, state_figures, statistics, status_bars, timeline
from bukhara.figures.chart import Chart
from bukhara.model.framework import Framework
from bukhara.views import country, narrative
from bukhara.views import statistics as figures_of_state
from bukhara.views import timeline as dates
from bukhara.views.narrative import Story
from web.charts import source_line, with_differing
from web.filters import day_filters
from web.layout import contents, layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render

PATH = "/countries/<code>"
DRAWN = (figures_of_state.REGISTERED, "CTX-victims")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Context):
    """Counts between bounds and the links of the page."""

    template: ClassVar[str] = "pages/country_head.html"
    view: country.CountryView


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed(Context):
    """What changed since the reading before."""

    template: ClassVar[str] = "pages/country_changed.html"
    stories: tuple[Story, ...]
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeByTheme(Context):
    """Each theme with its status, its statement and replies."""

    template: ClassVar[str] = "pages/country_themes.html"
    view: country.CountryView
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenThemes(Context):
    """Undated statements, challenges, needs and what neighbours can share."""

    template: ClassVar[str] = "pages/country_open.html"
    view: country.CountryView
    when: dates.Timeline
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords(Context):
    """Every statement of the state, and of others about it."""

    template: ClassVar[str] = "pages/country_words.html"
    view: country.CountryView
    framework: Framework


def content(reader: Reader) -> Page:
    """Show the state named in the address, or that it does not exist."""
    words, framework = reader.words, reader.snapshot.framework
    code = reader.path.rsplit("/", 1)[-1]
    if code not in {c.code for c in framework.countries}:
        return Page(title=words("Nothing stands at this address"), found=False)
    view = reader.view(country.build, code)
    when = reader.view(dates.build, code)
    return Page(
        title=words.text(view.country.name),
        crumbs=((words("Countries"), "/countries"),),
        filters=day_filters(reader),
        blocks=(
            render(reader, Head(view=view)),
            *contents(reader, *_parts(reader)),
            _counts(reader, view),
            *_level(reader, view),
            render(reader, Changed(stories=_stories(reader, code), framework=framework)),
            render(reader, ThemeByTheme(view=view, framework=framework)),
            _timeline(reader, view, when),
            render(reader, OpenThemes(view=view, when=when, framework=framework)),
            *_statistics(reader, code),
            _figures(reader, view),
            render(reader, OwnWords(view=view, framework=framework)),
        ),
    )


def _stories(reader: Reader, code: str) -> tuple[Story, ...]:
    every = reader.view(narrative.build, reader.service.past(reader.snapshot))
    return tuple(story for story in every if story.country == code)


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
    if view.level is None:
        return ()
    short = reader.words.text(view.country.short)
    return (level_bar.chart(view.level, reader.words, country=short, source=source_line(reader, view.country.code)),)


def _timeline(reader: Reader, view: country.CountryView, when: dates.Timeline) -> Chart:
    return timeline.chart(
        when,
        reader.words,
        country=reader.words.text(view.country.short),
        source=source_line(reader, view.country.code),
        href=lambda item: reader.href(f"/evidence/{view.country.code}/{item}"),
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
    return lambda found: reader.href(f"/evidence/observation/{found}")


register_page(__name__, path_template=PATH, name="Country", content=content)
layout = layout_of(PATH)
