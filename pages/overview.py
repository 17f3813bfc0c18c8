"""Overview: the progress of the five states at a glance, with a source one click away."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.model.codes import Basis
from bukhara.model.framework import Framework
from bukhara.views import narrative, overview
from bukhara.views.narrative import Story
from web.filters import day_filters
from web.layout import layout_of
from web.page import Filter, Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewContent(Context):
    """The scorecard, the challenges named, what changed and the conferences."""

    template: ClassVar[str] = "pages/overview.html"
    view: overview.Overview
    framework: Framework
    stories: tuple[Story, ...]


def content(reader: Reader) -> Page:
    """Return the overview for the pillar and basis selected."""
    words, framework = reader.words, reader.snapshot.framework
    pillars = {p.id: words.text(p.name) for p in framework.pillars}
    bases = {b.value: label(words, b) for b in Basis if b is not Basis.CONTEXT}
    pillar = reader.one_of("pillar", tuple(pillars))
    basis = reader.one_of("basis", tuple(bases))
    view = reader.view(overview.build, pillar=pillar, basis=basis)
    return Page(
        title=_title(reader, view),
        lead=_lead(reader, view),
        filters=(
            Filter("pillar", words("Pillar"), (("all", words("all")), *pillars.items()), pillar or "all"),
            Filter("basis", words("What it rests on"), (("all", words("all")), *bases.items()), basis or "all"),
            *day_filters(reader),
        ),
        blocks=(render(reader, OverviewContent(view=view, framework=framework, stories=_stories(reader))),),
    )


def _stories(reader: Reader) -> tuple[Story, ...]:
    return reader.view(narrative.build, reader.service.past(reader.snapshot))


def _title(reader: Reader, view: overview.Overview) -> str:
    day = reader.words.date(view.reading.date)
    if reader.snapshot.framework.exercise:
        return reader.words("Where the five invented states stand, as answered by {day}", day=day)
    return reader.words("Where the five states stand, as reported at Astana on {day}", day=day)


def _lead(reader: Reader, view: overview.Overview) -> str:
    words = reader.words
    lead = words(
        "Of {n} themes that can be completed, {k} are in place in at least one state.",
        n=view.themes,
        k=view.somewhere,
    )
    sentences = [lead]
    if view.everywhere:
        sentences.append(words("In place in all five: {names}.", names=_names(reader, view.everywhere)))
    elif view.widest:
        sentences.append(
            words.plural(
                "Most widely in place, in {n} state: {names}.",
                "Most widely in place, in {n} states: {names}.",
                view.widest_in,
                names=_names(reader, view.widest),
            )
        )
    if view.least:
        sentences.append(words("State bodies say least about: {names}.", names=_names(reader, view.least)))
    return " ".join(sentences)


def _names(reader: Reader, items: tuple[str, ...]) -> str:
    framework = reader.snapshot.framework
    return ", ".join(reader.words.text(framework.item(item).name) for item in items)


register_page(__name__, path="/", name="Overview", content=content)
layout = layout_of("/")
