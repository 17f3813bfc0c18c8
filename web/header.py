"""The header of every page: its menu from Dash's registry of pages, the search, the languages and the account."""

from functools import cache
from typing import Any

from dash import html, page_registry
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.model.languages import PSEUDO, language_of
from bukhara.model.messages import N_
from bukhara.wing import MenuEntry, wings
from web.addresses import address_of
from web.components.fields import Field, hidden
from web.components.svg import Svg
from web.dash_internals import page_of
from web.permissions import may, permission_at
from web.request import PageRequest, actor, languages_offered

Links = list[tuple[str, str]]
"""Address and name of each page."""

# who may open each of them is written beside its route
OFFICE_PAGES: tuple[tuple[str, str, str], ...] = (
    ("/rounds", N_("Rounds"), N_("Who is asked, by when, and what came back.")),
    ("/upload", N_("Upload"), N_("Download the workbook, send it back, follow it until it is published.")),
    ("/reply", N_("Reply"), N_("See your page as it will be; confirm, comment, correct or object.")),
    ("/releases", N_("Releases"), N_("What was published, when, by whom and why; compare two releases.")),
    ("/replies", N_("Replies"), N_("Replies of commissions, to be published word for word.")),
    ("/differences", N_("Differences"), N_("Say what was decided about a difference between sources.")),
    ("/packs", N_("Slides"), N_("Slides that were kept as presented.")),
    ("/withdraw", N_("Withdraw"), N_("Withdraw slides that were kept as presented.")),
    ("/admin", N_("Administration"), N_("Accounts, their roles and links; who did what, when.")),
)
"""Address and name of each page of the office, and what is done there."""
_LENS = Markup('<circle cx="6.7" cy="6.7" r="4.7"/><path d="M10.3 10.3L14.6 14.6"/>')
_PLAIN: Any = {"data-plain": ""}


def menu(parent: str = "") -> Links:
    """Return the pages that are registered with an `order`: those on top, or inside a page."""
    entries = [each for each in page_registry.values() if each["order"] is not None]
    return [(each["path"], each["name"]) for each in entries if each.get("parent", "") == parent]


def above(path: str) -> Links:
    """Return the page at a path and those that it is inside of, the innermost first."""
    named = {each["path"]: each for each in page_registry.values()}
    found: Links = []
    entry: Any = page_of(path)[0]
    while entry:
        found.append((entry["path"], entry["name"]))
        entry = named.get(entry.get("parent"))
    return found


@cache
def office_menu() -> dict[str, MenuEntry]:
    """Return every page of the office by its address, in the order of the menu."""
    found = [MenuEntry(address=address, name=name, says=says) for address, name, says in OFFICE_PAGES]
    for entry in (entry for wing in wings().values() for entry in wing.menu):
        place = next((n for n, each in enumerate(found, 1) if each.address == entry.after), len(found))
        found.insert(place, entry)
    return {entry.address: entry for entry in found}


def office_pages() -> Links:
    """Return the office pages that the present reader may open."""
    if not actor().signed_in:
        return []
    needed = [(address, entry.name, permission_at(address)) for address, entry in office_menu().items()]
    return [(address, name) for address, name, permission in needed if permission and may(permission.action)]


def header(page_request: PageRequest) -> list[Component]:
    """Return what is above every page."""
    words, path, who = page_request.words, page_request.path, actor()
    opened = [address for address, _ in above(path)]
    brand: Any = ["Bukhara Monitor", html.Small(words("Declaration of 2021, follow-up"))]
    account = (who.name, page_request.href("/sign-in"))
    if not who.signed_in:
        account = words("Sign in"), page_request.href("/sign-in")
    rows = [
        html.Div(
            [
                html.A(brand, className="brand", href=page_request.href("/")),
                _search(page_request),
                _links(page_request, words("Main"), menu(), opened),
                _languages(page_request),
                html.A(account[0], className="who", href=account[1], **_PLAIN),
            ],
            className="wrap",
        )
    ]
    if who.signed_in:
        pages = office_pages()
        current = [address for address, _ in pages if f"{path}/".startswith(f"{address}/")]
        of_office = _links(page_request, words("Secretariat"), pages, current, **_PLAIN)
        rows.append(html.Div(of_office, className="wrap subnav office"))
    for address, name in above(path)[-1:]:
        if inner := menu(address):
            links = _links(page_request, words(name), [(address, name), *inner], opened[:1])
            rows.append(html.Div(links, className="wrap subnav"))
    until_focused = "skip visually-hidden-focusable position-absolute z-3 p-3 bg-body"
    skip = html.A(words("Skip to content"), className=until_focused, href="#main")
    return [skip, html.Header(rows, className="top")]


def _links(page_request: PageRequest, label: str, pages: Links, opened: list[str], **plain: str) -> Component:
    links: list[Any] = []
    named: Any = {"aria-label": label}
    for address, name in pages:
        is_open = address in opened
        given: Any = {"aria-current": "page", **plain} if is_open else plain
        look = "nav-link active" if is_open else "nav-link"
        links.append(html.A(page_request.words(name), className=look, href=page_request.href(address), **given))
    return html.Nav(links, className="nav nav-underline", **named)


def _search(page_request: PageRequest) -> Component:
    words, is_here, query = page_request.words, page_request.path == "/search", page_request.query
    kept = {name: query.get(name, "") for name in ("as_of", "release", "method", "draft")}
    named: Any = {"aria-label": words("Search the site"), "list": "search-names", "autoComplete": "off"}
    asked = query.get("q", "") if is_here else ""
    field = Field(type="search", name="q", maxLength=120, placeholder=words("Search"), value=asked, **named)
    label: Any = {"aria-label": words("Search"), "type": "submit"}
    button = html.Button(Svg(_LENS, "", "0 0 16 16"), **label)
    form: Any = {"data-search": "", "role": "search", "method": "get", "action": address_of("/search")}
    look = "site-search is-open" if is_here else "site-search"
    return html.Form([*hidden({"lang": words.language, **kept}), field, button], className=look, **form)


def _languages(page_request: PageRequest) -> Component:
    links, language = [], page_request.words.language
    for code in (each for each in languages_offered() if each != PSEUDO):
        named: Any = {"aria-current": "true", **_PLAIN} if code == language else _PLAIN
        address = address_of(f"/language/{code}", next=page_request.here())
        links.append(html.A(language_of(code).own_name, href=address, lang=code, hrefLang=code, **named))
    label: Any = {"aria-label": page_request.words("Language"), "role": "group"}
    return html.Span(links, className="lang", **label)
