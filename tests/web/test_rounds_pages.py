"""Rounds in the browser's terms: open, send, note, close; what is internal is in no public byte."""

import html
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.addresses import public_answers
from tests.web.site_client import ADMIN, ORGANISER, VIEWER, Site, commission, new_site

MARK = "ZX81-INTERNAL"
ROUND = "/rounds/round-2026-1"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = new_site(tmp_path)
    made.client.post("/rounds/open", data={"title": "Third round", "title_ru": "Третий раунд", "scope": "all"})
    return made


def mark(site: Site, country: str = "XAA", cleared: str = "", **fields: str) -> None:
    sent = {"country": [country], "sent": "2026-11-20", "due": "2026-12-20"}
    assert site.client.post(f"{ROUND}/send", data=sent).status_code == 303
    noted = {"country": country, "cleared": cleared, **fields}
    assert site.client.post(f"{ROUND}/mark", data=noted).status_code == 303


def test_a_round_is_opened_by_a_form_and_leads_to_its_board(site: Site) -> None:
    answer = site.client.post("/rounds/open", data={"title": "Fourth", "scope": "chosen", "item": ["BD-7", "BD-12"]})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/rounds/round-2026-2")
    board = site.html("/rounds/round-2026-2")
    assert "2 themes asked" in board
    listed = site.html("/rounds")
    assert listed.index("Fourth") < listed.index("Third round")


def test_without_a_theme_or_a_name_it_says_what_is_missing_and_opens_nothing(site: Site) -> None:
    for data, reason in (
        ({"title": "Fourth", "scope": "chosen"}, "Please choose the themes, or ask for all."),
        ({"title": " ", "scope": "all"}, "Please give the round a name."),
    ):
        site.client.post("/rounds/open", data=data)
        assert reason in site.html("/rounds")
    assert "round-2026-2" not in site.html("/rounds")


def test_marked_as_sent_the_public_pages_say_so_from_that_day_on_for_those_asked(site: Site) -> None:
    site.client.post(f"{ROUND}/send", data={"country": ["XAA", "XAB"], "sent": "2026-11-20", "due": "2026-12-20"})
    assert "published as release" in site.html(ROUND)
    site.act(VIEWER)
    rows = site.rows("evidence")
    asked = {(r["country"], r["asked_on"]) for r in rows if r["asked_on"] and r["asked_on"] > "2026-07"}
    assert asked == {("XAA", "2026-11-20"), ("XAB", "2026-11-20")}
    before = site.rows("evidence", as_of="2026-11-19")
    assert not [r for r in before if r["asked_on"] and r["asked_on"] > "2026-07"]
    assert "As of 30 June 2026" in site.html("/countries/XAA")  # a request sets no status


def test_contact_clearance_and_note_are_in_no_public_byte(site: Site) -> None:
    mark(site, contact=f"{MARK}-contact", cleared_by=f"{MARK}-body", note=f"{MARK}-note", cleared="2026-11-21")
    assert site.html(ROUND).count(MARK) >= 3
    book = site.client.get(f"{ROUND}/XAA.xlsx").get_data()
    assert not any(MARK in part for part in _parts(book))
    mark(site, "XAB")
    for actor in (VIEWER, commission("XAA"), commission("XAB"), ADMIN):
        site.act(actor)
        for address in (
            *(public_answers() if actor is VIEWER else ()),
            "/countries/XAA",
            "/countries/XAB?lang=ru",
            "/themes/BD-7",
            "/",
        ):
            assert MARK.encode() not in site.client.get(address).get_data(), address
    for path in ("/countries/XAA", "/evidence", "/"):
        assert MARK.encode() not in site.drawn(path).get_data()
    assert not any(MARK in release.note for release in site.service.releases())


def test_the_workbook_of_a_round_is_handed_out(site: Site) -> None:
    mark(site)
    book = site.client.get(f"{ROUND}/XAA.xlsx")
    assert book.status_code == 200
    assert any("Third round" in part for part in _parts(book.get_data()))
    assert "no-store" in book.headers["Cache-Control"]
    for missing in ("/rounds/round-1999-1/XAA.xlsx", f"{ROUND}/KAZ.xlsx"):
        assert site.client.get(missing).status_code == 404
    site.act(commission("XAB"))
    assert site.client.get(f"{ROUND}/XAA.xlsx").status_code == 403
    assert site.client.get(f"{ROUND}/XAB.xlsx").status_code == 200


