"""Every sentence about who confirmed a status is true at each stage of the record, on pages, slides and in the brief."""

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from bukhara import pack
from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import EvidenceGrade, Kind, SourceClass, State, Status, WorkbookKind
from bukhara.model.round import ReplyKind
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.service.rounds.replies import ReplyWords
from bukhara.views import country
from bukhara.workbook import WorkbookContents, write
from tests.web.site_client import SECRETARIAT, VIEWER, Site, commission, new_site

DAY = date(2026, 11, 20)
REPORT = "astana-2023-report"
NONE = {"en": "No state has confirmed the statuses.", "ru": "Ни одно государство статусы не подтвердило."}
NOT_THIS = {"en": "The state has not confirmed the statuses.", "ru": "Государство статусы не подтвердило."}
ALL_OWN = {"en": "The statuses are the states' own answers.", "ru": "Статусы — ответы самих государств."}
THIS_OWN = {"en": "The statuses are the state's own answers.", "ru": "Статусы — ответы самого государства."}
ALL_CONFIRMED = {"en": "The state has confirmed the statuses.", "ru": "Государство подтвердило статусы."}
OWN = {
    "en": "answered by the state on 20 November 2026, document 7",
    "ru": "ответ государства от 20 ноября 2026 года, документ 7",
}
UNCONFIRMED = {"en": "not confirmed by the state", "ru": "государством не подтверждено"}
CORRECTION = {"en": "Reply of the state: correction", "ru": "Отзыв государства: уточнение"}
OBJECTED = {"en": "the state disagrees, reply of", "ru": "государство не согласно, отзыв от"}
CHANGED = {
    "en": "changed since the state's reply of 20 November 2026",
    "ru": "изменено после отзыва государства от 20 ноября",
}
READ = {
    "en": "· read in the report of July 2023, not confirmed by the state",
    "ru": "· по отчёту (июль 2023 года), государством не подтверждено",
}
CONFIRMED = {"en": "· confirmed by the state on", "ru": "· подтверждено государством 20 ноября"}
NO_REPLY = {"en": "No reply yet.", "ru": "Отзыва пока нет."}
NOT_ASKED = {"en": "The state has not been asked yet.", "ru": "Государству вопросы ещё не направлялись."}
NO_OBJECTION = {"en": "No objection of the state is open.", "ru": "Открытых возражений государства нет."}
LANGUAGES = ("en", "ru")


@dataclass(frozen=True)
class Stage:
    """What readers see at one stage: pages by address and language, the brief of a state, slides by id.

    `data` are state and position of BD-5 in KGZ in the open data, and source and position of its evidence.
    """

    pages: dict[tuple[str, str], str]
    briefs: dict[tuple[str, str], str]
    slides: dict[tuple[str, str], str]
    data: set[tuple[str, str]]


CELLS = ("KGZ/BD-5", "UZB/BD-6a", "TJK/BD-6a", "TKM/BD-6a", "KAZ/BD-6a")
PAGES = ("/", *(f"/evidence/{cell}" for cell in CELLS), "/countries/KGZ", "/countries/KAZ")


def stage(site: Site) -> Stage:
    site.act(VIEWER)
    snapshot = site.service.snapshot()
    pages, briefs, slides = {}, {}, {}
    for language in LANGUAGES:
        words = words_of(language)
        for address in PAGES:
            query = "&" if "?" in address else "?"
            pages[address, language] = site.read(f"{address}{query}lang={language}", language)
        for code in ("KGZ", "KAZ", "UZB"):
            page = brief(snapshot, country.build(snapshot, code), words)
            briefs[code, language] = " ".join((page.basis, page.counts, *page.foot))
        made = pack.build(snapshot, site.service.past(snapshot), pack.PackChoice(languages=(language,)))
        for slide in made.slides:
            notes = " ".join((slide.label, *slide.notes.say, *slide.notes.cautions))
            lines = " ".join(point.text for block in slide.blocks for point in getattr(block, "points", ()))
            slides[slide.id, language] = f"{notes} {lines}"
    cell = "?country=KGZ&item=BD-5"
    progress = site.client.get(f"/api/v1/progress{cell}").get_json()["data"]
    evidence = site.client.get(f"/api/v1/evidence{cell}").get_json()["data"]
    data = {(row["country"], row["position"]) for row in progress if row["country"] == "KGZ"}
    return Stage(pages, briefs, slides, data | {(row["source_id"], row["position"]) for row in evidence})


