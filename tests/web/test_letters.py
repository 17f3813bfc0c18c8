"""Letters are ready in both languages, with what they speak of attached; nothing is sent by the site itself."""

import re
from datetime import date
from email import message_from_bytes, policy
from html import unescape
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook

from bukhara.model.access import Role
from bukhara.model.text import Text
from tests.web.site_client import ADMIN, SECRETARIAT, Site, commission, in_place, new_site

ROUND = "/rounds/round-2026-1"
SENT, DUE = date(2026, 11, 20), date(2027, 1, 20)
OFFICE = "commission@alfa.example"


@pytest.fixture
def site(tmp_path) -> Site:
    """The exercise with one round, of which only Alfa's contact is known."""
    made = new_site(tmp_path)
    made.service.rounds.open(SECRETARIAT, Text.of("Round of 2027", ru="Раунд 2027 года"))
    made.service.rounds.mark(SECRETARIAT, "round-2026-1", "XAA", contact=f"Secretariat of the commission, {OFFICE}")
    return made


def letters(html: str) -> list[tuple[str, str, dict[str, str]]]:
    """Return language, text, and the parts of the mailto address of each letter on a page."""
    found = []
    for part in html.split('<details class="letter"')[1:]:
        language, body = re.search(r'<div class="letter-text[^>]*lang="(\w+)">(.*?)</div>', part, re.DOTALL).groups()
        mail = urlsplit(unescape(re.search(r'href="(mailto:[^"]+)"', part)[1]))
        fields = {name: values[0] for name, values in parse_qs(mail.query).items()}
        found.append((language, unescape(body), {"to": mail.path, **fields}))
    return found


def mail(site: Site, address: str):
    """Return the message and the name and content of its attachment."""
    answer = site.client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, "message/rfc822")
    message = message_from_bytes(answer.data, policy=policy.default)
    [attached] = message.iter_attachments()
    return message, attached.get_filename(), attached.get_content()


def test_a_request_is_a_letter_with_the_workbook_before_it_is_marked_as_sent(site) -> None:
    page = site.html(f"{ROUND}/send?country=XAA&country=XAB&sent={SENT}&due={DUE}")
    address = unescape(re.search(r'href="([^"]+XAA/letter[^"]*)"', page)[1])
    (english, text, parts), (russian, translated, _) = letters(site.html(address))
    assert (english, russian) == ("en", "ru")
    assert text.startswith("Dear colleagues,\n\nfor “Round of 2027” we ask Alfa for its answers.")
    assert "by 20 January 2027" in text
    assert "до 20 января 2027" in translated
    assert parts == {
        "to": OFFICE.replace("@", "%40"),
        "subject": "Round of 2027: answers of Alfa by 20 January 2027",
        "body": text,
    }

    message, name, content = mail(site, f"{ROUND}/XAA/letter.eml?due={DUE}&lang=ru")
    assert (message["To"], message["X-Unsent"], name) == (OFFICE, "1", "XAA-round-2026-1.xlsx")
    assert "Раунд 2027 года" in message["Subject"]
    assert message.get_body().get_content().replace("\r\n", "\n").strip() == translated
    assert load_workbook(BytesIO(content)).sheetnames
    assert "To" not in mail(site, f"{ROUND}/XAB/letter.eml?due={DUE}")[0]


def test_a_state_is_reminded_until_an_answer_has_come(site) -> None:
    assert f'{ROUND}/XAA/letter"' not in site.html(ROUND)
    site.service.rounds.send(SECRETARIAT, "round-2026-1", ["XAA"], sent=SENT, due=DUE)
    assert f'{ROUND}/XAA/letter"' in site.html(ROUND)
    _, text, _ = letters(site.html(f"{ROUND}/XAA/letter"))[0]
    assert "on 20 November 2026 we asked Alfa for its answers to “Round of 2027”, by 20 January 2027" in text
    assert "No answer has reached us." in text
    site.service.drafts.answer(commission("XAA"), in_place(site.service, "BD-5", "The register was opened."))
    assert f'{ROUND}/XAA/letter"' not in site.html(ROUND)
    assert site.client.get(f"{ROUND}/XAA/letter").status_code == 404


@pytest.mark.parametrize(
    "address", ["round-9/XAA/letter", "round-2026-1/XAA/letter", "round-2026-1/QQQ/letter?due=2027-01-20"]
)
def test_a_letter_about_nothing_is_not_there(site, address) -> None:
    assert site.client.get(f"/rounds/{address}").status_code == 404


def test_the_receipt_goes_with_a_letter_once_it_is_published(site) -> None:
    draft = site.service.drafts.answer(SECRETARIAT, in_place(site.service, "BD-5", "The register was opened.")).draft_id
    assert site.client.get(f"/upload/{draft}/receipt.eml").status_code == 404
    release = site.service.drafts.publish(SECRETARIAT, draft, "Letter 7")
    _, text, _ = letters(site.html(f"/upload/{draft}"))[0]
    assert f"was published as release {release.number} on 24 November 2026" in text
    message, name, content = mail(site, f"/upload/{draft}/receipt.eml")
    assert message.get_body().get_content().replace("\r\n", "\n").strip() == text
    assert (name, content[:5]) == (f"receipt-{draft}.pdf", b"%PDF-")


def test_the_link_of_an_account_goes_with_a_letter(site) -> None:
    site.act(ADMIN)
    page = site.client.post(
        "/admin/accounts/add", data={"name": "alfa", "role": Role.COMMISSION.value, "country": "XAA"}
    ).text
    link = re.search(r'class="link-once[^"]*">([^<]+)<', page)[1]
    assert [link in text for _, text, _ in letters(page)] == [True, True]
