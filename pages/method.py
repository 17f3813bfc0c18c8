"""Method: the parameters in force, the conditions and the limits, made from indicators.yaml."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts.day_words import status_day
from bukhara.model.codes import ItemKind, ReadingKind, Scope, State
from bukhara.model.framework import Framework, Item, Method, Reading
from bukhara.model.marks import MARKS
from bukhara.model.messages import N_
from bukhara.model.source import Source
from bukhara.progress.records import in_round, reading_at
from bukhara.views import robustness
from bukhara.views.crosswalk import OtherForm, lines
from pages.record_quality import TABS, quality
from web.components.lists import chosen_tab, tab_links
from web.layout import contents, layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

PARTS = {
    "marks": N_("The marks"),
    "missing": N_("Six kinds of missing values, and zero"),
    "counted": N_("How themes are counted"),
    "levels": N_("Levels and coverage"),
    "counts": N_("Counts of cases and victims"),
    "days": N_("The day belongs to the state"),
    "conditions": N_("The conditions, item by item"),
    "sensitivity": N_("How far each state's result depends on the method"),
    "disclosure": N_("What is withheld"),
}
FORMS = {
    OtherForm.PROTOCOL: N_("Trafficking Protocol and UNTOC"),
    OtherForm.SDG: N_("Sustainable Development Goals"),
    OtherForm.GLOTIP: N_("GLOTIP questionnaire"),
    OtherForm.ICTIP: N_("IC-TIP"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodParameters(Context):
    """Marks, kinds of missing, bounds, levels and conditions."""

    template: ClassVar[str] = "pages/method.html"
    framework: Framework
    method: Method
    rounds: bool
    themes: Mapping[str, int]
    marks: tuple[str, ...]
    states: tuple[State, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelSensitivity(Context):
    """How far the levels of a round depend on weights and evidence."""

    template: ClassVar[str] = "pages/method_sensitivity.html"
    robust: tuple[robustness.Robust, ...]
    others: bool
    levels: bool
    reading: Reading | None
    framework: Framework
    method: Method
    dated: str


def content(page_request: PageRequest) -> Page:
    """Print how every mark and number is made, or what the record covers."""
    words = page_request.words
    tabs = (("", words("How it is made")), *((key, words(name)) for key, name in TABS))
    tab = chosen_tab(page_request, tabs)
    return Page(
        title=words("Method"),
        above=(tab_links(page_request, tabs),),
        sections=(quality(page_request, tab),) if tab else _method(page_request),
        tabs=tuple(key for key, _ in TABS),
    )


def _method(page_request: PageRequest) -> tuple[Markup, ...]:
    words, framework = page_request.words, page_request.snapshot.framework
    return (
        *contents(page_request, *((anchor, words(name)) for anchor, name in PARTS.items())),
        render(page_request, _parameters(page_request)),
        _sensitivity(page_request),
        render(
            page_request,
            "pages/method_disclosure.html",
            policy=page_request.service.policy,
            exercise=framework.exercise,
        ),
        render(
            page_request,
            "pages/method_crosswalk.html",
            lines=lines(framework),
            forms={form: words(name) for form, name in FORMS.items()},
        ),
    )


def _parameters(page_request: PageRequest) -> MethodParameters:
    framework = page_request.snapshot.framework
    return MethodParameters(
        framework=framework,
        method=framework.method,
        rounds=any(reading.kind is ReadingKind.ROUND for reading in framework.readings),
        themes=Counter(map(_kind_of_theme, (i for i in framework.items if i.kind is not ItemKind.CONTEXT))),
        marks=tuple(code for code in MARKS if code == State.NOT_ASKED or code not in set(State)),
        states=tuple(State),
        sources=page_request.snapshot.sources,
    )


def _kind_of_theme(item: Item) -> str:
    if item.scope is Scope.REGION:
        return "region"
    if item.from_round:
        return "rounds"
    return "once" if item.kind is ItemKind.MILESTONE else "continuing"


def _sensitivity(page_request: PageRequest) -> Markup:
    snapshot, robust = page_request.snapshot, page_request.view(robustness.build)
    context = LevelSensitivity(
        robust=robust,
        others=any(row.spread for row in robust),
        levels=any(in_round(snapshot.framework, each.code, snapshot.as_of) for each in snapshot.framework.countries),
        reading=reading_at(snapshot.framework, snapshot.as_of),
        framework=snapshot.framework,
        method=snapshot.framework.method,
        dated=status_day(snapshot, page_request.words),
    )
    return render(page_request, context)


register_page(__name__, path="/method", name="Method", content=content)
layout = layout_of("/method")
