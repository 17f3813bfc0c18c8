"""The states of a draft: every step in every state by every role, as the table of docs/permissions.md says."""

import itertools
from pathlib import Path

import pytest

from bukhara.errors import DraftConflict, NotAllowed
from bukhara.model.access import Role
from bukhara.model.draft import DraftState
from bukhara.service.drafts.transitions import Step
from tests.unit.service.desk_house import SECRETARIAT, actor_of, at_state, desk_house, do

DOCUMENT = Path(__file__).parents[3] / "docs" / "permissions.md"


def written(*, two_persons: bool) -> dict[tuple[str, str], tuple[str, set[Role]]]:
    """Return (state, step) -> where it leads and who may, as the document says; what is not there is refused to all."""
    part = DOCUMENT.read_text(encoding="utf-8").split("\n## Steps of a draft\n")[1].split("\n## ")[0]
    lines = [[cell.strip(" `") for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:1] == "|"]
    return {
        (state, step): (to, {Role(role) for role in who.split(", ")})
        for state, step, to, who, always in lines[2:]
        if always == "yes" or not two_persons
    }


TRIPLES = list(itertools.product(DraftState, Step, Role))


@pytest.fixture(scope="module", params=[False, True], ids=["one person", "two persons"])
def house(request, tmp_path_factory):
    made = desk_house(tmp_path_factory.mktemp("house"), two_persons=request.param)
    yield made
    made.close()


@pytest.mark.parametrize(("state", "step", "role"), TRIPLES)
def test_a_step_goes_where_the_table_says_or_is_refused(house, state: DraftState, step: Step, role: Role) -> None:
    table = written(two_persons=house.settings.two_persons)
    draft = at_state(house, state)
    to, roles = table.get((state.value, step.value), ("", set()))
    if role in roles:
        do(house, step, actor_of(role), draft.draft_id)
        assert house.drafts.draft(SECRETARIAT, draft.draft_id).state == to
        return
    with pytest.raises((DraftConflict, NotAllowed)):
        do(house, step, actor_of(role), draft.draft_id)
    assert house.drafts.draft(SECRETARIAT, draft.draft_id).state is state


def test_every_state_is_reached_by_the_table() -> None:
    assert {to for to, _ in written(two_persons=True).values()} | {"draft"} == {state.value for state in DraftState}
