"""The page of a workbook before it is published: what is wrong, what would change, what to do next."""

import io
import re

import openpyxl
import pytest

from tests.web.desk_client import SECOND, SECRETARIAT, commission
from tests.web.upload_files import changed, edited, send, sent, template


def published(site, address: str, note: str = "Letter 7"):
    return site.client.post(f"{address}/publish", data={"note": note}, follow_redirects=True)


def test_a_wrong_cell_is_named_by_sheet_and_cell(site) -> None:
    told = site.read(sent(site, edited(template(site), status="perhaps")))
    assert "1 cell needs a correction" in told
    assert re.search(r"Statements!F\d+ to correct “perhaps”", told)


def test_nothing_can_be_confirmed_while_a_cell_is_wrong(site) -> None:
    address = sent(site, edited(template(site), status="perhaps"))
    assert 'id="confirm"' not in site.html(address)
    assert "Please correct them" in published(site, address).get_data(as_text=True)
    assert site.service.ready() == 2


def test_the_marked_workbook_is_handed_out(site) -> None:
    address = sent(site, edited(template(site), status="perhaps"))
    answer = site.client.get(f"{address}/marked.xlsx")
    assert answer.status_code == 200
    assert "XAA-marked.xlsx" in answer.headers["Content-Disposition"]


def test_a_document_that_is_no_workbook_is_met_with_what_to_press(site) -> None:
    answer = send(site, b"%PDF-1.7\n%%EOF\n", "letter.pdf")
    assert (answer.status_code, answer.location) == (303, "/upload")
    assert "This is a PDF document" in site.read("/upload")
    assert site.service.drafts.drafts(SECRETARIAT) == ()


def test_the_template_sent_back_unchanged_is_no_change(site) -> None:
    assert "No change" in site.read(sent(site, template(site)))


def test_old_and_new_stand_side_by_side(site) -> None:
    html = site.html(changed(site))
    assert "<del>in place</del>" in html
    assert "<ins>under way</ins>" in html


def test_the_preview_shows_tomorrow_beside_today(site) -> None:
    html = site.html(changed(site))
    preview = html[html.index('id="effect"') : html.index('id="confirm"')]
    assert "After publication" in preview
    assert "under way" in preview


def test_publishing_needs_a_note(site) -> None:
    answer = published(site, changed(site), note="  ")
    assert "Please write in the note" in answer.get_data(as_text=True)
    assert site.service.ready() == 2


def test_a_publication_names_release_receipts_and_changed_pages(site) -> None:
    html = published(site, changed(site)).get_data(as_text=True)
    assert "Published as release 3" in html
    for address in ("/receipt.pdf", "/receipt.xlsx", "/countries/XAA", "/releases/3/revert"):
        assert address in html


@pytest.mark.parametrize(("kind", "beginning"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_receipts_are_handed_out(site, kind, beginning) -> None:
    address = changed(site)
    published(site, address)
    answer = site.client.get(f"{address}/receipt.{kind}")
    assert answer.status_code == 200
    assert answer.data.startswith(beginning)


def test_the_second_of_two_sees_who_came_between_and_what_to_do(site) -> None:
    content = template(site)
    first = sent(site, edited(content, status="under_way", revision_reason="Letter 7"))
    site.act(SECOND)
    second = sent(site, edited(content, nth=1, status="planned", revision_reason="Letter 8"), "mine.xlsx")
    site.act(SECRETARIAT)
    published(site, first, "Letter 7 of the commission")
    site.act(SECOND)
    told = site.read(second)
    assert "Somebody published the same rows in between" in told
    assert "lena: “Letter 7 of the commission”" in told
    assert "Download the workbook of the newest release" in told
    assert "Publish now" not in told


def test_the_second_of_two_is_shown_his_own_changes_alone(site) -> None:
    content = template(site)
    first = sent(site, edited(content, status="under_way", revision_reason="Letter 7"))
    second = sent(site, edited(content, nth=1, status="planned", revision_reason="Letter 8"), "mine.xlsx")
    published(site, first)
    html = site.html(second)
    own = html[html.index("Your changes, to be copied") : html.index('id="confirm"')]
    assert "Letter 8" in own
    assert "Letter 7" not in own


def test_a_commission_sends_for_review_and_cannot_publish(site) -> None:
    site.act(commission("XAA"))
    address = changed(site)
    told = site.read(address)
    assert "Send for review" in told
    assert "Publish now" not in told
    assert published(site, address).status_code == 403


def test_an_approved_hour_is_named_with_its_zone(site) -> None:
    address = changed(site)
    site.client.post(f"{address}/submit", data={"note": "Letter 7"})
    hour = {"at": "hour", "date": "2026-11-25", "time": "09:30", "zone": "Asia/Almaty"}
    site.client.post(f"{address}/approve", data=hour)
    assert "25 November 2026, 09:30 (UTC+5), Asia/Almaty" in site.read(address)
    assert "Approved, not yet published" in site.read("/releases")


def test_a_draft_in_review_can_be_sent_back(site) -> None:
    address = changed(site)
    site.client.post(f"{address}/submit", data={"note": "Letter 7"})
    assert "Waiting for approval" in site.read(address)
    site.client.post(f"{address}/send-back", data={"note": "Which letter?"})
    assert "Ready: look at what would change" in site.read(address)


def test_a_withdrawn_draft_says_that_nothing_is_in_the_record(site) -> None:
    address = changed(site)
    site.client.post(f"{address}/withdraw")
    assert "Nothing of it is in the record" in site.read(address)


@pytest.mark.parametrize("tail", ["99", "0", "x", "1/2", "99999999999", "٣"])
def test_no_draft_no_page(site, tail) -> None:
    assert site.client.get(f"/upload/{tail}").status_code == 404


def test_a_step_on_no_draft_says_so(site) -> None:
    answer = site.client.post("/upload/99/publish", data={"note": "x"}, follow_redirects=True)
    assert answer.status_code in (404, 409)


def test_a_corrected_workbook_may_be_sent_from_the_page_of_the_first(site) -> None:
    address = sent(site, edited(template(site), status="perhaps"))
    answer = send(site, b"", "empty.xlsx", **{"from": address.rsplit("/", 1)[1]})
    assert answer.status_code == 303


def retyped(content: bytes) -> bytes:
    """Return the workbook as somebody retypes it: no hidden keys, one heading in their own words."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Statements"]
    sheet.delete_rows(1)
    column = next(cell for cell in sheet[1] if cell.value == "Next step")
    column.value = "What we plan"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_heading_of_ones_own_is_named_once_and_understood_from_then_on(site) -> None:
    address = sent(site, retyped(template(site)))
    assert "“What we plan” means" in site.read(address)
    meant = {"text": "What we plan", "column": "next_step"}
    told = site.client.post(f"{address}/heading", data=meant, follow_redirects=True).get_data(as_text=True)
    assert "Remembered." in told
    assert "“what we plan” is read as “Next step”" in told
    assert "“What we plan” means" not in told


def test_a_heading_can_be_forgotten_again(site) -> None:
    address = sent(site, retyped(template(site)))
    for column in ("next_step", ""):
        site.client.post(f"{address}/heading", data={"text": "What we plan", "column": column})
    assert "“What we plan” means" in site.read(address)
