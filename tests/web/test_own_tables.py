"""A ministry's own workbook at the page: what was understood, what is asked, what is taken, what is remembered."""

import io
import json
import re

import openpyxl
import pytest

from tests.web.desk_client import SECRETARIAT, commission, desk_site
from tests.web.upload_files import sent, template

SOURCE = {"title": "Form 1", "body": "Ministry of the Interior of Alfa", "date": "2026-11-20", "document_number": "7"}


def own_file(*years: int, raids: int = 5) -> bytes:
    book = openpyxl.Workbook()
    for row in (
        ["Показатель", *years],
        ["Осуждено лиц", *(10 + n for n, _ in enumerate(years))],
        ["из них женщин", *["-" for _ in years]],
        ["Проведено рейдов", *[raids for _ in years]],
    ):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return desk_site(tmp_path_factory.mktemp("own-tables"))


@pytest.fixture
def site(shared):
    shared.act(commission("XAA"))
    return shared


def text(html: str) -> str:
    """Return the words of a page, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def filled(html: str) -> dict[str, list[str]]:
    """Return what the form of a page would send, as a browser without scripts does."""
    form: dict[str, list[str]] = {}
    for tag, name, rest in re.findall(
        r'<(select|input)\b[^>]*?\bname="(t\d[^"]*)"(.*?)(?=<(?:select|input|button))', html, re.S
    ):
        wanted = r'value="([^"]*)" selected' if tag == "select" else r'value="([^"]*)"'
        found = re.search(wanted, rest)
        form.setdefault(name, []).append(found[1] if found else "")
    return form


def test_what_is_understood_is_filled_in_and_what_is_not_is_asked_then_remembered(site) -> None:
    content = own_file(2022, 2023)
    draft = sent(site, content, "МВД.xlsx")
    page = f"{draft}/tables"
    assert f'href="{page}"' in site.html(draft)
    assert "Осуждено лиц" in text(site.html(f"{page}?lang=ru"))
    html = site.html(page)
    assert "2 numbers would be taken, 4 are asked about" in text(html)
    form = filled(html)
    assert (form["t0-h0"], form["t0-p1-end"]) == (["period", ""], ["2023-12-31"])
    refused = site.client.post(page, data={**form, **SOURCE, "do": "make"})
    assert "Some cells are still asked about" in text(refused.get_data(as_text=True))
    raids = next(name for name in form if form[name] == ["", ""])
    form |= {raids: ["leave"], "t0-g0": ["zero"]}
    shown = site.client.post(page, data={**form, "do": "show"}).get_data(as_text=True)
    assert "4 numbers would be taken" in text(shown)
    assert filled(shown)["t0-g0"] == ["zero"]
    unnamed = site.client.post(page, data={**form, **SOURCE, "body": "", "do": "make"})
    assert "Please name the institution" in text(unnamed.get_data(as_text=True))
    taken = site.client.post(page, data={**form, **SOURCE, "do": "make"})
    assert (taken.status_code, taken.headers["Location"]) == (303, draft)
    number = int(draft.rsplit("/", 1)[1])
    rows = site.service.drafts.reading(SECRETARIAT, number).observations
    assert [(row.sex, row.value, row.source_locator) for row in rows] == [
        ("", 10.0, "Sheet!B2"), ("", 11.0, "Sheet!C2"), ("female", 0.0, "Sheet!B3"), ("female", 0.0, "Sheet!C3"),
    ]  # fmt: skip
    assert f'href="{page}"' in site.html(draft)
    assert site.client.get(f"{draft}/file").data == content
    assert sent(site, content) == draft
    entry = next(each for each in site.service.opened().audit()[::-1] if each.action == "draft_map")
    detail = json.loads(entry.detail)
    assert (detail["figures"], detail["left_out"]) == (4, 2)
    # the next file of the same form, with another year
    later = f"{sent(site, own_file(2022, 2023, 2024))}/tables"
    assert "Filled in as you chose" in site.html(later)
    assert "6 numbers would be taken" in text(site.html(later))
    site.act(commission("XAB"))
    assert "2 numbers would be taken" not in text(site.client.get(page).get_data(as_text=True))
    assert "Filled in as you chose" not in site.html(f"{sent(site, own_file(2023))}/tables")


def test_a_draft_that_was_sent_on_or_is_ours_is_not_mapped(site) -> None:
    ours = sent(site, template(site))
    assert "This is our own workbook" in site.html(f"{ours}/tables")
    before = site.service.drafts.reading(SECRETARIAT, int(ours.rsplit("/", 1)[1]))
    answer = site.client.post(f"{ours}/tables", data={**SOURCE, "do": "make"})
    assert answer.status_code == 200
    assert site.service.drafts.reading(SECRETARIAT, int(ours.rsplit("/", 1)[1])) == before
    assert site.client.get("/upload/99999/tables").status_code == 404


def test_a_file_without_a_table_leads_to_the_answer_page_and_the_template(site) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Сообщаем, что осуждённых не было."
    out = io.BytesIO()
    book.save(out)
    html = site.html(f"{sent(site, out.getvalue())}/tables")
    assert "No table of numbers" in html
    assert all(f'href="{address}' in html for address in ("/upload/answer", "/upload#template"))
