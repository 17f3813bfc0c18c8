"""Replies that wait, for those who publish: word for word, state by state."""

from __future__ import annotations

from dash import register_page

from bukhara.access import Action
from pages._ui.doors.replying import PUBLISHING_PATH
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.reply_voices import reply_voices


def content(reader: Reader) -> Page:
    """Show what waits of each state, in the fixed order."""
    words, framework = reader.words, reader.service.framework()
    waiting = [(c, reader.service.replies.pending(actor(), c.code)) for c in framework.countries]
    return Page(
        title=words("Replies of states"),
        lead=words("They are published as they were written, beside the status, with the same weight."),
        blocks=(
            render(
                reader,
                "reply_waiting.html",
                waiting=[pair for pair in waiting if pair[1]],
                framework=framework,
                **reply_voices(reader),
            ),
        ),
        private=True,
    )


register_page(__name__, path=PUBLISHING_PATH, name="Replies", content=content, permission=Action.PUBLISH)
layout = layout_of(PUBLISHING_PATH)
