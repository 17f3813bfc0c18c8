"""The page that says why something may not be done, and what to do instead."""

from __future__ import annotations

from dash import register_page

from bukhara.i18n.codes import N_
from pages._ui.page import Page
from pages._ui.reader import Reader
from pages._ui.shell import layout_of
from pages._ui.templates import render


def content(reader: Reader, reason: str = N_("Please sign in first.")) -> Page:
    """Say the reason."""
    return Page(
        title=reader.words("This cannot be done here"),
        lead=reader.words(reason),
        blocks=(render(reader, "refused.html"),),
        refused=reason,
    )


register_page(__name__, path="/refused", name="Refused", content=content)
layout = layout_of("/refused")
