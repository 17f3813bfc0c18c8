"""Header, navigation, head and footer around every page, and Dash's layout function of a public page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, signature
from typing import Any, ClassVar
from urllib.parse import quote, urlencode

from dash import html, page_registry
from dash.development.base_component import Component
from flask import g
from markupsafe import Markup

from bukhara.charts.chart import Chart
from bukhara.charts.day_words import figures_up_to, read_up_to
from bukhara.i18n.words import PSEUDO
from bukhara.model.messages import N_
from bukhara.model.status_basis import StatusBasis
from bukhara.views import basis
from web import evidence_drawer, filters
from web import template_functions as _functions  # noqa: F401  (templates call them)
from web.chart_card import chart_card
from web.choices import faded_states
from web.components.chips import chips
from web.dash_internals import page_of
from web.first_paint import to_html
from web.fragment import Fragment
from web.page import Page, Section
from web.parameters import of_pictures
from web.permissions import may, permission_at
from web.public_pages import page_at
from web.request import PageRequest, actor
from web.templating import Context, render

NAVIGATION: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...] = (
    ("/", N_("Overview"), ()),
    (
        "/themes",
        N_("Themes"),
        (
            ("/declaration", N_("Declaration and conclusions")),
            ("/needs", N_("Needs and support")),
        ),
    ),
    ("/countries", N_("Countries"), (("/timeline", N_("Timeline")),)),
    ("/statistics", N_("Statistics"), ()),
    ("/panel", N_("Panel"), (("/downloads", N_("Downloads")),)),
    ("/evidence", N_("Evidence"), (("/contested", N_("Contested")),)),
    ("/method", N_("Method"), ()),
)
# who may open each of them is written beside its route
OFFICE_NAVIGATION: tuple[tuple[str, str], ...] = (
    ("/rounds", N_("Rounds")),
    ("/upload", N_("Upload")),
    ("/reply", N_("Reply")),
    ("/releases", N_("Releases")),
    ("/replies", N_("Replies")),
    ("/differences", N_("Differences")),
    ("/packs", N_("Slides")),
    ("/withdraw", N_("Withdraw")),
    ("/admin", N_("Administration")),
)
LANGUAGE_NAMES = {"en": "English", "ru": "Русский"}


@dataclass(frozen=True, slots=True)
class PageHeader(Context):
    """Navigation, languages and the account; `sections` are the office pages that the reader may open."""

    template: ClassVar[str] = "web/header.html"
    navigation: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    sections: tuple[tuple[str, str], ...]
    languages: dict[str, str]


@dataclass(frozen=True, slots=True)
class PageHead(Context):
    """Title, lead and the line `dated` with day and release; `english` where it quotes English in another language."""

    template: ClassVar[str] = "web/page_head.html"
    page: Page
    english: bool
    basis: StatusBasis
    dated: str


@dataclass(frozen=True, slots=True)
class Shell:
    """What is the same around every page."""

    header: Markup
    head: Markup
    footer: Markup


def shell(page_request: PageRequest, page: Page) -> Shell:
    """Return header, head and footer of a page."""
    language = page_request.words.language
    languages = {code: LANGUAGE_NAMES.get(code, code) for code in page_request.service.languages if code != PSEUDO}
    english = language != "en" and any(map(_quotes_english, page.sections))
    country = page_request.country
    found = page_request.view(basis.build, country)
    dated = (figures_up_to if page.figures else read_up_to)(page_request.snapshot, page_request.words, country)
    return Shell(
        render(page_request, PageHeader(NAVIGATION, office_sections(), languages)),
        render(page_request, PageHead(page, english, found, dated)),
        render(page_request, "web/footer.html", report=_report_address(page_request, page), basis=found),
    )


def _quotes_english(section: Section) -> bool:
    return 'lang="en"' in (to_html(section) if isinstance(section, Component) else str(section))


def _report_address(page_request: PageRequest, page: Page) -> str:
    """Return a mailto with the page filled in; the mail is the reader's own, and nothing is sent by itself."""
    settings, words = page_request.service.settings, page_request.words
    if not settings.error_reports_to:
        return ""
    where = settings.base_url.rstrip("/") + page_request.here()
    text = words("Page: {address}", address=where) + "\n" + words("What is wrong, and which source shows it:") + "\n"
    subject = words("Report of an error: {page}", page=page.title)
    return f"mailto:{settings.error_reports_to}?{urlencode({'subject': subject, 'body': text}, quote_via=quote)}"


def office_sections() -> tuple[tuple[str, str], ...]:
    """Return address and name of the office pages that the present reader may open."""
    if not actor().signed_in:
        return ()
    needed = [(address, name, permission_at(address)) for address, name in OFFICE_NAVIGATION]
    return tuple((address, name) for address, name, permission in needed if permission and may(permission.action))


def layout_of(path_template: str) -> Callable[..., Component]:
    """Return Dash's layout function for a page: address in, components out."""

    def layout(**query: object) -> Component:
        path = path_template
        for name, value in query.items():
            path = path.replace(f"<{name}>", str(value))
        kept = {name: str(value) for name, value in query.items() if f"<{name}>" not in path_template}
        page_request, g.page = page_at(path, kept)
        return draw(page_request, g.page)

    return layout


def title_of_page(**_variables: str) -> str:
    """Return the title of the browser for the page that was made for this request, in its language."""
    return f"{g.page.title} · Bukhara Monitor"


def adopt_pages() -> None:
    """Give pages their title, and those written as in Dash's manual what is around every page."""
    for entry in page_registry.values():
        if "content" not in entry:
            entry["content"], entry["any_names"] = _content_of(entry), True
            entry["layout"] = layout_of(entry["path_template"] or entry["path"])
        entry["title"] = title_of_page


def _content_of(entry: Mapping[str, Any]) -> Callable[[PageRequest], Page]:
    """Return the page whose layout is a tree of components, or a function of the variables in path and query."""
    layout, title = entry["layout"], entry["supplied_title"] or entry["name"]

    def components(page_request: PageRequest) -> Any:
        if not callable(layout):
            return layout
        given = {**page_request.query, **page_of(page_request.path)[1]}
        taken = signature(layout).parameters
        takes_all = any(each.kind is Parameter.VAR_KEYWORD for each in taken.values())
        return layout(**{name: value for name, value in given.items() if takes_all or name in taken})

    def content(page_request: PageRequest) -> Page:
        return Page(title=title(**page_of(page_request.path)[1]) if callable(title) else title, components=components)

    return content


def _shown(part: Component | Markup) -> Component:
    return Fragment(part) if isinstance(part, Markup) else part


def draw(page_request: PageRequest, page: Page) -> Component:
    """Return the components of a public page inside the shell."""
    around, words = shell(page_request, page), page_request.words
    sections = [
        chart_card(page_request, section) if isinstance(section, Chart) else _shown(section)
        for section in page.sections
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
    above = [*map(_shown, page.above), *selections]
    chosen = [chips(page_request, page, sections)] if page.found else []
    shown_sections = [Fragment(around.head), *chosen, *above, *sections]
    main = html.Main(
        page.components(page_request) if page.components else shown_sections,
        id="main",
        className="wrap",
        lang=page_request.words.language,
        **titled,
    )
    parts = [Fragment(around.header), main, Fragment(around.footer), evidence_drawer.place(page_request)]
    return html.Div(parts, className=f"page {page.look}".strip())
