"""An act that public sources report is answered with one tick, by the letter of the state; only a chosen status moves one."""

import html
import io
import re

import docx
import openpyxl
import pytest

from bukhara.model.codes import SourceClass
from bukhara.situation.on_file import marking
from tests.filled_in import FilledIn
from tests.stages import Stages
from tests.web.site_client import SECRETARIAT, VIEWER, Site, commission
from tests.web.upload_files import saved, sent, text

TJK = commission("TJK")
WORDS = {
    "en": ("this act is in force", "this act is not in force"),
    "ru": ("этот акт действует", "этот акт не действует"),
}
LAW, PLAN = "desk-tjk-law-2014", "desk-tjk-osce-2024"


def form(site: Site, language: str = "en") -> FilledIn:
    site.act(TJK)
    filled = FilledIn(site.client.get(f"/upload/template/TJK.xlsx?lang={language}").data)
    filled.on("Sources").write(
        3, body="Ministry of Internal Affairs of Tajikistan", date="2026-11-20", document_number="12/3"
    )
    return filled


def ticked(site: Site, language: str = "en", *, said: int = 0, **cells: object) -> bytes:
    filled = form(site, language)
    (row,) = filled.rows(source_id=LAW, indicator="BD-12.1")
    filled.write(row, answer_row=WORDS[language][said], **cells)
    return filled.saved()


def published(site: Site, content: bytes) -> str:
    address = sent(site, content, "a.xlsx")
    draft = int(address.rsplit("/", 1)[1])
    found = site.service.drafts.reading(TJK, draft).findings
    assert [each for each in found if each.severity == "error"] == []
    page = text(site.html(address))
    site.service.drafts.submit(TJK, draft, "Our letter")
    site.service.drafts.publish(SECRETARIAT, draft, "Our letter")
    site.act(VIEWER)
    return page


def status(site: Site, item: str = "BD-12") -> dict[str, object]:
    (row,) = (r for r in site.rows("progress") if (r["country"], r["item"]) == ("TJK", item))
    return {key: row[key] for key in ("status", "since")}


def marks(site: Site, item: str = "BD-12") -> list[str]:
    return [each.source.source_id for each in marking(site.service.snapshot()).get(("TJK", item), [])]


def test_one_tick_answers_the_act_with_the_state_as_its_source(stages: Stages) -> None:
    site = stages.open("first start")
    before, acts = status(site), marks(site)
    page = published(site, ticked(site))
    assert "Law No. 1096: in force." in page  # what is sent is shown before it is sent
    (answer,) = (r for r in site.service.snapshot().statements if r.statement == "Law No. 1096: in force.")
    source = site.service.snapshot().source(answer.source_id)
    assert (source.source_class, answer.text_in("ru")[0]) == (SourceClass.STATE_SUBMISSION, "Закон № 1096: действует.")
    assert (answer.act_name.in_("en"), answer.status, answer.quote) == ("Law No. 1096", None, "")
    assert status(site) == before
    assert LAW in acts
    assert LAW not in marks(site)
    assert set(marks(site)) <= set(acts)
    assert marks(site)
    assert "Law No. 1096: in force." in {row["statement"] for row in site.rows("evidence")}
    assert "Law No. 1096: in force." in site.read("/evidence/TJK/BD-12", "en")
    # the source that reported the act stays beside the answer, and the next form does not ask again
    assert LAW in {each.source.source_id for each in site.service.snapshot().public_reports}
    assert form(site).rows(source_id=LAW, indicator="BD-12.1") == []


def test_not_in_force_is_said_as_plainly_with_the_day_of_the_state_alone(stages: Stages) -> None:
    site = stages.open("first start")
    before = status(site)
    published(site, ticked(site, "ru", said=1, since="с 2024 г."))
    assert of_letter(site) == [("Law No. 1096", "Law No. 1096: not in force.", None, "2024")]
    assert status(site) == before
    cell = site.read("/evidence/TJK/BD-12", "en")
    (answer,) = re.findall(r"Law No. 1096: not in force\..{0,120}", cell, re.S)
    assert "since 2024" in answer
    assert "As reported by: Ministry of Internal Affairs of Tajikistan" in answer
    assert "The state has been asked about this theme." not in cell
    assert "The state has not been asked about this theme yet." not in cell


