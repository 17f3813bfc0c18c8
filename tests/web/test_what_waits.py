"""The first page after signing in lists what waits for the account, with a day and the place where it is done."""

import re
from datetime import UTC, date, datetime

import pytest

from bukhara.model.round import ReplyKind
from bukhara.model.text import Text
from bukhara.service.rounds.replies import ReplyWords
from bukhara.situation.replies import objections
from tests.web.reading import text
from tests.web.site_client import ADMIN, ORGANISER, SECOND, SECRETARIAT, Site, commission, in_place, new_site

ALFA, BRAVO = commission("XAA"), commission("XAB")
EVERYBODY = (ALFA, BRAVO, SECRETARIAT, SECOND, ORGANISER, ADMIN)
ROUND = "round-2026-1"


@pytest.fixture
def site(tmp_path, monkeypatch) -> Site:
    """The exercise, where two persons are needed, with an answer to its one objection: nothing waits but in wings."""
    monkeypatch.setattr("bukhara.service.tasks.functions", lambda _name: ())
    made = new_site(tmp_path, two_persons=True)
    for each in objections(made.service.snapshot()):
        made.service.decisions.keep_coding(SECRETARIAT, each.reply.reply_id, "The register is of 2026.")
    return made


def waiting(site: Site, actor, language: str = "en") -> list[str]:
    """Return the lines of the list, and see that each leads to a page that this account may open."""
    site.act(actor)
    html = site.html(f"/sign-in?lang={language}").partition('<ol class="tasks')[2].split("</ol>")[0]
    lines = re.findall(r"<li.*?</li>", html, re.DOTALL)
    for line in lines:
        address, _, place = re.search(r'href="([^"]+)"', line)[1].partition("#")
        assert not place or f'id="{place}"' in site.html(address)
        site.html(address)
    return [" ".join(text(line, language)).strip() for line in lines]


def test_each_step_of_a_round_waits_for_those_who_do_it_and_for_nobody_else(site) -> None:
    service, drafts = site.service, site.service.drafts

    def waits(**expected: list[str]) -> None:
        names = {"alfa": ALFA, "bravo": BRAVO, "lena": SECRETARIAT, "mira": SECOND, "otto": ORGANISER, "root": ADMIN}
        assert {name: lines for name, actor in names.items() if (lines := waiting(site, actor))} == expected

    waits()
    service.rounds.open(SECRETARIAT, Text.of("Round of 2027", ru="Раунд 2027 года"))
    to_send = ["Send the request: Round of 2027 waits since 24 November 2026"]
    waits(lena=to_send, mira=to_send)

    sent, due = date(2026, 11, 24), date(2026, 12, 20)
    service.rounds.send(SECRETARIAT, ROUND, ["XAA"], sent=sent, due=due)
    answer = "Answer: Round of 2027 (0 of 54 answered) to be answered by 20 December 2026"
    waits(alfa=[answer])
    assert waiting(site, ALFA, "ru") == ["Ответить: Раунд 2027 года (ответов: 0 из 54) ответить до 20 декабря 2026"]

    site.clock.advance(days=27)
    waits(alfa=[answer])

    draft = drafts.answer(ALFA, in_place(service, "BD-5", "The register was opened."))
    own = f"Continue: {draft.file_name} is not sent for review yet withdrawn by itself on 21 March 2027"
    waits(alfa=[answer, own])

    drafts.submit(ALFA, draft.draft_id, "Letter 7")
    look = f"Look at your page as it will be, and reply ({draft.file_name})"
    approve = f"Look through and approve {draft.file_name} (Alfa) waits since 21 December 2026"
    answer = answer.replace("0 of", "1 of")
    waits(alfa=[answer, f"{look} waits since 21 December 2026"], lena=[approve], mira=[approve])

    drafts.approve(SECRETARIAT, draft.draft_id, publish_at=datetime(2027, 1, 5, 12, tzinfo=UTC))
    public = f"See what {draft.file_name} (Alfa) will change public on 5 January 2027"
    waits(alfa=[answer, f"{look} public on 5 January 2027"], lena=[public], mira=[public])

    site.clock.advance(days=20)
    service.publish_due()
    objection = ReplyWords(
        kind=ReplyKind.OBJECTION, words="It was opened earlier.", lang="en", body="Ministry", given_on=date(2027, 1, 8)
    )
    service.replies.give(ALFA, {"BD-5": ""}, objection)
    replies = ["Publish the replies: Alfa waits since 8 January 2027"]
    waits(alfa=[answer], lena=replies, mira=replies)

    service.replies.publish(SECRETARIAT, "XAA")
    theme = service.framework().item("BD-5").name.in_("en")
    objected = [f"Answer the objection to “{theme}” (Alfa) waits since 8 January 2027"]
    waits(alfa=[answer], lena=objected, mira=objected)

    service.rounds.mark(SECRETARIAT, ROUND, "XAA", received=date(2027, 1, 9))
    clear = "Clear the answer: Alfa, Round of 2027 waits since 9 January 2027"
    waits(alfa=[answer], lena=[*objected, clear], mira=[*objected, clear])

    service.rounds.close(SECRETARIAT, ROUND)
    waits(lena=objected, mira=objected)


def test_what_an_account_made_itself_does_not_wait_for_its_approval(site) -> None:
    draft = site.service.drafts.answer(SECRETARIAT, in_place(site.service, "BD-5", "The register was opened."))
    site.service.drafts.submit(SECRETARIAT, draft.draft_id, "Letter 7")
    assert waiting(site, SECRETARIAT) == []
    assert len(waiting(site, SECOND)) == 1


def test_where_nothing_waits_the_page_says_so(site) -> None:
    for actor in EVERYBODY:
        site.act(actor)
        assert "Nothing waits for you." in site.html("/sign-in")
