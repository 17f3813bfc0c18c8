"""Data quality: coverage, latest information, differences between sources, revisions, grades, the two codings."""

from __future__ import annotations

from dash import register_page

from bukhara.views import data_quality
from pages._ui.parts.contents import contents
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.difference_voices import difference_voices
from pages._ui.voices.figure_voices import voices


def content(reader: Reader) -> Page:
    """Show what the record covers and where its sources differ."""
    words = reader.words
    view = reader.view(data_quality.build)
    return Page(
        title=words("Data quality"),
        lead=words(
            "What the sources cover, how recent they are, and where they differ. It says nothing about the states."
        ),
        crumbs=((words("Method"), "/method"),),
        blocks=(
            *contents(
                reader,
                ("differences", words("Differences between sources")),
                ("coverage", words("Coverage")),
                ("grades", words("Evidence grades")),
                ("revisions", words("Revisions")),
                ("codings", words("Two codings")),
            ),
            render(
                reader,
                "data_quality.html",
                view=view,
                framework=view.framework,
                told=difference_voices(reader),
                **voices(reader),
            ),
        ),
    )


register_page(__name__, path="/data-quality", name="Data quality", content=content)
layout = layout_of("/data-quality")
