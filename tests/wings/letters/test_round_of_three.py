"""A round of three states in Chromium, step by step: a table written beforehand says what each reads on its own page."""

import re
from datetime import date
from html import unescape

from bukhara.i18n.words import Words, words_of
from bukhara.model.access import OPERATOR
from bukhara.views.rounds import replies
from bukhara.wing import merged
from office.sign_in.waiting import TASKS
from tests.browser.test_round_trip import violations
from tests.clock import NOW
from tests.stages.secretariat import Secretariat
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, commission, new_site, served
from tests.web.test_confirmed_by_each_way import THEME, ticked, ticked_in_word
from tests.web.upload_files import edited, template

ROUND, STATES = "round-2026-1", {"XAA": "A", "XAB": "B", "XAC": "C"}
FIRST = dict(zip("ABCАБЧ", "ABCABC", strict=True))
ALFA, BRAVO, CHARLIE = ACTORS = [commission(code) for code in STATES]
ROLES = dict(zip("ABCSOMV", (*ACTORS, SECRETARIAT, ORGANISER, ADMIN, VIEWER), strict=True))
UNASKED, STANDING = ("opened", "letters prepared", "closed"), "S answer_objection"
TONGUE = {BRAVO: "ru", CHARLIE: "ru"}
DAY, EARLY = "2026-11-24", {"early": "The state asks for it."}
LETTER = {"body": "Ministry", "document_number": "7", "given_on": DAY}
COPIED = "Показатель\t2022\t2023\nОсуждено лиц\t10\t12\n"
SENT, RECEIVED, PARTLY, BACK = (
    "sent, answer awaited", "received, to be cleared", "answered in part", "sent back to the state, answer awaited"
)  # fmt: skip
TOLD = "A published, " * 3
DONE, DUE = "answered and published", "answer awaited, its day has passed"
TABLE: dict[str, tuple[tuple[str, str, str], str, str, str, str]] = {
    # after: stages of Alfa, Bravo, Charlie; whose task is to answer; other tasks (S: secretariat);
    # letters to be sent; pages that say "requested"
    "opened": (("not sent yet",) * 3, "", "S send_request", "", ""),
    "letters prepared": (("not sent yet",) * 3, "", "", "A request, B request, C request", ""),
    "letters sent": ((SENT, SENT, SENT), "ABC", "", "", "ABC"),
    "one answer of Alfa": ((RECEIVED, SENT, SENT), "ABC", "A look_at_page, S approve", "A received", "ABC"),
    "refused without a reason": ((RECEIVED, SENT, SENT), "ABC", "A look_at_page, S approve", "A received", "ABC"),
    "published early": ((PARTLY, SENT, SENT), "ABC", "", "A published", "ABC"),
    "the rest by workbook": (
        (RECEIVED, SENT, SENT), "BC", "A look_at_page, S approve", "A published, A received", "ABC"
    ),
    "published too": ((DONE, SENT, SENT), "BC", "", "A published, A published", "BC"),
    "workbook of Bravo": (
        (DONE, RECEIVED, SENT), "BC", "B look_at_page, S approve", "A published, A published, B received", "BC"
    ),
    "sent back": ((DONE, BACK, SENT), "BC", "B returned", "A published, A published, B sent_back", "BC"),
    "answered and sent again": (
        (DONE, RECEIVED, SENT), "C", "B look_at_page, S approve", "A published, A published, B received", "BC"
    ),
    "published and told": ((DONE, DONE, SENT), "C", "", "", "BC"),
    "taken back": ((DONE, SENT, SENT), "BC", "", "B taken_back", "BC"),
    "pasted table of Charlie": (
        (DONE, SENT, RECEIVED), "BC", "C look_at_page, S approve", "B taken_back, C received", "BC"
    ),
    "its table is published": ((DONE, SENT, SENT), "BC", "", "B taken_back, C published", "BC"),
    "objection to a figure": ((DONE, SENT, SENT), "BC", "S answer_objection", "B taken_back, C published", "BC"),
    "objection answered": ((DONE, SENT, SENT), "BC", "", "B taken_back, C objection, C published", "BC"),
    "confirmed by each way": ((DONE, SENT, SENT), "BC", "", f"{TOLD}B taken_back, C objection, C published", "BC"),
    "the day has passed": (
        (DONE, DUE, DUE), "BC", "", f"{TOLD}B reminder, B taken_back, C objection, C published, C reminder", "BC"
    ),
    "closed": ((DONE, DUE, DUE), "", "", f"{TOLD}B taken_back, C objection, C published", "BC"),
}  # fmt: skip