@pytest.mark.parametrize(("chosen", "then"), [(None, "under_way"), ("in place", "in_place")])
def test_a_status_moves_only_where_one_is_chosen_beside_its_condition(
    stages: Stages, chosen: str | None, then: str
) -> None:
    site = stages.open("first start")
    assert status(site, "BD-13")["status"] == "under_way"
    filled = form(site)
    (row,) = filled.rows(source_id=PLAN, indicator="BD-13.1")
    assert "In place:" in filled.value(row, "question")
    filled.write(row, answer_row=WORDS["en"][0], status=chosen)
    published(site, filled.saved())
    assert status(site, "BD-13")["status"] == then


def test_an_act_is_ticked_and_the_last_answer_to_its_question_confirmed_in_one_file(stages: Stages) -> None:
    site = stages.open("first start")
    filled = FilledIn(openpyxl.load_workbook(io.BytesIO(ticked(site))))
    for row in filled.rows(indicator="BD-12.1", answer_row="last accepted answer"):
        filled.write(row, answer_row="still right: we confirm it")
    published(site, filled.saved())
    now = site.service.snapshot()
    assert [(each.indicator, each.kind) for each in now.replies] == [("BD-12.1", "confirmation")]
    assert not now.outdated
    assert "Law No. 1096: in force." in site.read("/evidence/TJK/BD-12", "en")


def test_a_tick_beside_anything_else_is_refused(stages: Stages) -> None:
    site = stages.open("first start")
    filled = form(site)
    (row, *_) = filled.rows(answer_row="last accepted answer")
    filled.write(row, answer_row=WORDS["en"][0])
    draft = int(sent(site, filled.saved()).rsplit("/", 1)[1])
    found = site.service.drafts.reading(TJK, draft).findings
    assert [each.code for each in found if each.severity == "error"] == ["tick-without-act"]


def in_word(site: Site, said: dict[str, str], language: str = "en", **behind: str) -> bytes:
    """Return the Word form with a tick before each line that begins with one of these texts, and what stands behind."""
    site.act(TJK)
    form = docx.Document(io.BytesIO(site.client.get(f"/upload/form/TJK.docx?lang={language}").data))
    rows = {row.cells[0].text.split(". ")[0]: row.cells for t in form.tables for row in t.rows if len(row.cells) == 4}
    for question, ticks in said.items():
        for tick in ticks.split("|"):
            (line,) = (each for each in rows[question][3].paragraphs if each.text[2:] == tick)
            line.text = line.text.replace("☐", "☒") + behind.get("day", "")
    letter = form.tables[-1].rows[1].cells
    letter[0].text, letter[1].text, letter[2].text = "Ministry of Internal Affairs of Tajikistan", "12/3", "2026-11-20"
    return saved(form)


def of_letter(site: Site, item: str = "BD-12") -> list[tuple[str, str, object, str]]:
    rows = [r for r in site.service.snapshot().statements if r.act_name and r.country == "TJK" and r.item == item]
    return [(r.act_name.in_("en"), r.statement, r.status, r.since) for r in rows]


@pytest.mark.parametrize(("language", "tick"), [("en", "Law No. 1096: in force."), ("ru", "Закон № 1096: действует.")])
def test_one_tick_of_the_word_form_answers_the_act_and_moves_no_status(
    stages: Stages, language: str, tick: str
) -> None:
    site = stages.open("first start")
    before, acts = status(site), marks(site)
    page = published(site, in_word(site, {"BD-12.1": tick}, language))
    assert "Law No. 1096: in force." in page
    ((name, said, chosen, since),) = of_letter(site)
    assert (name, said, chosen) == ("Law No. 1096", "Law No. 1096: in force.", None)
    assert since.startswith("2014")
    assert status(site) == before
    assert LAW in acts
    assert LAW not in marks(site)
    assert marks(site)  # of acts that were not answered


def test_a_tick_of_the_word_form_has_its_day_and_a_status_only_if_one_is_ticked(stages: Stages) -> None:
    site = stages.open("first start")
    assert status(site, "BD-13")["status"] == "under_way"
    form = docx.Document(io.BytesIO(in_word(site, {})))
    (cells,) = (r.cells for t in form.tables for r in t.rows if r.cells[0].text.startswith("BD-13.1. "))
    assert "In place:" in cells[0].text  # how the status moves is read before the form is sent
    act = next(p.text[2:] for p in cells[3].paragraphs if p.text.endswith(": in force."))
    published(site, in_word(site, {"BD-13.1": f"{act}|in place"}))
    assert status(site, "BD-13")["status"] == "in_place"


