"""Search: what a few words find, grouped; a GET form, so it works without scripts."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import parse_qsl, urlsplit

from dash import register_page

from bukhara.i18n.stems import folded, is_found, stems
from bukhara.i18n.words import words_of
from bukhara.model.codes import Scope
from bukhara.model.messages import N_
from bukhara.views import evidence, search
from web.layout import NAVIGATION, layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

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
    ("/method?tab=coverage", N_("Coverage by theme")),
    ("/method?tab=grades", N_("Evidence grades and codings")),
    ("/method?tab=revisions", N_("Revisions")),
)
PAGES = (*((address, name) for top in NAVIGATION for address, name in (top[:2], *top[2])), *MORE_PAGES)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResults(Context):
    """What was found.

    Attributes:
        q: the words asked for.
        groups: the names of each group, with their addresses.
        entries: the first statements and figures.
        total: how many statements and figures there are.
        every: the address of all of them.
        suggestions: every name of the record, for the search field.
    """

    template: ClassVar[str] = "pages/search.html"
    q: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    entries: tuple[evidence.EvidenceEntry, ...]
    total: int
    every: str
    suggestions: tuple[str, ...]


def content(page_request: PageRequest) -> Page:
    """Show names, statements and figures that the words of the address find."""
    words, q = page_request.words, page_request.query.get("q", "").strip()
    state, rest = search.state_in(page_request.snapshot, q)
    if state and not page_request.view(evidence.build, evidence.LibraryQuery(q=rest, country=state)).found:
        state, rest = "", ""
    found = page_request.view(search.find, rest or q)
    if state:
        found = (*page_request.view(search.find, state), *(each for each in found if each.group != "country"))
    library = page_request.view(evidence.build, evidence.LibraryQuery(q=rest or q, country=state)) if q else None
    total = library.found if library else 0
    results = SearchResults(
        q=q,
        groups=(
            *((words(GROUPS[each.group]), _links(page_request, each.names, state)) for each in found),
            *(((words("Pages"), pages),) if (pages := _pages(page_request, stems(q))) else ()),
        ),
        entries=library.entries[:SHOWN] if library else (),
        total=total,
        every=page_request.href("/evidence", q=rest or q, country=state),
        suggestions=tuple(dict.fromkeys(words.text(name.name) for name in page_request.view(search.names))),
    )
    return Page(
        title=words("Search: {q}", q=q) if q else words("Search"),
        lead="" if q else words("Type a country, a theme, a measure, a source, or words from a statement."),
        sections=(render(page_request, results),),
    )


def _pages(page_request: PageRequest, asked: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return name and address of each page with the words in its name, in either language."""
    known = ((address, name, folded(f"{name} {words_of('ru')(name)}")) for address, name in PAGES)
    found = ((address, name) for address, name, text in known if asked and is_found(asked, text))
    return tuple(
        (page_request.words(name), page_request.href(address.split("?")[0], **_query(address)))
        for address, name in found
    )


def _query(address: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(address).query))


def _links(page_request: PageRequest, names: tuple[search.Name, ...], state: str) -> tuple[tuple[str, str], ...]:
    return tuple((page_request.words.text(name.name), _address(page_request, name, state)) for name in names)


def _address(page_request: PageRequest, name: search.Name, state: str) -> str:
    """Return the page of a name; that of a theme or measure in one state if the query names the state."""
    if name.group == "measure":
        return page_request.href("/statistics", measure=name.code, country=state)
    if name.group == "theme" and state and page_request.snapshot.framework.item(name.code).scope is Scope.COUNTRY:
        return page_request.href(f"/evidence/{state}/{name.code}")
    if name.group == "topic":
        return page_request.href("/evidence", topic=name.code)
    if name.group == "partner":
        return page_request.href("/needs", tab="support", partner=name.code)
    folder = {"country": "/countries", "theme": "/themes", "source": "/evidence"}[name.group]
    return page_request.href(f"{folder}/{name.code}")


register_page(__name__, path="/search", name="Search", content=content)
layout = layout_of("/search")
