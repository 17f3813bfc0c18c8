"""Method: the parameters in force, the formulae, the conditions and the limits, made from indicators.yaml."""

from __future__ import annotations

from dash import register_page
from markupsafe import Markup

from bukhara.i18n.codes import N_
from bukhara.model.codes import State
from bukhara.progress.records import in_round, reading_at
from bukhara.views import robustness
from bukhara.views.crosswalk import OtherForm, lines
from pages._ui.parts.contents import contents
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render

PARTS = {
    "marks": N_("The marks"),
    "missing": N_("Six kinds of missing, and zero"),
    "bounds": N_("Counts between bounds"),
    "levels": N_("Levels and coverage"),
    "counts": N_("Counts of cases and victims"),
    "conditions": N_("The conditions, item by item"),
    "sensitivity": N_("How firm each state's own picture is"),
    "disclosure": N_("What is withheld"),
}
FORMS = {
    OtherForm.PROTOCOL: N_("Trafficking Protocol and UNTOC"),
    OtherForm.SDG: N_("Sustainable Development Goals"),
    OtherForm.GLOTIP: N_("GLOTIP questionnaire"),
    OtherForm.ICTIP: N_("IC-TIP"),
}


def content(reader: Reader) -> Page:
    """Print how every mark and number is made."""
    words, framework = reader.words, reader.snapshot.framework
    return Page(
        title=words("Method"),
        lead=words(
            "Counts between bounds first; levels only where all were asked the same; nothing orders the states."
        ),
        blocks=(
            *contents(reader, *((anchor, words(name)) for anchor, name in PARTS.items())),
            render(
                reader,
                "method.html",
                framework=framework,
                method=framework.method,
                states=tuple(State),
                sources=reader.snapshot.sources,
            ),
            _sensitivity(reader),
            render(reader, "method_disclosure.html", policy=reader.service.policy, exercise=framework.exercise),
            render(
                reader,
                "method_crosswalk.html",
                lines=lines(framework),
                forms={form: words(name) for form, name in FORMS.items()},
            ),
        ),
    )


def _sensitivity(reader: Reader) -> Markup:
    snapshot, robust = reader.snapshot, reader.view(robustness.build)
    return render(
        reader,
        "method_sensitivity.html",
        robust=robust,
        others=any(row.other for row in robust),
        levels=in_round(snapshot.framework, snapshot.as_of),
        reading=reading_at(snapshot.framework, snapshot.as_of),
        framework=snapshot.framework,
        method=snapshot.framework.method,
        as_of=snapshot.as_of,
    )


register_page(__name__, path="/method", name="Method", content=content)
layout = layout_of("/method")
