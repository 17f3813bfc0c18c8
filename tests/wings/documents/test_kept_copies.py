"""The secretariat keeps copies of sources: who may have them, what is refused, and the conferences without a report."""

import io
import re
import zipfile
from html import unescape

import pytest
from docx import Document

from bukhara.errors import NotAllowed, Refused
from tests.addresses import of_tables
from tests.pdf_files import HIDDEN, packed, pdf
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, VIEWER, commission, new_site
from wings.documents.documents import Documents
from wings.documents.files import ACTING, NOT_KEPT, kind_of

PAGE, SOURCE = "/documents", "/evidence/XAA-round-1"
SIGNED_IN = (commission("XAA"), commission("XAB"), ORGANISER, SECRETARIAT, ADMIN)
PDF = pdf()


def letter() -> bytes:
    """Return a Word document."""
    document, out = Document(), io.BytesIO()
    document.add_paragraph("Article 5. The commission.")
    document.save(out)
    return out.getvalue()


def word(instruction: str) -> bytes:
    """Return a Word document with more XML in its first paragraph."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(letter())) as form,
        zipfile.ZipFile(out, "w") as made,
    ):
        for name in form.namelist():
            part = form.read(name)
            if name == "word/document.xml":
                part = part.replace(b"</w:p>", instruction.encode() + b"</w:p>", 1)
            made.writestr(name, part)
    return out.getvalue()


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
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
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
    for address in (*of_tables("sources", "evidence"), "/countries/XAA/everything.xlsx", f"/releases/{1}.zip"):
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
        pytest.param(b"<html><script>alert(1)</script></html>", NOT_KEPT, id="page"),
        pytest.param(b"\xff\xfe\x00\x01", NOT_KEPT, id="bytes"),
        pytest.param(b"{\\rtf1 text}", NOT_KEPT, id="rtf"),
        pytest.param(b"PK\x03\x04 no archive", NOT_KEPT, id="archive"),
        pytest.param(pdf(HIDDEN), ACTING, id="script"),
        pytest.param(packed(HIDDEN, b""), ACTING, id="packed without a type"),
        pytest.param(PDF[:-40], ACTING, id="cut"),
    ],
)
def test_what_acts_or_cannot_be_read_whole_is_refused_with_the_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        kind_of(content)
    assert refused.value.reason == reason


def test_documents_without_active_content_are_taken(site) -> None:
    assert kind_of(PDF) == "pdf"
    assert kind_of(site.client.get("/countries/XAA/brief.pdf").data) == "pdf"
    form = letter()
    assert kind_of(form) == "docx"
    with pytest.raises(Refused):
        kind_of(word('<w:fldSimple w:instr="DDEAUTO cmd"/>'))
    assert kind_of("Статья 5. Комиссия".encode()) == "txt"
    macros = io.BytesIO(form)
    with zipfile.ZipFile(macros, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    with pytest.raises(Refused):
        kind_of(macros.getvalue())


def test_a_copy_needs_a_known_source_and_a_file_or_a_passage(site) -> None:
    assert "Please choose the source" in keep(site, source="no-such-source")
    assert "Please choose a file" in keep(site, content=b"")
    assert "Please print it into a new PDF." in keep(site, pdf(HIDDEN))
    assert site.service.part(Documents).every(SECRETARIAT) == ()
    for actor in (VIEWER, ORGANISER, ADMIN, commission("XAA")):
        with pytest.raises(NotAllowed):
            site.service.part(Documents).keep(actor, "XAA-round-1", PDF)
        with pytest.raises(NotAllowed):
            site.service.part(Documents).remove(actor, "d0")


def test_conferences_without_a_report_are_named_until_there_is_one(tmp_path) -> None:
    site = new_site(tmp_path, actor=SECRETARIAT, real=True)
    read = site.read(PAGE)
    assert read.count("the record has no report of this conference.") == 5
    assert "Astana" not in read.split("Kept copies")[0]
