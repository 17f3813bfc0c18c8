"""Method: the parameters in force, the formulae, the conditions and the limits, made from indicators.yaml."""

from __future__ import annotations

from dash import register_page

from bukhara.model.codes import State
from pages._ui.page import Page
from pages._ui.reader import Reader
from pages._ui.shell import layout_of
from pages._ui.templates import render


def content(reader: Reader) -> Page:
    """Print how every mark and number is made."""
    words, framework = reader.words, reader.snapshot.framework
    return Page(
        title=words("Method"),
        lead=words(
            "Counts between bounds first; levels only where all were asked the same; nothing orders the states."
        ),
        blocks=(
            render(
                reader,
                "method.html",
                framework=framework,
                method=framework.method,
                states=tuple(State),
                sources=reader.snapshot.sources,
            ),
        ),
    )


register_page(__name__, path="/method", name="Method", content=content)
layout = layout_of("/method")
