"""The board of a round: five lines in the fixed order, each with the last thing that happened."""

from datetime import UTC, date, datetime

import pytest

from bukhara.model.round import Round, RoundEvent, RoundEventKind, RoundProgress, RoundStage
from bukhara.model.text import Text
from bukhara.views.rounds.board import Board, RoundLine, build
from tests.unit.service.little_data import FRAMEWORK

NOW = datetime(2027, 4, 15, 8, tzinfo=UTC)
SENT, DUE, TODAY = date(2027, 3, 1), date(2027, 5, 1), NOW.date()
ROUND = Round(round_id="round-2027-1", title=Text.of("R", ru="Р"), items=(), created_at=NOW, created_by="lena")
ASKED = frozenset({"BD-1.1", "BD-2.1"})
K = RoundEventKind


def event(kind: RoundEventKind, day: date | None = SENT, draft: int = 0, **more: object) -> RoundEvent:
    known = {"round_id": ROUND.round_id, "country": "KAZ", "at": NOW, **more}
    return RoundEvent(kind=kind, day=day, draft_id=draft, **known)


SENT_TO_KAZ = event(K.ASKED, until=DUE)


def board(*events: RoundEvent, round_: Round = ROUND, public: tuple[str, ...] = (), on: date = TODAY) -> Board:
    days: dict[str, date | None] = {}
    for each in events:
        days |= each.days
    noted = RoundProgress(round_id=round_.round_id, country="KAZ", **days)
    return build(round_, [noted], events, FRAMEWORK, on=on, answers={"KAZ": (ASKED, frozenset(public))})


def line(*events: RoundEvent, **more: object) -> RoundLine:
    return board(*events, **more).lines[0]


def test_the_states_are_in_the_fixed_order_whatever_happened() -> None:
    lines = board(event(K.ASKED, country="UZB"), SENT_TO_KAZ).lines
    assert [line.country.code for line in lines] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]


@pytest.mark.parametrize(
    ("events", "stage"),
    [
        ((SENT_TO_KAZ, event(K.RECEIVED, NOW.date())), RoundStage.RECEIVED),
        ((SENT_TO_KAZ, event(K.RECEIVED, NOW.date()), event(K.RECEIVED, None)), RoundStage.SENT),
        ((SENT_TO_KAZ, event(K.CLEARED, NOW.date())), RoundStage.CLEARED),
        ((SENT_TO_KAZ, event(K.CLEARED), event(K.TAKEN_BACK, draft=1)), RoundStage.SENT),
    ],
)
def test_the_stage_is_the_last_thing_that_happened(events: tuple[RoundEvent, ...], stage: RoundStage) -> None:
    assert line(*events).stage is stage


def test_a_day_that_somebody_noted_goes_before_that_of_a_workbook() -> None:
    came = event(K.SUBMITTED, date(2027, 4, 2), draft=1)
    assert (line(SENT_TO_KAZ, came).asked.received, line(SENT_TO_KAZ, came).by_draft) == (date(2027, 4, 2), True)
    noted = line(SENT_TO_KAZ, came, event(K.RECEIVED, date(2027, 3, 30)))
    assert (noted.asked.received, noted.by_draft) == (date(2027, 3, 30), False)


def test_chosen_themes_are_named_in_the_order_of_the_framework() -> None:
    chosen = Round(round_id="r", title=Text.of("R"), items=("BD-12", "BD-7"), created_at=NOW, created_by="lena")
    assert [item.id for item in board(round_=chosen).items] == ["BD-7", "BD-12"]
    assert board().items == FRAMEWORK.items