def letter(site: Site, folder: Path, code: str, *items: str) -> None:
    """Publish a letter of a state that puts the first milestone of items in place."""
    framework = site.service.framework()
    body = next(each.name for each in framework.bodies if each.country == code)
    source = Source(
        source_id=f"{code}-letter", source_class=SourceClass.STATE_SUBMISSION, title="Letter", body=body,
        document_number="7", date=DAY,
    )  # fmt: skip
    rows = [
        Statement(
            country=code,
            item=item,
            indicator=framework.item(item).milestones[0].id,
            kind=Kind.IMPLEMENTATION,
            state=State.VALUE,
            status=Status.IN_PLACE,
            statement="The plan is in force.",
            body=body,
            evidence_grade=EvidenceGrade.PRIMARY_DOCUMENT,
            source_id=source.source_id,
        )
        for item in items
    ]
    publish(site, folder / f"{code}-letter.xlsx", code, rows, source)


def publish(site: Site, path: Path, code: str, rows: list[Statement], source: Source) -> None:
    contents = WorkbookContents(
        kind=WorkbookKind.TRACKER, framework=site.service.framework(), country=code, statements=tuple(rows),
        sources=(source,), corrections=frozenset(row.evidence_id for row in rows if row.revision_reason),
    )  # fmt: skip
    path.write_bytes(write(contents, words_of("en")))
    done = site.service.publish([path], "lena", "as sent")
    assert done.release is not None, [finding for each in done.checked for finding in each.reading.findings]


def reply(site: Site, code: str, kind: ReplyKind, *items: str) -> None:
    given = ReplyWords(kind=kind, words="Our words.", lang="en", body="Ministry", given_on=DAY)
    site.service.replies.give_all(commission(code), items, given)
    site.service.replies.publish(SECRETARIAT, code)


def change_coding(site: Site, folder: Path) -> None:
    """Publish another status of the working group of TKM, as read from the same report."""
    snapshot = site.service.snapshot()
    rows = [
        replace(row, status=Status.UNDER_WAY, revision_reason="Objection of the ministry")
        if row.indicator == "BD-6a.1" and row.status is Status.IN_PLACE
        else row
        for row in snapshot.statements
        if (row.country, row.source_id) == ("TKM", REPORT)
    ]
    publish(site, folder / "TKM.xlsx", "TKM", rows, snapshot.source(REPORT))


