"""Each event of a round has a letter in the outbox, in the language of its receiver; sent by hand, it is marked once."""

import re
from datetime import UTC, date, datetime
from email import message_from_bytes, policy
from html import unescape
from io import BytesIO
from urllib.parse import parse_qs, urlsplit

import pytest
from openpyxl import load_workbook
from sqlalchemy import insert

from bukhara.model.access import OPERATOR, Role
from bukhara.model.round import ReplyKind, RoundStage
from bukhara.model.text import Text
from bukhara.service.rounds.replies import ReplyWords
from bukhara.store import tables
from tests.web.reading import text
from tests.web.site_client import ADMIN, SECRETARIAT, Site, commission, in_place, new_site
from tests.web.test_steps_of_a_panel import entered
from wings.letters.outbox import Outbox

ROUND = "round-2026-1"
DUE = date(2026, 12, 20)
OFFICE = "commission@alfa.example"
ALFA = commission("XAA")


@pytest.fixture
def site(tmp_path) -> Site:
    """The exercise with one round, of which only Alfa's contact is known; it reads Russian."""
    made = new_site(tmp_path)
    made.service.rounds.open(SECRETARIAT, Text.of("Round of 2027", ru="Раунд 2027 года"))
    contact = f"Secretariat of the commission, {OFFICE}"
    made.service.rounds.mark(SECRETARIAT, ROUND, "XAA", contact=contact, language="ru")
    return made


def waiting(site: Site) -> list[str]:
    """Return the lines of the outbox that are to be sent."""
    html = site.html("/outbox").split("<h2>To be sent</h2>")[1].split("</section>")[0]
    return [" ".join(text(row, "en")).strip() for row in html.split("<tr>")[2:]]


def letters(html: str) -> list[tuple[str, str, dict[str, str]]]:
    """Return language, text, and the parts of the mailto address of each letter on a page."""
    found = []
    for part in html.split('<details class="letter"')[1:]:
        language, body = re.search(r'<div class="letter-text[^>]*lang="(\w+)">(.*?)</div>', part, re.DOTALL).groups()
        mail = urlsplit(unescape(re.search(r'href="(mailto:[^"]+)"', part)[1]))
        fields = {name: values[0] for name, values in parse_qs(mail.query).items()}
        found.append((language, unescape(body), {"to": mail.path, **fields}))
    return found


def mail(site: Site, letter: str, language: str = "en"):
    """Return the message of a letter as a file."""
    answer = site.client.get(f"/outbox/{letter}.eml?lang={language}")
    assert (answer.status_code, answer.mimetype) == (200, "message/rfc822")
    return message_from_bytes(answer.data, policy=policy.default)


def mark(site: Site, letter: str, sent: str = "yes") -> str:
    return site.client.post("/outbox/mark", data={"letter": letter, "sent": sent}, follow_redirects=True).text


def test_a_request_waits_in_the_outbox_with_its_workbook_until_it_is_marked_as_sent(site) -> None:
    assert waiting(site) == []
    site.service.rounds.send(SECRETARIAT, ROUND, ["XAA", "XAB"], due=DUE)
    alfa, bravo = waiting(site)
    assert alfa == f"Alfa request for answers Round of 2027 24 November 2026 {OFFICE} Mark as sent"
    assert "No mail address of this state is known." in bravo

    request = f"request-{ROUND}-XAA"
    (russian, translated, parts), (english, body, _) = letters(site.html(f"/outbox/{request}"))
    assert (russian, english) == ("ru", "en")
    assert body.startswith("Dear colleagues,\n\nfor “Round of 2027” we ask for your answers (Alfa).")
    assert "by 20 December 2026" in body
    assert "до 20 декабря 2026" in translated
    assert (parts["to"], parts["body"]) == (OFFICE.replace("@", "%40"), translated)
    message = mail(site, request, "ru")
    [attached] = message.iter_attachments()
    assert (message["To"], message["X-Unsent"], attached.get_filename()) == (OFFICE, "1", f"XAA-{ROUND}.xlsx")
    assert message.get_body().get_content().replace("\r\n", "\n").strip() == translated
    assert load_workbook(BytesIO(attached.get_content())).sheetnames
    assert "To" not in mail(site, f"request-{ROUND}-XAB")

    assert "Marked as sent." in mark(site, request)
    assert waiting(site) == [bravo]
    assert "Alfa request for answers 24 November 2026 lena" in site.read("/outbox")
    site.service.reverts.revert(SECRETARIAT, site.service.ready(), "It was not sent.")
    mark(site, request, sent="")
    assert waiting(site) == [alfa, bravo]
    taken = site.service.accounts.audit_taken(ADMIN)
    assert [(each.actor, each.action) for each in taken if "letter" in each.action] == [
        ("lena", "letter_sent"), ("lena", "letter_again")
    ]  # fmt: skip
    assert not any("@" in each.detail for each in taken)


