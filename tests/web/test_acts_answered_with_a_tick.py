"""An act that public sources report is answered with one tick, by the letter of the state; only a chosen status moves one."""

import pytest

from bukhara.model.codes import SourceClass
from bukhara.situation.on_file import marking
from tests.filled_in import FilledIn
from tests.stages import Stages
from tests.web.site_client import SECRETARIAT, VIEWER, Site, commission
from tests.web.upload_files import sent, text

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


@pytest.mark.parametrize("language", ["en", "ru"])
def test_one_tick_answers_the_act_with_the_state_as_its_source(stages: Stages, language: str) -> None:
    site = stages.open("first start")
    before, acts = status(site), marks(site)
    page = published(site, ticked(site, language))
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


def test_not_in_force_is_said_as_plainly(stages: Stages) -> None:
    site = stages.open("first start")
    before = status(site)
    published(site, ticked(site, said=1))
    assert any(r.statement == "Law No. 1096: not in force." for r in site.service.snapshot().statements)
    assert status(site) == before


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


def test_a_tick_beside_anything_else_is_refused(stages: Stages) -> None:
    site = stages.open("first start")
    filled = form(site)
    (row, *_) = filled.rows(answer_row="last accepted answer")
    filled.write(row, answer_row=WORDS["en"][0])
    draft = int(sent(site, filled.saved()).rsplit("/", 1)[1])
    found = site.service.drafts.reading(TJK, draft).findings
    assert [each.code for each in found if each.severity == "error"] == ["tick-without-act"]
