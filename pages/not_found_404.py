"""The page for addresses that lead nowhere."""

from __future__ import annotations

from dash import register_page
from markupsafe import Markup

from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render


def content(reader: Reader) -> Page:
    """Say that nothing is here and where to go."""
    words = reader.words
    way_out: Markup = render(reader, "not_found.html")
    return Page(title=words("Nothing stands at this address"), blocks=(way_out,), found=False)


register_page(__name__, path="/not-found", name="Not found", content=content)
layout = layout_of("/not-found")
