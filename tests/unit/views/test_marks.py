"""The one mark of a status: the status itself, or the reason why it is missing."""

from dataclasses import replace

import pytest

from bukhara.model.codes import State, Status
from bukhara.views.marks import mark
from tests.unit.progress.build import judged, statement


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NOT_ASKED])
def test_a_status_is_its_own_mark(status) -> None:
    assert mark(replace(judged(), status=status, state=State.VALUE)) == status.value


@pytest.mark.parametrize("state", [s for s in State if s is not State.VALUE])
def test_without_a_status_the_mark_says_which_kind_of_gap_it_is(state) -> None:
    assert mark(replace(judged(), state=state)) == state.value


def test_a_period_that_ended_is_reported() -> None:
    assert mark(judged(statement(Status.IN_PLACE, valid_until="2022"))) == "ended"


def test_no_step_in_a_round_is_no_gap() -> None:
    assert mark(judged(statement(level=0.0, source_id="report"), levels=True)) == "no_step"
