"""The board of a round: five lines, what to do next, and the forms that note it."""

from __future__ import annotations

from dash import register_page

from bukhara.access import Action
from bukhara.errors import RoundRefused
from bukhara.model.codes import BodyKind
from bukhara.service.rounds.rounds import LONGEST
from bukhara.views.board import Stage
from pages._ui.doors import rounds
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render

PATH = f"{rounds.PATH}/<round_id>"


def content(reader: Reader) -> Page:
    """Show the board, or say that there is none."""
    words, framework = reader.words, reader.service.framework()
    try:
        board = reader.service.rounds.round(actor(), reader.path.rsplit("/", 1)[-1])
    except RoundRefused:
        return Page(title=words("Nothing stands at this address"), found=False)
    title = board.round.title_ru if words.language == "ru" and board.round.title_ru else board.round.title
    return Page(
        title=title,
        lead=words("One line for each state. Its five days say where the state and the secretariat stand."),
        crumbs=((words("Rounds"), rounds.PATH),),
        blocks=(
            render(
                reader,
                "rounds_board.html",
                board=board,
                unsent=[line for line in board.lines if line.stage is Stage.NOT_SENT],
                stages={stage: words(said) for stage, said in rounds.STAGES.items()},
                bodies=[body for body in framework.bodies if body.kind is BodyKind.STATE],
                whole=len(framework.items),
                today=reader.service.now().date(),
                longest=LONGEST,
            ),
        ),
        private=True,
    )


register_page(__name__, path_template=PATH, name="Round", content=content, permission=Action.ROUNDS)
layout = layout_of(PATH)
