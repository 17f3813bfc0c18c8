"""What became of a step: the state itself says it, and whoever was not asked did not keep silent."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bukhara.charts.step_words import became, spoken_by
from bukhara.i18n.words import words_of
from bukhara.model.codes import SourceClass, StepOutcome
from bukhara.model.round import Request
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.situation import steps
from bukhara.views.countries import country
from tests.unit.progress.build import framework, item, snapshot, source, statement

WORDS = words_of("en")
LETTER = source("letter", source_class=SourceClass.STATE_SUBMISSION, date=date(2026, 5, 8))
PANEL = source("panel", source_class=SourceClass.PANEL, date=date(2026, 6, 25))
DUE = date(2026, 3, 31)
STEP = statement(None, next_step="Adopt the law.", due_date=DUE)


def request(sent: date, items: str = "", code: str = "KAZ") -> Request:
    return Request(round_id="r", country=code, title=Text.of("R", ru="Р"), items=items, sent=sent)


def after(*rows: Statement, asked: tuple[Request, ...] = (), on: date = date(2026, 11, 29)) -> list[tuple[str, str]]:
    """Return each step with a day, and what became of it."""
    frame = framework(item("BD-1", milestones=2), item("BD-2"))
    held = replace(snapshot(frame, *rows, sources=(LETTER, PANEL)), requests=asked, read_on=on)
    return [(step.statement.next_step, became(step, WORDS)) for step in steps.build(held)]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (StepOutcome.KEPT, "done as announced, answer of 8 May 2026"),
        (StepOutcome.MOVED, "moved to another day, answer of 8 May 2026"),
        (StepOutcome.DROPPED, "dropped, answer of 8 May 2026"),
    ],
)
def test_the_state_says_what_became_of_its_step(outcome: StepOutcome, said: str) -> None:
    answer = statement(None, source_id="letter", step_outcome=outcome)
    assert after(STEP, answer) == [("Adopt the law.", said)]


@pytest.mark.parametrize(
    "changes",
    [
        {"source_id": "report"},  # no answer of the state
        {"source_id": "panel"},
        {"source_id": "letter", "indicator_id": "BD-1.2"},
        {"source_id": "letter", "country": "KGZ"},
    ],
)
def test_nobody_else_and_no_other_answer_says_it(changes: dict[str, Any]) -> None:
    answer = statement(None, step_outcome=StepOutcome.KEPT, **changes)
    assert after(STEP, answer) == [("Adopt the law.", "not asked since")]


def test_not_reported_is_only_who_was_asked_since_the_day() -> None:
    asked_before, since, later = (request(date(2026, month, 1)) for month in (3, 4, 9))
    assert after(STEP, asked=(later, since)) == [("Adopt the law.", "asked on 1 April 2026, outcome not named so far")]
    others = (asked_before, request(since.sent, "BD-2"), request(since.sent, code="KGZ"))
    assert after(STEP, asked=others) == [("Adopt the law.", "not asked since")]
    assert after(STEP, asked=(since,), on=DUE) == [("Adopt the law.", "")]


def test_states_keep_their_order_and_what_falls_due_is_first() -> None:
    rows = [
        replace(STEP, next_step="second", country="KGZ"),
        replace(STEP, next_step="ahead", due_date=date(2027, 1, 1)),
        replace(STEP, next_step="over"),
        replace(STEP, next_step="undated", due_date=None),
    ]
    assert [name for name, _ in after(*rows)] == ["ahead", "over", "second"]


def test_a_panel_is_apart_from_the_words_of_the_state_until_it_answers() -> None:
    said = replace(STEP, source_id="panel", due_date=date(2027, 1, 1))
    held = snapshot(framework(item()), said, sources=(LETTER, PANEL))
    view = country.build(held, "KAZ")
    assert (view.steps, view.said) == ((), (said,))
    assert spoken_by(held, said, WORDS) == "Ministry, at the panel of 25 June 2026, not confirmed"
    answer = replace(said, source_id="later")
    later = replace(LETTER, source_id="later", date=date(2026, 7, 1))
    view = country.build(replace(held, statements=(said, answer), sources=(*held.sources, later)), "KAZ")
    assert (view.steps, view.said) == ((answer,), ())
