"""What the templates of rounds are filled with."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from bukhara.model.framework import Body, Item, Pillar
from bukhara.model.messages import N_
from bukhara.views.board import Board, RoundLine, Stage
from office.rounds.forms import CloseForm, DatesForm, DaysForm, NoteForm, OpenForm, SendForm
from web.paging import Turn
from web.templating import Context

STAGES = {
    Stage.NOT_SENT: N_("not sent yet"),
    Stage.SENT: N_("sent, answer awaited"),
    Stage.DUE: N_("answer awaited, its day has passed"),
    Stage.REMINDED: N_("reminded, answer awaited"),
    Stage.RECEIVED: N_("received, to be cleared"),
    Stage.CLEARED: N_("cleared"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundList(Context):
    """All rounds and the form for a new one; `whole` is the number of all themes."""

    template: ClassVar[str] = "rounds/list.html"
    boards: tuple[Board, ...]
    turn: Turn
    pillars: tuple[tuple[Pillar, tuple[Item, ...]], ...]
    whole: int
    stages: dict[Stage, str]
    form: OpenForm = field(default_factory=OpenForm)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundBoard(Context):
    """One round: a line for each state, those not yet asked, and the forms.

    `days` are the days by state that were noted by hand.
    """

    template: ClassVar[str] = "rounds/board.html"
    board: Board
    days: dict[str, DaysForm]
    unsent: tuple[RoundLine, ...]
    stages: dict[Stage, str]
    bodies: tuple[Body, ...]
    today: date
    sending: SendForm
    noting: NoteForm = field(default_factory=NoteForm)
    dating: DatesForm
    closing: CloseForm


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSending(Context):
    """Who will see what once the request is marked as sent; `board` has only the states that were chosen."""

    template: ClassVar[str] = "rounds/send.html"
    board: Board
    form: SendForm
    release: int
