"""One state: its progress, since when, as reported by which body, and what its neighbours can share."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.charts import level_bar, timeline
from bukhara.charts.chart import Chart
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.views import country, country_tiles, narrative, since, speakers
from bukhara.views import timeline as dates
from bukhara.views.country_tiles import Tiles
from pages.country_figures import figures
from pages.country_questions import questions
from web.charts import evidence_address, status_source
from web.components.changes import changes_of_one
from web.components.lists import chosen_tab
from web.filters import day_filters
from web.layout import layout_of
from web.page import Page, Section
from web.request import PageRequest
from web.templating import Context, render

PATH = "/countries/<code>"
Sections = tuple[Section, ...]
TABS = (
    ("themes", N_("Themes")),
    ("since", N_("Since {year}")),
    ("timeline", N_("Timeline")),
    ("figures", N_("Figures")),
    ("challenges", N_("Challenges and needs")),
    ("words", N_("As the sources sum it up")),
    ("expected", N_("What will be said")),
)
ONLY = ("in_place", "under_way", "without_answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Head(Context):
    """The tiles, the files to take, and the tabs; `tab` is the one that is open."""

    template: ClassVar[str] = "pages/country_head.html"
    view: country.CountryView
    tiles: Tiles
    tabs: tuple[tuple[str, str], ...]
    tab: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab(Context):
    """What a tab of text is filled with; `only` names a tile if only its themes are asked for."""

    view: country.CountryView
    tiles: Tiles
    framework: Framework
    spoke: tuple[speakers.Speakers, ...]
    only: str


class ThemeByTheme(Tab):
    """Each theme with its status, its statement and replies."""

    template: ClassVar[str] = "pages/country_themes.html"


class OpenThemes(Tab):
    """Challenges, needs, next steps and what neighbours can share."""

    template: ClassVar[str] = "pages/country_open.html"


class OwnWords(Tab):
    """Every statement of the state, and of others about it."""

    template: ClassVar[str] = "pages/country_words.html"


class Expected(Tab):
    """What the conference will be about: contested points, differences, open themes, announced steps."""

    template: ClassVar[str] = "pages/country_expected.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated(Context):
    """Statements without a date, which the timeline cannot show."""

    template: ClassVar[str] = "pages/country_undated.html"
    view: country.CountryView
    when: dates.Timeline
    framework: Framework


def content(page_request: PageRequest) -> Page:
    """Return the page of the state in the address, or "not found" for any other code."""
    words, framework = page_request.words, page_request.snapshot.framework
    code = page_request.path.rsplit("/", 1)[-1]
    if code not in {c.code for c in framework.countries}:
        return Page(title=words("There is no page at this address"), found=False)
    view = page_request.view(country.build, code)
    tiles = country_tiles.build(page_request.snapshot, view)
    reports = page_request.view(since.build, country=code)
    tabs = tuple((k, words(n, year=reports.after)) for k, n in TABS if k != "since" or reports.later or reports.earlier)
    head = Head(view=view, tiles=tiles, tabs=tabs, tab=chosen_tab(page_request, tabs))
    return Page(
        title=words.text(view.country.name),
        crumbs=((words("Countries"), "/countries"),),
        filters=day_filters(page_request),
        sections=(render(page_request, head), *_sections(page_request, head, reports)),
        tabs=tuple(key for key, _ in tabs),
        restricted=questions if head.tab == "expected" else None,
    )


def _sections(page_request: PageRequest, head: Head, reports: since.Since) -> Sections:
    view, framework, tab = head.view, page_request.snapshot.framework, head.tab
    if tab == "since":
        return (render(page_request, "pages/country_since.html", since=reports),)
    if tab in _TEXTS:
        only = page_request.one_of("only", ONLY)
        spoke = page_request.view(speakers.build, view.country.code)
        part = _TEXTS[tab](view=view, tiles=head.tiles, framework=framework, spoke=spoke, only=only)
        text = render(page_request, part)
        return (text, *_changed(page_request, view), *_level(page_request, view)) if tab == TABS[0][0] else (text,)
    if tab == "figures":
        return figures(page_request, view)
    when = page_request.view(dates.build, view.country.code)
    undated = (render(page_request, Undated(view=view, when=when, framework=framework)),) if when.undated else ()
    return (_timeline(page_request, view, when), *undated)


_TEXTS = {"themes": ThemeByTheme, "challenges": OpenThemes, "words": OwnWords, "expected": Expected}


def _changed(page_request: PageRequest, view: country.CountryView) -> Sections:
    every = page_request.view(narrative.build, page_request.service.past(page_request.snapshot))
    changes = next(changes for changes in every if changes.country == view.country.code)
    return (changes_of_one(page_request, changes),) if changes.previous else ()


def _level(page_request: PageRequest, view: country.CountryView) -> tuple[Chart, ...]:
    if view.level is None:
        return ()
    words, source, answers = (
        page_request.words,
        status_source(page_request, view.country.code),
        page_request.href(page_request.path) + "#themes",
    )
    name = words.text(view.country.short)
    return (level_bar.chart(view.level, words, country=name, source=source, href=answers),)


def _timeline(page_request: PageRequest, view: country.CountryView, when: dates.Timeline) -> Chart:
    words, code = page_request.words, view.country.code
    name, source, href = (
        words.text(view.country.short),
        status_source(page_request, code),
        evidence_address(page_request),
    )
    return timeline.chart(when, words, country=name, source=source, href=lambda item: href(code, item))


register_page(__name__, path_template=PATH, name="Country", content=content)
layout = layout_of(PATH)