def test_a_request_is_unsaid_by_taking_back_its_release_or_while_it_is_prepared_its_day(site: Site) -> None:
    site.service.rounds.send(SECRETARIAT, ROUND, ["XAA", "XAB"], due=DUE)
    request = f"request-{ROUND}-XAA"
    mark(site, request)
    asked = site.service.ready()
    mark(site, request)  # a second person
    assert "The record already says that this request was sent." in mark(site, request, sent="")
    site.service.reverts.revert(SECRETARIAT, asked, "Not sent after all")
    assert site.service.rounds.round(SECRETARIAT, ROUND).lines[0].stage is RoundStage.NOT_SENT
    assert "is among those to be sent" in mark(site, request, sent="")
    site.client.post(f"/rounds/{ROUND}/mark", data={"country": "XAB", "due": ""})
    assert f"request-{ROUND}-XAB" not in site.html("/outbox")


def test_a_state_is_reminded_once_its_day_has_passed_and_no_more_when_an_answer_has_come(site) -> None:
    site.service.rounds.send(SECRETARIAT, ROUND, ["XAA"], due=DUE)
    mark(site, f"request-{ROUND}-XAA")
    site.clock.advance(days=27)
    reminder = f"reminder-{ROUND}-XAA"
    assert waiting(site) == [f"Alfa reminder Round of 2027 20 December 2026 {OFFICE} Mark as sent"]
    _, body, _ = letters(site.html(f"/outbox/{reminder}"))[1]
    assert "on 24 November 2026 we asked for your answers to “Round of 2027” by 20 December 2026 (Alfa)" in body
    mark(site, reminder)
    line = site.service.rounds.round(SECRETARIAT, ROUND).lines[0].asked
    assert (waiting(site), line.reminded) == ([], date(2026, 12, 21))
    site.service.drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened."))
    assert site.client.get(f"/outbox/{reminder}").status_code == 404


def test_a_state_that_answered_a_part_is_thanked_and_reminded_of_the_rest_once(site) -> None:
    site.service.rounds.send(SECRETARIAT, ROUND, ["XAA"], due=DUE)
    mark(site, f"request-{ROUND}-XAA")
    draft = site.service.drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened.")).draft_id
    site.service.drafts.submit(ALFA, draft, "Letter 7")
    site.service.drafts.publish(SECRETARIAT, draft, "Letter 7")
    reminder = f"reminder-{ROUND}-XAA"
    assert site.client.get(f"/outbox/{reminder}").status_code == 404
    site.clock.advance(days=27)
    (_, russian, _), (_, english, _) = letters(site.html(f"/outbox/{reminder}"))
    assert "Thank you: 1 of 54 questions are answered." in english
    assert "Ответы даны: 1 из 54" in russian
    mark(site, reminder)
    assert site.service.rounds.round(SECRETARIAT, ROUND).lines[0].asked.reminded == date(2026, 12, 21)
    assert not any("reminder" in line for line in waiting(site))


