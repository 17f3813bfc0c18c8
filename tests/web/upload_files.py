"""Workbooks to send: the template of a site, edited as staff edit it."""

import io
import re
from contextlib import closing
from functools import cache

import openpyxl
from werkzeug.test import EnvironBuilder

from bukhara.i18n.words import words_of
from bukhara.workbook.labels import label_of
from tests.filled_in import FilledIn
from tests.web.site_client import Site

TYPED = {
    "country": "XAA",
    "kind": "implementation",
    "state": "value",
    "status": "in_place",
    "since": "2026-05",
    "statement": "The plan was adopted.",
    "lang": "en",
    "body": "Ministry of Internal Affairs",
    "document_number": "12/345",
    "date": "2026-11-20",
    "revision_reason": "Letter 12/345",
}
"""A sentence of a letter as the form of one answer sends it."""


def template(site: Site, subject: str = "XAA") -> bytes:
    """Return the pre-filled workbook as the page hands it out."""
    answer = site.client.get(f"/upload/template/{subject}.xlsx")
    assert answer.status_code == 200
    return answer.data


@cache
def edited(content: bytes, *, nth: int = 0, was: str = "in_place", **cells: str) -> bytes:
    """Return the workbook with some columns changed in the nth last row whose status is `was`; many sites hand out the same."""
    book = FilledIn(content)
    shown = label_of("status", was, words_of("en"))
    rows = [row for row in book.rows()[::-1] if book.value(row, "status") in (was, shown)]
    book.write(rows[nth], **cells)
    return book.saved()


def send(site: Site, content: bytes, name: str = "XAA.xlsx", **more: str):
    """Send a file by the form and return the answer."""
    data = {"workbook": (io.BytesIO(content), name), **more}
    builder = EnvironBuilder("/upload", method="POST", data=data, content_type="multipart/form-data")
    environ = builder.get_environ()
    builder.close()
    with closing(environ["wsgi.input"]):  # werkzeug leaves the temporary file of a large form open
        return site.client.open(environ)


def sent(site: Site, content: bytes, name: str = "XAA.xlsx") -> str:
    """Send a file and return the address of its draft."""
    answer = send(site, content, name)
    assert answer.status_code == 303
    return answer.headers["Location"]


def changed(site: Site, subject: str = "XAA", **cells: str) -> str:
    """Send the template with one status changed and return the address of its draft."""
    wanted = {"status": "under_way", "revision_reason": "Letter 7", **cells}
    return sent(site, edited(template(site, subject), **wanted), f"{subject}.xlsx")


def book_of(*rows: list[object]) -> bytes:
    """Return a workbook of one sheet with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(made) -> bytes:
    """Return a workbook or a document as it is sent."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def text(html: str) -> str:
    """Return the words of a page, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
