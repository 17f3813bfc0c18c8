"""The right of reply and the look at a draft: own page, own words, seen by nobody else before they are published."""

import re
from pathlib import Path
from typing import Any

import pytest

from bukhara.model.codes import BodyKind
from bukhara.views.releases.workbook_changes import Sort
from tests.addresses import public_answers
from tests.pdf_text import pdf_text
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, Site, commission, new_site
from tests.web.upload_files import changed

OWN = "Мы видим это иначе, с 2019 года. QQ-OWN-WORDS"
XAA, XAB = commission("XAA"), commission("XAB")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return new_site(tmp_path, actor=XAA)


def give(site: Site, **changes: str) -> Any:
    values = {"item": "BD-7", "kind": "objection", "words": OWN, "lang": "ru", "body": "Ministry of Alfa"}
    values |= {"document_number": "12/3", "given_on": "2026-11-20"} | changes
    return site.client.post("/reply/give", data=values)


def published(site: Site) -> None:
    give(site)
    site.act(SECRETARIAT)
    assert site.client.post("/replies/publish", data={"country": "XAA"}).status_code == 303


def test_a_commission_sees_its_own_page_item_by_item(site: Site) -> None:
    html = site.html("/reply")
    assert all(f'id="{item.id}"' in html for item in site.service.framework().items)
    assert "Reply: Alfa" in html


def test_the_bodies_offered_are_those_of_the_state_alone(site: Site) -> None:
    offered = re.findall(
        r'<option value="([^"]+)"', site.html("/reply").split('<datalist id="own-bodies"')[1].split("</datalist>")[0]
    )
    assert "Ministry of the Interior of Alfa" in offered
    assert offered == [b.key for b in site.service.framework().bodies if (b.country, b.kind) == ("XAA", BodyKind.STATE)]


def test_before_it_is_published_it_is_in_no_byte_for_anybody_else(site: Site) -> None:
    give(site)
    for actor in (VIEWER, XAB, ORGANISER, ADMIN):
        site.act(actor)
        for address in (
            *(public_answers() if actor is VIEWER else ()),
            "/countries/XAA",
            "/countries/XAA?draft=0",
            "/themes/BD-7?draft=0",
        ):
            assert b"QQ-OWN-WORDS" not in site.client.get(address).get_data(), (actor.name, address)
        assert b"QQ-OWN-WORDS" not in site.drawn("/countries/XAA", "?draft=0").get_data()


def test_a_published_reply_is_word_for_word_beside_the_status(site: Site) -> None:
    published(site)
    site.act(VIEWER)
    for address in ("/countries/XAA", "/themes/BD-7", "/countries/XAA?lang=ru", "/contested"):
        html = site.html(address)
        assert f'<blockquote lang="ru">{OWN}</blockquote>' in html
        assert "Ministry of Alfa" in html
    assert "Reply of the state: it sees this differently" in site.html("/themes/BD-7")
    assert "Contested: objection by the state" in site.html("/")


def test_its_words_are_text_whatever_they_hold(site: Site) -> None:
    give(site, words="<script>alert(1)</script> & more", body='"><img src=x>')
    html = site.html("/reply")
    assert "<script>alert(1)" not in html
    assert "<img src=x>" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html


def test_an_incomplete_reply_says_what_is_missing_and_is_not_kept(site: Site) -> None:
    for changes, reason in (
        ({"kind": ""}, "Please choose confirm, comment, correct or object"),
        ({"words": ""}, "Please write the reply of the state"),
        ({"body": ""}, "Please name the institution"),
        ({"given_on": "yesterday"}, "“yesterday” is not read as a date"),
        ({"given_on": "2026-11-25"}, "is in the future"),
        ({"item": "BD-99"}, "no such theme"),
        ({"item": "BD-7\r\nSet-Cookie: a=b"}, "no such theme"),
    ):
        give(site, **changes)
        assert reason in site.html("/reply"), changes
        assert reason not in site.html("/reply"), "it is said once"
        assert site.service.replies.pending(XAA, "XAA") == ()


def test_a_commission_looks_at_its_own_page_as_it_will_be(site: Site) -> None:
    give(site)
    answer = site.client.get("/countries/XAA?draft=0")
    html = answer.get_data(as_text=True)
    assert "Preview: not published" in html
    assert OWN in html
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Preview: not published" not in site.html("/countries/XAA")
    assert OWN not in site.html("/countries/XAA")


def test_but_at_no_other_page(site: Site) -> None:
    give(site)
    for address in ("/countries/XAB", "/themes/BD-7", "/", "/evidence"):
        seen, plain = site.html(f"{address}?draft=0"), site.html(address)
        assert "Preview: not published" not in seen
        assert OWN not in seen
        assert "draft=" not in seen.split('id="main"')[-1]
        assert "draft=" not in plain


