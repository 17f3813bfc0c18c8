"""A round has stages with lengths: who sees which days, and questions about a submitted answer."""

import re
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bukhara.errors import DraftConflict, NotAllowed
from bukhara.model.access import OPERATOR
from bukhara.model.round import StageDays
from bukhara.model.text import Text
from tests.web.reading import text
from tests.web.site_client import SECRETARIAT, Site, commission, in_place, new_site
from tests.web.upload_files import TYPED

ROUND = "round-2026-1"
SENT, DUE = date(2026, 11, 24), date(2026, 12, 20)
ALFA, BRAVO = commission("XAA"), commission("XAB")
DAYS = ["20 December 2026", "3 January 2027", "10 January 2027", "10 January 2027"]


@pytest.fixture
def site(tmp_path) -> Site:
    """The exercise with a round whose stages have 26, 14 and 7 days, of which two states were asked."""
    made = new_site(tmp_path)
    form = {"title": "Round of 2027", "title_ru": "Раунд 2027 года", "scope": "all"}
    made.client.post("/rounds/open", data={**form, "answers": "26", "questions": "14", "last_word": "7"})
    made.service.rounds.send(SECRETARIAT, ROUND, ["XAA", "XAB"], sent=SENT, due=DUE)
    return made


def submitted(site: Site) -> int:
    draft = site.service.drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened.")).draft_id
    site.service.drafts.submit(ALFA, draft, "Letter 7")
    return draft


def steps(html: str) -> list[tuple[str, bool]]:
    """Return the words of each stage that is drawn, and whether it is the present one."""
    drawn = html.partition('aria-label="Stages of the round"')[2].split("</ol>")[0]
    return [
        (" ".join(text(f"<li{each}", "en")).strip(), 'aria-current="step"' in each) for each in drawn.split("<li")[1:]
    ]


def now(site: Site) -> str:
    [(words, _)] = [each for each in steps(site.html(f"/rounds/{ROUND}")) if each[1]]
    return words


def test_the_board_draws_the_stage_of_a_state_by_what_came_and_by_the_days(site) -> None:
    assert [words for words, _ in steps(site.html(f"/rounds/{ROUND}"))] == [
        f"answers until {DAYS[0]}",
        f"questions about them until {DAYS[1]}",
        f"last word of the state until {DAYS[2]}",
        f"publication from {DAYS[3]} on",
    ]
    assert re.search(r'name="due"[^>]*value="2026-12-20"', site.html(f"/rounds/{ROUND}"))  # proposed for the others
    site.clock.advance(days=30)
    assert now(site).startswith("answers until")  # nothing has come: no word of blame
    draft = submitted(site)
    assert now(site).startswith("questions about them")
    site.clock.advance(days=11)
    assert now(site).startswith("last word")
    told = f"Alfa was told: publication from {DAYS[3]} on."
    assert told in (page := site.read(f"/upload/{draft}"))
    assert "Nothing is left to look at." not in page
    site.client.post(f"/upload/{draft}/publish", data={"note": "Letter 7"})
    assert "Please write why it is published before that day." in site.read(f"/upload/{draft}")
    site.client.post(f"/upload/{draft}/publish", data={"note": "Letter 7", "early": "The state asks for it."})
    assert f"{told} The state asks for it." in receipt(site, draft)
    assert now(site).startswith("last word")  # one of its answers is public
    site.act(ALFA)
    assert "answered in part · 1 of 54 questions answered" in site.read("/upload")
    assert "Noted." in site.client.post(f"/rounds/{ROUND}/complete", data={"closed": "yes"}, follow_redirects=True).text
    assert "answered and published · 1 of 54" in (page := site.read("/upload"))
    assert "More will come after all" in page
    site.act(SECRETARIAT)
    assert now(site).startswith("publication")
    happened = site.read(f"/rounds/{ROUND}")
    assert "4 January 2027: the state says that this is all, commission of a state" in happened
    site.service.rounds.close(SECRETARIAT, ROUND)
    assert steps(site.html(f"/rounds/{ROUND}")) == []


def receipt(site: Site, draft: int) -> list[object]:
    """Return the texts of the front sheet of a receipt."""
    book = load_workbook(BytesIO(site.client.get(f"/upload/{draft}/receipt.xlsx").data))
    return [value for row in book.worksheets[0].iter_rows(values_only=True) for value in row]


def test_an_hour_before_the_promised_day_is_approved_with_a_reason_which_is_in_the_receipt(site) -> None:
    draft, hour, drafts = submitted(site), datetime(2026, 12, 1, 12, tzinfo=UTC), site.service.drafts
    with pytest.raises(DraftConflict, match="later first day of publication"):
        drafts.approve(SECRETARIAT, draft, publish_at=hour)
    drafts.approve(SECRETARIAT, draft, publish_at=hour, early="The conference is on that day.")
    site.clock.advance(days=8)
    site.service.publish_due()
    assert f"Alfa was told: publication from {DAYS[3]} on. The conference is on that day." in receipt(site, draft)
    on_time = submitted(site)
    drafts.approve(SECRETARIAT, on_time, publish_at=datetime(2027, 1, 10, 12, tzinfo=UTC))


