"""Search: what a few words find, grouped; a GET form, so it works without scripts."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n.stems import folded, is_found, stems
from bukhara.i18n.words import words_of
from bukhara.model.codes import Scope
from bukhara.model.messages import N_
from bukhara.views.evidence import evidence, search
from web.addresses import address_of
from web.components.entries import entry_list
from web.header import menu
from web.page import Page
from web.parameters import STATES
from web.request import PageRequest, page_request_of

register_page(__name__, path="/search", kept=True)

SHOWN = 8
"""So many statements and figures are shown here; Evidence has all of them."""
GROUPS = {
    "country": N_("Countries"),
    "theme": N_("Themes"),
    "topic": N_("Topics"),
    "measure": N_("Measures"),
    "partner": N_("Partners"),
    "source": N_("Sources"),
}
MORE_PAGES = (
    ("/declaration?tab=conclusions", N_("Conclusions, and what followed")),
    ("/needs?tab=support", N_("Support by kind")),
    ("/statistics?tab=victims", N_("Victims")),
    ("/statistics?tab=bodies", N_("Identified by whom")),
    ("/statistics?tab=routes", N_("Routes named")),
    ("/contested", N_("Differences between sources")),
    ("/statistics?tab=reported", N_("Who reports what")),
)
Links = tuple[tuple[str, str], ...]


def layout(**query: str) -> Page:
    """Show names, statements and figures that the words of the address find."""
    page_request = page_request_of("/search", query)
    words, q = page_request.words, page_request.query.get("q", "").strip()
    names = dict.fromkeys(words.text(name.name) for name in page_request.view(search.names))
    suggestions = html.Datalist([html.Option(value=name) for name in names], id="search-names")
    return Page(
        title=words("Search: {q}", q=q) if q else words("Search"),
        lead="" if q else words("Type a country, a theme, a measure, a source, or words from a statement."),
        sections=(suggestions, *(_found(page_request, q) if q else ())),
    )


def _found(page_request: PageRequest, q: str) -> list[Component]:
    """Return the names found in groups, and the first statements and figures."""
    words = page_request.words
    state, rest = search.state_in(page_request.snapshot, q)
    if state and not page_request.view(evidence.build, evidence.LibraryQuery(q=rest, countries=(state,))).found:
        state, rest = "", ""
    found = page_request.view(search.find, rest or q)
    if state:
        found = (*page_request.view(search.find, state), *(each for each in found if each.group != "country"))
    library = page_request.view(evidence.build, evidence.LibraryQuery(q=rest or q, countries=(state,)))
    groups = [(words(GROUPS[each.group]), _links(page_request, each.names, state)) for each in found]
    if pages := _pages(page_request, stems(q)):
        groups.append((words("Pages"), pages))
    if not groups and not library.found:
        said = html.P(page_request.words("Nothing was found. Try fewer words, or another form of the word."))
        each_word = [html.Li(html.A(word, href=page_request.href("/search", q=word))) for word in q.split()]
        return [said, html.Ul(each_word, className="chips plain")] if len(each_word) > 1 else [said]
    parts: list[Component] = []
    if groups:
        parts.append(html.Div([_group(page_request, *each) for each in groups], className="found-names"))
    if library.found:
        every = page_request.href("/evidence", q=rest or q, countries=state)
        parts.append(_entries(page_request, library, every))
    return parts


def _group(page_request: PageRequest, name: str, links: Links) -> Component:
    lines = []
    for text, address in links:
        # a source is read on a page, not at the side
        named: Any = {"data-page": ""} if address.startswith(address_of("/evidence")) else {}
        lines.append(html.Li(html.A(text, href=address, **named)))
    heading = _counted(page_request, name, len(links))
    return html.Section([heading, html.Ul(lines, className="plain")], className="card")


def _entries(page_request: PageRequest, library: evidence.Library, every: str) -> Component:
    heading = _counted(page_request, page_request.words("Statements and figures"), library.found)
    parts = [heading, entry_list(page_request, library.entries[:SHOWN])]
    if library.found > SHOWN:
        parts.append(html.P(html.A(page_request.words("See all of them in the evidence"), href=every)))
    return html.Section(parts, className="card")


def _counted(page_request: PageRequest, name: str, n: int) -> Component:
    return html.H2([f"{name} ", html.Span(page_request.words.number(n), className="soft small")])


def _pages(page_request: PageRequest, asked: tuple[str, ...]) -> Links:
    """Return name and address of each page with the words in its name, in either language."""
    top = menu()
    named = (*top, *(each for address, _ in top for each in menu(address)), *MORE_PAGES)
    known = ((address, name, folded(f"{name} {words_of('ru')(name)}")) for address, name in named)
    found = ((address, name) for address, name, text in known if asked and is_found(asked, text))
    return tuple(
        (page_request.words(name), page_request.href(address.split("?")[0], **dict(parse_qsl(urlsplit(address).query))))
        for address, name in found
    )


def _links(page_request: PageRequest, names: tuple[search.Name, ...], state: str) -> Links:
    return tuple((page_request.words.text(name.name), _address(page_request, name, state)) for name in names)


def _address(page_request: PageRequest, name: search.Name, state: str) -> str:
    """Return the page of a name; that of a theme or measure in one state if the query names the state."""
    if name.group == "measure":
        return page_request.href("/statistics", measure=name.code, **{STATES: state})
    if name.group == "theme" and state and page_request.snapshot.framework.item(name.code).scope is Scope.COUNTRY:
        return page_request.href(f"/evidence/{state}/{name.code}")
    if name.group == "topic":
        return page_request.href("/evidence", topic=name.code)
    if name.group == "partner":
        return page_request.href("/needs", tab="support", partner=name.code)
    folder = {"country": "/countries", "theme": "/themes", "source": "/evidence"}[name.group]
    return page_request.href(f"{folder}/{name.code}")