def test_a_workbook_on_its_way_is_seen_as_it_will_be_by_its_state_and_those_who_prepare_it(site: Site) -> None:
    draft = changed(site, statement="QQ-NEW-SENTENCE of the state")
    assert "was sent for review" not in site.html("/reply")
    site.client.post(f"{draft}/submit", data={"note": "Letter 7"})
    preview = f"/countries/XAA?draft={draft.rsplit('/', 1)[-1]}"
    assert "The workbook XAA.xlsx was sent for review" in site.html("/reply")
    for actor in (XAA, SECRETARIAT):
        site.act(actor)
        assert "QQ-NEW-SENTENCE" in site.html(preview)
        assert b"QQ-NEW-SENTENCE" in site.drawn("/countries/XAA", "?" + preview.split("?")[1]).get_data()
    for actor in (VIEWER, XAB, ORGANISER, ADMIN):
        site.act(actor)
        assert "QQ-NEW-SENTENCE" not in site.html(preview)
        assert "Preview: not published" not in site.html(preview)
        assert b"QQ-NEW-SENTENCE" not in site.drawn("/countries/XAA", "?" + preview.split("?")[1]).get_data()
    download = f"/download/country-by-status.csv?page=/countries/XAA&{preview.split('?')[1]}"
    site.act(XAA)
    assert site.client.get(download).headers["Cache-Control"] == "no-store"


def test_the_evidence_behind_a_preview_is_that_of_the_draft_for_its_own_state_alone(site: Site) -> None:
    draft = changed(site, statement="QQ-NEW-SENTENCE of the state")
    number = int(draft.rsplit("/", 1)[-1])
    (row,) = (
        each for each in site.service.drafts.beside(XAA, number).changes.of(Sort.CHANGED) if each.kind == "statement"
    )
    addresses = [f"/evidence/XAA/{row.item}?draft={number}", f"/evidence/{row.source_id}?draft={number}"]
    assert f"{addresses[0].split('?')[0]}?" in site.html(f"/countries/XAA?draft={number}")
    for actor, sees in ((XAA, True), (SECRETARIAT, True), (XAB, False), (VIEWER, False), (ADMIN, False)):
        site.act(actor)
        for address in addresses:
            html = site.html(address)
            assert ("Preview: not published" in html, "QQ-NEW-SENTENCE" in html) == (sees, sees)


def test_a_draft_of_the_secretariat_is_shown_to_the_commission_once_it_was_sent_for_review(site: Site) -> None:
    site.act(SECRETARIAT)
    draft = changed(site, statement="QQ-NEW-SENTENCE of the state")
    preview = f"/countries/XAA?draft={draft.rsplit('/', 1)[-1]}"
    site.act(XAA)
    assert "What is public about your state" in site.html("/reply")
    for address in ("/reply", preview, "/upload"):
        html = site.html(address)
        assert "QQ-NEW-SENTENCE" not in html
        assert "XAA.xlsx" not in html.replace("/upload/template/XAA.xlsx", "")
    assert site.client.get(draft).status_code == 404
    site.act(SECRETARIAT)
    site.client.post(f"{draft}/submit", data={"note": "Letter 7"})
    site.act(XAA)
    assert all("QQ-NEW-SENTENCE" in site.html(address) for address in ("/reply", preview))
    assert draft in site.html("/upload")


REVIEW = "Sent for review, not public"


def reviewed_part(site: Site) -> tuple[str, str]:
    """Return the one theme with content that was sent for review: what is public of it, and the rest."""
    (item,) = (part for part in site.html("/reply").split('<section class="card reply-item"') if REVIEW in part)
    public, _, sent = item.partition(REVIEW)
    return public, sent


def test_the_commission_sees_what_is_public_and_apart_from_it_what_was_sent_for_review(site: Site) -> None:
    draft = changed(site, statement="QQ-NEW-SENTENCE of the state")
    assert REVIEW not in site.html("/reply")
    site.client.post(f"{draft}/submit", data={"note": "Letter 7"})
    public, sent = reviewed_part(site)
    assert "in place" in public
    assert "QQ-NEW-SENTENCE" not in public
    assert "under way" in sent
    assert "QQ-NEW-SENTENCE" in sent


@pytest.mark.parametrize(
    ("chosen", "positions"), [(0, ("disagrees", "changed_since_reply")), (1, ("own_answer", "disagrees"))]
)
def test_it_says_which_of_the_two_its_reply_is_about(site: Site, chosen: int, positions: tuple[str, str]) -> None:
    draft = changed(site, statement="QQ-NEW-SENTENCE of the state")
    site.client.post(f"{draft}/submit", data={"note": "Letter 7"})
    public, sent = reviewed_part(site)
    item = public.split('id="')[1].split('"')[0]
    seen = re.findall(r'name="seen" value="(\w+)"', " ".join(sent.split()))
    assert len(set(seen)) == 2
    give(site, item=item, seen=seen[chosen])
    steps = (lambda: site.service.replies.publish(SECRETARIAT, "XAA"), lambda: publish(site, draft))
    for step, expected in zip(steps, positions, strict=True):
        step()
        rows = site.rows("progress", country="XAA", item=item)
        found = {row["position"] for row in rows if row["country"] == "XAA" and row["item"]}
        assert found == {expected}


