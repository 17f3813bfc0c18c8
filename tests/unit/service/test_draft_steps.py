"""Steps, limits and checklist of a draft, as the table of docs/permissions.md says and the settings allow."""

import itertools
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bukhara.errors import DraftConflict, NotAllowed
from bukhara.i18n.words import words_of
from bukhara.model.access import OPERATOR, Role
from bukhara.model.draft import DraftState
from bukhara.service import Service
from bukhara.service.drafts import drafts as limits
from bukhara.service.drafts import publish, uploads
from bukhara.service.drafts.checklist import sentence
from bukhara.service.drafts.transitions import Step
from tests.clock import Clock
from tests.unit.service.little_data import statement
from tests.unit.service.small_record import (
    KAZ,
    LENA,
    MIRA,
    SECRETARIAT,
    UZB,
    actor_of,
    at_state,
    corrected,
    do,
    fresh,
    small_service,
    workbook,
)

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


@pytest.fixture(scope="module", params=[False, True], ids=["one person", "two persons"])
def service_for_steps(request, tmp_path_factory):
    made = small_service(tmp_path_factory.mktemp("service"), two_persons=request.param)
    made.accounts.add(OPERATOR, "nina", LENA.roles)  # who may approve what lena and mira made and sent
    yield made
    made.close()


kept_at = cache(at_state)  # for steps that change nothing


@pytest.mark.parametrize(("state", "step"), [*itertools.product(DraftState, Step)])
def test_a_step_goes_where_the_table_says_or_is_refused(service_for_steps, state: DraftState, step: Step) -> None:
    to, roles = written(two_persons=service_for_steps.settings.two_persons).get((state.value, step.value), ("", set()))
    draft = kept_at(service_for_steps, state)
    for role in set(Role) - roles:
        with pytest.raises((DraftConflict, NotAllowed)):
            do(service_for_steps, step, actor_of(role), draft.draft_id)
        assert service_for_steps.drafts.draft(SECRETARIAT, draft.draft_id).state is state
    for role in roles:
        fresh_draft = at_state(service_for_steps, state)
        do(service_for_steps, step, actor_of(role), fresh_draft.draft_id)
        assert service_for_steps.drafts.draft(SECRETARIAT, fresh_draft.draft_id).state == to


def test_every_state_is_reached_by_the_table() -> None:
    assert {to for to, _ in written(two_persons=True).values()} | {"draft"} == {state.value for state in DraftState}


def sentences(service: Service, draft_id: int) -> dict[str, str]:
    """Return the sentences of the list by code; every sentence is filled."""
    words = words_of("en")
    framework = service.framework()
    return {check.code: sentence(check, framework, words) for check in service.drafts.checklist(LENA, draft_id)}


def received(service: Service, content: bytes) -> int:
    return service.drafts.receive(LENA, "kaz.xlsx", content).draft_id


def test_a_sound_draft_in_review_has_nothing_to_look_at(service: Service) -> None:
    draft_id = received(service, corrected("Another step."))
    service.drafts.submit(LENA, draft_id, "by letter")
    assert sentences(service, draft_id) == {}


def test_what_stops_comes_before_what_is_to_be_looked_at(tmp_path: Path) -> None:
    service = small_service(tmp_path, two_persons=True)
    draft_id = received(service, workbook(statement(statement="Mr Smith took a step."), base=1))
    stops = [check.stops for check in service.drafts.checklist(LENA, draft_id)]
    assert stops == sorted(stops, reverse=True)
    assert set(stops) == {True, False}


def test_a_text_that_may_name_a_person_is_pointed_at(service: Service) -> None:
    draft_id = received(service, workbook(statement(statement="Mr Smith took a step."), base=1))
    assert "Statements!G3" in sentences(service, draft_id)["persons"]


def test_two_persons_are_asked_for_where_the_setting_says_so(tmp_path: Path) -> None:
    service = small_service(tmp_path, two_persons=True)
    draft_id = received(service, corrected("By Lena."))
    assert "two-persons" in sentences(service, draft_id)
    assert "two-persons" not in {check.code for check in service.drafts.checklist(MIRA, draft_id)}


def test_bytes_of_a_day_are_limited_for_each_account_also_after_withdrawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [fresh(country) for country in ("KAZ", "KAZ", "KAZ", "UZB")]
    monkeypatch.setattr(limits, "MEGABYTE", max(map(len, files)) + 10)
    clock = Clock()
    drafts = small_service(tmp_path, clock, upload_mb_a_day=2).drafts
    first = drafts.receive(KAZ, "1.xlsx", files[0])
    assert drafts.receive(KAZ, "again.xlsx", files[0]) == first
    drafts.withdraw(KAZ, first.draft_id)
    drafts.receive(KAZ, "2.xlsx", files[1])
    with pytest.raises(DraftConflict, match="as many megabytes as it may in a day") as refused:
        drafts.receive(KAZ, "3.xlsx", files[2])
    assert refused.value.reason == uploads.TOO_MUCH
    assert len(drafts.drafts(LENA)) == 2
    drafts.receive(UZB, "4.xlsx", files[3])
    clock.advance(days=1, seconds=1)
    assert drafts.receive(KAZ, "3.xlsx", files[2]).state is DraftState.DRAFT


