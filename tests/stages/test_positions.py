"""Who said each status, at each stage: what a state confirmed is what it saw, and its own letter needs no confirmation."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from bukhara.errors import Refused
from bukhara.exports import records
from bukhara.exports.brief import brief
from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import OWN_WORDS, Position
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.service.rounds.replies import ReplyWords
from bukhara.situation.rows import progress_rows
from bukhara.views.countries import country as country_view
from tests.stages import EXERCISE, names
from tests.web.site_client import SECRETARIAT, VIEWER, Site, commission

BESIDE = {"release", "coding_status", "position", "method_version", "reading"}
"""Columns that change without a change of what a state sees of its theme."""
AFTER = {
    "confirmed": Position.CONFIRMED,
    "confirmed, then coded anew": Position.CHANGED,
    "corrected": Position.REPORT,
    "corrected, then coded anew": Position.CHANGED,
    "objected": Position.DISAGREES,
    "objected, then coded anew": Position.CHANGED,
}
LANGUAGES = ("en", "ru")
NOT_CONFIRMED = {"en": "not confirmed by the state", "ru": "государством не подтверждено"}
NO_REPLY = {"en": "The state has been asked about this theme.", "ru": "Государству направлен вопрос по этой теме."}


def cell(snapshot: Snapshot, country: str, item: str) -> list[dict[str, Any]]:
    """Return the rows of open data about one theme of one state, without what may change beside them."""
    asked = {indicator.id for indicator in snapshot.framework.item(item).indicators}
    progress, evidence = records.progress(snapshot, progress_rows(snapshot)), records.evidence(snapshot)
    found = [
        dict(zip(table.columns, row, strict=True))
        for table in (progress, evidence, records.observations(snapshot))
        for row in table.rows
    ]
    return [
        {name: value for name, value in row.items() if name not in BESIDE}
        for row in found
        if row["country"] == country and (row.get("item") == item or row["indicator"] in asked)
    ]


def confirmed_cells(site: Site) -> Iterator[tuple[str, str]]:
    for table in ("progress", "evidence"):
        for row in site.rows(table):
            if row["position"] == Position.CONFIRMED:
                yield row["country"], row["item"]


def published_in(site: Site, reply: Reply) -> int:
    contents = ((each.number, site.service.stored_contents(each.number)) for each in site.service.releases())
    return next(number for number, held in contents if reply.reply_id in {each.reply_id for each in held.replies})


@pytest.mark.parametrize("name", names())
def test_a_state_has_confirmed_only_what_it_saw(stages, name: str) -> None:
    """Every confirmed row is held against the rows of the release before the reply."""
    site = stages.read(name)
    now = site.service.snapshot()
    for country, item in set(confirmed_cells(site)):
        (reply,) = (each for each in now.replies if (each.country, each.item) == (country, item))
        before = site.service.snapshot(release=published_in(site, reply) - 1)
        assert cell(now, country, item) == cell(before, country, item)


@pytest.mark.parametrize("name", [name for name in names() if name.removeprefix(EXERCISE) in AFTER])
def test_a_reply_and_a_coding_after_it_give_the_position(stages, name: str) -> None:
    site = stages.read(name)
    country, expected = site.service.framework().countries[0].code, AFTER[name.removeprefix(EXERCISE)]
    if name.startswith(EXERCISE) and expected in (Position.CONFIRMED, Position.REPORT):
        expected = Position.OWN_ANSWER
    found = site.rows("progress", country=country, item="BD-6a")
    (row,) = (each for each in found if (each["country"], each["item"]) == (country, "BD-6a"))
    assert row["position"] == expected
    assert row["coding_status"] in ("provisional", "confirmed", "objected")
    assert (row["coding_status"] == "objected") is (expected is Position.DISAGREES)


@pytest.mark.parametrize("name", names())
def test_the_own_answer_of_a_state_is_never_called_unconfirmed(stages, name: str) -> None:
    site = stages.read(name)
    replied = {(each.country, each.item) for each in site.service.snapshot().replies}
    own = [row for row in site.rows("evidence") if row["source_class"] in OWN_WORDS and row["country"] != "REG"]
    for row in own:
        if (row["country"], row["item"]) not in replied:
            assert (row["position"], row["coding_status"]) == (Position.OWN_ANSWER, "confirmed")
    answered = [row for row in site.rows("progress") if row["position"] == Position.OWN_ANSWER]
    assert bool(own) >= bool(answered)
    for row in answered[:2]:
        for language in LANGUAGES:
            page = site.html(f"/evidence/{row['country']}/{row['item']}?lang={language}")
            verdict = page.split('<p class="verdict')[1].split("</p>")[0]
            assert NOT_CONFIRMED[language] not in verdict
            assert NO_REPLY[language] not in page


OPEN = {"en": "No decision yet, open for 4 days.", "ru": "Решения пока нет, открыто 4 дня."}
KEPT = {
    "en": "Kept as it is, decision of 24 November 2026:",
    "ru": "Оставлено как есть, решение от 24 ноября 2026 года:",
}
CHANGED = {"en": "The status or its text was changed since.", "ru": "С тех пор статус или его текст изменены."}
DISAGREES = {"en": "the state disagrees, reply of", "ru": "государство не согласно, позиция от"}
NONE_OPEN = {"en": "No objection of the state is open.", "ru": "Открытых возражений государства нет."}
NOT_ASKED = {"en": "The state has not been asked yet.", "ru": "Государству вопросы ещё не направлялись."}


def pages(site: Site, language: str) -> dict[str, str]:
    country = site.service.framework().countries[0].code
    addresses = {
        "cell": f"/evidence/{country}/BD-6a",
        "state": f"/countries/{country}",
        "list": "/contested",
    }
    site.act(VIEWER)
    return {
        name: site.read(f"{address}{'&' if '?' in address else '?'}lang={language}", language).replace("\u00a0", " ")
        for name, address in addresses.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_objection_is_open_then_kept_with_a_reason(stages, language: str) -> None:
    site = stages.open("objected")
    for name, page in pages(site, language).items():
        assert OPEN[language] in page, name
    (objection,) = (reply for reply in site.service.snapshot().replies)
    site.act(SECRETARIAT)
    assert objection.words in site.html("/replies")
    for reason in ("", "The report names the act in line 195."):
        site.client.post("/replies/keep", data={"reply": objection.reply_id, "reason": reason})
    assert "Keep it as it is" not in site.html("/replies")
    for name, page in pages(site, language).items():
        assert f"{KEPT[language]} The report names the act in line 195." in page, name
        assert OPEN[language] not in page
    assert DISAGREES[language] in pages(site, language)["cell"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_confirmation_of_something_else_says_so_beside_itself(stages, language: str) -> None:
    for name, is_changed in (("confirmed", False), ("confirmed, then coded anew", True)):
        shown = pages(stages.read(name), language)
        assert (CHANGED[language] in shown["cell"]) is is_changed
        assert (CHANGED[language] in shown["state"]) is is_changed


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_objection_is_answered_by_another_coding(stages, language: str) -> None:
    site = stages.open("objected, then coded anew")
    shown = pages(site, language)
    assert CHANGED[language] in shown["cell"]
    assert DISAGREES[language] not in shown["cell"]
    assert NONE_OPEN[language] in shown["state"]
    assert not any(OPEN[language] in page for page in shown.values())
    (objection,) = site.service.snapshot().replies
    with pytest.raises(Refused):
        site.service.decisions.keep_coding(SECRETARIAT, objection.reply_id, "a reason")


@pytest.mark.parametrize("name", [name for name in names() if not name.startswith(EXERCISE)])
def test_a_state_without_objections_is_one_that_was_asked(stages, name: str) -> None:
    site = stages.read(name)
    held = site.service.newest()
    own = {source.source_id for source in held.sources if source.source_class in OWN_WORDS}
    spoken = {row.country for row in (*held.requests, *held.replies)}
    spoken |= {row.country for row in held.statements if row.source_id in own}
    for country in site.service.framework().countries:
        page = site.read(f"/countries/{country.code}?lang=en")
        assert (NOT_ASKED["en"] in page) is (country.code not in spoken)
        assert NONE_OPEN["en"] not in page or country.code in spoken


ONLY = {
    Position.REPORT: {
        "en": "No state has confirmed the statuses.",
        "ru": "Ни одно государство не подтвердило статусы.",
    },
    Position.OWN_ANSWER: {
        "en": "The statuses are the states' own answers.",
        "ru": "Статусы — ответы самих государств.",
    },
}
COUNTED = re.compile(r"(?:Statuses, |Всего статусов )(\d+)(?: in all)?: (.*?)\.(?: |$)")


@pytest.mark.parametrize("name", names())
def test_the_foot_the_title_slide_and_the_brief_count_the_positions_of_the_open_data(stages, name: str) -> None:
    site = stages.read(name)
    snapshot = site.service.snapshot()
    codes = [country.code for country in snapshot.framework.countries]
    found = [row for row in site.rows("progress") if row["country"] in codes and row["item"] and row["position"]]
    for language in LANGUAGES:
        words = words_of(language)
        foot = site.read(f"/?lang={language}", language).replace("\u00a0", " ")
        slide = site.slides(languages=(language,))[0]
        title = " ".join(point.text for block in slide.blocks for point in block.points)
        page = brief(snapshot, country_view.build(snapshot, codes[0]), words)
        check_counts(foot, found, language)
        if len({row["position"] for row in found}) == 1:  # counts are for readers, no room adds them up
            check_counts(title, found, language)
        check_counts(page.basis, [row for row in found if row["country"] == codes[0]], language, is_brief=True)


def check_counts(said: str, shown: list[dict[str, Any]], language: str, *, is_brief: bool = False) -> None:
    """Hold the counts of positions that a text says against the rows; a brief need not say what is the only one."""
    counts = Counter(row["position"] for row in shown)
    parts = COUNTED.search(said.replace("\u00a0", " "))
    if parts:
        dash = {"en": "–", "ru": "—"}[language]
        assert int(parts[1]) == counts.total()
        labels = [f"{label(words_of(language), p)} {dash} {counts[p]}" for p in Position if counts[p]]
        assert parts[2].split("; ") == labels
    else:
        (only,) = counts
        assert is_brief or ONLY[Position(only)][language] in said


NOT_THIS = {"en": "The state has not confirmed the statuses.", "ru": "Государство не подтвердило статусы."}
CONFIRMED_ALL = {"en": "The state has confirmed the statuses.", "ru": "Государство подтвердило статусы."}
OWN = {"en": "answered by the state on 20 November 2026", "ru": "ответ государства от 20 ноября 2026 года"}
READ = {"en": "· read in the report of July 2023, not confirmed", "ru": "· по отчёту (июль 2023 года), государством"}
VERDICTS = {
    "confirmed": {"en": "· confirmed by the state on", "ru": "· подтверждено государством 20 ноября"},
    "corrected": {"en": "Reply of the state: correction", "ru": "Позиция государства: уточнение"},
    "objected": {"en": f"· {DISAGREES['en']}", "ru": f"· {DISAGREES['ru']}"},
    "objected, then coded anew": {
        "en": "· changed since the state's reply of 20 November 2026",
        "ru": "· изменено после сообщения позиции государства от 20 ноября",
    },
}


def slides_of(site: Site, language: str) -> dict[str, str]:
    """Return the label, the lines and the notes of each slide by its id."""
    slides = site.slides(languages=(language,))
    lines = {each.id: [p.text for b in each.blocks for p in getattr(b, "points", ())] for each in slides}
    return {s.id: " ".join((s.label, *lines[s.id], *s.notes.say, *s.notes.cautions)) for s in slides}


def basis_of(site: Site, code: str, language: str) -> str:
    snapshot = site.service.snapshot()
    return brief(snapshot, country_view.build(snapshot, code), words_of(language)).basis


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_the_report_alone_no_state_has_confirmed_anything(stages, language: str) -> None:
    site, none = stages.read("first start"), ONLY[Position.REPORT][language]
    assert site.read(f"/?lang={language}", language).count(none) == 2
    slides = slides_of(site, language)
    assert none in slides["title"]
    assert none in slides["matrix"]
    assert NOT_THIS[language] in slides["country-KGZ"]
    assert NOT_THIS[language] in basis_of(site, "KGZ", language)
    cell = site.read(f"/evidence/KAZ/BD-6a?lang={language}", language)
    assert READ[language] in cell
    assert NO_REPLY[language] not in cell


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_of_a_state_is_its_own_answer_and_takes_nothing_from_another(stages, language: str) -> None:
    site = stages.read("one letter")
    cell = site.read(f"/evidence/KGZ/BD-12?lang={language}", language)
    assert OWN[language] in cell
    assert READ[language] not in cell
    assert NO_REPLY[language] not in cell
    # a letter that is not public is named by the body in the reader's language, and by its day
    named = {
        "en": "Ministry of Internal Affairs of the Kyrgyz Republic, 20 ",
        "ru": "внутренних дел Кыргызской Республики, 20 ",
    }
    assert named[language] in cell
    slides = slides_of(site, language)
    for text in (slides["title"], basis_of(site, "KGZ", language)):
        assert ONLY[Position.REPORT][language] not in text
        assert NOT_THIS[language] not in text
    assert NOT_THIS[language] in slides["country-KAZ"]
    assert NOT_THIS[language] in basis_of(site, "KAZ", language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", VERDICTS)
def test_each_status_says_what_its_state_has_said_of_it(stages, name: str, language: str) -> None:
    cell = stages.read(name).read(f"/evidence/KAZ/BD-6a?lang={language}", language)
    assert [each for each in VERDICTS if VERDICTS[each][language] in cell] == [name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_who_was_asked_has_not_replied(stages, language: str) -> None:
    site = stages.read("request to one state")
    asked, others = (site.read(f"/evidence/{code}/BD-5?lang={language}", language) for code in ("KGZ", "UZB"))
    assert NO_REPLY[language] in asked
    assert NO_REPLY[language] not in others


def test_a_state_that_confirmed_every_status_has_confirmed_them(stages) -> None:
    site = stages.open("first start")
    every = [item.id for item in site.service.framework().items]
    given = ReplyWords(kind=ReplyKind.CONFIRMATION, words="", lang="en", body="Ministry", given_on=date(2026, 11, 20))
    site.service.replies.give(commission("UZB"), dict.fromkeys(every, ""), given)
    site.service.replies.publish(SECRETARIAT, "UZB")
    for language, sentence in CONFIRMED_ALL.items():
        slides = slides_of(site, language)
        assert sentence in basis_of(site, "UZB", language)
        assert sentence in slides["country-UZB"]
        assert sentence not in slides["title"]
