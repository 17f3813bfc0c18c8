"""Drafts: what is received, who sees it, what becomes of it; on both engines where writers meet or a step fails."""

import json
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Barrier, Thread

import pytest

from bukhara.errors import BaseOutdated, DraftConflict, NotAllowed, StoreUnavailable
from bukhara.model.access import OPERATOR, Actor
from bukhara.model.draft import DraftState
from bukhara.service import Service
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.drafts.transitions import Step
from tests.contract.faults import all_rows, failing_at
from tests.unit.service.little_data import statement, workbook
from tests.unit.service.small_record import KAZ, LENA, MIRA, OTTO, UZB, Clock, corrected, fresh, letter, small_service

pytestmark = pytest.mark.engines("sqlite")
COLLEAGUE = Actor(name="kaz-second", roles=KAZ.roles, country="KAZ")


@pytest.fixture
def drafts(service: Service) -> Drafts:
    return service.drafts


def actions(service: Service) -> list[str]:
    return [entry.action for entry in service.opened().audit()]


def test_a_draft_is_published_whole_with_its_receipt_and_its_file_is_gone(service: Service, drafts: Drafts) -> None:
    draft = drafts.receive(LENA, "kaz.xlsx", corrected("Another step."))
    release = drafts.publish(LENA, draft.draft_id, "by letter")
    assert (release.number, release.note, release.actor) == (2, "by letter", "lena")
    assert [row.statement for row in service.snapshot().statements] == ["Another step.", "A step was taken."]
    now = drafts.draft(LENA, draft.draft_id)
    assert (now.state, now.release) == (DraftState.PUBLISHED, 2)
    with pytest.raises(DraftConflict):
        drafts.file(LENA, draft.draft_id)


def test_the_same_file_by_the_same_account_is_the_same_draft_while_it_is_open(service: Service, drafts: Drafts) -> None:
    content = corrected("Another step.")
    first = drafts.receive(LENA, "kaz.xlsx", content)
    assert drafts.receive(LENA, "again.xlsx", content) == first
    assert drafts.receive(MIRA, "kaz.xlsx", content).draft_id != first.draft_id
    drafts.withdraw(LENA, first.draft_id)
    assert drafts.receive(LENA, "kaz.xlsx", content).draft_id != first.draft_id


