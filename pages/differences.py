"""Differences, for those who may decide: what is open, explained or decided, and a form beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page
from flask import current_app, flash, redirect, request

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.i18n.source_differences import status_text
from bukhara.model.difference import DifferenceStatus
from bukhara.service.decisions import LONGEST
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.difference_voices import difference_voices
from pages._ui.voices.figure_voices import voices

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from bukhara.model.difference import Difference
    from bukhara.model.framework import Country
    from bukhara.service import Service

PATH = "/differences"


def content(reader: Reader) -> Page:
    """Show every difference of the newest release with a form."""
    words = reader.words
    found = reader.service.decisions.differences(actor())
    return Page(
        title=words("Differences: what was decided"),
        lead=words(
            "A decision is published as a release. It prefers neither figure: both stay as printed, with the reason."
        ),
        crumbs=((words("Data quality"), "/data-quality"),),
        blocks=(
            render(
                reader,
                "differences.html",
                states=_by_state(reader, found),
                told=difference_voices(reader),
                standings=[(s.value, status_text(s, words)) for s in DifferenceStatus],
                longest=LONGEST,
                **voices(reader),
            ),
        ),
        private=True,
    )


def _by_state(reader: Reader, found: tuple[Difference, ...]) -> list[tuple[Country, list[Difference]]]:
    framework = reader.snapshot.framework
    places = framework.countries + framework.regions
    return [(p, own) for p in places if (own := [d for d in found if d.country == p.code])]


@door("/data-quality/decide", Action.DECIDE)
def decide() -> Response:
    """Publish one decision and lead back to its difference."""
    service: Service = current_app.config["SERVICE"]
    sent, reader = request.form, reader_of(PATH, request.args.to_dict())
    group = sent.get("difference", "")
    seen = _number(sent.get("first")), _number(sent.get("second"))
    release = service.decisions.decide(actor(), group, sent.get("status", ""), sent.get("reason", ""), seen=seen)
    flash(reader.words("Published as release {release}.", release=release.number), "done")
    return redirect(reader.href(PATH) + f"#{group}", 303)


def _number(text: str | None) -> float:
    try:
        return float(text or "")
    except ValueError as error:
        raise Refused(N_("This form is not complete. Please open the page again.")) from error


register_page(__name__, path=PATH, name="Differences", content=content, permission=Action.DECIDE)
layout = layout_of(PATH)
