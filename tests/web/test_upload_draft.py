"""The page of a workbook before it is published: what is wrong, what would change, what to do next."""

import re
from pathlib import Path

import pytest

from bukhara.model.draft import DraftState
from tests.filled_in import KEYS, FilledIn
from tests.web import reading
from tests.web.site_client import SECOND, SECRETARIAT, Site, commission, new_site
from tests.web.upload_files import changed, edited, send, sent, template


def published(site, address: str, note: str = "Letter 7"):
    return site.client.post(f"{address}/publish", data={"note": note}, follow_redirects=True)


def test_a_wrong_cell_is_named_and_nothing_can_be_confirmed(site) -> None:
    address = sent(site, edited(template(site), status="perhaps"))
    page_text = site.read(address)
    assert "1 cell needs a correction" in page_text
    assert re.search(r"Statements!F\d+ to correct “perhaps”", page_text)
    assert 'id="confirm"' not in site.html(address)
    assert "Please correct them" in published(site, address).get_data(as_text=True)
    assert site.service.ready() == 2


def test_a_finding_leads_to_what_it_means(site) -> None:
    html = site.html(sent(site, edited(template(site), status="perhaps")))
    code = re.search(r'href="/upload/findings[^#"]*#([a-z-]+)"', html)[1]
    assert f'id="{code}"' in site.html("/upload/findings")


def test_warnings_of_one_cause_are_one_in_every_step(site) -> None:
    book = FilledIn(template(site))
    for row in [row for row in book.rows() if book.value(row, "status") == "in place"][:2]:
        book.write(row, body="Bureau of Alfa", revision_reason="Letter 7")
    address = sent(site, book.saved())
    draft = int(address.rsplit("/", 1)[1])
    found = [each for each in site.service.drafts.reading(SECRETARIAT, draft).findings if each.severity == "warning"]
    counts = re.findall(r"(\d+) warnings?;|the (\d+) warnings? of|found something \((\d+)\)", site.read(address))
    assert len(counts) == 3
    (n,) = {int("".join(each)) for each in counts}
    assert n < len(found)


def test_old_and_new_values_are_side_by_side(site) -> None:
    html = site.html(changed(site))
    asked = html.split('id="withdraw"')[1]
    assert ("/withdraw" in html.split('id="withdraw"')[0], "Yes, withdraw it" in asked) == (False, True)
    assert "<del>in place</del>" in html
    assert "<ins>under way</ins>" in html


def test_a_publication_names_release_receipts_and_changed_pages(site) -> None:
    html = published(site, changed(site)).get_data(as_text=True)
    assert "Published as release 3" in html
    for address in ("/receipt.xlsx", "/countries/XAA", "/releases/3/revert"):
        assert address in html


def test_the_second_of_two_sees_who_came_between_and_what_to_do(site) -> None:
    content = template(site)
    first = sent(site, edited(content, status="under_way", revision_reason="Letter 7"))
    site.act(SECOND)
    second = sent(site, edited(content, status="planned", revision_reason="Letter 8"), "mine.xlsx")
    site.act(SECRETARIAT)
    published(site, first, "Letter 7 of the commission")
    site.act(SECOND)
    page_text = site.read(second)
    assert "Somebody published the same rows in between" in page_text
    assert "lena: “Letter 7 of the commission”" in page_text
    assert "Download the workbook of the newest release" in page_text
    assert "Publish now" not in page_text


def test_an_approved_hour_is_named_with_its_zone(site) -> None:
    address = changed(site)
    site.client.post(f"{address}/submit", data={"note": "Letter 7"})
    site.client.post(f"{address}/approve", data=HOUR)
    draft = site.service.drafts.draft(SECRETARIAT, 1)
    assert (draft.state, draft.zone, f"{draft.publish_at:%H:%M}") == (DraftState.APPROVED, "Asia/Almaty", "04:30")
    assert "25 November 2026, 09:30 (UTC+5), Asia/Almaty" in site.read(address)
    assert "Approved, not yet published" in site.read("/releases")


def test_no_draft_no_page(site) -> None:
    for tail in ("99", "0", "x", "1/2", "99999999999", "٣"):
        assert site.client.get(f"/upload/{tail}").status_code == 404, tail


def test_a_corrected_workbook_that_is_sent_from_the_page_of_the_first_takes_its_place_and_says_so(site) -> None:
    address = sent(site, edited(template(site), status="perhaps"))
    origin = {"from": address.rsplit("/", 1)[1]}
    assert send(site, b"", "empty.xlsx", **origin).headers["Location"] == address
    right = send(site, edited(template(site), status="under_way", revision_reason="Letter 7"), "right.xlsx", **origin)
    assert "XAA.xlsx is withdrawn: this workbook takes its place." in site.read(right.headers["Location"])
    assert "A corrected workbook came in its place." in site.read(address)
    assert site.html("/upload").split('id="drafts"')[1].split("<details")[0].count("right.xlsx") == 1
    assert "XAA.xlsx" not in site.html("/upload").split('id="drafts"')[1].split("<details")[0]