def test_a_law_that_is_not_in_force_has_the_day_behind_its_tick(stages: Stages) -> None:
    site = stages.open("first start")
    published(site, in_word(site, {"BD-12.1": "Law No. 1096: not in force."}, day=" с 2024 г."))
    assert of_letter(site) == [("Law No. 1096", "Law No. 1096: not in force.", None, "2024")]
    assert LAW not in marks(site)


def test_both_ticks_of_one_act_are_refused(stages: Stages) -> None:
    site = stages.open("first start")
    content = in_word(site, {"BD-12.1": "Law No. 1096: in force.|Law No. 1096: not in force."})
    draft = int(sent(site, content, "a.docx").rsplit("/", 1)[1])
    found = site.service.drafts.reading(TJK, draft).findings
    assert [(each.sheet, each.code) for each in found if each.severity == "error"] == [("BD-12.1", "form-two-ticks")]


def test_the_page_reply_leads_from_an_act_to_its_answer(stages: Stages) -> None:
    site = stages.open("first start")
    before, acts = status(site), marks(site)
    site.act(TJK)
    (line,) = (
        p for p in re.findall(r"<p class=[^>]*small.>(.*?)</p>", site.html("/reply"), re.S) if "Law No. 1096 " in p
    )
    assert "2014-" not in text(line)
    links = re.findall(r'<a [^>]*href="([^"]+)">([^<]+)</a>', line)
    assert [name for _, name in links] == ["In force", "Not in force", "Other"]
    form = site.html(html.unescape(links[0][0]))
    assert "Law No. 1096: in force.</textarea>" in form
    ((act),) = re.findall(r'name="act"[^>]* value="([^"]+)"', form)
    fields = {"country": "TJK", "indicator": "BD-12.1", "kind": "implementation", "state": "value", "act": act}
    fields |= {
        "lang": "en",
        "statement": "Law No. 1096: in force.",
        "body": "Ministry of Internal Affairs of Tajikistan",
    }
    answer = site.client.post("/upload/answer", data=fields | {"document_number": "12/3", "date": "2026-11-20"})
    assert answer.status_code == 303, answer.text
    draft = int(answer.headers["Location"].split("?")[0].rsplit("/", 1)[1])
    assert "Law No. 1096: in force." in text(site.html(f"/upload/{draft}"))
    site.service.drafts.submit(TJK, draft, "Our letter")
    site.service.drafts.publish(SECRETARIAT, draft, "Our letter")
    assert [row[:3] for row in of_letter(site)] == [("Law No. 1096", "Law No. 1096: in force.", None)]
    assert status(site) == before
    assert set(acts) - set(marks(site)) == {LAW, "desk-tjk-parlament-2014"}  # two sources of the one law


@pytest.mark.parametrize("act", ["no-such-act", "KAZ", "answered", "another question"])
def test_an_act_that_waits_for_no_answer_of_the_state_is_refused_and_nothing_is_kept(stages: Stages, act: str) -> None:
    site = stages.open("first start")
    laws = [r.record for r in site.service.snapshot().public_reports if r.source.source_id == LAW]
    foreign = next(
        r.record
        for r in site.service.snapshot().public_reports
        if r.record.country == "KAZ" and getattr(r.record, "act_name", None)
    )
    given = {"no-such-act": act, "KAZ": foreign.evidence_id}.get(act, laws[0].evidence_id)
    if act == "answered":
        published(site, ticked(site))
    site.act(TJK)
    before = len(site.service.drafts.reader.listed(TJK))
    asked = "BD-13.1" if act == "another question" else "BD-12.1"
    fields = {"country": "TJK", "indicator": asked, "kind": "implementation", "state": "value", "act": given}
    fields |= {"lang": "en", "statement": "Law No. 1096: in force.", "body": "Ministry of Internal Affairs"}
    answer = site.client.post("/upload/answer", data=fields | {"document_number": "1", "date": "2026-11-20"})
    assert "This act does not wait for an answer to this question" in text(answer.text)
    assert len(site.service.drafts.reader.listed(TJK)) == before
