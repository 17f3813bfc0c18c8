"""A commission makes the brief of its state from a draft under embargo; it says so, and nobody else gets it."""

import io
import re

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from bukhara.exports.packs import WRITERS
from bukhara.service.packs import pack_files
from tests.web.site_client import ORGANISER, SECRETARIAT, VIEWER, commission, in_place, new_site

OWN = commission("XAA")
WORDS = "A sentence under embargo that nobody may read before its hour"
KINDS = ("pptx", "html")
LABEL = "DRAFT UNDER EMBARGO"
IN_PLACE = re.compile(r"(\d+) themes: in place (\d+)")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The exercise with a commission; files are made in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pack_files, "made", lambda pack, kind: WRITERS[kind](pack))
        yield new_site(tmp_path_factory.mktemp("draft-packs"), actor=OWN)


@pytest.fixture(scope="module")
def draft(site):
    """Return the id of a draft of XAA that puts an item in place."""
    # under way in the record
    answer = in_place(site.service, "BD-6b", WORDS)
    found = site.service.drafts.answer(OWN, answer).draft_id
    site.service.drafts.effect(OWN, found)
    return found


@pytest.fixture(scope="module")
def files(site, draft):
    """Return the answers that the commission gets, by format."""
    site.act(OWN)
    return {kind: site.client.get(f"/countries/XAA/pack.{kind}?draft={draft}&lang=en") for kind in KINDS}


def pptx_slides(data: bytes) -> list[str]:
    shapes = [list(slide.shapes) for slide in Presentation(io.BytesIO(data)).slides]
    tables = [[cell.text for s in each if s.has_table for row in s.table.rows for cell in row.cells] for each in shapes]
    texts = [[s.text_frame.text for s in each if s.has_text_frame] for each in shapes]
    return [" ".join(" ".join([*own, *cells]).split()) for own, cells in zip(texts, tables, strict=True)]


def test_every_slide_and_page_is_labelled_as_a_draft(files) -> None:
    assert {kind: answer.status_code for kind, answer in files.items()} == dict.fromkeys(KINDS, 200)
    assert {answer.headers["Content-Disposition"].count("-draft.") for answer in files.values()} == {1}
    slides = pptx_slides(files["pptx"].data)
    assert [slide for slide in slides if LABEL not in slide] == []
    html = files["html"].get_data(as_text=True)
    assert html.count(f'class="warning">{LABEL}') == html.count('<section\n            class="slide') > 5


def test_the_pack_has_the_answers_of_the_preview_and_not_those_of_the_record(site, draft, files) -> None:
    site.act(OWN)
    slides = " ".join(pptx_slides(files["pptx"].data))
    pages = [site.html(f"/countries/XAA?{query}lang=en") for query in (f"draft={draft}&", "")]
    assert [WORDS in page for page in pages] == [True, False]
    (n, now), (_, before) = (IN_PLACE.search(page).groups() for page in pages)
    assert int(now) == int(before) + 1
    assert f"{now} of {n} themes were reported in place" in slides
    assert f"{before} of {n} themes were reported in place" not in slides


def test_nobody_else_gets_the_draft_and_the_commission_no_other_state(site, draft) -> None:
    for actor, state in ((VIEWER, "XAA"), (ORGANISER, "XAA"), (commission("XAB"), "XAA"), (OWN, "XAB")):
        site.act(actor)
        answer = site.client.get(f"/countries/{state}/pack.html?draft={draft}&lang=en")
        assert answer.status_code == 200
        assert LABEL not in answer.get_data(as_text=True)
        assert WORDS not in answer.get_data(as_text=True)
        assert "-draft" not in answer.headers["Content-Disposition"]
    site.act(OWN)
    assert WORDS not in site.html(f"/panel/present?draft={draft}&lang=en&pack=1~~en~~~~~~XAA")
    for actor, shown in ((ORGANISER, False), (SECRETARIAT, True)):
        site.act(actor)
        assert (LABEL in site.html(f"/panel/present?draft={draft}&lang=en")) is shown
    assert site.client.get("/countries/FRA/pack.html").status_code == 404


def test_the_page_of_the_draft_leads_to_the_brief_and_its_one_page_is_labelled_too(site, draft) -> None:
    site.act(OWN)
    page = site.html(f"/upload/{draft}")
    for file in ("brief.pdf", "pack.pptx"):
        assert re.search(rf'href="/countries/XAA/{re.escape(file)}\?[^"]*draft={draft}', page)


def test_other_files_of_a_draft_are_labelled_as_slides_are(site, draft) -> None:
    site.act(OWN)
    query = f"draft={draft}&lang=en"
    answer = site.client.get(f"/countries/XAA/everything.xlsx?{query}")
    book = load_workbook(io.BytesIO(answer.data))
    assert (
        book["Read me"]["A1"].value
        == "DRAFT UNDER EMBARGO: not published. EXERCISE: invented states, invented figures."
    )
    assert [name for name in book.sheetnames[1:] if not name.startswith(LABEL)] == []
    files = {
        kind: site.client.get(f"/download/country-timeline.{kind}?page=/countries/XAA&{query}")
        for kind in ("csv", "xlsx", "svg")
    }
    assert {each.headers["Content-Disposition"].count("-draft.") for each in (answer, *files.values())} == {1}
    assert LABEL in files["csv"].get_data(as_text=True)
    assert load_workbook(io.BytesIO(files["xlsx"].data)).worksheets[0]["A1"].value.startswith(LABEL)
    plain = site.client.get("/countries/XAA/everything.xlsx?lang=en")
    assert load_workbook(io.BytesIO(plain.data))["Read me"]["A1"].value.startswith("EXERCISE")
    assert "-draft" not in plain.headers["Content-Disposition"]