def test_a_question_is_asked_and_answered_beside_the_answer_and_both_are_kept(site) -> None:
    draft, words = submitted(site), "Which day was it opened?"
    page, theme = f"/upload/{draft}", site.service.framework().item("BD-5").name.in_("en")
    site.client.post(f"{page}/ask", data={"item": "BD-5", "words": words})

    site.act(BRAVO)
    assert words not in site.client.get(page).text
    [question] = site.service.questions.of(ALFA)
    for actor in (BRAVO, SECRETARIAT):
        with pytest.raises((DraftConflict, NotAllowed)):
            site.service.questions.answer(actor, question.question_id, "On Monday.")

    site.act(ALFA)
    assert f"Answer the question about “{theme}”" in site.read("/sign-in")
    assert words in site.html("/reply").split('id="BD-5"')[1].split("</section>")[0]
    site.client.post(f"{page}/answer", data={"question": question.question_id, "words": "On Monday."})
    assert "Answer the question" not in site.read("/sign-in")
    site.client.post(f"{page}/answer", data={"question": question.question_id, "words": "On Tuesday."})

    site.act(SECRETARIAT)
    site.service.drafts.publish(SECRETARIAT, draft, "Letter 7", early="The state asks for it.")
    kept = site.read(page)
    assert words in kept
    assert "On Monday." in kept
    assert "On Tuesday." not in kept


def test_what_is_sent_back_says_first_who_why_and_when_with_the_field_to_answer_and_each_note_is_kept(site) -> None:
    site.service.accounts.add(OPERATOR, ALFA.name, ALFA.roles, "XAA")
    draft, why = submitted(site), "Which number has the order?"
    page, file = f"/upload/{draft}", site.service.drafts.draft(ALFA, draft).file_name
    refused = site.client.post(f"{page}/send-back", data={"note": "Letter 7"}, follow_redirects=True).text
    assert "Please write why it is sent back." in refused
    site.client.post(f"{page}/send-back", data={"why": why, "note": "Letter 8"})
    assert "<form" not in site.html(page).split('id="returned"')[1].split("</section>")[0]

    site.act(ALFA)
    assert f"See why {file} was sent back, and answer" in site.read("/sign-in")
    first = site.html(page).split("<section")[1]
    assert "Sent back by the secretariat, 24 November 2026" in first
    assert (why in first, f'action="{page}/answer"' in first) == (True, True)
    assert "Возвращено секретариатом 24 ноября 2026" in site.html(f"{page}?lang=ru").split("<section")[1]
    assert re.search(r'<textarea[^>]*name="note"[^>]*>\s*Letter 7</textarea>', site.html(page))
    [question] = site.service.questions.of(ALFA)
    site.client.post(f"{page}/answer", data={"question": question.question_id, "words": "Number 7."})
    assert "Number 7." in site.html(page).split("<section")[1]
    site.client.post(f"{page}/submit", data={"note": "Letter 7"})

    site.act(SECRETARIAT)
    kept = site.read(page)
    assert (why in kept, "Number 7." in kept, "Note: “Letter 7”" in kept) == (True, True, True)


def test_questions_are_asked_about_what_was_sent_for_review_alone(site) -> None:
    draft = site.service.drafts.answer(ALFA, in_place(site.service, "BD-5", "The register was opened.")).draft_id
    for item, words in (("BD-5", "Which day?"), ("BD-99", "Which day?"), ("BD-5", "  ")):
        with pytest.raises(DraftConflict):
            site.service.questions.ask(SECRETARIAT, draft, item, words)
    assert site.service.questions.of(SECRETARIAT) == ()


def test_a_round_without_lengths_draws_no_stages(site) -> None:
    made = site.service.rounds.open(SECRETARIAT, Text.of("Round of 2028"))
    site.service.rounds.send(SECRETARIAT, made, ["XAA"], sent=SENT, due=DUE)
    assert steps(site.html(f"/rounds/{made}")) == []
    assert site.service.rounds.round(SECRETARIAT, ROUND).round.days == StageDays(answers=26, questions=14, last_word=7)


@pytest.mark.parametrize(("said", "given"), [("yes", 1), ("no", 0)])
def test_a_letter_that_is_older_than_the_request_answers_the_round_where_somebody_says_so(site, said, given) -> None:
    indicator = site.service.framework().item("BD-5").milestones[0].id
    site.act(ALFA)
    typed = {**TYPED, "indicator": indicator, "date": "2026-11-20"}
    asked = site.client.post("/upload/answer", data=typed)
    assert (asked.status_code, "older than the request" in asked.text) == (422, True)
    assert re.findall(r'disabled hidden|name="answers_round" value="(\w+)"', asked.text) == ["", "yes", "no"]
    page = site.client.post("/upload/answer", data=typed | {"answers_round": said}).headers["Location"]
    draft = int(page.rsplit("/", 1)[1])
    site.service.drafts.submit(ALFA, draft, "Letter 7")
    for _ in range(2):
        line = site.service.rounds.round(SECRETARIAT, ROUND).lines[0]
        assert line.course.given == given
        site.service.drafts.publish(SECRETARIAT, draft, "Letter 7", early="The state asks for it.")
    [public] = [each for each in site.service.snapshot().statements if each.statement == TYPED["statement"]]
    assert public.asked_on == (SENT if given else None)
