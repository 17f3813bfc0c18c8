"""Contested points of all states in one list: objections, differences between sources, and open codings."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.model.framework import Framework
from bukhara.views import contested
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedPoints(Context):
    """A count for each kind and country, and the list of each kind."""

    template: ClassVar[str] = "pages/contested.html"
    view: contested.Contested
    framework: Framework


def content(reader: Reader) -> Page:
    """Show what states, sources or coders see differently."""
    words, framework = reader.words, reader.snapshot.framework
    return Page(
        title=words("Contested points"),
        lead=words("What a state sees differently, where sources differ, and what two coders read differently."),
        crumbs=((words("Evidence"), "/evidence"),),
        blocks=(render(reader, ContestedPoints(view=reader.view(contested.build), framework=framework)),),
    )


register_page(__name__, path="/contested", name="Contested", content=content)
layout = layout_of("/contested")
