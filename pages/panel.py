"""Panel: the slides suggested for a panel, which of them to show in which order, and the files of them."""

from dataclasses import dataclass, replace
from typing import ClassVar

from dash import register_page

from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.pack import PackChoice, SlideKind, to_text
from bukhara.pack.edit import RowGroup, grouped, rows_of, short
from bukhara.pack.order import with_hidden_annex
from web.layout import LANGUAGE_NAMES, layout_of
from web.pack_choice import FILES, PATH, choice_of, conferences, measures, suggested, suggested_measures
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

GROUPS = {SlideKind.COUNTRY: N_("The countries, one by one"), SlideKind.STATISTICS: N_("Statistics")}
"""Titles of groups of slides about different subjects."""
TITLE = N_("Title slide")


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelBuilder(Context):
    """The form of the page; `code`, `every` and `short` are choices as text, `groups` the rows by their titles.

    `slides` and `minutes` are those of the talk, `annex` is how many slides are hidden behind it.
    """

    template: ClassVar[str] = "pages/panel.html"
    choice: PackChoice
    code: str
    every: str
    short: str
    conference: str
    framework: Framework
    conferences: tuple[tuple[str, str], ...]
    languages: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str], ...]
    shown_measures: tuple[str, ...]
    groups: tuple[tuple[str, RowGroup], ...]
    slides: int
    annex: int
    minutes: int
    files: tuple[tuple[str, str], ...]


def content(page_request: PageRequest) -> Page:
    """Show the slides of the choice in the address, and the form that changes it."""
    words, snapshot, choice = page_request.words, page_request.snapshot, choice_of(page_request)
    framework = snapshot.framework
    slides = suggested(page_request, choice)
    groups = grouped(rows_of(slides, choice))
    annex = sum(s.is_hidden for s in with_hidden_annex(tuple(row.slide for group in groups for row in group.kept)))
    known = measures(snapshot)
    context = PanelBuilder(
        choice=choice,
        code=to_text(choice),
        every=to_text(replace(choice, slides=())),
        short=to_text(replace(choice, slides=short(slides))),
        conference=choice.conference or max(framework.readings, key=lambda reading: reading.date).id,
        framework=framework,
        conferences=conferences(snapshot, words),
        languages=tuple(
            (code, LANGUAGE_NAMES[code]) for code in page_request.service.languages if code in LANGUAGE_NAMES
        ),
        measures=tuple((measure, words.text(framework.indicator(measure).name)) for measure in known),
        shown_measures=choice.measures or suggested_measures(snapshot),
        groups=tuple((_title(group, words), group) for group in groups),
        slides=sum(len(group.kept) for group in groups) - annex,
        annex=annex,
        minutes=sum(group.minutes for group in groups),
        files=tuple((kind, words(name)) for kind, name in FILES.items()),
    )
    return Page(title=words("Slides for a panel"), sections=(render(page_request, context),))


def _title(group: RowGroup, words: Words) -> str:
    if group.kind is SlideKind.TITLE:
        return words(TITLE)
    return words(GROUPS[group.kind]) if len(group.rows) > 1 and group.kind in GROUPS else group.title


register_page(__name__, path=PATH, name="Panel", content=content)
layout = layout_of(PATH)
