"""Fixed orders in which two sessions meet, with the outcome of each step written beside it; both engines."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bukhara.errors import BaseOutdated, Refused
from bukhara.service import Service
from tests.unit.service.desk_house import LENA, MIRA, desk_house, said

WHO = {"lena": LENA, "mira": MIRA}
# what whom does; the state afterwards, or why not; `published N` names the release
SCRIPTS = {
    "both publish rows from one base": (
        "lena sends A: draft, mira sends B: draft, mira publishes B: published 2, lena publishes A: outdated",
        "B",
    ),
    "approval while another publishes the same rows": (
        (
            "lena sends A: draft, lena submits A: in_review, mira sends B: draft, mira publishes B: published 2, "
            "mira approves A: outdated, lena withdraws A: withdrawn"
        ),
        "B",
    ),
    "publication of what was approved before another published": (
        (
            "lena sends A: draft, lena submits A: in_review, mira approves A: approved, mira sends B: draft, "
            "mira publishes B: published 2, lena publishes A: outdated"
        ),
        "B",
    ),
    "withdrawn in one session, published in the other": (
        "lena sends A: draft, mira withdraws A: withdrawn, lena publishes A: conflict, lena submits A: conflict",
        "A step was taken.",
    ),
    "published in both sessions": (
        "lena sends A: draft, lena publishes A: published 2, mira publishes A: published 2, mira withdraws A: conflict",
        "A",
    ),
    "sent back in one session, approved in the other": (
        "lena sends A: draft, lena submits A: in_review, mira sends_back A: draft, lena approves A: conflict",
        "A step was taken.",
    ),
    "taken back, then published from the first base": (
        (
            "lena sends A: draft, mira sends B: draft, mira publishes B: published 2, mira reverts 2: release 3, "
            "lena publishes A: published 4"
        ),
        "A",
    ),
    "taken back to what stood before, by two": (
        "lena sends A: draft, lena publishes A: published 2, lena reverts 2: release 3, mira reverts 2: conflict",
        "A step was taken.",
    ),
}
STEPS = {"submits": "submit", "approves": "approve", "withdraws": "withdraw", "sends_back": "send_back"}


@pytest.fixture
def sessions(desk_url: str, tmp_path: Path) -> Iterator[dict[str, Service]]:
    made = {name: desk_house(tmp_path, database_url=desk_url) for name in WHO}
    yield made
    for service in made.values():
        service.close()


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
            draft = opened.receive(actor, f"{what}.xlsx", said(what))
            drafts[what] = draft.draft_id
            return f"{line}: {draft.state}"
        if step == "publishes":
            return f"{line}: published {opened.publish(actor, drafts[what], 'n').number}"
        if step == "reverts":
            return f"{line}: release {sessions[who].reverts.revert(actor, int(what), 'n').number}"
        note = ("n",) if step == "submits" else ()
        return f"{line}: {getattr(opened, STEPS[step])(actor, drafts[what], *note).state}"
    except BaseOutdated:
        return f"{line}: outdated"
    except Refused:
        return f"{line}: conflict"
