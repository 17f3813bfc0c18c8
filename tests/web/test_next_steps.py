"""A first visitor learns what is asked, what comes next, and who did what, in words without codes."""

import re
from datetime import date

import pytest

from bukhara.model.access import OPERATOR, Role
from bukhara.model.text import Text
from tests.web import reading
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, Site, commission, new_site
from tests.web.upload_files import changed, send

ROUND = "/rounds/round-2026-1"


def text(html: str, language: str = "en") -> str:
    """Return the words of a page, without its markup."""
    words = " ".join(reading.text(html, language))
    return words.replace(" .", ".").replace(" :", ":").replace(" ,", ",")


@pytest.fixture
def site(tmp_path) -> Site:
    """The exercise with one round that was sent to Alfa."""
    made = new_site(tmp_path)
    made.service.rounds.open(SECRETARIAT, Text.of("Round of 2027", ru="Раунд 2027 года"))
    sent, due = date(2026, 11, 20), date(2027, 1, 20)
    made.service.rounds.send(SECRETARIAT, "round-2026-1", ["XAA"], sent=sent, due=due)
    return made


ASKED = {
    "/sign-in": "Answer: Round of 2027 (0 of 54 answered) to be answered by 20 January 2027",
    "/upload": "Round of 2027: sent to you on 20 November 2026. Please answer by 20 January 2027.",
}


@pytest.mark.parametrize(("address", "asked"), ASKED.items())
def test_a_commission_sees_what_is_asked_of_it_and_by_when(site, address, asked) -> None:
    site.act(commission("XAA"))
    assert asked in text(site.html(address))
    assert "Раунд 2027 года" in text(site.html(f"{address}?lang=ru"))
    site.act(commission("XAB"))
    assert "Round of 2027" not in text(site.html(address))


@pytest.mark.parametrize(
    ("actor", "first"),
    [(commission("XAB"), "/upload"), (SECRETARIAT, "/replies#objections"), (ORGANISER, "/packs"), (ADMIN, "/admin")],
)
def test_one_button_of_the_own_account_begins_the_work(site, actor, first) -> None:
    site.act(actor)
    html = site.html("/sign-in")
    assert re.findall(r'<a\s+class="btn btn-primary"\s+href="([^"]+)"', html) == [first]
    assert "btn-primary" not in html.split("<details>")[0].split("</section>")[1]


def test_who_is_away_is_asked_to_sign_in_and_comes_back_to_the_page_of_the_form(site) -> None:
    site.act(VIEWER)
    assert "<h1" in site.client.get("/rounds").text
    assert "Please sign in" in text(site.client.get("/rounds").text)
    refused = site.client.post("/reply/give", data={}, headers={"Referer": "http://localhost/reply?lang=ru"})
    assert refused.status_code == 401
    assert 'href="/sign-in?next=%2Freply"' in refused.text
    assert "What you wrote is kept in this tab" in refused.text
    elsewhere = site.client.post("/reply/give", data={}, headers={"Referer": "https://elsewhere.example/reply"})
    assert "next=%2Freply%2Fgive" in elsewhere.text


def test_the_form_of_a_session_that_is_over_is_a_matter_of_signing_in(tmp_path) -> None:
    site = new_site(tmp_path, signing_in=True)
    answer = site.client.post("/rounds/open", data={"title": "Lost"})
    assert answer.status_code == 401
    assert "Please sign in" in text(answer.text)


def test_the_history_names_rounds_and_the_program_in_words(site) -> None:
    words = text(site.html("/releases"))
    assert "Request (Alfa): Round of 2027" in words
    assert "the program" in words
    assert "as delivered with the program" in words
    assert not re.search(r"round-2026|XAA\b|as shipped", words)


def test_the_audit_log_names_states_roles_themes_and_hours_with_their_zone(site) -> None:
    site.service.accounts.add(OPERATOR, "alfa", [Role.COMMISSION], "XAA")
    site.act(commission("XAA"))
    given = {"item": "BD-7", "kind": "confirmation", "body": "Ministry", "given_on": "2026-11-20", "lang": "en"}
    assert site.client.post("/reply/give", data=given).status_code == 303
    site.act(ADMIN)
    words = text(site.html("/admin/audit").split("<tbody>")[1])
    assert "commission of a state" in words
    assert "BD-7 Case records, registration to judgment" in words
    assert "Reply of the state: confirmed" in words
    assert "24 November 2026, 14:00 (UTC+5)" in words
    assert "Request (Alfa): Round of 2027" in words
    assert not re.search(r"\bXAA\b|[a-z]+/XA|T\d\d:\d\d|round-2026", words)


def test_a_file_that_is_no_workbook_does_not_come_on_the_list(site) -> None:
    assert send(site, b"%PDF-1.4 a letter", "letter.pdf").location == "/upload"
    html = site.html("/upload")
    assert "This is a PDF document." in html
    assert "There is no unpublished workbook." in html


def test_in_review_the_main_button_approves_as_the_page_asks(site) -> None:
    draft = changed(site)
    assert re.search("XAA.xlsx.*See what was found", site.read("/upload"))
    site.client.post(f"{draft}/submit", data={"note": "A letter of May"})
    confirm = site.html(draft).split('id="confirm"')[1]
    main = re.findall(r"<button[^>]*class=\"btn btn-primary\"[^>]*>([^<]+)<", confirm)
    assert [name.strip() for name in main] == ["Approve"]


def test_a_commission_sees_when_its_page_is_published_and_how_many_replies_it_gave(site) -> None:
    draft = changed(site)
    site.client.post(f"{draft}/submit", data={"note": "For the conference"})
    fingerprint = re.search(r'name="seen"\s+value="([^"]*)"', site.html(draft))
    when = {
        "at": "hour",
        "date": "2026-12-01",
        "time": "09:00",
        "zone": "Asia/Samarkand",
        "seen": fingerprint and fingerprint[1],
    }
    site.client.post(f"{draft}/approve", data=when)
    site.act(commission("XAA"))
    words = text(site.html("/reply"))
    assert "it is published on 1 December 2026, 09:00 (UTC+5)" in words
    assert "You have replied to 0 of 20 themes." in words
