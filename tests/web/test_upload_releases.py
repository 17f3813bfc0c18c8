"""Releases: history, comparison, and taking one back."""

import re

import pytest

from tests.web.desk_client import ADMIN, ORGANISER, SECRETARIAT, commission, desk_site
from tests.web.reading import text
from tests.web.upload_files import changed


@pytest.fixture
def site(tmp_path):
    return desk_site(tmp_path)


def read(site, address: str) -> str:
    return " ".join(text(site.html(address), "en"))


def publish(site) -> None:
    site.client.post(f"{changed(site)}/publish", data={"note": "Letter 7 of the commission"})


def test_the_history_says_who_when_what_and_why(site) -> None:
    publish(site)
    told = read(site, "/releases")
    assert "lena" in told
    assert "24 November 2026, 14:00 (UTC+5)" in told
    assert "Letter 7 of the commission" in told
    assert "Answers of Alfa" in told


def test_two_releases_are_compared_row_by_row(site) -> None:
    publish(site)
    html = site.html("/releases?from=2&to=3")
    assert "<del>in place</del>" in html
    assert "<ins>under way</ins>" in html


def test_compared_the_other_way_round_old_and_new_change_places(site) -> None:
    publish(site)
    assert "<ins>in place</ins>" in site.html("/releases?from=3&to=2")


@pytest.mark.parametrize("query", ["from=1&to=99", "from=x&to=2", "from=0&to=1", "from=2"])
def test_releases_that_are_not_there_are_no_trouble(site, query) -> None:
    site.html(f"/releases?{query}")


def test_a_release_shows_what_it_changed(site) -> None:
    publish(site)
    assert "<ins>under way</ins>" in site.html("/releases/3")


def test_a_release_leads_to_its_pages_by_name(site) -> None:
    told = read(site, "/releases/2")
    assert "The overview as this release has it · Statistics · Alfa" in told
    assert "/statistics" not in told


@pytest.mark.parametrize("tail", ["0", "99", "x", "1/2"])
def test_no_release_no_page(site, tail) -> None:
    assert site.client.get(f"/releases/{tail}").status_code == 404


def test_a_revert_is_a_new_release_that_holds_what_stood_before(site) -> None:
    before = site.service.snapshot().statements
    publish(site)
    site.client.post("/releases/3/revert", data={"note": "It was a rehearsal"})
    assert site.service.ready() == 4
    assert site.service.snapshot().statements == before
    assert "takes back release 3" in read(site, "/releases")


def test_a_second_click_does_not_take_the_revert_back(site) -> None:
    before = site.service.snapshot().statements
    publish(site)
    shown = re.search(r'name="newest"\s+value="(\d+)"', site.html("/releases/3/revert"))[1]
    for _ in range(2):
        answer = site.client.post(
            "/releases/3/revert", data={"note": "Too early", "newest": shown}, follow_redirects=True
        )
    assert "A release was published in between" in answer.get_data(as_text=True)
    assert site.service.ready() == 4
    assert site.service.snapshot().statements == before


def test_a_revert_needs_its_reason(site) -> None:
    publish(site)
    answer = site.client.post("/releases/3/revert", data={"note": " "}, follow_redirects=True)
    assert "Please say in the note" in answer.get_data(as_text=True)
    assert site.service.ready() == 3


def test_an_older_release_can_be_returned_to(site) -> None:
    publish(site)
    assert "Return to release 1" in read(site, "/releases/1")


@pytest.mark.parametrize("actor", [ORGANISER, ADMIN])
def test_who_may_only_look_sees_no_revert(site, actor) -> None:
    site.act(actor)
    assert "/revert" not in site.html("/releases/2")
    assert site.client.post("/releases/2/revert", data={"note": "x"}).status_code == 403


def test_a_commission_is_refused(site) -> None:
    site.act(commission("XAA"))
    assert site.client.get("/releases").status_code == 403


def test_the_secretariat_finds_the_receipt_at_the_release(site) -> None:
    publish(site)
    site.act(SECRETARIAT)
    assert "/receipt.pdf" in site.html("/releases/3")