def retyped(content: bytes) -> bytes:
    """Return the workbook as somebody retypes it: no hidden keys, one heading in their own words."""
    book = FilledIn(content)
    book.write(2, next_step="What we plan")
    book.sheet.delete_rows(KEYS)
    return book.saved()


def test_a_heading_of_ones_own_is_named_once_and_understood_until_it_is_forgotten(site) -> None:
    address = sent(site, retyped(template(site)))
    assert "“What we plan” means" in site.read(address)
    meant = {"text": "What we plan", "column": "next_step"}
    page_text = site.client.post(f"{address}/heading", data=meant, follow_redirects=True).get_data(as_text=True)
    assert "Remembered." in page_text
    assert "“what we plan” is read as “Next step”" in page_text
    assert "“What we plan” means" not in page_text
    site.client.post(f"{address}/heading", data={**meant, "column": ""})
    assert "“What we plan” means" in site.read(address)


def _marked(content: bytes, count: int) -> bytes:
    """Return the template with the mark of removal at its first answers that carry no status."""
    book = FilledIn(content)
    for row in book.rows(state="answer given", status=None)[:count]:
        book.write(row, answer_row="to be taken out of the record")
    return book.saved()


def _text(html: str, language: str = "en") -> str:
    return " ".join(reading.text(html, language))


def test_marked_rows_are_listed_and_asked_about_before_they_are_taken_out(tmp_path: Path) -> None:
    site = new_site(tmp_path)
    address = sent(site, _marked(template(site), 2))
    html = site.html(address)
    shown = _text(html)
    assert "2 rows removed" in shown
    assert "Rows are marked “to be taken out of the record” (2)" in shown
    assert "2 rows that differ, column by column" in shown
    assert "Yes, take these rows out of the record: 2" in shown
    assert "Да, исключить эти строки из данных: 2" in _text(site.html(f"{address}?lang=ru"), "ru")
    form = {"note": "Letter 7", "seen": re.findall(r'name="seen"\s+value="([^"]+)"', html)[0]}
    refused = site.client.post(f"{address}/publish", data=form, follow_redirects=True)
    assert "Please confirm this with a tick" in refused.get_data(as_text=True)
    assert site.service.ready() == 2
    site.client.post(f"{address}/publish", data={**form, "removal": "2"})
    assert site.service.ready() == 3


HOUR = {"date": "2026-11-25", "time": "09:30", "zone": "Asia/Almaty"}


@pytest.fixture
def in_review(tmp_path: Path) -> Site:
    """A workbook in review, as draft 1."""
    made = new_site(tmp_path)
    made.client.post(f"{changed(made)}/submit", data={"note": "Letter 7"})
    return made


def pressed(in_review: Site, button: str, **fields: str) -> str:
    answer = in_review.client.post(f"/upload/1/{button}", data={"note": "Letter 7", **fields}, follow_redirects=True)
    return answer.get_data(as_text=True)


def test_publish_with_an_hour_filled_in_asks_and_publishes_nothing(in_review: Site) -> None:
    assert "A day or a time is filled in" in pressed(in_review, "publish", **HOUR)
    assert in_review.service.ready() == 2
    assert in_review.service.drafts.draft(SECRETARIAT, 1).state is DraftState.IN_REVIEW


@pytest.mark.parametrize("button", ["approve", "publish"])
def test_half_an_hour_given_is_asked_about(in_review: Site, button: str) -> None:
    for half in ({"date": "2026-11-25"}, {"time": "09:30"}, {"date": "soon", "time": "09:30"}):
        page = pressed(in_review, button, **half)
        assert "Please give the day and the time" in page or "A day or a time is filled in" in page
        assert in_review.service.drafts.draft(SECRETARIAT, 1).state is DraftState.IN_REVIEW


def test_a_commission_sends_for_review_cannot_publish_and_is_not_spoken_to_as_if_it_did(site) -> None:
    site.act(commission("XAA"))
    assert "the secretariat, which alone publishes" in site.read("/upload")
    address = changed(site)
    page_text = site.read(address)
    assert "Only the secretariat publishes." in page_text
    assert "rows unchanged" in page_text
    assert "Send for review" in page_text
    for words in ("5. Confirm", "Before it is published", "Publish now"):
        assert words not in page_text
    assert published(site, address).status_code == 403
    site.client.post(f"{address}/submit", data={"note": "Letter 7"})
    sent_on = site.read(address)
    assert "The secretariat has it" in sent_on
    assert "Sent to the secretariat" in sent_on
    assert "Before you send it" not in sent_on
    assert "Look through and approve" not in site.read("/upload")
    site.act(SECRETARIAT)
    assert "Look through and approve" in site.read("/upload")
    assert "5. Confirm" in site.read(address)
