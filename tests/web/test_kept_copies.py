"""The secretariat keeps copies of sources: who may have them, what is refused, and the list of what is to be read."""

import io
import re
import zipfile
import zlib
from html import unescape

import pytest

from bukhara.errors import NotAllowed, Refused
from bukhara.service.document_files import ACTING, NOT_KEPT, kind_of
from bukhara.service.documents import DocumentForm
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, commission, new_site

PAGE, SOURCE = "/documents", "/evidence/XAA-round-1"
SIGNED_IN = (commission("XAA"), commission("XAB"), ORGANISER, SECRETARIAT, ADMIN)
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction [2 0 R /Fit] >>\nendobj\n%%EOF\n"


def packed(objects: bytes) -> bytes:
    """Return a PDF whose objects are in a packed stream, beside a picture whose bytes happen to name an action."""
    body = zlib.compress(objects)
    return (
        PDF
        + b"3 0 obj\n<< /Length 9 >>\nstream\n/JS /JS /\nendstream\nendobj\n"
        + b"4 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n"
        + body
        + b"\nendstream\nendobj\n"
    )


@pytest.fixture
def site(tmp_path):
    """The exercise, seen by the secretariat."""
    return new_site(tmp_path, actor=SECRETARIAT)


def keep(site, content: bytes = PDF, **given: str) -> str:
    site.act(SECRETARIAT)
    data = {"source": "XAA-round-1", "file": (io.BytesIO(content), "../../evil.html"), **given}
    return unescape(site.client.post(f"{PAGE}/keep", data=data, follow_redirects=True).text)


def link(site, actor) -> str:
    """Return the address of the one copy that the page of the source offers somebody; empty without one."""
    site.act(actor)
    found = re.findall(r'href="(/(?:documents|copies)/[^"]+)"', site.html(SOURCE))
    assert len(found) < 2
    return found[0] if found else ""


def test_a_copy_is_had_by_whoever_is_signed_in_and_by_nobody_else(site) -> None:
    site.act(VIEWER)
    before = site.html(SOURCE)
    assert "The copy is kept." in keep(site, passage="The words of\nthe article.")
    for actor in SIGNED_IN:
        answer = site.client.get(link(site, actor))
        assert (answer.status_code, answer.data, answer.mimetype) == (200, PDF, "application/pdf")
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=bukhara-d")
        assert "evil" not in answer.headers["Content-Disposition"]
        assert "the article." in site.html(SOURCE)
    address = link(site, SECRETARIAT)
    site.act(VIEWER)
    assert site.html(SOURCE) == before
    assert "/sign-in?" in site.client.get(address).location
    assert site.client.get(address.replace("documents", "copies")).status_code == 404


def test_a_licence_gives_a_copy_to_everybody_at_once_until_it_is_removed(site) -> None:
    assert link(site, VIEWER) == ""
    keep(site, licence="CC BY 4.0")
    address = link(site, VIEWER)
    assert address.startswith("/copies/")
    assert site.client.get(address).data == PDF
    assert "CC BY 4.0" in site.html(SOURCE)
    site.act(SECRETARIAT)
    site.client.post(f"{PAGE}/remove", data={"document": address.rpartition("/")[2]})
    assert link(site, VIEWER) == ""
    assert site.client.get(address).status_code == 404
    recorded = [entry.action for entry in site.service.opened().audit()]
    assert [each for each in recorded if "document" in each] == ["document_added", "document_removed"]


def test_no_export_and_no_archive_has_anything_of_a_copy(site) -> None:
    keep(site, passage="Secret words of the article.")
    site.act(VIEWER)
    for address in ("/api/v1/sources", "/api/v1/evidence", "/countries/XAA/everything.xlsx", f"/releases/{1}.zip"):
        found = site.client.get(address)
        assert found.status_code == 200, address
        parts = [found.data]
        if found.data.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(found.data)) as archive:
                parts += [archive.read(name) for name in archive.namelist()]
        assert not any(b"Secret words" in part or PDF in part for part in parts), address


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"<html><script>alert(1)</script></html>", NOT_KEPT),
        (b"\xff\xfe\x00\x01", NOT_KEPT),
        (b"{\\rtf1 text}", NOT_KEPT),
        (b"PK\x03\x04 no archive", NOT_KEPT),
        (PDF.replace(b"/OpenAction", b"/JavaScript"), ACTING),
        (PDF.replace(b"/OpenAction", b"/J#53"), ACTING),
        (PDF.replace(b"/OpenAction", b"/Encrypt"), ACTING),
        (packed(b"1 0 << /S /Launch /F (cmd) >>"), ACTING),
        (packed(b"1 0 << /Names /EmbeddedFiles >>" + b" " * 1000), ACTING),
        (packed(b" " * 40_000_000), ACTING),
    ],
)
def test_what_acts_or_cannot_be_checked_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(content)
    assert refused.value.reason == reason


def test_documents_without_active_content_are_taken(site) -> None:
    assert kind_of(packed(b"1 0 << /Type /Page /JSON 1 >>")) == "pdf"
    assert kind_of(site.client.get("/countries/XAA/brief.pdf").data) == "pdf"
    assert kind_of(PDF + b"<<" * 5_000_000) == "pdf"
    form = site.service.word_form("XAA")
    assert kind_of(form) == "docx"
    assert kind_of("Статья 5. Комиссия".encode()) == "txt"
    macros = io.BytesIO(form)
    with zipfile.ZipFile(macros, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(Refused):
        kind_of(macros.getvalue())


def test_a_copy_needs_a_known_source_and_a_file_or_a_passage(site) -> None:
    assert "Please choose the source" in keep(site, source="no-such-source")
    assert "Please choose a file" in keep(site, content=b"")
    assert "Please print it into a new PDF." in keep(site, PDF.replace(b"/OpenAction", b"/JS"))
    assert site.service.documents.every(SECRETARIAT) == ()
    for actor in (VIEWER, ORGANISER, ADMIN, commission("XAA")):
        with pytest.raises(NotAllowed):
            site.service.documents.keep(actor, DocumentForm(source_id="XAA-round-1"), PDF)
        with pytest.raises(NotAllowed):
            site.service.documents.remove(actor, "d0")


def test_what_is_to_be_read_is_listed_until_it_is_removed(site) -> None:
    given = {"title": "Report of the fourth conference", "address": "javascript:alert(1)", "note": "BD-3, region"}
    page = unescape(site.client.post(f"{PAGE}/list", data=given, follow_redirects=True).text)
    assert all(text in page for text in given.values())
    assert 'href="javascript' not in page
    (listed,) = site.service.documents.every(SECRETARIAT)
    site.act(ORGANISER)
    assert "Remove from the list" not in site.html(PAGE)
    site.act(SECRETARIAT)
    site.client.post(f"{PAGE}/remove", data={"document": listed.document_id})
    assert "Report of the fourth conference" not in site.html(PAGE)


def test_conferences_without_a_report_are_named_until_there_is_one(tmp_path) -> None:
    site = new_site(tmp_path, actor=SECRETARIAT, real=True)
    read = site.read(PAGE)
    assert read.count("the record has no report of this conference.") == 5
    assert "Astana" not in read.split("Kept copies")[0]
