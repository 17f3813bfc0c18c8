"""Rounds: which are open, how far each has come, and the form that opens a new one."""

from __future__ import annotations

from dash import register_page

from bukhara.access import Action
from bukhara.service.rounds.rounds import LONGEST
from pages._ui.doors import rounds
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render


def content(reader: Reader) -> Page:
    """Show the rounds, newest first."""
    words, framework = reader.words, reader.service.framework()
    boards = reader.service.rounds.rounds(actor())
    pillars = [(pillar, [i for i in framework.items if i.pillar == pillar.id]) for pillar in framework.pillars]
    return Page(
        title=words("Rounds"),
        lead=words("Who was asked what, when, and what came back."),
        blocks=(
            render(
                reader,
                "rounds_list.html",
                boards=boards,
                pillars=pillars,
                whole=len(framework.items),
                stages={stage: words(said) for stage, said in rounds.STAGES.items()},
                longest=LONGEST,
            ),
        ),
        private=True,
    )


register_page(__name__, path=rounds.PATH, name="Rounds", content=content, permission=Action.ROUNDS)
layout = layout_of(rounds.PATH)
