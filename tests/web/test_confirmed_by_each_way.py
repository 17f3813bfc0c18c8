"""One meaning of "confirm": by the reply page, a row of the workbook and a box of the Word form the same is published."""

import io

import docx
import openpyxl
import pytest

from bukhara.i18n.words import words_of
from tests.filled_in import FilledIn
from tests.stages import Stages
from tests.stages.secretariat import Secretariat
from tests.stages.stages import _code_anew
from tests.web.site_client import SECRETARIAT, VIEWER, Site, commission
from tests.web.upload_files import TYPED, saved, sent

STILL_RIGHT = {"en": "still right: we confirm it", "ru": "по-прежнему верно: подтверждаем"}
THEME, DAY = "BD-6a", "2026-11-20"


def state(site: Site) -> str:
    return site.service.framework().countries[0].code


def body(site: Site) -> str:
    return next(each.key for each in site.service.framework().bodies if each.country == state(site))


def ticked(site: Site, language: str = "en", *, letter: bool = True, **cells: object) -> bytes:
    """Return the template with every answer to the theme marked as still right, and the letter that says so."""
    site.act(commission(state(site)))
    template = site.client.get(f"/upload/template/{state(site)}.xlsx?lang={language}").data
    filled = FilledIn(template)
    grey = words_of(language)("last accepted answer")
    rows = filled.rows(item=THEME, answer_row=grey)
    assert rows
    for row in rows:
        filled.write(row, answer_row=STILL_RIGHT[language], **cells)
    if letter:
        sources = filled.on("Sources")
        sources.write(3, body=body(site), date=DAY, document_number="12/3")
    return filled.saved()


def ticked_in_word(site: Site) -> bytes:
    site.act(commission(state(site)))
    form = docx.Document(io.BytesIO(site.client.get(f"/upload/form/{state(site)}.docx").data))
    rows = [row.cells for table in form.tables for row in table.rows if len(row.cells) == 4]
    for cells in rows:
        box = cells[3].paragraphs[0]
        if cells[0].text.startswith(f"{THEME}.") and "Unchanged" in box.text:
            box.text = box.text.replace("☐", "☒")
    letter = form.tables[-1].rows[1].cells
    letter[0].text, letter[1].text, letter[2].text = body(site), "12/3", DAY
    return saved(form)


def errors(site: Site, draft: int) -> list[str]:
    found = site.service.drafts.reading(commission(state(site)), draft).findings
    return [each.code for each in found if each.severity == "error"]


def published(site: Site, content: bytes, name: str) -> str:
    address = sent(site, content, name)
    draft = int(address.rsplit("/", 1)[1])
    assert errors(site, draft) == []
    page = site.html(address)
    assert 'id="confirmed"' in page
    assert "No change." not in page
    site.service.drafts.submit(commission(state(site)), draft, "Our letter")
    site.service.drafts.publish(SECRETARIAT, draft, "Our letter")
    return address


def brief(site: Site) -> int:
    """Return how often the one page for the state says that it confirmed something."""
    answer = site.client.get(f"/countries/{state(site)}/brief.docx")
    text = " ".join(each.text for each in docx.Document(io.BytesIO(answer.data)).element.iter() if each.text)
    return text.count("confirmed")


def said(site: Site) -> dict[str, object]:
    """Return what readers are told of the theme: position in the open data, on page, brief, and in the API."""
    site.act(VIEWER)
    code = state(site)
    cells = {
        (row.get("indicator", ""), row["position"])
        for table in ("progress", "evidence")
        for row in site.rows(table)
        if (row["country"], row["item"]) == (code, THEME)
    }
    page = site.read(f"/countries/{code}", "en")
    return {
        "cells": cells,
        "page": page.count("confirmed by the state"),
        "brief": brief(site),
        "slides": str(site.slides()).count("confirmed by the state"),
        "theme": "Reply of the state: confirmed" in site.read(f"/themes/{THEME}", "en"),
    }


def test_the_secretariat_types_that_a_letter_confirms_without_words_of_its_own(stages: Stages) -> None:
    site = stages.open("first start")
    site.act(SECRETARIAT)
    letter = TYPED | {
        "country": state(site),
        "indicator": f"{THEME}.1",
        "state": "confirmed",
        "status": "",
        "since": "",
    }
    assert "has no words of its own" in site.client.post("/upload/answer", data=letter).text
    page = site.client.post("/upload/answer", data=letter | {"statement": ""}).headers["Location"]
    site.service.drafts.publish(SECRETARIAT, int(page.rsplit("/", 1)[1]), "Letter 12/345")
    [reply] = [each for each in site.service.newest().replies if each.indicator == f"{THEME}.1"]
    assert (reply.kind, reply.body) == ("confirmation", TYPED["body"])


@pytest.mark.parametrize("way", ["workbook", "workbook in Russian", "Word form"])
def test_each_way_says_what_the_reply_page_says(stages: Stages, way: str) -> None:
    site = stages.open("first start")
    before = said(site)
    content = ticked_in_word(site) if way == "Word form" else ticked(site, "ru" if "Russian" in way else "en")
    address = published(site, content, "a.docx" if way == "Word form" else "a.xlsx")
    replied = said(stages.read("confirmed"))
    assert before != replied
    assert said(site) == replied
    site.act(SECRETARIAT)
    receipt = openpyxl.load_workbook(io.BytesIO(site.client.get(f"{address}/receipt.xlsx").data)).worksheets[0]
    facts = {row[0]: row[1] for row in receipt.iter_rows(values_only=True)}
    assert facts["Confirmed by the state"]


def codes(site: Site, content: bytes, name: str = "a.xlsx") -> list[str]:
    return errors(site, int(sent(site, content, name).rsplit("/", 1)[1]))


def test_what_confirms_nothing_is_refused_and_says_why(stages: Stages) -> None:
    site = stages.open("first start")
    assert set(codes(site, ticked(site, letter=False))) == {"missing-value"}
    both = FilledIn(ticked(site, since="2019", revision_reason="A newer law."))
    assert "confirmed-and-changed" in codes(site, both.saved())
    both.write(both.rows(answer_row="answer in this round")[0], status="not adopted")
    assert {"confirmed-and-changed", "unknown-code"} <= set(codes(site, both.saved()))


def test_a_confirmation_is_of_what_the_form_showed(stages: Stages) -> None:
    site = stages.open("first start")
    workbook, form = ticked(site), ticked_in_word(site)
    _code_anew(Secretariat(site.service))
    assert codes(site, workbook) == ["confirmed-other-content"]
    assert codes(site, form, "a.docx") == ["confirmed-other-content"]


def test_a_tick_at_a_row_without_an_answer_is_a_warning_and_confirms_nothing(stages: Stages) -> None:
    site = stages.open("first start")
    filled = FilledIn(ticked(site))
    row = filled.rows(state="not covered")[-1]
    filled.write(row, answer_row=STILL_RIGHT["en"])
    read = site.service.drafts.reading(commission(state(site)), int(sent(site, filled.saved()).rsplit("/", 1)[1]))
    assert "confirmed-no-answer" in {each.code for each in read.findings if each.severity == "warning"}
    assert (read.acceptable, {each.item for each in read.confirmations}) == (True, {THEME})
