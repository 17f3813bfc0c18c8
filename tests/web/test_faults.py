"""Something is wrong here: whoever reads finds whom to write to, and a letter with what is shown; nothing is kept."""

import re
from email import message_from_bytes, policy
from urllib.parse import unquote

import pytest

from bukhara.exports.fault_letter import LONGEST_LINK
from bukhara.service.operation import doctor
from bukhara.settings import Settings
from tests.pdf_text import pdf_text
from tests.web.reading import text
from tests.web.site_client import VIEWER, commission, new_site

CELL = "/evidence/KAZ/BD-12"
PAGES = ("/", "/countries/KAZ", CELL, "/sign-in", "/statistics", "/releases")
GIVEN = {"contact": "office@monitor.example; +998 71 123 45 67; https://monitor.example/tip", "hotline": "Line 1148"}
LINKS = ("mailto:office@monitor.example", "tel:+998711234567", "https://monitor.example/tip")


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """The record of an operator who says whom to write to."""
    return new_site(tmp_path_factory.mktemp("named"), actor=VIEWER, real=True, **GIVEN)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_whom_to_write_to(named, record_site, address) -> None:
    page = named.html(address)
    assert all(f'href="{link}"' in page for link in LINKS)
    other = record_site.html(address)
    assert "/privacy?lang=en#contact" in other or "/privacy#contact" in other
    assert 'id="contact"' in record_site.html("/privacy")
    assert 'href="/wrong?' in page


def test_brief_and_drawer_name_the_secretariat_and_doctor_reminds(named, record_site) -> None:
    assert "office@monitor.example" in pdf_text(named.client.get("/countries/KAZ/brief.pdf?lang=en").data)
    opened = named.html("/?evidence=KAZ/BD-12&lang=ru")
    assert opened.count("mailto:office@monitor.example") == 2
    asked = [each for each in doctor.examine(record_site.settings, record_site.clock()) if "CONTACT" in each.reason]
    assert [each.warning for each in asked] == [True]
    assert not [each for each in doctor.examine(named.settings, named.clock()) if "CONTACT" in each.reason]


@pytest.mark.parametrize(("contact", "link"), [("office room 5", ""), ("a@b.example", "mailto:a@b.example")])
def test_what_is_no_address_is_shown_as_it_was_written(contact, link) -> None:
    assert Settings(contact=contact).contacts == ((contact, link),)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_letter_about_a_status_has_it_with_quote_place_and_address(named, language) -> None:
    address = f"/wrong?about={CELL}&lang={language}"
    page = named.html(address)
    shown = " ".join(text(page, language))
    place = {"en": "line 157", "ru": "строка 157"}[language]
    for part in ("which is under consideration in the Majilis", place, f"http://localhost{CELL}", "Line 1148"):
        assert part in shown.replace("\xa0", " ")
    link = re.search(r'href="(mailto:office@monitor\.example\?subject[^"]+)"', page)[1].replace("&amp;", "&")
    assert len(link) <= LONGEST_LINK
    assert CELL in unquote(link)


def test_the_letter_has_what_the_reader_wrote_and_nothing_is_kept(named) -> None:
    figure = next(each for each in named.service.snapshot().observations if each.country == "UZB" and each.quote)
    address = f"/wrong?about=/evidence/observation/{figure.observation_id}&lang=ru"
    before = {path: path.stat().st_mtime_ns for path in named.settings.var_dir.rglob("*") if path.is_file()}
    sent = {"words": "Число другое, письмо № 5", "kind": "eml"}
    answer = named.client.post(address, data=sent)
    letter = message_from_bytes(answer.data, policy=policy.default)
    assert letter["To"] == "office@monitor.example"
    assert sent["words"] in letter.get_content()
    assert figure.quote.split(" | ")[0] in letter.get_content()
    assert sent["words"] in named.client.post(address, data={**sent, "kind": "txt"}).text
    assert {path: path.stat().st_mtime_ns for path in named.settings.var_dir.rglob("*") if path.is_file()} == before
    assert not answer.headers.getlist("Set-Cookie")


def test_the_form_asks_for_no_token_and_another_site_cannot_name_the_page(tmp_path) -> None:
    site = new_site(tmp_path, real=True, signing_in=True)
    assert site.client.post("/wrong", data={"words": "x", "kind": "txt"}).status_code == 200
    assert (
        "evil.example"
        not in site.html("/wrong?about=//evil.example/x").split("What the letter says")[1].split("</section>")[0]
    )
    assert site.client.get("/wrong?about=/nowhere").status_code == 200


def test_for_the_commission_of_the_state_it_is_its_reply(tmp_path) -> None:
    site = new_site(tmp_path, actor=commission("XAA"))
    figure = next(each for each in site.service.snapshot().observations if each.country == "XAA")
    of_figure = f"/wrong?about=/evidence/observation/{figure.observation_id}"
    assert site.client.get("/wrong?about=/evidence/XAA/BD-1").location.endswith("#BD-1")
    assert site.client.get(of_figure).location.startswith("/reply/figure/")
    assert site.client.get("/wrong?about=/evidence/XAB/BD-1").status_code == 200
    site.act(commission("XAB"))
    assert site.client.get(of_figure).status_code == 200
