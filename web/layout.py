"""What is around every page, and how a page that is registered comes into it."""

from collections.abc import Callable, Mapping
from inspect import Parameter, signature
from typing import Any

from dash import html, page_registry
from dash.development.base_component import Component
from flask import g

from bukhara.charts.chart import Chart
from web import evidence_drawer, filters
from web import template_functions as _functions  # noqa: F401  (templates call them)
from web.chart_card import chart_card
from web.choices import faded_states
from web.components.chips import chips
from web.first_paint import to_html
from web.fragment import Fragment
from web.header import header
from web.page import Page
from web.page_head import footer, head
from web.parameters import of_pictures
from web.public_pages import page_at
from web.request import PageRequest, path_and_query


def title_of_page(**_variables: str) -> str:
    """Return the title of the browser for the page that was made for this request, in its language."""
    return f"{g.page.title} · Bukhara Monitor"


def adopt_pages() -> None:
    """Put around what the layout of a page returns what is the same on every page, and give each its title."""
    for entry in page_registry.values():
        if "content" not in entry:
            entry["content"] = entry["layout"] if entry.get("kept") else _components_of(entry)
            entry["layout"] = _inside_shell(entry["path_template"] or entry["path"])
        entry["title"] = title_of_page


def _inside_shell(template: str) -> Callable[..., Component]:
    """Return Dash's layout function of a page: address in, components out."""

    def layout(**query: str) -> Component:
        page_request, g.page = page_at(*path_and_query(template, query))
        return draw(page_request, g.page)

    return layout


def _components_of(entry: Mapping[str, Any]) -> Callable[..., Page]:
    """Return the page whose layout is a tree of components, or a function of what it takes of path and query."""
    layout, title = entry["layout"], entry["supplied_title"] or entry["name"]
    taken = signature(layout).parameters if callable(layout) else {}
    takes_all = any(each.kind is Parameter.VAR_KEYWORD for each in taken.values())

    def content(**query: str) -> Page:
        given = {name: value for name, value in query.items() if takes_all or name in taken}
        variables = {name: value for name, value in query.items() if f"<{name}>" in (entry["path_template"] or "")}
        return Page(
            title=title(**variables) if callable(title) else title,
            components=lambda _: layout(**given) if callable(layout) else layout,
            needs_dash=True,
        )

    return content


def _around(parts: Component | list[Any]) -> Component:
    """Return what no callback changes and every page has as one component: each would cost as much."""
    return Fragment(to_html(parts))


def draw(page_request: PageRequest, page: Page) -> Component:
    """Return the components of a public page inside the shell."""
    words = page_request.words
    sections = [
        chart_card(page_request, section) if isinstance(section, Chart) else section for section in page.sections
    ]
    if page.restricted:
        sections += page.restricted(page_request)
    shown = filters.folded if page.folded else filters.form
    selections = [shown(page_request, page.filters)] if page.filters else []
    titled: Any = {
        "data-loading": words("Loading …"),
        "data-failed": words("This could not be loaded."),
        "data-again": words("Open it again"),
        "data-pictures": " ".join(of_pictures(page_request.path)),
        "data-states": " ".join(country.code for country in page_request.snapshot.framework.countries),
        "data-faded": faded_states(page_request),
    }
    above = [*page.above, *selections]
    chosen = [chips(page_request, page, sections)] if page.found else []
    shown_sections = [_around(head(page_request, page)), *chosen, *above, *sections]
    main = html.Main(
        page.components(page_request) if page.components else shown_sections,
        id="main",
        className="wrap",
        lang=page_request.words.language,
        **titled,
    )
    below = [_around(footer(page_request)), evidence_drawer.place(page_request)]
    return html.Div([_around(header(page_request)), main, *below], className=f"page {page.look}".strip())
