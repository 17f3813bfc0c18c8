"""Every way to answer reads a day alike: workbook, typed answer, reply."""

import re
from collections.abc import Callable

import pytest

from tests.web.site_client import SECRETARIAT, Site, commission
from tests.web.upload_files import TYPED, edited, sent, template, text

BAD_DAYS = {
    "05/06/2026": "“05/06/2026” can be read as day/month or month/day.",
    "summer": "“summer” is not read as a date.",
    "5.6.26": "“5.6.26” has a year of two digits.",
}
ANOTHER_FORM = "05.06.2026"
NO_FINDING = ("is not read as a date", "like 2023-07-28", "like 2026-11-24")


def by_workbook(site: Site, day: str) -> str:
    return site.html(sent(site, edited(template(site), due_date=day), "XAA.xlsx"))


def by_typed_answer(site: Site, day: str) -> str:
    return site.client.post(
        "/upload/answer", data={**TYPED, "indicator": "BD-5.1", "date": day}, follow_redirects=True
    ).text


def by_reply(site: Site, day: str) -> str:
    site.act(commission("XAA"))
    reply = {"item": "BD-7", "kind": "comment", "words": "We see it so.", "lang": "en", "body": "Ministry of Alfa"}
    site.client.post("/reply/give", data={**reply, "given_on": day})
    return site.html("/reply")


WAYS: tuple[Callable[[Site, str], str], ...] = (
    by_workbook, by_typed_answer, by_reply,
)  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_day_that_cannot_be_read_has_the_same_finding_by_every_way(site, way) -> None:
    for day, finding in BAD_DAYS.items():
        assert finding in text(way(site, day)), day


@pytest.mark.parametrize("way", WAYS)
def test_a_day_as_the_region_writes_it_is_read_by_every_way(site, way) -> None:
    answer = text(way(site, ANOTHER_FORM))
    assert not any(sentence in answer for sentence in NO_FINDING)


def test_words_of_a_day_are_read_alike_in_a_workbook_and_in_a_typed_answer(site) -> None:
    """The Word form and pasted tables, which have no such columns, read numbers and periods by the same functions."""
    words = {"since": "с 2017 г.", "due_date": "по 31.12.2027"}
    kept = []
    for answer in (
        sent(
            site,
            edited(template(site), statement="Read alike.", evidence_grade="statement_on_record", **words),
            "XAA.xlsx",
        ),
        site.client.post(
            "/upload/answer", data={**TYPED, "indicator": "BD-5.1", "statement": "Read alike.", **words}
        ).headers["Location"],
    ):
        reading = site.service.drafts.reading(SECRETARIAT, int(re.search(r"/upload/(\d+)", answer)[1]))
        kept += [(row.since, str(row.due_date)) for row in reading.statements if row.statement == "Read alike."]
    assert kept == [("2017", "2027-12-31")] * 2
