"""Overview: where the five states stand, at a glance, with a source one click away."""

from __future__ import annotations

from dash import register_page

from bukhara.i18n.codes import label
from bukhara.model.codes import Basis
from bukhara.views import overview
from pages._ui.days import day_filters
from pages._ui.page import Filter, Page
from pages._ui.reader import Reader
from pages._ui.shell import layout_of
from pages._ui.stories import told
from pages._ui.templates import render


def content(reader: Reader) -> Page:
    """Return the overview for the pillar and basis selected."""
    words, framework = reader.words, reader.snapshot.framework
    pillars = {p.id: words.text(p.name) for p in framework.pillars}
    bases = {b.value: label(words, b) for b in Basis}
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
        blocks=(render(reader, "overview.html", view=view, framework=framework, **told(reader)),),
    )


def _title(reader: Reader, view: overview.Overview) -> str:
    day = reader.words.date(view.reading.date)
    if reader.snapshot.framework.exercise:
        return reader.words("Where the five invented states stand, as answered by {day}", day=day)
    return reader.words("Where the five states stand, as reported at Astana on {day}", day=day)


def _lead(reader: Reader, view: overview.Overview) -> str:
    words, framework = reader.words, reader.snapshot.framework
    lead = words(
        "Of {n} themes that can be completed, {k} are in place in at least one state.",
        n=view.themes,
        k=view.somewhere,
    )
    if not view.everywhere:
        return lead
    names = ", ".join(words.text(framework.item(item).name) for item in view.everywhere)
    return lead + " " + words("In place in all five: {names}.", names=names)


register_page(__name__, path="/", name="Overview", content=content)
layout = layout_of("/")
