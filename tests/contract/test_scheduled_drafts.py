"""Drafts approved for a time, and fixed orders in which two sessions meet; on both engines where times are kept or sessions meet."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest

from bukhara.errors import BaseOutdated, DraftConflict, Refused, StoreUnavailable
from bukhara.model.draft import DraftState
from bukhara.service import Service
from tests.clock import NOW, Clock
from tests.unit.service.small_record import KAZ, LENA, MIRA, corrected, small_service

pytestmark = pytest.mark.engines("sqlite")
HOUR = NOW + timedelta(hours=20)


def held(service: Service, text: str = "Under embargo.", at: datetime = HOUR, zone: str = "") -> int:
    drafts = service.drafts
    draft_id = drafts.receive(KAZ, "kaz.xlsx", corrected(text)).draft_id
    drafts.submit(KAZ, draft_id, "for the conference")
    drafts.approve(LENA, draft_id, publish_at=at, zone=zone)
    return draft_id


@pytest.mark.engines("sqlite", "postgresql")
def test_it_is_published_at_its_hour_and_not_a_second_before(service: Service, clock: Clock) -> None:
    draft_id = held(service)
    clock.moment = HOUR - timedelta(seconds=1)
    service.publish_due()
    assert (service.ready(), len(service.releases())) == (1, 1)
    clock.moment = HOUR
    service.publish_due()
    assert service.snapshot().statements[0].statement == "Under embargo."
    (release,) = service.releases()[1:]
    assert (release.created_at, release.actor, release.note) == (HOUR, "lena", "for the conference")
    assert service.drafts.draft(LENA, draft_id).state is DraftState.PUBLISHED


@pytest.mark.engines("sqlite", "postgresql")
def test_an_hour_without_an_offset_is_meant_in_the_named_zone(service: Service, clock: Clock) -> None:
    draft_id = held(service, at=datetime(2026, 11, 25, 10, 0), zone="Asia/Samarkand")  # noqa: DTZ001
    draft = service.drafts.draft(LENA, draft_id)
    assert (draft.publish_at, draft.zone) == (datetime(2026, 11, 25, 5, 0, tzinfo=UTC), "Asia/Samarkand")


@pytest.mark.parametrize(
    ("at", "zone"),
    [
        (NOW, "UTC"),
        (NOW - timedelta(days=1), "UTC"),
        (HOUR, "Asia/Nowhere"),
        (HOUR, "../etc/passwd"),
        (datetime(2027, 3, 28, 2, 30), "Europe/Vienna"),  # noqa: DTZ001
        (datetime(1, 1, 1), "Asia/Samarkand"),  # noqa: DTZ001
        (datetime(9999, 12, 31, 23, 59), "America/New_York"),  # noqa: DTZ001
        (datetime.fromisoformat("9999-12-31T23:59-05:00"), "UTC"),
    ],
    ids=["now", "yesterday", "no such zone", "a path", "no such hour", "the first year", "the last year", "its edge"],
)
def test_an_hour_that_cannot_be_kept_is_refused(service: Service, at: datetime, zone: str) -> None:
    with pytest.raises(DraftConflict):
        held(service, at=at, zone=zone)
    (draft,) = service.drafts.drafts(LENA)
    assert draft.state is DraftState.IN_REVIEW


def test_nobody_publishes_it_by_hand_before_its_hour(service: Service) -> None:
    draft_id = held(service)
    with pytest.raises(DraftConflict, match="will be published at the set time"):
        service.drafts.publish(LENA, draft_id, "now")
    assert service.ready() == 1


def test_an_approval_that_is_taken_back_takes_its_hour_with_it(service: Service, clock: Clock) -> None:
    draft_id = held(service)
    service.drafts.send_back(LENA, draft_id)
    clock.moment = HOUR
    service.publish_due()
    assert service.ready() == 1
    draft = service.drafts.draft(LENA, draft_id)
    assert (draft.state, draft.publish_at, draft.approved_by) == (DraftState.IN_REVIEW, None, "")


@pytest.mark.engines("sqlite", "postgresql")
def test_however_many_ask_at_its_hour_it_is_published_once(record_url: str, tmp_path: Path, clock: Clock) -> None:
    workers = [small_service(tmp_path, clock, database_url=record_url) for _ in range(3)]
    held(workers[0])
    clock.moment = HOUR
    start, found = Barrier(9), []

    def ask(service: Service) -> None:
        start.wait()
        service.publish_due()
        found.append(service.ready())

    threads = [Thread(target=ask, args=(service,)) for service in workers * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 9
    assert [entry.action for entry in workers[0].opened().audit()].count("publish") == 2
    for service in workers:
        service.close()


@pytest.mark.engines("sqlite", "postgresql")
def test_two_drafts_are_published_in_the_order_of_their_hours(service: Service, clock: Clock) -> None:
    drafts = service.drafts
    late = held(service, at=HOUR)
    soon = drafts.receive(MIRA, "uzb.xlsx", corrected("Sooner.", "UZB")).draft_id
    drafts.submit(MIRA, soon, "sooner")
    drafts.approve(LENA, soon, publish_at=HOUR - timedelta(hours=1))
    clock.moment = HOUR + timedelta(days=1)
    service.publish_due()
    assert [drafts.draft(LENA, draft_id).release for draft_id in (soon, late)] == [2, 3]


def test_what_cannot_be_published_goes_back_to_review_once_and_the_site_goes_on(service: Service, clock: Clock) -> None:
    draft_id = held(service)
    other = service.drafts.receive(MIRA, "other.xlsx", corrected("Somebody else's.")).draft_id
    service.drafts.publish(MIRA, other, "in between")
    clock.moment = HOUR
    for _ in range(3):
        service.publish_due()
    assert service.snapshot().statements[0].statement == "Somebody else's."
    draft = service.drafts.draft(LENA, draft_id)
    assert (draft.state, draft.publish_at, draft.approved_by) == (DraftState.IN_REVIEW, None, "")
    [why] = service.questions.of(LENA)
    assert why.words.startswith("It could not be published at the set time.")
    assert (draft.note, service.questions.of(KAZ)) == ("for the conference", ())
    (back,) = (entry for entry in service.opened().audit() if entry.action == "draft_put_back")
    assert json.loads(back.detail)["draft"] == draft_id
    assert service.drafts.file(LENA, draft_id)


def test_pages_are_answered_while_the_store_cannot_be_written(
    service: Service, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft_id = held(service)
    clock.moment = HOUR

    @contextmanager
    def locked() -> Iterator[None]:
        raise StoreUnavailable("database is locked")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(service.opened(), "transaction", locked)
        service.publish_due()
        assert service.snapshot().release.number == 1
    service.publish_due()
    assert service.ready() == 2
    assert service.drafts.draft(LENA, draft_id).state is DraftState.PUBLISHED


WHO = {"lena": LENA, "mira": MIRA}
# what whom does; the state afterwards, or why not; `published N` names the release
SCRIPTS = {
    "approval while another publishes the same rows": (
        (
            "lena sends A: draft, lena submits A: in_review, mira sends B: draft, mira publishes B: published 2, "
            "mira approves A: outdated, lena withdraws A: withdrawn"
        ),
        "B",
    ),
    "withdrawn in one session, published in the other": (
        "lena sends A: draft, mira withdraws A: withdrawn, lena publishes A: conflict, lena submits A: conflict",
        "A step was taken.",
    ),
    "published in both sessions": (
        "lena sends A: draft, lena publishes A: published 2, lena publishes A: published 2, mira publishes A: conflict",
        "A",
    ),
    "taken back, then published from the first base": (
        (
            "lena sends A: draft, mira sends B: draft, mira publishes B: published 2, mira reverts 2: release 3, "
            "lena publishes A: published 4"
        ),
        "A",
    ),
}
STEPS = {"submits": "submit", "approves": "approve", "withdraws": "withdraw", "sends_back": "send_back"}


@pytest.fixture
def sessions(record_url: str, tmp_path: Path) -> Iterator[dict[str, Service]]:
    made = {name: small_service(tmp_path, database_url=record_url) for name in WHO}
    yield made
    for service in made.values():
        service.close()


@pytest.mark.engines("sqlite", "postgresql")
@pytest.mark.parametrize("name", SCRIPTS)
def test_two_sessions_meet_as_written(sessions: dict[str, Service], name: str) -> None:
    script, at_last = SCRIPTS[name]
    drafts: dict[str, int] = {}
    played = [_play(sessions, line.split(": ")[0], drafts) for line in script.split(", ")]
    assert ", ".join(played) == script
    for service in sessions.values():
        assert service.snapshot().statements[0].statement == at_last


def _play(sessions: dict[str, Service], line: str, drafts: dict[str, int]) -> str:
    who, step, what = line.split()
    opened, actor = sessions[who].drafts, WHO[who]
    try:
        if step == "sends":
            draft = opened.receive(actor, f"{what}.xlsx", corrected(what))
            drafts[what] = draft.draft_id
            return f"{line}: {draft.state}"
        if step == "publishes":
            return f"{line}: published {opened.publish(actor, drafts[what], 'n').number}"
        if step == "reverts":
            return f"{line}: release {sessions[who].reverts.revert(actor, int(what), 'n').number}"
        note = ("n",) if step in ("submits", "sends_back") else ()
        return f"{line}: {getattr(opened, STEPS[step])(actor, drafts[what], *note).state}"
    except BaseOutdated:
        return f"{line}: outdated"
    except Refused:
        return f"{line}: conflict"