def test_at_each_step_board_own_page_tasks_letters_and_public_page_say_what_the_table_says(
    page, troubles, tmp_path
) -> None:
    site, told = new_site(tmp_path), []
    service = site.service
    for actor in ACTORS:
        service.accounts.add(OPERATOR, actor.name, actor.roles, actor.country)

    def after(step: str) -> None:
        for language in ("en", "ru"):
            reads(language, step, *TABLE[step])
        told.append(step)

    def reads(
        language: str, step: str, stages: tuple[str, ...], owing: str, other: str, letters: str, public: str
    ) -> None:
        words = words_of(language)
        site.act(SECRETARIAT)
        board = site.html(f"/rounds/{ROUND}?lang={language}")
        lines = [board.split(f'id="{code}"')[1].split("</tbody>")[0] for code in STATES]
        assert [_stage(line) for line in lines] == [words(stage) for stage in stages], step
        outbox = _part(site.html(f"/outbox?lang={language}"), f"<h2>{words('To be sent')}", "</section>")
        found = re.findall(r'href="/outbox/([^"?-]+)-[^"?]*', outbox)
        to_whom = [FIRST[each] for each in re.findall(r'<th scope="row">(\w)', outbox)]
        assert ", ".join(sorted(map(" ".join, zip(to_whom, found, strict=True)))) == letters, step
        waiting = []
        for who, actor in ROLES.items():
            site.act(actor)
            lines = _part(site.html(f"/sign-in?lang={language}"), '<ol class="tasks', "</ol>").split("<li")[1:]
            waiting += [f"{who} {_kind(line, words)}" for line in lines]
            if actor in ACTORS:
                stage = words(stages["ABC".index(who)]) if step not in UNASKED else ""
                assert _stage(site.html(f"/upload?lang={language}")) == stage, (step, who)
        sent = ["S send_letter"] * len(letters.split(", ") if letters else ())
        expected = [f"{who} answer" for who in owing] + [each for each in other.split(", ") if each] + sent
        assert sorted(waiting) == sorted([*expected, STANDING]), step
        site.act(VIEWER)
        asked, rows = words("request of {day}", day=words.date(NOW.date())), site.rows("evidence")
        open_in = {r["country"] for r in rows if r["asked_on"] == DAY and r["state"] == "not_reported"}
        for code, name in STATES.items():
            html = site.read(f"/countries/{code}?lang={language}", language)
            assert (asked in html, code in open_in) == (name in public,) * 2, (step, code)

    def press(actor, at: str, action: str, nth: int = -1, **fields: object) -> str:
        """Fill in the form of a page and press its button; return the path of the page after it."""
        site.act(actor)
        page.goto(f"{base}{at}?lang={TONGUE.get(actor, 'en')}")
        page.evaluate("document.querySelectorAll('main details').forEach((each) => (each.open = true))")
        form = page.locator(f"main form[action*='{action}'], main form:has([formaction*='{action}'])").nth(nth)
        for name, value in fields.items():
            field = form.locator(f"[name='{name}']")
            if name == "workbook":
                field.set_input_files({"name": "a.xlsx", "mimeType": "", "buffer": value})
            elif isinstance(value, list):
                [form.locator(f"[name='{name}'][value='{each}']").check() for each in value]
            elif field.evaluate("each => each.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)
        wrong = "form => [...form.elements].filter(each => !each.checkValidity()).map(each => each.name)"
        assert form.evaluate(wrong) == [], (at, action)
        with page.expect_navigation():
            own = form.locator(f"[formaction*='{action}']")
            (own if own.count() else form.locator("button:visible").last).click()
        return page.url.removeprefix(base).partition("?")[0].partition("#")[0]

    def book(actor, content: bytes) -> str:
        return press(actor, "/upload", "/upload", 0, workbook=content)

    with served(site) as base:
        days = {"answers": "26", "questions": "14", "last_word": "7"}
        press(SECRETARIAT, "/rounds", "/rounds/open", title="Round of 2027", title_ru="Round 2027", **days)
        after("opened")
        board = f"/rounds/{ROUND}"
        press(SECRETARIAT, board, "/send", country=[*STATES], due="2026-12-20")
        after("letters prepared")
        for _ in STATES:
            press(SECRETARIAT, "/outbox", "/outbox/mark", 0)
        after("letters sent")
        typed = {
            "country": "XAA",
            "indicator": "BD-5.1",
            "statement": "The register was opened.",
            "status": "in_place",
            **LETTER,
        }
        typed |= {"date": typed.pop("given_on"), "kind": "implementation", "state": "value"}
        one = press(ALFA, "/upload/answer", "/upload/answer", **typed)
        assert service.rounds.round(SECRETARIAT, ROUND).lines[0].stage == "sent"  # it is not sent for review
        press(ALFA, one, "/submit", note="Letter 7")
        after("one answer of Alfa")
        press(SECRETARIAT, one, "/publish")
        after("refused without a reason")
        press(SECRETARIAT, one, "/publish", **EARLY)
        after("published early")
        rest = book(ALFA, Secretariat(service).answered(0, date(2026, 11, 24)).saved())
        press(ALFA, rest, "/submit", note="Letter 9")
        after("the rest by workbook")
        press(SECRETARIAT, rest, "/publish", **EARLY)
        after("published too")
        site.act(BRAVO)
        own = book(BRAVO, edited(template(site, "XAB"), status="under_way", revision_reason="Letter 8"))
        press(BRAVO, own, "/submit", note="Letter 8")
        after("workbook of Bravo")
        press(SECRETARIAT, own, "/send-back", why="Which number has the order?")
        after("sent back")
        press(BRAVO, own, "/answer", words="Number 8.")
        press(BRAVO, own, "/submit", note="Letter 8")
        press(BRAVO, "/upload", "/complete")
        after("answered and sent again")
        press(SECRETARIAT, own, "/publish", **EARLY)
        for _ in range(3):
            press(SECRETARIAT, "/outbox", "/outbox/mark", 0)
        after("published and told")
        press(SECRETARIAT, f"/releases/{service.ready()}/revert", "/revert", note="Too early")
        after("taken back")
        table = press(CHARLIE, "/upload", "/upload/pasted", table=COPIED)
        own = press(CHARLIE, table, "/tables", title="Form 1", body="Ministry", date=DAY, document_number="7")
        press(CHARLIE, own, "/submit", note="Letter 10")
        after("pasted table of Charlie")
        press(SECRETARIAT, own, "/publish", **EARLY)
        after("its table is published")
        figure = next(each for each in service.snapshot().observations if each.country == "XAC" and each.value)
        reply = {"kind": "objection", "words": "Another number.", **LETTER}
        press(CHARLIE, f"/reply/figure/{figure.observation_id}", "/reply/give", **reply)
        press(SECRETARIAT, "/replies", "/replies/publish")
        after("objection to a figure")
        press(SECRETARIAT, "/replies", "/replies/keep", reason="The letter has this number.")
        after("objection answered")
        theme = next(each for each in replies.build(service.snapshot(), "XAA", ()) if each.item.id == THEME)
        agreed = {"item": [f"{THEME} {theme.now.seen}"], "agreed": ["yes"]}
        press(ALFA, "/reply", "/reply/confirm", **agreed, **LETTER)
        press(SECRETARIAT, "/replies", "/replies/publish")
        for file in (ticked(site, "ru"), ticked_in_word(site)):
            own = book(ALFA, file)
            press(ALFA, own, "/submit", note="Letter 11")
            press(SECRETARIAT, own, "/publish", **EARLY)
        said = {"indicator": f"{THEME}.1", "state": "confirmed", "statement": "", "status": "", "document_number": "12"}
        own = press(SECRETARIAT, "/upload/answer", "/upload/answer", **typed | said)
        press(SECRETARIAT, own, "/publish", note="Letter 12", **EARLY)
        events = service.rounds.round(SECRETARIAT, ROUND).lines[0].events
        assert [each.kind for each in events].count("confirmed") == 4
        after("confirmed by each way")
        site.clock.advance(days=27)
        after("the day has passed")
        press(SECRETARIAT, board, "/close")
        assert [found for language in ("en", "ru") for found in violations(page, language)] == []
        after("closed")
    assert told == [*TABLE]
    assert troubles == []


def _kind(line: str, words: Words) -> str:
    """Return which task a line is, by its sentence in the language of the page."""
    text = " ".join(unescape(re.sub("<[^>]+>", " ", f"<{line}")).split())
    forms = ((kind, re.escape(words(sentence))) for kind, (sentence, _) in (TASKS | merged("tasks")).items())
    (kind,) = [kind for kind, form in forms if re.match(re.sub(r"\\\{\w+\\\}", ".+", form), text)]
    return kind


def _part(html: str, begin: str, end: str) -> str:
    return html.partition(begin)[2].split(end)[0]


def _stage(html: str) -> str:
    return _part(html, '<strong class="stage">', "</strong>")