@pytest.mark.engines("sqlite", "postgresql")
def test_a_double_click_makes_one_draft(service: Service, drafts: Drafts) -> None:
    content, found, start = corrected("Another step."), [], Barrier(4)

    def click() -> None:
        start.wait()
        found.append(drafts.receive(LENA, "kaz.xlsx", content).draft_id)

    threads = [Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert len(set(found)) == 1
    assert actions(service).count("draft_receive") == 1


def test_a_file_without_change_is_closed_without_a_release(service: Service, drafts: Drafts) -> None:
    template = service.template("KAZ")
    draft = drafts.receive(LENA, "kaz.xlsx", template)
    assert drafts.publish(LENA, draft.draft_id, "as it was").number == 1
    assert (drafts.draft(LENA, draft.draft_id).state, drafts.draft(LENA, draft.draft_id).release) == ("published", None)
    assert actions(service)[-1] == "publish_unchanged"
    assert len(service.releases()) == 1


def answer_of(day: str) -> bytes:
    """Return a workbook that was not made from our template: one letter, with what it says on that day."""
    source = letter()
    return workbook(statement(source_id=source.source_id, statement=f"Answer of {day}."), sources=(source,))


def test_the_second_of_two_without_our_template_is_refused_too(service: Service, drafts: Drafts) -> None:
    monday, tuesday = (
        drafts.receive(LENA, "a.xlsx", answer_of("Monday")),
        drafts.receive(MIRA, "b.xlsx", answer_of("Tuesday")),
    )
    drafts.publish(LENA, monday.draft_id, "first")
    for refused in (
        lambda: drafts.publish(MIRA, tuesday.draft_id, "second"),
        lambda: drafts.preview(MIRA, tuesday.draft_id),
    ):
        with pytest.raises(BaseOutdated):
            refused()
    (between,) = drafts.beside(MIRA, tuesday.draft_id).between
    assert (between.number, between.actor) == (2, "lena")
    assert "Answer of Monday." in {row.statement for row in service.snapshot().statements}
    # sent again, it is compared with what came between
    drafts.withdraw(MIRA, tuesday.draft_id)
    again = drafts.receive(MIRA, "b.xlsx", answer_of("Tuesday"))
    rows = {
        (row.before.statement, row.record.statement)
        for row in drafts.beside(MIRA, again.draft_id).changes.rows
        if row.before and row.item
    }
    assert rows == {("Answer of Monday.", "Answer of Tuesday.")}


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04"])
def test_a_file_that_cannot_be_read_is_refused_and_not_kept(service: Service, drafts: Drafts, content: bytes) -> None:
    with pytest.raises(DraftConflict) as refused:
        drafts.receive(KAZ, "x.xlsx", content)
    assert refused.value.reason.format(**refused.value.values)
    assert drafts.drafts(LENA) == ()


@pytest.mark.engines("sqlite", "postgresql")
@pytest.mark.parametrize("base", [7, 2**31, 2**70])
def test_a_workbook_from_a_release_that_is_not_here_is_not_taken(drafts: Drafts, base: int) -> None:
    with pytest.raises(DraftConflict, match="not here"):
        drafts.receive(LENA, "x.xlsx", corrected("A", base=base))
    assert drafts.drafts(LENA) == ()


def test_a_commission_may_send_its_own_tracker_alone(service: Service, drafts: Drafts) -> None:
    with pytest.raises(NotAllowed):
        drafts.receive(KAZ, "uzb.xlsx", fresh("UZB"))
    with pytest.raises(NotAllowed):
        drafts.receive(KAZ, "statistics.xlsx", service.template("statistics"))
    with pytest.raises(NotAllowed):
        drafts.receive(OTTO, "kaz.xlsx", fresh())
    assert drafts.drafts(LENA) == ()
    assert actions(service)[1:] == ["denied"] * 3


def may_see(drafts: Drafts, draft_id: int) -> set[str]:
    """Return who gets a draft, its file and its preview, and has it in the list; nobody gets a part of that."""
    found = set()
    for who in (KAZ, COLLEAGUE, UZB, LENA, MIRA, OTTO):
        got = [_got(lambda: draft_id in {each.draft_id for each in drafts.drafts(who)})]  # noqa: B023
        got += [_got(lambda: bool(ask(who, draft_id))) for ask in (drafts.draft, drafts.preview, drafts.file)]  # noqa: B023
        assert len(set(got)) == 1, (who.name, got)
        found |= {who.name} if got[0] else set()
    return found


def _got(ask: Callable[[], bool]) -> bool:
    try:
        return ask()
    except (DraftConflict, NotAllowed):
        return False


def test_an_unsent_draft_is_its_commission_s_a_sent_one_also_the_secretariat_s_and_none_the_organisers(
    service: Service, drafts: Drafts
) -> None:
    for each in (KAZ, COLLEAGUE, UZB):
        service.accounts.add(OPERATOR, each.name, each.roles, each.country)
    commission, office = {KAZ.name, COLLEAGUE.name}, {LENA.name, MIRA.name}
    draft = drafts.receive(KAZ, "kaz.xlsx", fresh()).draft_id
    assert may_see(drafts, draft) == commission
    with pytest.raises(DraftConflict, match="no such draft"):
        drafts.publish(LENA, draft, "n")
    drafts.submit(COLLEAGUE, draft, "a letter")
    assert may_see(drafts, draft) == commission | office
    drafts.approve(LENA, draft)
    assert may_see(drafts, draft) == commission | office
    drafts.send_back(LENA, draft)
    drafts.send_back(LENA, draft, "Which number has the order?")
    assert may_see(drafts, draft) == commission | office
    assert (drafts.steps(LENA, draft), Step.SUBMIT in drafts.steps(KAZ, draft)) == (frozenset(), True)
    for step in (drafts.publish, drafts.submit):
        with pytest.raises(DraftConflict, match="commission alone"):
            step(LENA, draft, "n")
    own = drafts.receive(LENA, "kaz.xlsx", fresh()).draft_id
    assert may_see(drafts, own) == office
    drafts.submit(MIRA, own, "a letter")
    assert may_see(drafts, own) == commission | office


def test_an_account_may_send_so_many_files_a_day(tmp_path: Path, record_url: str, clock: Clock) -> None:
    service = small_service(tmp_path, clock, database_url=record_url, uploads_a_day=2)
    contents = [fresh() for _ in range(3)]
    for content in contents[:2]:
        service.drafts.receive(KAZ, "kaz.xlsx", content)
    with pytest.raises(DraftConflict):
        service.drafts.receive(KAZ, "kaz.xlsx", contents[2])
    service.drafts.receive(LENA, "kaz.xlsx", contents[2])
    clock.advance(days=1, seconds=1)
    service.drafts.receive(KAZ, "kaz.xlsx", contents[2])
    service.close()


@pytest.mark.engines("sqlite", "postgresql")
def test_every_step_leaves_one_row_that_says_who_what_and_when(service: Service, drafts: Drafts) -> None:
    draft = drafts.receive(KAZ, "kaz.xlsx", fresh())
    drafts.submit(KAZ, draft.draft_id, "please look")
    drafts.approve(MIRA, draft.draft_id)
    drafts.send_back(MIRA, draft.draft_id, "not yet")
    drafts.approve(MIRA, draft.draft_id)
    drafts.publish(LENA, draft.draft_id)
    rows = service.opened().audit()[1:]
    assert [(entry.actor, entry.action) for entry in rows] == [
        ("kaz-commission", "draft_receive"),
        ("kaz-commission", "draft_submit"),
        ("mira", "draft_approve"),
        ("mira", "draft_send_back"),
        ("mira", "draft_approve"),
        ("lena", "publish"),
    ]
    assert {json.loads(entry.detail)["draft"] for entry in rows} == {draft.draft_id}
    assert all(entry.at.startswith("2026-11-24T09:00") for entry in rows)


def test_whoever_made_or_sent_a_draft_does_not_approve_it(tmp_path: Path, record_url: str) -> None:
    service = small_service(tmp_path, database_url=record_url, two_persons=True)
    drafts = service.drafts
    draft = drafts.receive(MIRA, "kaz.xlsx", fresh())
    for name in ("lena", "mira"):
        service.accounts.add(OPERATOR, name, LENA.roles)
    with pytest.raises(DraftConflict, match="Nobody would be left"):
        drafts.submit(LENA, draft.draft_id, "n")
    third = service.accounts.add(OPERATOR, "nina", LENA.roles).actor
    drafts.submit(LENA, draft.draft_id, "n")
    for who in (MIRA, LENA):
        with pytest.raises(DraftConflict, match="Two persons"):
            drafts.approve(who, draft.draft_id)
    drafts.approve(third, draft.draft_id)
    drafts.publish(MIRA, draft.draft_id)
    detail = json.loads(service.opened().audit()[-1].detail)
    assert (detail["made_by"], detail["submitted_by"], detail["approved_by"]) == ("mira", "lena", "nina")
    service.close()


@pytest.mark.engines("sqlite", "postgresql")
def test_a_writer_who_holds_the_store_too_long_is_not_waited_for_without_end(
    record_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bukhara.store.engine.BUSY_MS", 200)
    monkeypatch.setattr("bukhara.store.schema_upgrade.WAIT_MS", 200)
    service = small_service(tmp_path, database_url=record_url)
    other = small_service(tmp_path, database_url=record_url)
    content = fresh()
    draft = service.drafts.receive(LENA, "kaz.xlsx", content)
    with other.opened().transaction():
        assert service.snapshot().release.number == 1
        assert service.drafts.receive(LENA, "kaz.xlsx", content) == draft
        with pytest.raises(StoreUnavailable):
            service.drafts.submit(LENA, draft.draft_id, "n")
    assert service.drafts.submit(LENA, draft.draft_id, "n").state is DraftState.IN_REVIEW
    service.close()
    other.close()


@pytest.mark.engines("sqlite", "postgresql")
def test_a_failure_at_any_statement_of_publishing_leaves_nothing(service: Service, drafts: Drafts) -> None:
    draft_id, store = drafts.receive(LENA, "kaz.xlsx", fresh()).draft_id, service.opened()
    drafts.submit(LENA, draft_id, "n")
    drafts.approve(LENA, draft_id)
    before = all_rows(store)
    for nth in count(1):
        if not failing_at(store, nth, lambda: drafts.publish(LENA, draft_id, "n")):
            break
        assert all_rows(store) == before, nth
    assert nth > 10
    assert service.ready() == 2
    assert len(all_rows(store)["audit"]) == len(before["audit"]) + 1
