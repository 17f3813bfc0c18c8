"""A round of three states, step by step: a table written beforehand says what each reads on its own page."""

import re
from datetime import date

import pytest

from bukhara.i18n.words import words_of
from bukhara.model.access import OPERATOR
from bukhara.model.round import ReplyKind
from bukhara.service.rounds.replies import ReplyWords
from tests.web.reading import text
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, commission, in_place, new_site
from tests.web.upload_files import changed

ROUND, STATES = "round-2026-1", {"XAA": "Alfa", "XAB": "Bravo", "XAC": "Charlie"}
ALFA, BRAVO, CHARLIE = ACTORS = [commission(code) for code in STATES]
DAY, EARLY = "2026-11-24", "The state asks for it."
SENT, RECEIVED, PARTLY, BACK = (
    "sent, answer awaited", "received, to be cleared", "answered in part", "sent back to the state, answer awaited"
)  # fmt: skip
DONE, DUE = "answered and published", "answer awaited, its day has passed"
TABLE: dict[str, tuple[tuple[str, str, str], str, str, str]] = {
    # after: stages of Alfa, Bravo, Charlie; whose task is to answer; letters to be sent; pages that say "requested"
    "opened": (("not sent yet",) * 3, "", "", ""),
    "letters prepared": (("not sent yet",) * 3, "", "A request, B request, C request", ""),
    "letters sent": ((SENT, SENT, SENT), "ABC", "", "ABC"),
    "one answer of Alfa": ((RECEIVED, SENT, SENT), "ABC", "A received", "ABC"),
    "refused without a reason": ((RECEIVED, SENT, SENT), "ABC", "A received", "ABC"),
    "published early": ((PARTLY, SENT, SENT), "ABC", "A published", "ABC"),
    "workbook of Bravo": ((PARTLY, RECEIVED, SENT), "ABC", "A published, B received", "ABC"),
    "sent back": ((PARTLY, BACK, SENT), "ABC", "A published, B sent_back", "ABC"),
    "answered and sent again": ((PARTLY, RECEIVED, SENT), "AC", "A published, B received", "ABC"),
    "published and told": ((PARTLY, DONE, SENT), "AC", "", "ABC"),
    "taken back": ((PARTLY, SENT, SENT), "ABC", "B taken_back", "ABC"),
    "objection to a figure": ((PARTLY, SENT, SENT), "ABC", "B taken_back", "ABC"),
    "objection answered": ((PARTLY, SENT, SENT), "ABC", "B taken_back, C objection", "ABC"),
    "the day has passed": (
        (PARTLY, DUE, DUE), "ABC", "A reminder, B reminder, B taken_back, C objection, C reminder", "ABC"
    ),
    "closed": ((PARTLY, DUE, DUE), "", "B taken_back, C objection", "ABC"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ru"])
def test_at_each_step_board_own_page_tasks_letters_and_public_page_say_what_the_table_says(tmp_path, language) -> None:
    site, words, told = new_site(tmp_path), words_of(language), []
    service, drafts = site.service, site.service.drafts
    for actor in ACTORS:
        service.accounts.add(OPERATOR, actor.name, actor.roles, actor.country)

    def after(step: str) -> None:
        stages, owing, letters, public = TABLE[step]
        site.act(SECRETARIAT)
        board = site.html(f"/rounds/{ROUND}?lang={language}")
        lines = [board.split(f'id="{code}"')[1].split("</tbody>")[0] for code in STATES]
        assert [_stage(line) for line in lines] == [words(stage) for stage in stages], step
        found = re.findall(
            r'href="/outbox/([^"?-]+)-[^"?]*', _part(site.html("/outbox"), "<h2>To be sent", "</section>")
        )
        to_whom = re.findall(r'<th scope="row">(\w)', _part(site.html("/outbox"), "<h2>To be sent", "</section>"))
        assert ", ".join(sorted(map(" ".join, zip(to_whom, found, strict=True)))) == letters, step
        for actor, stage in zip(ACTORS, stages, strict=True):
            site.act(actor)
            own = site.html(f"/upload?lang={language}")
            assert _stage(own) in ("", words(stage)), step
            task = words("Answer: {round} ({given} of {of} answered)").partition(":")[0] + ":"
            tasks = _part(site.html(f"/sign-in?lang={language}"), '<ol class="tasks', "</ol>")
            assert (f"{task} Round" in tasks) == (STATES[actor.country][0] in owing), (step, actor.name)
        for actor in (ORGANISER, ADMIN):
            site.act(actor)
            assert f"{task} Round" not in site.html(f"/sign-in?lang={language}"), step
        site.act(VIEWER)
        due, asked_on = (
            words.date(date(2026, 12, 20)),
            [r["country"] for r in site.rows("evidence") if r["asked_on"] == DAY],
        )
        for code, name in STATES.items():
            page = " ".join(text(site.html(f"/countries/{code}?lang={language}"), language))
            assert (due in page, code in asked_on) == (name[0] in public,) * 2, (step, code)
        site.act(SECRETARIAT)
        told.append(step)

    days = {"answers": "26", "questions": "14", "last_word": "7"}
    site.client.post("/rounds/open", data={"title": "Round of 2027", "title_ru": "Round 2027", "scope": "all", **days})
    after("opened")
    site.client.post(f"/rounds/{ROUND}/send", data={"country": [*STATES], "due": "2026-12-20"})
    after("letters prepared")
    for code in STATES:
        site.client.post("/outbox/mark", data={"letter": f"request-{ROUND}-{code}", "sent": "yes"})
    after("letters sent")
    one = drafts.answer(ALFA, in_place(service, "BD-5", "The register was opened.")).draft_id
    assert service.rounds.round(SECRETARIAT, ROUND).lines[0].stage == "sent"  # it is not sent for review
    drafts.submit(ALFA, one, "Letter 7")
    after("one answer of Alfa")
    site.client.post(f"/upload/{one}/publish", data={"note": "Letter 7"})
    after("refused without a reason")
    site.client.post(f"/upload/{one}/publish", data={"note": "Letter 7", "early": EARLY})
    after("published early")
    site.act(BRAVO)
    book = changed(site, "XAB")
    site.client.post(f"{book}/submit", data={"note": "Letter 8"})
    after("workbook of Bravo")
    site.client.post(f"{book}/send-back", data={"why": "Which number has the order?"})
    after("sent back")
    site.act(BRAVO)
    [question] = service.questions.of(BRAVO)
    site.client.post(f"{book}/answer", data={"question": question.question_id, "words": "Number 8."})
    site.client.post(f"{book}/submit", data={"note": "Letter 8"})
    site.client.post(f"/rounds/{ROUND}/complete", data={"closed": "yes"})
    after("answered and sent again")
    site.client.post(f"{book}/publish", data={"note": "Letter 8", "early": EARLY})
    for letter in re.findall(r"/outbox/(published-[^\"?]+)", site.html("/outbox")):
        site.client.post("/outbox/mark", data={"letter": letter, "sent": "yes"})
    after("published and told")
    site.client.post(f"/releases/{service.ready()}/revert", data={"note": "Too early", "newest": service.ready()})
    after("taken back")
    figure = next(each for each in service.snapshot().observations if each.country == "XAC" and each.value)
    said = {"words": "Another number.", "lang": "en", "body": "Ministry", "given_on": date(2026, 11, 24)}
    (reply,) = service.replies.give(CHARLIE, {figure.observation_id: ""}, ReplyWords(kind=ReplyKind.OBJECTION, **said))
    service.replies.publish(SECRETARIAT, "XAC")
    after("objection to a figure")
    service.decisions.keep_coding(SECRETARIAT, reply.reply_id, "The letter has this number.")
    after("objection answered")
    site.clock.advance(days=27)
    after("the day has passed")
    service.rounds.close(SECRETARIAT, ROUND)
    after("closed")
    assert told == [*TABLE]


def _part(html: str, begin: str, end: str) -> str:
    return html.partition(begin)[2].split(end)[0]


def _stage(html: str) -> str:
    return _part(html, '<strong class="stage">', "</strong>")
