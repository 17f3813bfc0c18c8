"""What is around the sections of every page: above them title, lead and day, at the foot the release and its files."""

from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import get_flashed_messages

from bukhara.charts.chart import Chart
from bukhara.charts.day_words import figures_up_to, read_up_to
from bukhara.i18n.basis import basis_sentence, confirmation_sentence, disclaimer
from bukhara.i18n.readers import is_public
from bukhara.model.messages import N_
from bukhara.situation import basis
from bukhara.wing import wing_notes
from web.components.contact import contact
from web.components.lists import joined
from web.dash_internals import page_of
from web.fragment import has_attribute
from web.header import above
from web.page import Page, Section
from web.request import PageRequest

_PLAIN: Any = {"data-plain": ""}


def head(page_request: PageRequest, page: Page) -> list[Any]:
    """Return the title of a page with what it is inside of, its lead, and the day and release that it shows."""
    title: Any = html.H1(page.title, tabIndex="-1")
    # one text on a phone
    lead: list[Any] = [html.P(page.lead, className="lead"), " "] if page.lead else []
    own: list[Any] = _messages() if page.private else _preview(page_request)
    is_dated = page.dated or not page.private or page_request.snapshot.framework.exercise
    dated = [_dated(page_request, page)] if is_dated else []
    return [*own, *_draft_language(page_request), *_crumbs(page_request, page), title, *lead, *dated]


def footer(page_request: PageRequest) -> Component:
    """Return what is below every page."""
    words, href, release = page_request.words, page_request.href, page_request.snapshot.release
    found = page_request.view(basis.build, page_request.country)
    made = words(
        "Release {release} of {day}, method {method}.",
        release=release.number,
        day=words.date(release.created_at.date()),
        method=page_request.snapshot.framework.method.version,
    )
    links = [
        html.A(words("How to read this"), href=href("/method")),
        html.A(words("Downloads"), href=href("/downloads")),
        html.A(words("Sources"), href=href("/evidence")),
        html.A(words("Releases"), href=href("/releases"), **_PLAIN),
        html.A(words("Accessibility"), href=href("/accessibility")),
        html.A(words("Privacy"), href=href("/privacy")),
    ]
    letters: list[Any] = []
    for name, path in wing_notes("fault"):
        if path != page_request.path:
            letters += [" · ", html.A(words(name), href=href(path, about=page_request.here()), **_PLAIN)]
    # of an exercise the head says that all is invented; of any other record, who confirmed the statuses
    confirmed = confirmation_sentence(found, words) if found.invented else ""
    lines = [
        html.P(f"{disclaimer(found, words)} {confirmed}".strip()),
        html.P([*contact(page_request), *letters]),
        html.P([made, " ", *joined(links, " · ")]),
    ]
    return html.Footer(html.Div(lines, className="wrap"), className="foot")


def _messages() -> list[Component]:
    """Return what the last action of a person in the office came to."""
    looks = {"trouble": ("alert alert-danger", "alert")}
    left: Any = get_flashed_messages(with_categories=True)
    found: list[Component] = []
    for kind, message in left:
        look, role = looks.get(kind, ("alert alert-success", "status"))
        found.append(html.P(message, className=look, role=role))
    return found


def _preview(page_request: PageRequest) -> list[Component]:
    words = page_request.words
    if not page_request.snapshot.draft:
        return []
    said = words("This is how the page would look. The public does not see it.")
    published = html.A(words("To the page as published"), href=page_request.here(draft=""), **_PLAIN)
    parts: Any = [words("Preview: not published."), " ", html.Span([said, " ", published])]
    return [html.P(parts, className="alert alert-info preview-note", role="status")]


def _draft_language(page_request: PageRequest) -> list[Component]:
    """Return that no institution has signed the language of the page, in it and in English, and where to correct it."""
    words, said = page_request.words, N_("This translation is a draft: no institution has signed it.")
    if is_public(words.language):
        return []
    letters = [
        html.A(words("Correct a sentence"), href=page_request.href(path, about=page_request.here()), **_PLAIN)
        for _, path in wing_notes("fault")
    ]
    both = [words(said), html.Span(said, lang="en"), *letters]
    return [html.P(joined(dict.fromkeys(both)), className="alert alert-info preview-note", role="status")]


def _crumbs(page_request: PageRequest, page: Page) -> list[Component]:
    """Return links to what a page is inside of; for a page of the menu, the menu has them."""
    words, crumbs = page_request.words, page.crumbs
    if not crumbs and page.found and page_of(page_request.path)[0].get("order", 0) is None:
        crumbs = tuple((words(name), address) for address, name in above(page_request.path)[1:])
    if not crumbs:
        return []
    links = [html.Li(html.A(name, href=page_request.href(path)), className="breadcrumb-item") for name, path in crumbs]
    named: Any = {"aria-label": words("You are here")}
    return [html.Nav(html.Ol(links, className="breadcrumb"), **named)]


def _dated(page_request: PageRequest, page: Page) -> Component:
    """Return the line with the basis of statuses, day, release and method."""
    words, snapshot, country = page_request.words, page_request.snapshot, page_request.country
    framework = snapshot.framework
    said: Any = basis_sentence(page_request.view(basis.build, country), words)
    if framework.exercise:
        said = html.Strong(words("EXERCISE: invented states, invented figures."))
    elif page.figures:
        said = words("Figures as published; each chart names its source.")
    parts = [said, figures_up_to(snapshot, words) if page.figures else read_up_to(snapshot, words, country)]
    if words.language != "en" and any(map(_quotes_english, page.sections)):
        parts.append(html.Span(words("Quotations are in English, the language of the sources."), className="english"))
    version = framework.method.version
    if snapshot.method_of:
        then = {"version": version, "release": snapshot.method_of}
        parts.append(words("Judged by the method of that day: version {version}, release {release}.", **then))
        parts.append(html.A(words("Show under the present method"), href=page_request.here(method="")))
    elif framework.readings and snapshot.as_of < max(reading.date for reading in framework.readings):
        parts.append(words("Judged by the present method: version {version}.", version=version))
        parts.append(html.A(words("Show under the method of that day"), href=page_request.here(method="then")))
    return html.P(joined(parts), className="basis-line")


def _quotes_english(section: Section) -> bool:
    if isinstance(section, Component):
        return has_attribute(section, "lang", "en")
    return 'lang="en"' in (section.html if isinstance(section, Chart) else section)