def test_receipt_approval_publication_and_the_answer_to_an_objection_have_letters(site) -> None:
    drafts = site.service.drafts
    draft = drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened.")).draft_id

    def only() -> tuple[str, str]:
        [line] = [each for each in site.service.part(Outbox).lines(SECRETARIAT) if each.is_open]
        letter = line.letter_id
        (_, russian, _), (_, english, _) = letters(site.html(f"/outbox/{letter}"))
        assert russian.startswith("Уважаемые коллеги")
        return letter, english

    drafts.submit(ALFA, draft, "Letter 7")
    assert f"/upload/{draft}?lang=en" in only()[1]
    drafts.approve(SECRETARIAT, draft)
    assert "will be published: the time is not set yet. Before that" in only()[1]
    drafts.send_back(SECRETARIAT, draft)
    drafts.approve(SECRETARIAT, draft, publish_at=datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert "will be published: 25 November 2026, 17:00 (UTC+5)" in only()[1]
    site.clock.advance(days=2)
    site.service.publish_due()
    letter, body = only()
    assert "was published as release" in body
    [receipt] = mail(site, letter).iter_attachments()
    assert (receipt.get_filename(), receipt.get_content()[:2]) == (f"receipt-{draft}.xlsx", b"PK")
    mark(site, letter)

    day = date(2026, 11, 25)
    words = ReplyWords(kind=ReplyKind.OBJECTION, words="Earlier.", lang="en", body="Ministry", given_on=day)
    (reply,) = site.service.replies.give(ALFA, {"BD-5": ""}, words)
    site.service.replies.publish(SECRETARIAT, "XAA")
    site.service.decisions.keep_coding(SECRETARIAT, reply.reply_id, "The register is of 2026.")
    assert "We keep it, for this reason:\n\nThe register is of 2026." in only()[1]


def test_a_question_and_the_reason_why_an_answer_was_sent_back_have_letters_until_they_are_answered(site) -> None:
    site.service.accounts.add(OPERATOR, ALFA.name, ALFA.roles, "XAA")
    draft = site.service.drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened.")).draft_id
    site.service.drafts.submit(ALFA, draft, "Letter 7")
    for step, form, said in (
        ("ask", {"item": "BD-5", "words": "Which day was it opened?"}, "Which day was it opened?"),
        ("send-back", {"why": "Which number has the order?", "note": "Letter 8"}, "Which number has the order?"),
    ):
        site.act(SECRETARIAT)
        site.client.post(f"/upload/{draft}/{step}", data=form)
        asked = [
            line for line in site.service.part(Outbox).lines(SECRETARIAT) if line.kind in ("question", "sent_back")
        ]
        assert any(said in site.html(f"/outbox/{line.letter_id}") for line in asked)
        site.act(ALFA)
        for question in site.service.questions.of(ALFA):
            answer = {"question": question.question_id, "words": "On Monday."}
            site.client.post(f"/upload/{draft}/answer", data=answer)
        left = [line.kind for line in site.service.part(Outbox).lines(SECRETARIAT) if line.is_open]
        assert not {"question", "sent_back"} & set(left)


def test_a_step_said_at_a_panel_and_an_objection_to_a_figure_have_letters(site) -> None:
    draft = entered(site)
    assert "Please confirm or correct it by an answer of your own: " in unescape(
        site.html(f"/outbox/said_at_panel-{draft}")
    )
    figure = next(each for each in site.service.snapshot().observations if each.country == "XAA" and each.value)
    words = ReplyWords(
        kind=ReplyKind.OBJECTION, words="Other.", lang="en", body="Ministry", given_on=date(2026, 11, 24)
    )
    (reply,) = site.service.replies.give(ALFA, {figure.observation_id: ""}, words)
    site.service.replies.publish(SECRETARIAT, "XAA")
    site.service.decisions.keep_coding(SECRETARIAT, reply.reply_id, "QQ-REASON")
    letters_now = [site.html(f"/outbox/{line.letter_id}") for line in site.service.part(Outbox).lines(SECRETARIAT)]
    public = f"/evidence/observation/{figure.observation_id}"
    assert any("QQ-REASON" in html and public in html for html in letters_now)


def test_a_letter_of_a_kind_that_is_not_sent_any_more_is_in_no_list(site) -> None:
    site.service.rounds.send(SECRETARIAT, ROUND, ["XAA"], due=DUE)
    of_then = {"country": "XAA", "at": "2026-11-24T08:00:00+00:00", "by": "system"}
    with site.service.opened().transaction() as connection:
        connection.execute(insert(tables.letter).values(letter_id="answered-1", kind="answered", **of_then))
    [line] = waiting(site)
    assert "request for answers" in line
    mark(site, f"request-{ROUND}-XAA")
    assert waiting(site) == []


def test_what_is_over_is_not_sent(site) -> None:
    draft = site.service.drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened.")).draft_id
    site.service.drafts.submit(ALFA, draft, "Letter 7")
    [line] = site.service.part(Outbox).lines(SECRETARIAT)
    site.service.drafts.withdraw(SECRETARIAT, draft)
    assert waiting(site) == []
    assert "what it tells of is over" in mark(site, line.letter_id)


@pytest.mark.parametrize("letter", ["request-round-9-XAA", f"request-{ROUND}-XAA", "request", "x"])
def test_a_letter_about_nothing_is_not_there(site, letter) -> None:
    assert site.client.get(f"/outbox/{letter}").status_code == 404
    assert site.client.get(f"/outbox/{letter}.eml").status_code == 404


def test_the_link_of_an_account_goes_with_a_letter(site) -> None:
    site.act(ADMIN)
    page = site.client.post(
        "/admin/accounts/add", data={"name": "alfa", "role": Role.COMMISSION.value, "country": "XAA"}
    ).text
    link = re.search(r'class="link-once[^"]*">([^<]+)<', page)[1]
    plain = link.split("?")[0]
    assert [f"{plain}?lang={language}" in text for language, text, _ in letters(page)] == [True, True]