def test_a_draft_that_nobody_sends_on_expires_and_says_when_and_why(tmp_path: Path) -> None:
    clock = Clock()
    service = small_service(tmp_path, clock, draft_days=30)
    drafts, left, sent, returned = service.drafts, *(service.drafts.receive(KAZ, f"{n}.xlsx", fresh()) for n in "123")
    drafts.submit(KAZ, sent.draft_id, "a letter")
    clock.advance(days=20)
    drafts.submit(KAZ, returned.draft_id, "a letter")
    drafts.send_back(LENA, returned.draft_id, "Which one?")
    assert drafts.expires_at(left) == left.created_at + timedelta(days=30)
    assert drafts.expires_at(drafts.draft(LENA, sent.draft_id)) is None
    assert drafts.expires_at(drafts.draft(LENA, returned.draft_id)) == left.created_at + timedelta(days=50)
    clock.advance(days=10)
    service.publish_due()
    found = drafts.draft(LENA, left.draft_id)
    assert (found.state, found.note) == (DraftState.WITHDRAWN, publish.EXPIRED)
    clock.advance(days=1)
    service.publish_due()
    with pytest.raises(DraftConflict, match="The file was deleted"):
        drafts.file(LENA, left.draft_id)
    states = [drafts.draft(LENA, each.draft_id).state for each in (sent, returned)]
    assert states == [DraftState.IN_REVIEW, DraftState.DRAFT]
    last = service.opened().audit()[-1]
    assert (last.actor, last.action) == ("system", "draft_expire")
    before = len(service.opened().audit())
    service.publish_due()
    assert len(service.opened().audit()) == before


def test_whoever_comes_second_reads_who_was_faster_and_the_note_is_kept(service: Service) -> None:
    draft = at_state(service, DraftState.IN_REVIEW).draft_id
    release = service.drafts.publish(LENA, draft, "Letter 7")
    assert service.drafts.publish(LENA, draft, "Letter 7") == release  # a double click
    for step in (lambda: service.drafts.publish(MIRA, draft, "By post"), lambda: service.drafts.approve(MIRA, draft)):
        with pytest.raises(DraftConflict) as refused:
            step()
        assert refused.value.values == {"who": "lena", "moment": "2026-11-24 14:00"}
    [kept] = [each for each in service.questions.of(LENA) if each.draft_id == draft]
    assert (kept.words, kept.asked_by, service.questions.of(KAZ)) == ("By post", "mira", ())
    other = at_state(service, DraftState.IN_REVIEW).draft_id
    service.drafts.withdraw(KAZ, other)
    with pytest.raises(DraftConflict, match="was faster"):
        service.drafts.approve(LENA, other)


@pytest.mark.parametrize("state", [DraftState.DRAFT, DraftState.IN_REVIEW])
def test_a_withdrawn_draft_can_be_taken_up_again_for_a_day(tmp_path: Path, state: DraftState) -> None:
    clock = Clock()
    service = small_service(tmp_path, clock)
    draft = at_state(service, state)
    for _ in range(2):
        service.drafts.withdraw(KAZ, draft.draft_id)
        clock.advance(hours=23)
        service.drafts.publisher.publish_due()
        assert service.drafts.steps(KAZ, draft.draft_id) == {Step.RESTORE}
        again = service.drafts.restore(KAZ, draft.draft_id)
        assert (again.state, again.submitted_by, again.note) == (DraftState.DRAFT, "", "")
    service.drafts.withdraw(KAZ, draft.draft_id)
    clock.advance(hours=24)
    service.drafts.publisher.publish_due()
    assert service.drafts.steps(KAZ, draft.draft_id) == set()
    with pytest.raises(DraftConflict, match="The file was deleted"):
        service.drafts.restore(KAZ, draft.draft_id)


@pytest.mark.parametrize("hours", [1, 48])
def test_the_day_of_a_withdrawn_draft_does_not_depend_on_its_hour_of_publication(tmp_path: Path, hours: int) -> None:
    clock = Clock()
    service = small_service(tmp_path, clock)
    draft = at_state(service, DraftState.IN_REVIEW).draft_id
    service.drafts.approve(LENA, draft, publish_at=clock() + timedelta(hours=hours))
    service.drafts.withdraw(LENA, draft)
    clock.advance(hours=23)
    service.drafts.publisher.publish_due()
    assert service.drafts.file(KAZ, draft)
    clock.advance(hours=1)
    service.drafts.publisher.publish_due()
    with pytest.raises(DraftConflict, match="The file was deleted"):
        service.drafts.file(KAZ, draft)
