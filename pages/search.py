"""Search: what a few words find, grouped; a GET form, so it works without scripts."""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n.languages import translated_languages
from bukhara.i18n.word_index import WordIndex
from bukhara.i18n.words import words_of
from bukhara.model.codes import Scope
from bukhara.model.messages import N_
from bukhara.views.evidence import evidence, search
from bukhara.views.evidence.evidence import word_index
from bukhara.views.evidence.named_states import states_in
from web.addresses import address_of
from web.components.entries import entry_list
from web.components.lists import card, counted
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
    words, snapshot = page_request.words, page_request.snapshot
    states, rest = states_in(snapshot, q)
    library = page_request.view(evidence.build, evidence.LibraryQuery(q=q))
    found = page_request.view(search.find, q)
    groups = [(words(GROUPS[group]), _links(page_request, held, states)) for group, held in found.items()]
    if pages := _pages(page_request, rest):
        groups.append((words("Pages"), pages))
    if not groups and not library.found:
        said = html.P(words("Nothing was found. Try fewer words, or another form of the word."))
        near = [html.A(word, href=page_request.href("/search", q=word)) for word in snapshot.once(word_index).near(q)]
        chips = html.Ul([html.Li(each) for each in near], className="chips plain")
        return [said, html.P(words("Something is found for:")), chips] if near else [said]
    shown: list[Component] = []
    if groups:
        shown.append(html.Div([_group(page_request, *each) for each in groups], className="found-names"))
    if library.found:
        every = html.A(words("See all of them in the evidence"), href=page_request.href("/evidence", q=q))
        more = [html.P(every)] if library.found > SHOWN else []
        heading = counted(words("Statements and figures"), words.number(library.found))
        shown.append(card(heading, entry_list(page_request, library.entries[:SHOWN]), *more))
    return shown


def _group(page_request: PageRequest, name: str, links: Links) -> Component:
    # a source is read on a page, not at the side
    named: list[Any] = [{"data-page": ""} if to.startswith(address_of("/evidence")) else {} for _, to in links]
    lines = [html.Li(html.A(text, href=to, **own)) for (text, to), own in zip(links, named, strict=True)]
    return card(counted(name, page_request.words.number(len(links))), html.Ul(lines, className="plain"))


def _pages(page_request: PageRequest, q: str) -> Links:
    """Return name and address of each page with the words in its name, in any language."""
    top = menu()
    named = (*top, *(each for address, _ in top for each in menu(address)), *MORE_PAGES)
    index = WordIndex.of((" ".join(words_of(each)(name) for each in translated_languages()),) for _, name in named)
    found = [named[n] for n in sorted(index.find(q))]
    return tuple(
        (page_request.words(name), page_request.href(address.split("?")[0], **dict(parse_qsl(urlsplit(address).query))))
        for address, name in found
    )


def _links(page_request: PageRequest, names: tuple[search.Name, ...], states: tuple[str, ...]) -> Links:
    return tuple((page_request.words.text(name.name), _address(page_request, name, states)) for name in names)


def _address(page_request: PageRequest, name: search.Name, states: tuple[str, ...]) -> str:
    """Return the page of a name; that of a theme or measure in the states that the query names."""
    chosen = {STATES: ",".join(states)}
    if name.group == "measure":
        return page_request.href("/statistics", measure=name.code, **chosen)
    if name.group == "theme" and states and page_request.snapshot.framework.item(name.code).scope is Scope.COUNTRY:
        if len(states) > 1:
            return page_request.href(f"/themes/{name.code}", **chosen)
        return page_request.href(f"/evidence/{states[0]}/{name.code}")
    if name.group == "topic":
        return page_request.href("/evidence", topic=name.code)
    if name.group == "partner":
        return page_request.href("/needs", tab="support", partner=name.code)
    folder = {"country": "/countries", "theme": "/themes", "source": "/evidence"}[name.group]
    return page_request.href(f"{folder}/{name.code}")
