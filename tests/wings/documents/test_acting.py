"""What acts in a PDF or a Word document is found wherever it is; what can be read in two ways counts as acting."""

import zipfile
from pathlib import Path

import pytest

from tests.pdf_files import CATALOGUE, HIDDEN, packed, pdf
from wings.documents.acting import acts

PDF = pdf()
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'


def kept(path: Path, content: bytes) -> bool:
    """Return whether a file is kept: what ends the process that reads it is not."""
    path.write_bytes(content)
    try:
        return not acts(path)
    except Exception:  # noqa: BLE001 - whatever the libraries raise
        return False


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(pdf(HIDDEN), id="script"),
        pytest.param(pdf(HIDDEN.replace(b"JS", b"J#53").replace(b"Java", b"#4aava")), id="escaped"),
        pytest.param(pdf(b"%stream\n" + HIDDEN + b"\n%endstream"), id="between comments"),
        pytest.param(pdf(before=b"%stream\n", trailer=b"/Info << /A << /S /Launch /F (cmd) >> >>"), id="launch"),
        pytest.param(pdf(CATALOGUE.replace(b"/OpenAction", b"/Names << /EmbeddedFiles 2 0 R >> /A")), id="file"),
        pytest.param(pdf(trailer=b"/Encrypt 2 0 R"), id="password"),
        pytest.param(packed(HIDDEN), id="packed"),
        pytest.param(packed(HIDDEN, b""), id="packed without a type"),
        pytest.param(PDF[:-40], id="cut"),
        pytest.param(PDF.replace(b"0000000009", b"0000000008"), id="wrong place"),
        pytest.param(PDF + b"startxref\n9\n", id="another end"),
        pytest.param(PDF.replace(b"xref\n0", b"xreg\n0"), id="no table"),
    ],
)
def test_a_pdf_that_acts_or_cannot_be_read_whole_is_not_kept(tmp_path: Path, content: bytes) -> None:
    assert not kept(tmp_path / "a.pdf", content)


def test_a_pdf_that_unpacks_without_end_is_not_kept(tmp_path: Path) -> None:
    assert not kept(tmp_path / "a.pdf", packed(CATALOGUE + b" " * 80_000_000))


@pytest.mark.parametrize(
    "content", [PDF, pdf(CATALOGUE.replace(b"/OpenAction", b"/JSON [(no script)] /OpenAction")), packed(CATALOGUE)]
)
def test_a_pdf_without_actions_is_kept(tmp_path: Path, content: bytes) -> None:
    assert kept(tmp_path / "a.pdf", content)


@pytest.mark.parametrize(
    ("instruction", "is_kept"),
    [
        ('<w:fldSimple w:instr=" DDEAUTO cmd"/>', False),
        (f"{BEGIN}<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r>", False),
        (f"{BEGIN}<w:instrText>PAGE</w:instrText>{BEGIN}<w:instrText>dde cmd</w:instrText>", False),
        (f"{BEGIN}<w:instrText>D</w:instrText><w:instrText>D&#69;<!-- -->AUTO cmd</w:instrText>", False),
        ('<w:fldSimple w:instr=" HYPERLINK https://example.org/added "/>', True),
        (f"{BEGIN}<w:r><w:instrText>HYPERLINK https://example.org/added</w:instrText></w:r>", True),
    ],
)
def test_a_field_of_word_may_not_ask_another_program(tmp_path: Path, instruction: str, *, is_kept: bool) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("word/document.xml", f'<w:p xmlns:w="urn:w">{instruction}</w:p>')
    assert kept(path, path.read_bytes()) is is_kept
