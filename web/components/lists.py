"""What is read as a list: a small card, tabs that are links, facts with their names, a table of figures."""

from collections.abc import Iterable, Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from web.request import PageRequest

Tabs = tuple[tuple[str, str], ...]
"""Key and name of each tab."""


FEW = 8
"""So many links to the parts of a page stand above it; more are folded."""


def list_card(heading: Any, lines: Iterable[Any], *below: Component, id: str = "", kind: str = "") -> Component:  # noqa: A002
    """Return a card with a list; `kind` are more classes for the styles."""
    named: Any = {"id": id} if id else {}
    listed = html.Ul([html.Li(line) for line in lines])
    return html.Section([html.H2(heading), listed, *below], className=f"card brief {kind}".strip(), **named)


def titled(heading: str, parts: Sequence[Component]) -> list[Component]:
    """Return parts under their heading; nothing without parts."""
    return [html.Section([html.H2(heading), *parts])] if parts else []


def joined(parts: Iterable[Any], between: str = " ") -> list[Any]:
    """Return parts with a text between them; components have no space of their own."""
    found: list[Any] = []
    for part in parts:
        found += [between, part] if found else [part]
    return found


def chosen_tab(page_request: PageRequest, tabs: Tabs) -> str:
    """Return the tab that the address names, or the first one."""
    return page_request.one_of("tab", tuple(key for key, _ in tabs), tabs[0][0])


def tab_links(page_request: PageRequest, names: Tabs, *, below: str = "") -> Component:
    """Return the tabs of a page as links that keep the rest of the address; `below` is their fragment, as "#parts"."""
    open_tab = chosen_tab(page_request, names)

    def tab(key: str, name: str) -> Component:
        address = page_request.here(tab=key if key != names[0][0] else "", only="") + below
        if key != open_tab:
            return html.A(name, href=address, className="nav-link")
        current: Any = {"aria-current": "page"}
        return html.A(name, href=address, className="nav-link active", **current)

    labelled: Any = {"aria-label": page_request.words("Parts of this page")}
    listed = [html.Li(tab(*each), className="nav-item") for each in names]
    return html.Ul(listed, className="nav nav-tabs mb-2", id="parts", **labelled)


def on_page(page_request: PageRequest, links: Sequence[tuple[str, str]]) -> Component:
    """Return links to parts of a page, the fragment of each and its name; many are folded behind their number."""
    said = page_request.words("On this page")
    labelled: Any = {"aria-label": said}
    shown = html.Nav(joined(html.A(name, href=f"#{part}") for part, name in links), className="on-page", **labelled)
    if len(links) <= FEW:
        return shown
    n = html.Span(len(links), className="soft")
    return html.Details([html.Summary([said, " ", n]), shown], className="on-page-list")


def card(heading: Any, *parts: Any, id: str = "", kind: str = "") -> Component:  # noqa: A002
    """Return a card with its heading; `kind` are more classes for the styles."""
    named: Any = {"id": id} if id else {}
    return html.Section([html.H2(heading), *parts], className=f"card {kind}".strip(), **named)


def counted(heading: Any, number: str | int) -> list[Any]:
    """Return a heading with the number of what is below it."""
    return [heading, " ", html.Span(number, className="soft")]


def fold(heading: Any, *parts: Any, id: str = "", kind: str = "fold", is_open: bool = False) -> Component:  # noqa: A002
    """Return a card whose parts are shown when it is opened; `kind` are more classes for the styles."""
    named: Any = {"id": id} if id else {}
    return html.Details([html.Summary(heading), *parts], open=is_open, className=f"card {kind}".strip(), **named)


def narrow_fold(heading: Any, *parts: Any, id: str, kind: str = "") -> Component:  # noqa: A002
    """Return a card that a narrow window folds behind its heading; `kind` are more classes for the styles."""
    folded = [html.Summary(html.H2(heading)), html.H2(heading), *parts]
    return html.Details(folded, className=f"card {kind} narrow-fold", id=id)


def steps(page_request: PageRequest, number: int, pages: int) -> list[Component]:
    """Return the links to the pages of a list before and after this one; nothing for one page."""
    words = page_request.words
    if pages == 1:
        return []
    parts: list[Component] = []
    if number > 1:
        parts.append(html.A(f"← {words('Previous')}", href=page_request.here(page=str(number - 1))))
    parts.append(html.Span(words("Page {number} of {pages}", number=number, pages=pages), className="soft"))
    if number < pages:
        parts.append(html.A(f"{words('Next')} →", href=page_request.here(page=str(number + 1))))
    named: Any = {"aria-label": words("Pages")}
    return [html.Nav(parts, className="d-flex justify-content-between gap-3 mt-2 mb-4", **named)]


def plain_list(lines: Iterable[Any], otherwise: str, kind: str = "plain") -> Component:
    """Return a list without bullets; where it has no line, the sentence that says so."""
    listed = [html.Li(line) for line in lines]
    return html.Ul(listed, className=kind) if listed else html.P(otherwise, className="soft")


def opening(page_request: PageRequest, lines: Sequence[Component], most: int) -> list[Component]:
    """Return the first lines of a list without bullets, and the others folded behind their number."""
    listed: list[Component] = [html.Ul([*lines[:most]], className="plain")]
    if len(lines) > most:
        more = html.Summary(page_request.words("and {n} more", n=len(lines) - most))
        listed.append(html.Details([more, html.Ul([*lines[most:]], className="plain")], className="small"))
    return listed


def facts(named: Iterable[tuple[Any, Any]]) -> Component:
    """Return facts as a list of names, each with what is known under it."""
    return html.Dl([part for name, fact in named for part in (html.Dt(name), html.Dd(fact))], className="facts")


def head(names: Iterable[Any]) -> Component:
    """Return the head of a table with the names of its columns."""
    return html.Thead(html.Tr([html.Th(name, scope="col") for name in names]))


def named_cell(name: str, parts: Any, look: str | None = None) -> Component:
    """Return a cell of a table with the name of its column, which a narrow window shows above it."""
    named: Any = {"data-name": name}
    return html.Td(parts, className=look, **named)


def scrolled(caption: str, table: Component) -> Component:
    """Return a table that can be scrolled, by the keyboard too."""
    named: Any = {"aria-label": caption}
    return html.Div(table, className="scroll", tabIndex="0", role="region", **named)