def publish(site: Site, draft: str) -> None:
    number = int(draft.rsplit("/", 1)[-1])
    site.service.drafts.approve(SECRETARIAT, number)
    site.service.drafts.publish(SECRETARIAT, number, "as reviewed")


def test_a_theme_that_changed_since_the_page_was_opened_is_looked_at_again(site: Site) -> None:
    give(site, seen="0" * 16)
    assert "This theme was changed since the page was opened" in site.html("/reply")
    assert site.service.replies.pending(XAA, "XAA") == ()


def test_each_status_of_the_page_has_its_quote_and_place(tmp_path: Path) -> None:
    site = new_site(tmp_path, real=True, actor=commission("KGZ"))
    page_text = site.read("/reply").replace("\u00a0", " ")
    assert (
        "the establishment of the specialized working group within the Prosecutor General's Office in 2020" in page_text
    )
    assert "line 221" in page_text


def test_a_correction_is_shown_as_one_and_not_as_disagreement(site: Site) -> None:
    give(site, kind="correction", words="Order No. 45 of 12 May 2020.")
    site.act(SECRETARIAT)
    site.client.post("/replies/publish", data={"country": "XAA"})
    site.act(VIEWER)
    for address in ("/themes/BD-7", "/countries/XAA", "/evidence/XAA/BD-7"):
        html = site.html(address)
        assert "Reply of the state: correction" in html
        assert "sees it differently" not in html
    assert "Order No. 45" not in site.html("/contested")
    assert "Contested: the state" not in site.html("/")


def test_the_secretariat_looks_at_every_page_and_links_keep_the_draft(site: Site) -> None:
    give(site)
    site.act(SECRETARIAT)
    html = site.html("/themes/BD-7?draft=0")
    assert "Preview: not published" in html
    assert OWN in html
    assert "/countries/XAA?lang=en&amp;draft=0" in html
    assert OWN not in str(site.rows("evidence"))


def test_for_the_public_the_parameter_is_not_there(site: Site) -> None:
    give(site)
    site.act(VIEWER)
    without = _comparable(site.client.get("/countries/XAA").get_data())
    for asked in ("0", "1", "99", "x", "-1", "1e3", "9" * 30, "٣"):
        with_it = site.client.get("/countries/XAA", query_string={"draft": asked}).get_data()
        assert _comparable(with_it) == without, asked


def _comparable(page: bytes) -> bytes:
    return re.sub(rb'"end_id":"[^"]*"', b"", page)  # Dash draws it anew for every answer


def test_a_commission_objects_to_a_figure_where_it_stands_and_the_objection_stays_with_the_figure(site: Site) -> None:
    figure = next(each for each in site.service.snapshot().observations if each.country == "XAA" and each.value)
    public, form = f"/evidence/observation/{figure.observation_id}", f"/reply/figure/{figure.observation_id}"
    assert "/reply/figure/" in site.html("/reply")
    html = site.html(form)
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', html)
    entry = re.search(r'href="([^"]+)">Enter the right figure', html)[1].replace("&amp;", "&")
    assert f'name="indicator" value="{figure.indicator}"' in site.html(entry)
    assert give(site, item=figure.observation_id, seen=seen).status_code == 303
    assert OWN in site.html("/reply")
    site.act(VIEWER)
    assert OWN not in site.html(public) + site.html("/contested")
    site.act(SECRETARIAT)
    assert public in site.html("/replies")
    site.client.post("/replies/publish", data={"country": "XAA"})
    assert "Answer the objection to" in site.html("/sign-in")
    (reply,) = [each.reply_id for each in site.service.snapshot().replies if each.item == figure.observation_id]
    site.client.post("/replies/keep", data={"reply": reply, "reason": "QQ-REASON"})
    site.act(VIEWER)
    assert all(OWN in site.html(page) for page in (public, "/contested"))
    pages = ("/countries/XAA", "/countries/XAA?tab=figures", f"/statistics?measure={figure.indicator}", public)
    assert {page for page in pages if "the state disagrees with" not in site.html(page).lower()} == set()
    brief = pdf_text(site.client.get("/countries/XAA/brief.pdf?lang=en").data)
    assert "The state disagrees with a figure" in " ".join(brief.split())
    site.act(ORGANISER)
    slides = site.html(f"/panel/present?pack=1~~en~~~{figure.indicator}")
    assert "1 figure has an objection" in slides
    assert "Objection to a figure shown here: Alfa." in slides
    site.act(VIEWER)
    assert site.client.get(form).status_code == 401


def test_a_figure_of_another_state_has_no_form_and_takes_no_reply(site: Site) -> None:
    other = next(each.observation_id for each in site.service.snapshot().observations if each.country == "XAB")
    assert site.client.get(f"/reply/figure/{other}").status_code == 404
    give(site, item=other)
    assert site.service.replies.pending(XAA, "XAA") == ()
