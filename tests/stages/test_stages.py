"""Each stage is what its name says, by the rows that its release holds."""

import pytest

from bukhara.model.codes import Status
from bukhara.model.round import ReplyKind
from tests.stages import EXERCISE, SIXTH_STATE, names
from tests.web.site_client import SECRETARIAT, Site

ALL_STATES = {"one": {0}, "all": {0, 1, 2, 3, 4}, "none": set()}
ANSWERED = {
    "first start": "none",
    "request to one state": "none",
    "round sent": "none",
    "one state answered": "one",
    "all answered": "all",
    "round closed": "all",
    "release taken back": "none",
}
CODING = {
    "first start": (Status.IN_PLACE, []),
    "confirmed": (Status.IN_PLACE, [ReplyKind.CONFIRMATION]),
    "confirmed, then coded anew": (Status.UNDER_WAY, [ReplyKind.CONFIRMATION]),
    "corrected": (Status.IN_PLACE, [ReplyKind.CORRECTION]),
    "corrected, then coded anew": (Status.UNDER_WAY, [ReplyKind.CORRECTION]),
    "objected": (Status.IN_PLACE, [ReplyKind.OBJECTION]),
    "objected, then coded anew": (Status.UNDER_WAY, [ReplyKind.OBJECTION]),
}
"""The status of the first state about its coordinating body, and the replies."""
REQUESTS = {
    "first start": 0,
    "request to one state": 1,
    "round sent": 5,
    "all answered": 5,
    "next round, one answer": 10,
}


def answering(site: Site) -> set[int]:
    """Return the numbers of the states with an answer of November 2026."""
    codes = [country.code for country in site.service.framework().countries]
    new = {source.source_id for source in site.service.newest().sources if str(source.date) == "2026-11-20"}
    return {codes.index(row.country) for row in site.service.newest().statements if row.source_id in new}


@pytest.mark.parametrize("name", names())
def test_a_stage_is_what_its_name_says(stages, name: str) -> None:
    site = stages.read(name)
    held, plain = site.service.newest(), name.removeprefix(EXERCISE)
    if plain in ANSWERED:
        assert answering(site) == ALL_STATES[ANSWERED[plain]]
    if plain in REQUESTS:
        assert len(held.requests) == REQUESTS[plain]
    if plain in CODING:
        status, replies = CODING[plain]
        first = site.service.framework().countries[0].code
        assert [reply.kind for reply in held.replies if reply.country == first] == replies
        rows = site.rows("progress", country=first, item="BD-6a")
        (row,) = (each for each in rows if each["country"] == first and each["item"] == "BD-6a")
        assert row["status"] == status
    assert site.client.get("/?lang=en").status_code == 200


def test_the_stages_differ_in_what_they_are_named_for(stages) -> None:
    opened = {name: stages.read(name) for name in ("round closed", "release taken back", "plan ended", SIXTH_STATE)}
    assert [board.round.closed for board in opened["round closed"].service.rounds.rounds(SECRETARIAT)] == [True]
    assert opened["release taken back"].service.releases()[-1].note == "Sent by mistake"
    assert len(opened[SIXTH_STATE].service.snapshot().framework.countries) == 6
    assert len(stages.read("articles loaded").service.snapshot().framework.instrument.articles) == 5
    plans = [
        row
        for row in opened["plan ended"].service.newest().statements
        if row.valid_until == "2026" and not row.act_kind
    ]
    assert len(plans) == 1
    assert opened["plan ended"].clock.moment.year == 2027


def test_a_test_that_writes_changes_no_stage_of_another(stages) -> None:
    first = stages.open("first start")
    first.act(SECRETARIAT)
    first.client.post("/rounds/open", data={"title": "Another round", "scope": "all"})
    assert len(first.service.rounds.rounds(SECRETARIAT)) == 1
    assert stages.open("first start").service.rounds.rounds(SECRETARIAT) == ()
