"""A workbook from which rows were deleted: its page counts and lists them, names the pages that lose them, and asks."""

import io
import re
from pathlib import Path

import openpyxl

from tests.web import reading
from tests.web.desk_client import desk_site
from tests.web.upload_files import FIRST, KEYS, sent, template


def _without(content: bytes, count: int) -> bytes:
    """Return the template without its first answers that carry no status."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book["Statements"]
    column = {sheet.cell(KEYS, n).value: n for n in range(1, sheet.max_column + 1)}
    answered = [n for n in range(FIRST, sheet.max_row + 1) if sheet.cell(n, column["state"]).value == "answer given"]
    for row in reversed([n for n in answered if not sheet.cell(n, column["status"]).value][:count]):
        sheet.delete_rows(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _text(html: str, language: str = "en") -> str:
    return " ".join(reading.text(html, language))


def test_deleted_rows_are_listed_and_asked_about_before_they_are_taken_out(tmp_path: Path) -> None:
    site = desk_site(tmp_path)
    address = sent(site, _without(template(site), 2))
    html = site.html(address)
    shown = _text(html)
    assert "2 rows removed" in shown
    assert "Rows of the record are missing from this workbook (2)" in shown
    assert "Readers would see no change in statuses" not in shown
    assert re.search(r"Alfa ?: rows no longer shown: 2", shown)
    assert "Yes, take these rows out of the record: 2" in shown
    assert "Да, исключить эти строки из данных: 2" in _text(site.html(f"{address}?lang=ru"), "ru")
    form = {"note": "Letter 7", "seen": re.findall(r'name="seen"\s+value="([^"]+)"', html)[0]}
    refused = site.client.post(f"{address}/publish", data=form, follow_redirects=True)
    assert "Please confirm this with a tick" in refused.get_data(as_text=True)
    assert site.service.ready() == 2
    site.client.post(f"{address}/publish", data={**form, "removal": "2"})
    assert site.service.ready() == 3