def test_a_closed_round_offers_no_forms_but_to_open_it_again(site: Site) -> None:
    site.client.post(f"{ROUND}/close", data={"closed": "yes"})
    closed = site.html(ROUND)
    assert "/mark" not in closed
    assert "Open this round again" in closed
    site.client.post(f"{ROUND}/close", data={"closed": "no"})
    assert "/mark" in site.html(ROUND)


def test_the_organiser_reads_and_has_no_form(site: Site) -> None:
    site.act(ORGANISER)
    board = site.html(ROUND)
    assert "<form" not in board.split('id="main"')[-1]


def test_a_round_that_is_not_there_is_not_found(site: Site) -> None:
    assert site.client.get("/rounds/round-1999-1").status_code == 404
    answer = site.client.post("/rounds/x%0d%0ay/close", follow_redirects=True)
    assert (answer.status_code, answer.request.path) == (404, "/rounds/x\r\ny")


def _parts(book: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]


ALL = ["XAA", "XAB", "XAC", "XAD", "XAE"]


def sent(site: Site, countries: list[str], **days: str):
    data = {"country": countries, "sent": "2026-11-20", "due": "2026-12-20", **days}
    return site.client.post(f"{ROUND}/send", data=data, follow_redirects=True)


def shown(site: Site, form: str) -> dict[str, str]:
    """Return the fields of a form of the board, the last one at an address, as the page shows them."""
    found = site.html(ROUND).split(f'action="{ROUND}/{form}')[-1].split("</form>")[0]
    return {n: html.unescape(value) for n, value in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', found)}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"countries": []}, "Please choose the states"),
        ({"due": ""}, "by which you ask for an answer"),
        ({"due": "2026-11-01"}, "before the day on which the request was sent"),
        ({"due": "soon"}, "“soon” is not read as a date"),
    ],
)
def test_what_is_missing_is_asked_for(site: Site, changes: dict[str, Any], reason: str) -> None:
    before = site.service.ready()
    assert reason in sent(site, **{"countries": ["XAA"], **changes}).text
    assert site.service.ready() == before


def test_a_whole_sending_is_one_release_and_no_state_is_sent_it_again(site: Site) -> None:
    before = site.service.ready()
    sent(site, ALL)
    sent(site, ALL)
    assert site.service.ready() == before + 1
    assert len(site.service.snapshot().requests) == 5
    assert "already sent to one of these states on another" in sent(site, ["XAA", "XAB"], sent="2026-11-21").text
    assert site.service.ready() == before + 1


def test_the_day_of_answer_of_all_five_is_changed_by_one_form_in_one_release(site: Site) -> None:
    sent(site, ALL)
    before = site.service.ready()
    form = {"seen": shown(site, "send")["seen"]}
    answer = sent(site, ALL, **form | {"sent": "", "due": "2027-01-15"})
    assert "published as release" in answer.text
    assert site.service.ready() == before + 1
    assert {str(request.due) for request in site.service.snapshot().requests} == {"2027-01-15"}
    assert "Somebody changed these dates since this page was opened" in sent(site, ALL, **form | {"sent": ""}).text


def test_the_form_of_a_state_keeps_the_day_of_answer_and_what_somebody_noted_meanwhile(site: Site) -> None:
    sent(site, ["XAD", "XAE"])
    before, stale = site.service.ready(), shown(site, "mark")
    assert (stale["country"], stale["sent"]) == ("XAE", "2026-11-20")
    for changes, said in (
        ({"due": ""}, "by which you ask"),
        ({"reminded": "2026-11-23", "contact": "office@example.org"}, "Noted."),
        ({"received": "2026-11-23"}, "Somebody changed these dates since this page was opened"),
    ):
        assert said in site.client.post(f"{ROUND}/mark", data=stale | changes, follow_redirects=True).text
    line = site.service.rounds.round(ORGANISER, "round-2026-1").lines[4]
    assert (line.stage, line.asked.received, line.asked.contact) == ("reminded", None, "office@example.org")
    assert site.service.ready() == before
