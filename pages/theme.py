"""One theme: a mark for each state, a time line, and behind them statements, basis and conditions."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.charts import lanes
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import status_day
from bukhara.model.framework import Framework
from bukhara.views import since, theme, time_axis
from pages import retired_theme
from pages.theme_side_by_side import side_by_side
from web.charts import evidence_address, status_source
from web.components.lists import chosen_tab, tab_links
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

PATH = "/themes/<item>"
BESIDE = "states"
"""The value of the selection `tab` for the statements of states side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks(Context):
    """A mark for each state, or for the region."""

    template: ClassVar[str] = "pages/theme_marks.html"
    view: theme.Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePage(Context):
    """One theme: statements of every state, what public sources report since, basis and conditions."""

    template: ClassVar[str] = "pages/theme.html"
    view: theme.Theme
    since: since.Since
    framework: Framework


def content(page_request: PageRequest) -> Page:
    """Show the theme named in the address, when it left the list, or that it does not exist."""
    words, framework = page_request.words, page_request.snapshot.framework
    known = {item.id for item in framework.items}
    item_id = page_request.path.rsplit("/", 1)[-1]
    if item_id not in known:
        return retired_theme.content(page_request, item_id)
    view = page_request.view(theme.build, item_id)
    tabs = (("", words("By state")), (BESIDE, words("Side by side")))
    is_beside = bool(view.sides) and chosen_tab(page_request, tabs) == BESIDE
    is_marked = any(side is not None and side.status for side in (*view.sides, view.region))
    return Page(
        title=words.text(view.item.name),
        lead=words("Theme: {text}", text=words.text(view.item.description)),
        crumbs=((words("Themes"), "/themes"),),
        above=(tab_links(page_request, tabs),) if view.sides else (),
        sections=tuple(side_by_side(page_request, view))
        if is_beside
        else (
            *((render(page_request, Marks(view=view)),) if is_marked else ()),
            *_timeline(page_request, item_id),
            render(
                page_request,
                ThemePage(view=view, since=page_request.view(since.build, item=item_id), framework=framework),
            ),
        ),
        tabs=("",),
    )


def _timeline(page_request: PageRequest, item: str) -> tuple[Chart, ...]:
    """Return the time line of a theme if a source gives a date for one of its events."""
    view = page_request.view(time_axis.build, item=item)
    if not view.whole.events:
        return ()
    title = page_request.words("The theme by date, since 2000")
    source, href = status_source(page_request), evidence_address(page_request)
    words, day = page_request.words, status_day(page_request.snapshot, page_request.words)
    return (lanes.chart(view, words, name="theme-timeline", title=title, day=day, source=source, href=href),)


register_page(__name__, path_template=PATH, name="Theme", content=content)
layout = layout_of(PATH)
