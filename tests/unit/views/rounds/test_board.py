"""The board of a round: five lines in the fixed order, each with the last thing that happened."""

from datetime import UTC, date, datetime

import pytest

from bukhara.model.draft import Draft, DraftState, Origin
from bukhara.model.round import Round, RoundProgress
from bukhara.model.text import Text
from bukhara.views.rounds.board import Board, Stage, build, stage_of
from tests.unit.service.little_data import FRAMEWORK

NOW = datetime(2027, 4, 15, 8, tzinfo=UTC)
SENT, DUE = date(2027, 3, 1), date(2027, 5, 1)
ROUND = Round(round_id="round-2027-1", title=Text.of("R", ru="Р"), items=(), created_at=NOW, created_by="lena")


def noted(country: str = "KAZ", round_id: str = ROUND.round_id, **days: date | None) -> RoundProgress:
    return RoundProgress(round_id=round_id, country=country, **days)


def draft(subject: str = "KAZ", on: datetime = NOW, state: DraftState = DraftState.DRAFT) -> Draft:
    return Draft(
        draft_id=1,
        subject=subject,
        origin=Origin.WORKBOOK,
        state=state,
        file_name="x.xlsx",
        file_hash="0",
        created_by="c",
        created_at=on,
    )


def board(*lines: RoundProgress, drafts: tuple[Draft, ...] = (), round_: Round = ROUND) -> Board:
    return build(round_, lines, drafts, FRAMEWORK, on=NOW.date())


def test_the_states_are_in_the_fixed_order_whatever_was_noted() -> None:
    lines = board(noted("UZB", sent=SENT), noted("KAZ", sent=SENT)).lines
    assert [line.country.code for line in lines] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]


@pytest.mark.parametrize(
    ("days", "stage"),
    [
        ({}, Stage.NOT_SENT),
        ({"sent": SENT}, Stage.SENT),
        ({"sent": SENT, "due": date(2027, 4, 15)}, Stage.SENT),
        ({"sent": SENT, "due": date(2027, 4, 14)}, Stage.DUE),
        ({"sent": SENT, "due": date(2027, 4, 14), "reminded": date(2027, 4, 15)}, Stage.REMINDED),
        ({"sent": SENT, "due": DUE, "received": NOW.date()}, Stage.RECEIVED),
        ({"sent": SENT, "received": NOW.date(), "cleared": NOW.date()}, Stage.CLEARED),
    ],
)
def test_the_stage_is_the_last_thing_that_happened(days: dict[str, date], stage: Stage) -> None:
    assert stage_of(noted(**days), on=NOW.date()) is stage


def test_a_workbook_that_comes_in_after_sending_is_received_by_itself() -> None:
    line = board(noted(sent=SENT), drafts=(draft(),)).lines[0]
    assert (line.asked.received, line.by_draft, line.stage) == (NOW.date(), True, Stage.RECEIVED)


def test_a_day_that_somebody_noted_is_kept() -> None:
    line = board(noted(sent=SENT, received=date(2027, 3, 30)), drafts=(draft(),)).lines[0]
    assert (line.asked.received, line.by_draft) == (date(2027, 3, 30), False)


@pytest.mark.parametrize(
    "other",
    [draft("UZB"), draft("statistics"), draft(on=datetime(2027, 2, 28, tzinfo=UTC)), draft(state=DraftState.WITHDRAWN)],
)
def test_other_drafts_receive_nothing(other: Draft) -> None:
    assert board(noted(sent=SENT), drafts=(other,)).lines[0].asked.received is None


def test_a_workbook_answers_the_round_that_was_sent_last() -> None:
    later = noted(round_id="round-2027-2", sent=date(2027, 4, 1))
    assert board(noted(sent=SENT), later, drafts=(draft(),)).lines[0].asked.received is None


def test_chosen_themes_are_named_in_the_order_of_the_framework() -> None:
    chosen = Round(round_id="r", title=Text.of("R"), items=("BD-12", "BD-7"), created_at=NOW, created_by="lena")
    assert [item.id for item in board(round_=chosen).items] == ["BD-7", "BD-12"]
    assert board().items == FRAMEWORK.items
