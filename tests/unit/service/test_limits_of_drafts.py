"""How much an account may send in a day, and how long a draft waits for its next step."""

from datetime import timedelta
from pathlib import Path

import pytest

from bukhara.errors import DraftConflict
from bukhara.model.draft import DraftState
from bukhara.service.drafts import drafts as limits
from bukhara.service.drafts import publish, uploads
from tests.clock import Clock
from tests.unit.service.desk_house import KAZ, LENA, UZB, desk_house, fresh


def test_bytes_of_a_day_are_limited_for_each_account_also_after_withdrawing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [fresh(country) for country in ("KAZ", "KAZ", "KAZ", "UZB")]
    monkeypatch.setattr(limits, "MEGABYTE", max(map(len, files)) + 10)
    clock = Clock()
    desk = desk_house(tmp_path, clock, upload_mb_a_day=2).drafts
    first = desk.receive(KAZ, "1.xlsx", files[0])
    assert desk.receive(KAZ, "again.xlsx", files[0]) == first
    desk.withdraw(KAZ, first.draft_id)
    desk.receive(KAZ, "2.xlsx", files[1])
    with pytest.raises(DraftConflict, match="as many megabytes as it may in a day") as refused:
        desk.receive(KAZ, "3.xlsx", files[2])
    assert refused.value.reason == uploads.TOO_MUCH
    assert len(desk.drafts(LENA)) == 2
    desk.receive(UZB, "4.xlsx", files[3])
    clock.advance(days=1, seconds=1)
    assert desk.receive(KAZ, "3.xlsx", files[2]).state is DraftState.DRAFT


def test_a_draft_that_nobody_sends_on_expires_and_says_when_and_why(tmp_path: Path) -> None:
    clock = Clock()
    service = desk_house(tmp_path, clock, draft_days=30)
    desk, left, sent, returned = service.drafts, *(service.drafts.receive(KAZ, f"{n}.xlsx", fresh()) for n in "123")
    desk.submit(KAZ, sent.draft_id, "a letter")
    clock.advance(days=20)
    desk.submit(KAZ, returned.draft_id, "a letter")
    desk.send_back(LENA, returned.draft_id, "Which one?")
    assert desk.expires_at(left) == left.created_at + timedelta(days=30)
    assert desk.expires_at(desk.draft(LENA, sent.draft_id)) is None
    assert desk.expires_at(desk.draft(LENA, returned.draft_id)) == left.created_at + timedelta(days=50)
    clock.advance(days=10)
    service.publish_due()
    found = desk.draft(LENA, left.draft_id)
    assert (found.state, found.note) == (DraftState.WITHDRAWN, publish.EXPIRED)
    with pytest.raises(DraftConflict, match="The file was deleted"):
        desk.file(LENA, left.draft_id)
    states = [desk.draft(LENA, each.draft_id).state for each in (sent, returned)]
    assert states == [DraftState.IN_REVIEW, DraftState.DRAFT]
    last = service.opened().audit()[-1]
    assert (last.actor, last.action) == ("system", "draft_expire")
    before = len(service.opened().audit())
    service.publish_due()
    assert len(service.opened().audit()) == before