@pytest.fixture(scope="module")
def stages(tmp_path_factory) -> dict[str, Stage]:
    """What readers see after each step in the life of one record."""
    folder = tmp_path_factory.mktemp("stages")
    site = new_site(folder, real=True)
    found = {"reading": stage(site)}
    letter(site, folder, "KGZ", "BD-5")
    found["letter"] = stage(site)
    november = site.service.rounds.open(SECRETARIAT, Text.of("Round of November", ru="Ноябрьский раунд"))
    site.service.rounds.send(SECRETARIAT, november, ["KAZ", "TJK"], sent=date(2026, 11, 2), due=DAY)
    found["sent"] = stage(site)
    letter(site, folder, "KAZ", "BD-6a")
    reply(site, "UZB", ReplyKind.CONFIRMATION, *(item.id for item in site.service.framework().items))
    reply(site, "TJK", ReplyKind.CORRECTION, "BD-6a")
    reply(site, "TKM", ReplyKind.OBJECTION, "BD-6a")
    found["replied"] = stage(site)
    change_coding(site, folder)
    found["recoded"] = stage(site)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_the_report_alone_no_state_has_confirmed_anything(stages, language) -> None:
    seen = stages["reading"]
    assert seen.pages["/", language].count(NONE[language]) == 2
    assert NOT_THIS[language] in seen.briefs["KGZ", language]
    assert NONE[language] in seen.slides["title", language]
    assert NONE[language] in seen.slides["matrix", language]
    assert NOT_THIS[language] in seen.slides["country-KGZ", language]
    assert not any(text in page for page in seen.pages.values() for text in ("are marked", "отмечены"))
    assert READ[language] in seen.pages["/evidence/KAZ/BD-6a", language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_that_nobody_asked_has_not_left_anything_unanswered(stages, language) -> None:
    seen = stages["reading"]
    assert NOT_ASKED[language] in seen.pages["/countries/KAZ", language]
    assert NO_OBJECTION[language] not in seen.pages["/countries/KAZ", language]
    assert NO_REPLY[language] not in seen.pages["/evidence/KAZ/BD-6a", language]
    after = stages["sent"]
    assert NO_OBJECTION[language] in after.pages["/countries/KAZ", language]
    assert NO_REPLY[language] in after.pages["/evidence/KAZ/BD-6a", language]
    assert NO_REPLY[language] not in after.pages["/evidence/UZB/BD-6a", language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_of_a_state_is_its_own_answer(stages, language) -> None:
    seen = stages["letter"]
    cell = seen.pages["/evidence/KGZ/BD-5", language]
    assert OWN[language] in cell
    assert READ[language] not in cell
    assert NO_REPLY[language] not in cell
    for text in (seen.pages["/", language], seen.slides["title", language], seen.briefs["KGZ", language]):
        assert NONE[language] not in text
        assert NOT_THIS[language] not in text
        assert {"en": "the state's own answer – 1", "ru": "ответ самого государства — 1"}[language] in text
    assert NOT_THIS[language] in seen.briefs["KAZ", language]
    assert NOT_THIS[language] in seen.slides["country-KAZ", language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_status_says_what_its_state_has_said_of_it(stages, language) -> None:
    seen = stages["replied"].pages
    assert OWN[language] in seen["/evidence/KAZ/BD-6a", language]
    assert CONFIRMED[language] in seen["/evidence/UZB/BD-6a", language]
    assert f"· {OBJECTED[language]}" in seen["/evidence/TKM/BD-6a", language]
    assert f"· {OBJECTED[language]}" not in seen["/evidence/TJK/BD-6a", language]
    assert CORRECTION[language] in seen["/evidence/TJK/BD-6a", language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_state_that_confirmed_every_status_has_confirmed_them(stages, language) -> None:
    seen, sentence = stages["replied"], ALL_CONFIRMED[language]
    assert sentence in seen.briefs["UZB", language]
    assert sentence in seen.slides["country-UZB", language]
    assert sentence not in seen.slides["title", language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_another_coding_no_sentence_says_that_the_state_disagrees_with_it(stages, language) -> None:
    seen, present = stages["recoded"], ("sees this status", "sees the status", *OBJECTED.values())
    cell = seen.pages["/evidence/TKM/BD-6a", language]
    assert f"· {CHANGED[language]}" in cell
    assert {"en": "under way · ", "ru": "в процессе · "}[language] in cell
    texts = (*seen.pages.values(), *seen.slides.values())
    assert [text for text in texts if any(each in text for each in present)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["letter", "sent", "replied", "recoded"])
def test_the_counted_parts_add_up(stages, name, language) -> None:
    line = stages[name].pages["/", language].split({"en": "Statuses, ", "ru": "Всего статусов "}[language])[1]
    total, _, parts = line.partition(": ")
    counted = [int(re.split(" [–—] ", part)[-1]) for part in parts.split(". ")[0].split("; ")]
    assert sum(counted) == int("".join(filter(str.isdigit, total)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_of_an_exercise_are_those_of_its_states(tmp_path, language) -> None:
    site = new_site(tmp_path, actor=VIEWER)
    cell = site.read(f"/evidence/XAA/BD-5?lang={language}", language)
    assert {"en": "answered by the state on", "ru": "ответ государства от"}[language] in cell
    assert UNCONFIRMED[language] not in cell
    assert NO_REPLY[language] not in cell
    assert THIS_OWN[language] in cell
    snapshot = site.service.snapshot()
    made = pack.build(snapshot, site.service.past(snapshot), pack.PackChoice(languages=(language,)))
    # Charlie objects to one status, so that the whole counts its parts
    labels = [slide.label for slide in made.slides if slide.kind == "matrix"]
    assert ALL_OWN[language] not in labels
    first = [slide for slide in made.slides if slide.kind in ("title", "guide")]
    title, guide = (" ".join(p.text for b in slide.blocks for p in b.points) for slide in first)
    assert {"en": "published sources", "ru": "опубликованным источникам"}[language] not in title
    assert {"en": "“Not covered”", "ru": "«Не освещено»"}[language] not in guide


def test_open_data_use_the_same_word(stages) -> None:
    assert {status for name, status in stages["letter"].data if name == "KGZ"} == {"own_answer"}
    assert ("KGZ-letter", "own_answer") in stages["letter"].data
    assert {status for _, status in stages["reading"].data} <= {"read_in_report", None}
