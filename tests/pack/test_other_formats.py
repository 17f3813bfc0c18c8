"""The brief and the printed brief read back; and what all formats must keep to."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from bukhara.cli import main
from bukhara.exports.packs import WRITERS
from bukhara.exports.packs.to_pdf import contents
from bukhara.exports.records import observations
from bukhara.i18n.words import words_of
from bukhara.pack import PackChoice
from bukhara.pack.notes import quote_lines
from bukhara.pack.sections import heading_of, sections, summary
from bukhara.pack.slides import Plots, Points, Quote, SlideKind, SlidePoint
from bukhara.pack.tables import SlideChanges, SlideMatrix, TextTable
from tests.pack.conftest import CASES
from tests.pack.test_running_order import DISCOURTEOUS


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_figures_of_slides_are_those_of_the_api(packs, record, invented, kind, language) -> None:
    table = observations({"record": record, "exercise": invented}[kind].snapshot())
    api = {row["observation_id"]: row for row in (dict(zip(table.columns, row, strict=True)) for row in table.rows)}
    slides = packs(kind, PackChoice(languages=(language,))).slides
    plots = [p for slide in slides for block in slide.blocks if isinstance(block, Plots) for p in block.plots]
    marks = [(plot.country, mark) for plot in plots for mark in (*plot.marks, *plot.beside)]
    assert marks
    for country, mark in marks:
        own = {name: value if value != "" else None for name, value in api[mark.observation_id].items()}
        day = mark.start.isoformat() if mark.start else None
        shown = (country, mark.value, mark.state, mark.qualifier, day)
        assert shown == tuple(own[n] for n in ("country", "value", "state", "qualifier", "period_start"))


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_brief_has_headings_captions_and_a_table_of_contents(packs, written, kind, language) -> None:
    pack, data = packs(kind, PackChoice(languages=(language,))), written(kind, language, "docx")
    brief, found = Document(io.BytesIO(data)), sections(pack.slides, language)
    headings = [p.text for p in brief.paragraphs if p.style.name == "Heading 1"]
    own = [heading_of(section) for section in found if section.kind is not SlideKind.TITLE]
    assert headings[: len(own)] == own
    tables = sum(
        isinstance(block, SlideChanges | SlideMatrix | TextTable | Plots)
        for section in found
        for block in section.blocks
    )
    captions = [p for p in brief.paragraphs if p.style.name == "Caption"]
    assert len(brief.tables) == len(captions) == tables
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    assert "TOC " in xml
    assert len(re.findall("SEQ Table", xml)) == tables
    assert len(re.findall("<w:tblHeader", xml)) == tables
    assert len(re.findall("<w:cantSplit", xml)) == sum(len(table.rows) for table in brief.tables)
    assert "<w:updateFields" in zipfile.ZipFile(io.BytesIO(data)).read("word/settings.xml").decode()
    said = [p.text for p in brief.paragraphs if p.style.name == "List Bullet"]
    messages = summary(found, language)[1:]
    assert said[: len(messages)] == list(messages)
    assert len(messages) > 5
    head = "".join(p.text for p in brief.sections[0].header.paragraphs)
    assert bool(head) == (kind == "exercise")


@pytest.mark.parametrize(("kind", "language"), [("record", "ru"), ("exercise", "en")])
def test_the_brief_is_valid_by_the_schemas(written, kind, language, tmp_path) -> None:
    path = tmp_path / "pack.docx"
    path.write_bytes(written(kind, language, "docx"))
    errors = [e for e in OpenXmlValidator().validate(path).errors if e.severity.name == "ERROR"]
    assert [str(error) for error in errors] == []


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_printed_brief_is_tagged_and_has_every_section(packs, written, kind, language) -> None:
    data = written(kind, language, "pdf")
    assert b"/StructTreeRoot" in data
    assert b"/Marked true" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert f"/Lang ({language})".encode() in data or f"<dc:language><rdf:Bag><rdf:li>{language}".encode() in data
    printed = contents(packs(kind, PackChoice(languages=(language,))))
    assert [slide["title"] for slide in printed["slides"]] == [
        heading_of(section) for section in sections(packs(kind, PackChoice(languages=(language,))).slides, language)
    ]
    assert bool(printed["warning"]) == (kind == "exercise")


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_format_is_the_same_bytes_twice(packs, written, form) -> None:
    assert WRITERS[form](packs("exercise", PackChoice(languages=("en",)))) == written("exercise", "en", form)


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_a_pack_of_one_state_names_what_is_open_and_what_to_say(packs, record, invented, kind) -> None:
    framework = {"record": record, "exercise": invented}[kind].framework()
    for country in framework.countries:
        pack = packs(kind, PackChoice(country=country.code))
        kinds = list(dict.fromkeys(slide.kind for slide in pack.slides))
        assert {SlideKind.TITLE, SlideKind.COUNTRY, SlideKind.MISSING, SlideKind.SPEAKING} <= set(kinds)
        assert kinds == [each for each in SlideKind if each in kinds]
        speaking = next(slide for slide in pack.slides if slide.kind is SlideKind.SPEAKING)
        assert len(speaking.blocks[0].points) == 3
        plots = [p for s in pack.slides for b in s.blocks if isinstance(b, Plots) for p in b.plots]
        assert {plot.country for plot in plots} <= {country.code}
        assert not [s.title for s in pack.slides if DISCOURTEOUS.search(s.title)]


def test_who_gave_the_statuses_is_said_once_in_each_section_of_a_document(packs) -> None:
    pack = packs("exercise", PackChoice())
    found = sections(pack.slides, "en")
    assert [s.subject for s in found if s.label and s.label in s.notes.cautions] == []
    assert sum("Statuses, " in s.label for s in found) > 1


def test_a_choice_that_is_not_known_gives_the_usual_pack(packs) -> None:
    odd = packs("record", PackChoice(country="XXX", languages=("xx",), countries=("QQQ",), themes=(), measures=()))
    assert odd.slides == packs("record", PackChoice()).slides


def test_text_of_a_source_cannot_break_a_file(packs) -> None:
    pack = packs("exercise", PackChoice(languages=("en",)))
    odd = Points(
        "", (SlidePoint(text="=1+1 \x00\x0b <b>&amp; #eval \ud800 {{7*7}} 漢字 😀", about="#strong[x]", source="@x"),)
    )
    slide = replace(pack.slides[0], blocks=(odd,), title="#let \x01 <x>")
    for form, write in WRITERS.items():
        assert write(replace(pack, slides=(slide,))), form


@pytest.mark.parametrize("form", ["pptx", "docx", "pdf", "slides.pdf"])
def test_the_command_writes_each_format(record, monkeypatch, tmp_path, form) -> None:
    monkeypatch.setattr("bukhara.cli.options.current_service", lambda: record)
    path = tmp_path / f"pack.{form}"
    with pytest.raises(SystemExit) as end:
        main(
            [
                "pack",
                "--format",
                form,
                "--country",
                "kaz",
                "--lang",
                "ru",
                "--conference",
                "astana-2023",
                "-o",
                str(path),
            ]
        )
    assert end.value.code in (None, 0)
    assert path.read_bytes()[:2] in (b"PK", b"%P")


@pytest.mark.parametrize(
    "wrong", [("--format", "pptc"), ("--lang", "xx"), ("--conference", "oslo"), ("--country", "NOR")]
)
def test_the_command_names_what_can_be_chosen(record, monkeypatch, tmp_path, capsys, wrong) -> None:
    monkeypatch.setattr("bukhara.cli.options.current_service", lambda: record)
    with pytest.raises(SystemExit) as end:
        main(["pack", "--format", "pptx", "-o", str(tmp_path / "x.pptx"), *wrong])
    assert end.value.code == 64
    assert "choose among" in capsys.readouterr().err
    assert not (tmp_path / "x.pptx").exists()


def test_a_workbook_is_refused_with_the_way_to_the_figures(record, monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setattr("bukhara.cli.options.current_service", lambda: record)
    with pytest.raises(SystemExit) as end:
        main(["pack", "--format", "xlsx", "-o", str(tmp_path / "x.xlsx")])
    assert end.value.code == 64
    said = re.sub(r"[│\s]+", " ", capsys.readouterr().err)
    assert "bukhara export observations --format xlsx -o FILE" in said
    assert list(tmp_path.iterdir()) == []
    command = ["export", "observations", "--format", "xlsx", "-o", str(tmp_path / "x.xlsx")]
    with pytest.raises(SystemExit):
        main(command)
    assert (tmp_path / "x.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_section_names_each_source_once_with_its_places(packs, language) -> None:
    slides = packs("record", PackChoice(languages=(language,))).slides
    for section in sections(slides, language):
        own = [line for slide in slides if slide.subject == section.subject for line in slide.sources]
        titles = [re.sub(r", \w+\u00a0[\d, ]+$", "", line) for line in section.sources]
        assert len(titles) == len(set(titles)), section.id
        if section.kind is not SlideKind.SOURCES:
            assert {n for line in own for n in re.findall(r"\d+", line)} == {
                n for line in section.sources for n in re.findall(r"\d+", line)
            }


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_a_slide_cites_only_the_sources_of_what_it_shows(packs, kind, language) -> None:
    slides = packs(kind, PackChoice(languages=(language,))).slides
    ours = (SlideKind.TITLE, SlideKind.QUESTIONS, SlideKind.ALL_QUESTIONS)
    without = {line for slide in slides if slide.kind in ours for line in slide.sources}
    this_record = words_of(language)("this record, release {n}", n="")
    assert [this_record in line for line in without] == [True]
    for state in (slide for slide in slides if slide.kind is SlideKind.COUNTRY):
        own = state.title.split(":")[0] if kind == "exercise" else ""
        assert len(state.sources) == 1, state.id
        assert own in state.sources[0]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_source_that_a_slide_cites_is_listed_with_its_address_as_a_link(packs, written, kind, language) -> None:
    slides = packs(kind, PackChoice(languages=(language,))).slides
    listed = [p for slide in slides if slide.kind is SlideKind.SOURCES for p in slide.blocks[0].points]
    ours = (SlideKind.TITLE, SlideKind.GUIDE, SlideKind.QUESTIONS, SlideKind.ALL_QUESTIONS, SlideKind.SOURCES)
    cited = {line for slide in slides if slide.kind not in ours for line in slide.sources}
    titles = {point.text for point in listed}
    assert [line for line in cited if not any(title in line for title in titles)] == []
    assert [title for title in titles if not any(title in line for line in cited)] == []
    addresses = {point.address for point in listed if point.address}
    assert bool(addresses) == (kind == "record")
    assert all(point.source.endswith(point.address) for point in listed)
    for form in ("pptx", "docx"):
        with zipfile.ZipFile(io.BytesIO(written(kind, language, form))) as archive:
            rels = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".rels"))
        outside = re.findall(r'Target="([^"]*)" TargetMode="External"', rels)
        assert {address.replace("&amp;", "&") for address in outside} == addresses, form
    html = written(kind, language, "html").decode()
    assert {each.replace("&amp;", "&") for each in re.findall(r'<a class="source" href="([^"]*)"', html)} == addresses
    for form in ("pdf", "slides.pdf"):
        uris = re.findall(rb"/URI ?\(((?:[^()\\]|\\.)*)\)", written(kind, language, form))
        assert {uri.decode().replace("\\", "") for uri in uris} == addresses, form


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_brief_has_each_quote_once_and_loses_none(packs, language) -> None:
    slides = packs("record", PackChoice(country="KAZ", languages=(language,))).slides
    once = [quote for section in sections(slides, language) for quote in section.notes.quotes]
    on_slides = [quote for slide in slides for quote in slide.notes.quotes]
    assert len(once) == len(set(once)) < len(on_slides)
    assert set(once) == set(on_slides)


def test_quotes_that_follow_each_other_name_their_source_once() -> None:
    quotes = [
        Quote(text, "Ministry", title, "line 1") for text, title in (("a", "Report"), ("b", "Report"), ("c", "Law"))
    ]
    assert quote_lines(quotes) == (
        "“a” — Ministry; Report, line 1",
        "“b” — Ministry; line 1",
        "“c” — Ministry; Law, line 1",
    )
