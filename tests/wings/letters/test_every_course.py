"""For any sequence of events, board, task, letters and public page say what a plain list of the events says."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bukhara.i18n.words import words_of
from bukhara.model.round import Round, RoundEvent, RoundEventKind, RoundProgress, RoundStage, RoundStep, StageDays
from bukhara.model.text import Text
from bukhara.service.reading.pending_requests import questions_of
from bukhara.service.tasks import Tasks
from bukhara.views.rounds.board import build
from bukhara.workbook import asked
from tests.unit.service.little_data import FRAMEWORK
from tests.unit.service.small_record import KAZ, LENA
from tests.unit.service.test_requests import answered, awaited, letter, request, seen
from wings.letters.events import LetterEvents
from wings.letters.texts import letter_of

K, S, R = RoundEventKind, RoundStage, RoundStep
BEGIN, DUE, ITEMS = date(2027, 3, 1), date(2027, 4, 30), ("BD-7", "BD-12", "BD-13")
NO_REPLIES = seen()
QUESTIONS = sorted(each.indicator for each in asked(FRAMEWORK, "KAZ") if each.item in ITEMS)
LEADS = {  # which step may follow which in a draft; the first is what came in
    "submit": ("", "back"), "approve": ("submit",), "back": ("submit", "approve"), "publish": ("approve", "taken"),
    "taken": ("publish",), "withdraw": ("submit", "approve"),
}  # fmt: skip
KINDS = dict(zip(LEADS, (K.SUBMITTED, K.APPROVED, K.SENT_BACK, K.PUBLISHED, K.TAKEN_BACK, K.WITHDRAWN), strict=True))
SOME = st.sets(st.sampled_from(QUESTIONS), min_size=1)
STEPS = st.tuples(st.integers(0, 99), SOME | st.just({*QUESTIONS}), st.integers(0, 25))
"""Which of the steps that may happen does, the questions that it answers, and how many days later."""


class Plain:
    """What happened, as somebody would write it down on paper."""

    def __init__(self) -> None:
        self.day, self.asked, self.reminded, self.all = BEGIN, None, None, False
        self.last: dict[int, str] = {}
        self.holds: dict[int, set[str]] = {}
        self.events: list[RoundEvent] = []

    def take(self, which: int, holds: set[str], days: int) -> None:
        """Write one of the steps down that may happen now."""
        self.day += timedelta(days=days)
        if not self.asked:
            self.asked = self.day
            return self.note(K.ASKED)
        said = ["more"] if self.all else ["all"]
        may = [(step, n) for n in (1, 2) for step, after in LEADS.items() if self.last.get(n, "") in after]
        step, draft = [*may, *((each, 0) for each in [*said, "remind"])][which % (len(may) + 2)]
        if step == "remind":
            self.reminded = self.day
            return self.note(K.REMINDED)
        if not draft:
            self.all = step == "all"
            return self.note(K.COMPLETE)
        self.last[draft] = step
        self.holds |= {draft: holds} if step == "submit" else {}
        self.all = self.all and step != "taken"
        return self.note(KINDS[step], draft, " ".join(holds) if step == "submit" else "")

    def note(self, kind: RoundEventKind, draft: int = 0, answers: str = "") -> None:
        at, until = datetime.combine(self.day, datetime.min.time(), UTC), DUE
        day = None if kind is K.COMPLETE and not self.all else self.day
        known: dict[str, Any] = {"round_id": "round-2027-1", "country": "KAZ", "at": at, "draft_id": draft}
        self.events.append(RoundEvent(kind=kind, day=day, until=until, answers=answers, **known))

    def held(self, *steps: str) -> set[str]:
        return {each for draft, step in self.last.items() if step in steps for each in self.holds[draft]}


@settings(max_examples=500, deadline=None)
@given(st.lists(STEPS, max_size=14))
def test_what_each_is_shown_agrees_with_a_plain_list_of_the_events(steps: list[Any]) -> None:
    plain = Plain()
    agrees(plain)
    for step in steps:
        plain.take(*step)
        agrees(plain)
    # the public page: asked and open, or nothing
    requests = [request(sent=plain.asked, due=DUE, items=" ".join(ITEMS))] if plain.asked else []
    source, public = letter(plain.asked or BEGIN), plain.held("publish")
    rows = tuple(answered(source, indicator=each) for each in sorted(public))
    snapshot = seen(*requests, rows=rows, sources=(source,) if rows else (), on=plain.day)
    questions = {*QUESTIONS} if plain.asked else set()
    assert questions_of(snapshot, "round-2027-1", "KAZ") == (questions, public)
    assert {question for _, question in awaited(snapshot)} == questions - public


def agrees(plain: Plain) -> None:
    """Assert that board, strip, task of the state and letters say what is on the paper."""
    on, public, waits = plain.day, plain.held("publish"), plain.held("submit", "approve")
    questions, days = frozenset(QUESTIONS if plain.asked else ()), dict[str, Any]()
    for each in plain.events:
        days |= each.days
    lengths = StageDays(answers=60, questions=10, last_word=7)
    name, at = Text.of("Round"), datetime(2027, 2, 1, tzinfo=UTC)
    asking = Round(round_id="round-2027-1", title=name, items=ITEMS, created_at=at, created_by="lena", days=lengths)
    noted = RoundProgress(round_id="round-2027-1", country="KAZ", **days)
    board = build(asking, [noted], plain.events, FRAMEWORK, on=on, answers={"KAZ": (questions, frozenset(public))})
    line, is_whole = board.lines[0], plain.all or (bool(questions) and questions <= public | waits)
    with_us, back = {"submit", "approve"} & {*plain.last.values()}, "back" in plain.last.values()
    expected = (
        S.NOT_SENT if not plain.asked else S.RECEIVED if with_us else S.SENT_BACK if back else S.PUBLISHED if is_whole
        else S.PARTLY if public else S.REMINDED if plain.reminded else S.DUE if on > DUE else S.SENT
    )  # fmt: skip
    assert (line.stage, line.course.given) == (expected, len(public | waits))
    # the strip: none before it is asked, publication where nothing more is to come, else the stage of the day
    has_come, now = with_us or "publish" in plain.last.values(), [each.step for each in line.steps if each.is_now]
    by_day = [R.QUESTIONS] * 10 + [R.LAST_WORD] * 7
    late = max((on - DUE).days - 1, 0)
    stage = R.ANSWERS if not has_come or (on <= DUE and not is_whole) else [*by_day, R.PUBLICATION][min(late, 17)]
    assert now == ([R.PUBLICATION if expected is S.PUBLISHED else stage] if plain.asked else [])
    seen_board = board if plain.asked else None
    parts: Any = SimpleNamespace(
        drafts=lambda _actor: (), open=lambda _actor: (), of=lambda _actor: (), seen_by=lambda _actor: seen_board,
        rounds=lambda _actor: (board,), snapshot=lambda: NO_REPLIES, framework=lambda: FRAMEWORK, today=lambda: on,
    )  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bukhara.service.tasks.functions", lambda _name: ())
        tasks = Tasks(parts, parts, parts, parts, parts).of(KAZ)
    waiting = [("answer", len(public | waits), len(questions))] if plain.asked and not is_whole else []
    assert [(task.kind.value, task.given, task.of) for task in tasks] == waiting
    # the letters: a request while an answer is awaited; a reminder once its day has passed, which thanks for a part
    service = SimpleNamespace(**vars(parts))
    service.rounds = service.drafts = service.questions = parts
    found = {each.kind.value: each for each in LetterEvents(service).of(LENA, {"request-round-2027-1-KAZ"})}
    awaits = plain.asked and not with_us and expected is not S.PUBLISHED
    is_late = awaits and on > DUE and expected in (S.DUE, S.PARTLY) and not plain.reminded
    assert set(found) == ({"request"} if awaits else set()) | ({"reminder"} if is_late else set())
    if is_late:
        body = letter_of(found["reminder"], words_of("en"), FRAMEWORK, "https://a.example", "").body
        assert ("They are still awaited" in body) == (not public)
