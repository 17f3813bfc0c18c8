"""Something is wrong here: a letter with what is shown, for whoever reads; nothing is kept."""

import re
from email import message_from_bytes, policy
from html import unescape
from urllib.parse import unquote

import pytest

from tests.web.reading import text
from tests.web.site_client import VIEWER, commission, new_site
from wings.fault_letter.letter import LONGEST_LINK

CELL = "/evidence/KAZ/BD-12"


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """The record of an operator who says whom to write to."""
    contact = "office@monitor.example; +998 71 123 45 67"
    return new_site(tmp_path_factory.mktemp("named"), actor=VIEWER, real=True, contact=contact, hotline="Line 1148")


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
    sent = {"words": "Число другое, письмо № 5"}
    answer = named.client.post(address, data=sent)
    letter = message_from_bytes(answer.data, policy=policy.default)
    assert letter["To"] == "office@monitor.example"
    assert sent["words"] in letter.get_content()
    assert figure.quote.split(" | ")[0] in letter.get_content()
    assert {path: path.stat().st_mtime_ns for path in named.settings.var_dir.rglob("*") if path.is_file()} == before
    assert not answer.headers.getlist("Set-Cookie")


def test_the_form_asks_for_no_token_and_another_site_cannot_name_the_page(tmp_path) -> None:
    site = new_site(tmp_path, real=True, signing_in=True)
    assert site.client.post("/wrong", data={"words": "x"}).status_code == 200
    assert (
        "evil.example"
        not in site.html("/wrong?about=//evil.example/x").split("What the letter says")[1].split("</section>")[0]
    )
    assert site.client.get("/wrong?about=/nowhere").status_code == 200


def test_the_foot_of_a_page_leads_to_a_mail_with_its_address(tmp_path) -> None:
    site = new_site(tmp_path, actor=VIEWER, error_reports_to="errors@example.org")
    foot = site.html("/countries/XAA?tab=timeline").split("<footer")[1]
    letter = site.html(unescape(re.search(r'href="(/wrong[^"]+)"', foot)[1]))
    mail = unescape(re.search(r'href="(mailto:[^"]+subject[^"]+)"', letter)[1])
    assert mail.startswith("mailto:errors@example.org?subject=")
    assert "/countries/XAA?lang=en&tab=timeline" in unquote(mail)
    assert 'href="/wrong?' not in letter.split("<footer")[1]


def test_for_the_commission_of_the_state_it_is_its_reply(tmp_path) -> None:
    site = new_site(tmp_path, actor=commission("XAA"))
    figure = next(each for each in site.service.snapshot().observations if each.country == "XAA")
    of_figure = f"/wrong?about=/evidence/observation/{figure.observation_id}"
    assert site.client.get("/wrong?about=/evidence/XAA/BD-1").location.endswith("#BD-1")
    assert site.client.get(of_figure).location.startswith("/reply/figure/")
    assert site.client.get("/wrong?about=/evidence/XAB/BD-1").status_code == 200
    site.act(commission("XAB"))
    assert site.client.get(of_figure).status_code == 200
