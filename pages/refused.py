"""The page that says why something may not be done, and what to do instead."""

from __future__ import annotations

from dash import register_page
from flask import request

from bukhara.i18n.codes import N_
from pages._ui.doors.registry import DOORS
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render

SIGN_IN = N_("Please sign in first.")


def content(reader: Reader, reason: str = SIGN_IN) -> Page:
    """Say the reason; to who is not signed in, that signing in is all that is missing."""
    words, away = reader.words, reason == SIGN_IN and not actor().signed_in
    return Page(
        title=words("Please sign in") if away else words("This cannot be done here"),
        lead=words("This page is for the secretariat, the commissions and the organisers.") if away else words(reason),
        blocks=(render(reader, "refused.html", kept=away and request.endpoint in DOORS),),
        refused=reason,
    )


register_page(__name__, path="/refused", name="Refused", content=content)
layout = layout_of("/refused")
