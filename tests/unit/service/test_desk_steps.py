"""The states of a draft: every step in every state by every role, against a table written by hand."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from desk_house import SECRETARIAT, actor_of, at_state, desk_house, do

from bukhara.errors import DraftConflict, NotAllowed
from bukhara.model.access import Role
from bukhara.model.draft import DraftState
from bukhara.service.drafts.drafting import Step

S, C = Role.SECRETARIAT, Role.COMMISSION
# (state, step) -> where it leads and who may; what is not in the table is refused to everybody
ONE_PERSON = {
    ("draft", "submit"): ("in_review", {S, C}),
    ("draft", "publish"): ("published", {S}),
    ("draft", "withdraw"): ("withdrawn", {S, C}),
    ("in_review", "send_back"): ("draft", {S}),
    ("in_review", "approve"): ("approved", {S}),
    ("in_review", "publish"): ("published", {S}),
    ("in_review", "withdraw"): ("withdrawn", {S, C}),
    ("approved", "send_back"): ("in_review", {S}),
    ("approved", "publish"): ("published", {S}),
    ("approved", "withdraw"): ("withdrawn", {S}),
    ("published", "publish"): ("published", {S}),
}
TWO_PERSONS = {
    key: value for key, value in ONE_PERSON.items() if key not in {("draft", "publish"), ("in_review", "publish")}
}
TRIPLES = list(itertools.product(DraftState, Step, Role))


@pytest.fixture(scope="module", params=[False, True], ids=["one person", "two persons"])
def house(request, tmp_path_factory):
    made = desk_house(tmp_path_factory.mktemp("house"), two_persons=request.param)
    yield made
    made.close()


@pytest.mark.parametrize(("state", "step", "role"), TRIPLES)
def test_a_step_goes_where_the_table_says_or_is_refused(house, state: DraftState, step: Step, role: Role) -> None:
    table = TWO_PERSONS if house.settings.two_persons else ONE_PERSON
    draft = at_state(house, state)
    to, roles = table.get((state.value, step.value), ("", set()))
    if role in roles:
        do(house, step, actor_of(role), draft.draft_id)
        assert house.desk.draft(SECRETARIAT, draft.draft_id).state == to
        return
    with pytest.raises((DraftConflict, NotAllowed)):
        do(house, step, actor_of(role), draft.draft_id)
    assert house.desk.draft(SECRETARIAT, draft.draft_id).state is state


def test_every_state_is_reached_by_the_table() -> None:
    assert {to for to, _ in TWO_PERSONS.values()} | {"draft"} == {state.value for state in DraftState}
