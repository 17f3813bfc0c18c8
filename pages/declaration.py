"""What was agreed and concluded: the Declaration as far as it is known, and the conclusions with what followed."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from dash import html, register_page
from dash.development.base_component import Component

from bukhara.i18n.codes import label
from bukhara.model.codes import Basis
from bukhara.model.framework import Article, DeclarationPassage, Item
from bukhara.model.messages import N_
from bukhara.views.themes import declaration
from bukhara.views.themes.declaration import Declaration, Items
from pages.declaration_conclusions import followed, with_a_day
from web.components.evidence import theme_link
from web.components.lists import card, chosen_tab, joined, narrow_fold, tab_links
from web.components.passages import place, record_text
from web.components.statements import quotation
from web.page import Page
from web.request import PageRequest, page_request_of

register_page(
    __name__, path="/declaration", name=N_("Declaration and conclusions"), order=21, parent="/themes", kept=True
)

CONCLUSIONS = "conclusions"
TABS = (("", N_("The Declaration")), (CONCLUSIONS, N_("Conclusions, and what followed")))
MISSING = (
    N_("The number and the wording of its articles."),
    N_("The day of adoption. The report prints November 2021 only."),
    N_("Who adopted it, and whether it names how it is monitored."),
)
TO_ASK = (
    (N_("UNODC Regional Office for Central Asia, a co-organiser of the Third conference"), "L85"),
    (N_("National Commission of Uzbekistan; the first conference was held there"), "L143 | L145"),
    (N_("Law Enforcement Academy of Kazakhstan, which explained how it was drafted"), "L316"),
    (N_("Winrock International, which aided in the initial development"), "L394"),
)
"""Whom to ask for the text, and where the report says why."""


def layout(**query: str) -> Page:
    """Show what the record knows of the Declaration, or of the conclusions of the conference after it."""
    page_request = page_request_of("/declaration", query)
    words = page_request.words
    tabs = tuple((key, words(name)) for key, name in TABS)
    is_after = chosen_tab(page_request, tabs) == CONCLUSIONS
    view = page_request.view(declaration.build)
    return Page(
        title=words("Declaration and conclusions"),
        lead=words("What the Third conference concluded, and what has followed.")
        if is_after
        else _known(page_request, view),
        above=(tab_links(page_request, tabs),),
        sections=(followed(page_request), *with_a_day(page_request)) if is_after else _declaration(page_request, view),
    )


def _known(page_request: PageRequest, view: Declaration) -> str:
    words = page_request.words
    if view.articles:
        return words("Its articles, and the themes that they are about.")
    return words(
        "Its text is not among the sources. The report of 2023 confirms that {n} of {total} themes are part of it.",
        n=len(view.groups.get(Basis.ATTESTED, ())),
        total=sum(map(len, view.groups.values())),
    )


def _declaration(page_request: PageRequest, view: Declaration) -> tuple[Component, ...]:
    words = page_request.words
    bases = html.Ul([_basis(page_request, *group) for group in view.groups.items()], className="bases")
    parts: list[Component] = [
        html.Section([html.H2(words("Basis of each theme")), bases], className="frame", id="basis")
    ]
    if view.articles:
        parts.append(card(words("Its articles"), *_articles(page_request, view), id="articles"))
    if view.passages:
        passages = [_passage(page_request, *each, view.source_id) for each in view.passages]
        heading = words("What the report says of its content")
        parts.append(narrow_fold(heading, html.Ol(passages, className="known plain"), id="passages"))
    return tuple(parts) if view.articles else (*parts, _without_text(page_request, view.source_id))


def _basis(page_request: PageRequest, basis: Basis, items: Items) -> Component:
    """Return how many themes have a basis, and their names."""
    themes = html.P(_themes(page_request, items), className="small")
    return html.Li([html.Strong(len(items)), html.Div([html.B(label(page_request.words, basis)), themes])])


def _themes(page_request: PageRequest, items: Iterable[Item]) -> list[Any]:
    return joined((theme_link(page_request, item) for item in items), " · ")


def _articles(page_request: PageRequest, view: Declaration) -> list[Component]:
    """Return the articles, each with the themes that it is about, their source, and the themes without one."""
    words = page_request.words
    parts = [part for each in view.articles for part in _article(page_request, *each)]
    if view.text:
        title = record_text(page_request, view.text.title, view.text.language)
        address = page_request.href(f"/evidence/{quote(view.text.source_id)}")
        parts.append(html.P(html.A(title, href=address), className="small"))
    if view.without_article:
        themes = html.P(_themes(page_request, view.without_article), className="small")
        parts += [html.H3(words("Themes without an article")), themes]
    return parts


def _article(page_request: PageRequest, article: Article, items: Items) -> list[Component]:
    words = page_request.words
    name = html.H3(words("Article {number}", number=article.article), id=f"article-{article.article}")
    themes = _themes(page_request, items) or words("No theme is about this article yet.")
    return [name, html.P(article.text, lang=article.lang), html.P(themes, className="small")]


def _passage(page_request: PageRequest, passage: DeclarationPassage, items: Items, source_id: str) -> Component:
    words = page_request.words
    about: list[Component] = [html.B(words.text(passage.says))]
    if items:
        based = html.Span(words("Themes based on it:"), className="soft")
        about.append(html.P([based, " ", *_themes(page_request, items)], className="small"))
    return html.Li([html.Div(about), quotation(page_request, passage.quote, passage.line, source_id)])


def _without_text(page_request: PageRequest, source_id: str) -> Component:
    """Return what is not known as long as the text is missing, and who may have it."""
    words = page_request.words
    missing = html.Ul([html.Li(words(each)) for each in MISSING])
    to_ask = [
        html.Li([words(name), " ", html.Span(place(page_request, line, source_id), className="n")])
        for name, line in TO_ASK
    ]
    cards = [
        narrow_fold(words("What is missing"), missing, id="missing"),
        narrow_fold(words("Whom to ask"), html.Ul(to_ask), id="ask"),
    ]
    return html.Section(cards, className="two")
