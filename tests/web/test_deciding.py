"""Deciding about differences: the form of the secretariat, and what every reader then sees."""

import html
import re

import pytest

from tests.web.reading import text
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, commission, new_site

REASON = "The first counts every year, the second 2022 alone; <b>both</b> are right."
FORM = re.compile(
    r'name="difference"\s+value="(?P<difference>d-\w+)">\s*<input\s+type="hidden"\s+name="first"\s+value="(?P<first>[^"]+)">'
    r'\s*<input\s+type="hidden"\s+name="second"\s+value="(?P<second>[^"]+)">'
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return new_site(tmp_path_factory.mktemp("deciding"), real=True)


def first_form(site) -> dict[str, str]:
    return FORM.search(site.html("/differences")).groupdict()


@pytest.fixture(scope="module")
def decided(site):
    """The form of the first difference, sent."""
    form = first_form(site)
    answer = site.client.post("/differences/decide", data={**form, "status": "explained", "reason": REASON})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/differences#{form['difference']}")
    return form


def test_there_is_a_form_for_every_difference_that_readers_see(site) -> None:
    shown = set(re.findall(r'id="(d-\w+)"', site.html("/contested")))
    assert shown
    assert {match["difference"] for match in FORM.finditer(site.html("/differences"))} == shown


def test_readers_see_who_decided_when_and_why(site, decided) -> None:
    site.act(VIEWER)
    page = site.html("/contested")
    site.act(SECRETARIAT)
    words = " ".join(text(page, "en"))
    assert f"Explained (lena, 24 November 2026): {REASON}" in " ".join(words.split())
    assert html.escape(REASON) in page
    assert REASON not in page


def test_programs_find_it_by_its_status(site, decided) -> None:
    (row,) = site.rows("differences", status="explained")
    assert (row["difference_group"], row["decided_by"], row["decided_on"]) == (
        decided["difference"],
        "lena",
        "2026-11-24",
    )
    assert row["decision_reason"] == REASON


def test_statistics_say_it_too(site, decided) -> None:
    decided = next(each for each in site.service.snapshot().differences if each.status.value != "open")
    shown = site.html(f"/statistics?measure={decided.observations[0].indicator}")
    assert re.search(r"Sources differ about figures in this chart[^§]*\(explained\)", shown)


@pytest.mark.parametrize(
    "changes", [{"reason": " "}, {"status": "solved"}, {"difference": "d-0"}, {"first": "1"}, {"second": ""}]
)
def test_a_form_that_is_not_whole_is_refused_with_the_reason(site, changes) -> None:
    before = site.service.ready()
    sent = {**first_form(site), "status": "decided", "reason": "Because."} | changes
    answer = site.client.post("/differences/decide", data=sent)
    assert answer.status_code == 409
    assert site.service.ready() == before


@pytest.mark.parametrize("somebody", [VIEWER, ORGANISER, ADMIN, commission("KAZ")])
def test_nobody_else_sees_a_form_or_can_send_one(site, somebody) -> None:
    form = first_form(site)
    site.act(somebody)
    expected = 403 if somebody.signed_in else 401
    answers = [
        site.client.get("/differences").status_code,
        site.client.post("/differences/decide", data={**form, "status": "open", "reason": "x"}).status_code,
    ]
    page = site.html("/contested")
    site.act(SECRETARIAT)
    assert answers == [expected, expected]
    assert "<form" not in page.split("<main")[1].split("</main>")[0]


def test_a_text_that_is_too_long_is_refused_and_the_end_of_a_line_counts_as_one_character(site) -> None:
    *_, last = FORM.finditer(site.html("/differences"))
    before, form = site.service.ready(), {**last.groupdict(), "status": "decided"}
    answer = site.client.post("/differences/decide", data={**form, "reason": "x" * 2001})
    assert (answer.status_code, site.service.ready()) == (409, before)
    assert "longer than its field takes" in answer.text
    answer = site.client.post("/differences/decide", data={**form, "reason": "x\r\n" * 1000})
    assert (answer.status_code, site.service.ready()) == (303, before + 1)
