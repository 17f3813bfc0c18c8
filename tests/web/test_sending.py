"""Sending a round: nobody is ticked, a day of answer is asked for, and a page says who will see what."""

import html
import re
from pathlib import Path

import pytest

from tests.web.desk_client import ORGANISER, Site, desk_site

ROUND = "/rounds/round-2026-1"
ALL = ["XAA", "XAB", "XAC", "XAD", "XAE"]
SENDING = f"{ROUND}/send?country=XAA&country=XAB&sent=2026-11-20&due=2026-12-20"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = desk_site(tmp_path)
    made.client.post("/rounds/open", data={"title": "Third round", "title_ru": "Третий раунд", "scope": "all"})
    return made


def sent(site: Site, countries: list[str], **days: str):
    data = {"country": countries, "sent": "2026-11-20", "due": "2026-12-20", **days}
    return site.client.post(f"{ROUND}/send", data=data, follow_redirects=True)


def dates_form(site: Site) -> dict[str, str]:
    """Return the fields of the one form for the dates of all states, as the page shows them."""
    form = site.html(ROUND).split('id="dates"')[1].split("</form>")[0]
    found = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def test_no_state_is_ticked_and_the_day_of_answer_is_required(site: Site) -> None:
    form = site.html(ROUND).split('id="send"')[1].split("</form>")[0]
    assert len(re.findall(r'type="checkbox"', form)) == 5
    assert "checked" not in form
    assert re.search(r'<input[^>]*name="due"[^>]*required', form)
    before = site.service.ready()
    assert "Please give the day by which you ask for an answer" in sent(site, ["XAA"], due="").text
    assert site.service.ready() == before


def test_before_it_is_sent_a_page_says_who_will_see_what(site: Site) -> None:
    before = site.service.ready()
    told = site.read(SENDING)
    for part in ("Alfa, Bravo", "20 November 2026", "20 December 2026", "requested, no answer yet", "Everybody"):
        assert part in told
    assert "Charlie" not in told
    assert "Mark as sent and publish" in told
    russian = site.read(SENDING + "&lang=ru", "ru")
    assert "20 декабря 2026" in russian
    assert "запрошено" in russian
    assert site.service.ready() == before


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("sent=2026-11-20&due=2026-12-20", "Please choose the states"),
        ("country=XAA&sent=2026-11-20", "by which you ask for an answer"),
        ("country=XAA&sent=2026-11-20&due=2026-11-01", "before the day on which the request was sent"),
        ("country=XAA&sent=2026-11-20&due=soon", "like 2027-03-01"),
    ],
)
def test_what_is_missing_is_asked_for_before_the_page_of_confirmation(site: Site, query: str, reason: str) -> None:
    answer = site.client.get(f"{ROUND}/send?{query}", follow_redirects=True)
    assert answer.request.path == ROUND
    assert reason in answer.text


def test_a_whole_sending_is_one_release_and_a_second_click_makes_none(site: Site) -> None:
    before = site.service.ready()
    sent(site, ALL)
    sent(site, ALL)
    assert site.service.ready() == before + 1
    assert len(site.service.snapshot().requests) == 5


def test_a_state_that_was_sent_it_already_is_not_sent_it_again(site: Site) -> None:
    sent(site, ["XAA"])
    before = site.service.ready()
    assert "was already sent to one of these states" in sent(site, ["XAA", "XAB"], due="2027-01-20").text
    assert site.service.ready() == before


def test_the_dates_of_all_five_are_one_form_and_one_release(site: Site) -> None:
    sent(site, ALL)
    before = site.service.ready()
    form = dates_form(site)
    assert {name.split(".")[0] for name in form if "." in name} == set(ALL)
    changes = {f"{code}.due": "2027-01-15" for code in ALL} | {"XAC.reminded": "2026-11-23"}
    answer = site.client.post(f"{ROUND}/dates", data={**form, **changes}, follow_redirects=True)
    assert "published as release" in answer.text
    assert site.service.ready() == before + 1
    assert {str(request.due) for request in site.service.snapshot().requests} == {"2027-01-15"}
    assert "reminded, answer awaited" in site.html(ROUND)


def test_the_form_of_the_dates_sends_nothing_and_keeps_the_day_of_answer(site: Site) -> None:
    sent(site, ["XAA"])
    before = site.service.ready()
    assert {name.split(".")[0] for name in dates_form(site) if "." in name} == {"XAA"}
    for field, reason in (("XAB.sent", "was not sent to this state yet"), ("XAA.due", "by which you ask")):
        data = {field: "2026-11-20" if field.endswith("sent") else ""}
        assert reason in site.client.post(f"{ROUND}/dates", data=data, follow_redirects=True).text
    assert site.service.ready() == before


def test_the_form_of_the_dates_overwrites_nothing_that_somebody_noted_meanwhile(site: Site) -> None:
    sent(site, ALL)
    stale = dates_form(site)
    site.client.post(f"{ROUND}/dates", data={**dates_form(site), "XAA.received": "2026-11-22"})
    answer = site.client.post(f"{ROUND}/dates", data={**stale, "XAB.received": "2026-11-23"}, follow_redirects=True)
    assert "Somebody changed these dates since this page was opened" in answer.text
    board = {line.country.code: line.asked for line in site.service.rounds.round(ORGANISER, "round-2026-1").lines}
    assert (str(board["XAA"].received), board["XAB"].received) == ("2026-11-22", None)
