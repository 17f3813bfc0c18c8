"""A wing is told what happened, in the transaction in which it happens."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bukhara import wing
from bukhara.service import Service
from tests.unit.service.little_data import small_settings
from tests.unit.service.small_record import LENA, fresh

HEARD: list[tuple[str, object]] = []


def listens(_connection: object, action: str, detail: dict[str, Any], _now: datetime) -> None:
    HEARD.append((action, detail.get("draft") or detail.get("blocks")))
    if action == "draft_withdraw":
        raise RuntimeError("a fault in a wing")


def test_publication_sending_back_and_taking_back_are_told_and_a_fault_undoes_the_action(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = Service(small_settings(tmp_path), lambda: datetime(2027, 4, 15, 8, tzinfo=UTC))
    service.ready()
    monkeypatch.setattr(wing, "wings", lambda: {"digest": wing.Wing(listens=f"{__name__}:listens")})
    HEARD.clear()
    draft = service.drafts.receive(LENA, "kaz.xlsx", fresh()).draft_id
    service.drafts.submit(LENA, draft, "Letter 7")
    service.drafts.send_back(LENA, draft, "Which number has the order?")
    with pytest.raises(RuntimeError):
        service.drafts.withdraw(LENA, draft)
    release = service.drafts.publish(LENA, draft, "Letter 7").number
    service.reverts.revert(LENA, release, "the wrong file")
    told = [action for action, _ in HEARD]
    assert told == [
        "draft_receive", "draft_submit", "draft_send_back", "draft_withdraw", "publish", "revert"
    ]  # fmt: skip
    assert dict(HEARD)["draft_send_back"] == draft
    assert dict(HEARD)["publish"] == draft
