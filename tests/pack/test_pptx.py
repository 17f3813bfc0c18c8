"""The slides read back from the file: what is on them, that they are valid, and that an office program opens them."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from openpyxl import load_workbook
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from bukhara.exports.packs import WRITERS
from bukhara.exports.packs.pptx.master import BODY, FOOT_LEFT, LABEL, NUMBER, SOURCE
from bukhara.pack import PackChoice
from bukhara.pack.slides import Plots
from tests.pack.conftest import CASES
from tests.services import converted

WARNING = {"en": "EXERCISE: invented states, invented figures.", "ru": "УЧЕБНЫЙ ПРИМЕР: вымышленные государства"}


@pytest.fixture
def decks(packs, written):
    """Return the pack of a kind and language with its file."""
    return lambda kind, language: (packs(kind, PackChoice(languages=(language,))), written(kind, language, "pptx"))


def words_on(page) -> str:
    """Return every text of a page."""
    return "\n".join(shape.text_frame.text for shape in page.shapes if shape.has_text_frame)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_slides_charts_tables_and_notes_are_what_the_pack_says(decks, kind, language) -> None:
    pack, data = decks(kind, language)
    pages = list(Presentation(io.BytesIO(data)).slides)
    assert len(pages) == len(pack.slides)
    for page, slide in zip(pages, pack.slides, strict=True):
        blocks = slide.blocks
        native = [plot for block in blocks if isinstance(block, Plots) for plot in block.plots if plot.is_native]
        assert sum(shape.has_chart for shape in page.shapes) == len(native)
        assert not [shape for shape in page.shapes if shape.shape_type == 13], "a picture"
        notes = page.notes_slide.notes_text_frame.text
        assert all(text in notes for text in (*slide.notes.say, *slide.sources))
        assert page.shapes.title.text_frame.text == slide.title
        assert slide.label in words_on(page)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_numbers_of_charts_are_those_of_the_record_and_only_of_years(decks, record, invented, kind, language) -> None:
    pack, data = decks(kind, language)
    snapshot = {"record": record, "exercise": invented}[kind].snapshot()
    by_id = {figure.observation_id: figure for figure in snapshot.observations}
    pages = Presentation(io.BytesIO(data)).slides
    charts = 0
    for page, slide in zip(pages, pack.slides, strict=True):
        plots = [p for block in slide.blocks if isinstance(block, Plots) for p in block.plots if p.is_native]
        shapes = [shape for shape in page.shapes if shape.has_chart]
        for plot, shape in zip(plots, shapes, strict=True):
            charts += 1
            figures = [by_id[mark.figure.observation_id] for mark in plot.marks]
            assert all(figure.period.type.value == "year" for figure in figures)
            numbers = {f.period_start.year: f.value for f in figures if f.value is not None}
            book = load_workbook(io.BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
            rows = list(book.active.iter_rows(min_row=2, values_only=True))
            assert {day.year: value for day, value in rows if value is not None} == numbers
            assert [value for value in shape.chart.plots[0].series[0].values if value is not None] == [
                numbers[year] for year in sorted(numbers)
            ]
            assert shape.chart.value_axis.minimum_scale == 0
            description = shape._element.find(".//{*}cNvPr").get("descr")
            assert all(mark.text in description for mark in plot.marks)
    assert charts >= 5


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_page_has_number_release_language_and_warning(decks, kind, language) -> None:
    pack, data = decks(kind, language)
    for page in Presentation(io.BytesIO(data)).slides:
        text = words_on(page)
        assert pack.footers[language] in text
        assert (WARNING[language] in text) == (kind == "exercise")
        assert page._element.findall(".//{*}fld[@type='slidenum']")
        assert not [p for p in page.placeholders if p.has_text_frame and not p.text_frame.text]


def test_lists_are_large_enough_for_the_back_row(decks) -> None:
    _, data = decks("record", "en")
    runs = [
        run
        for page in Presentation(io.BytesIO(data)).slides
        for shape in page.placeholders
        if shape.placeholder_format.idx == BODY
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    # small letters are those of body and place, in a paler colour
    large = [run.font.size.pt for run in runs if run.font.color.type is None]
    assert min(large) >= 16
    assert sum(size >= 18 for size in large) > 0.8 * len(large)


@pytest.mark.parametrize(("kind", "language"), CASES[::3])  # each record and each language
def test_the_file_is_valid_by_the_schemas(decks, kind, language, tmp_path) -> None:
    path = tmp_path / "pack.pptx"
    path.write_bytes(decks(kind, language)[1])
    found = OpenXmlValidator().validate(path)
    assert [str(error) for error in found.errors] == []
    for page in Presentation(path).slides:
        ids = page.element.xpath("//p:cNvPr/@id")  # also of shapes in a group, at which the validator does not look
        assert len(ids) == len(set(ids)), page.shapes.title.text_frame.text


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_file_says_what_it_is_and_has_the_talk_and_the_annex_as_sections(decks, kind, language) -> None:
    pack, data = decks(kind, language)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        said = {name: archive.read(name).decode() for name in ("docProps/app.xml", "ppt/presentation.xml")}
        core = archive.read("docProps/core.xml").decode()
        assert not [name for name in archive.namelist() if re.search("thumbnail|printer", name)]
    application, presentation = said.values()
    numbers = {name: int(n) for name, n in re.findall(r"<(\w*Slides)>(\d+)<", application)}
    hidden = sum(slide.is_hidden for slide in pack.slides)
    assert numbers == {"Slides": len(pack.slides), "HiddenSlides": hidden}
    assert not re.search("python-pptx|Macintosh|4:3|4x3", application + presentation + core)
    found = re.findall(r'<p14:section name="([^"]*)".*?<p14:sldIdLst>(.*?)</p14:sldIdLst>', presentation)
    names = {"en": ["Talk", "Annex"], "ru": ["Выступление", "Приложение"]}[language]
    assert [(name, ids.count("<p14:sldId ")) for name, ids in found] == [
        (names[0], len(pack.slides) - hidden),
        (names[1], hidden),
    ]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_who_listens_to_a_slide_hears_its_source_last_and_what_is_drawn_before_lists(decks, kind, language) -> None:
    order = (0, LABEL, None, BODY, SOURCE, FOOT_LEFT, NUMBER)
    for page in Presentation(io.BytesIO(decks(kind, language)[1])).slides:
        read = [shape.placeholder_format.idx if shape.is_placeholder else None for shape in page.shapes]
        assert read == sorted(read, key=order.index)


def test_the_file_has_no_clock_and_names_nobody(decks) -> None:
    _, data = decks("exercise", "en")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        core = archive.read("docProps/core.xml").decode()
        outside = [archive.read(name) for name in archive.namelist() if name.endswith(".rels")]
        assert not [name for name in archive.namelist() if name.startswith("ppt/media")]
    assert re.findall(r"<dc:creator>(.*?)<", core) == ["Bukhara Monitor"]
    assert not [rels for rels in outside if b'TargetMode="External"' in rels]


def test_the_only_picture_is_the_code_of_the_address(packs) -> None:
    pack = replace(packs("exercise", PackChoice()), address="https://example.org")
    with zipfile.ZipFile(io.BytesIO(WRITERS["pptx"](pack))) as archive:
        assert len([name for name in archive.namelist() if name.startswith("ppt/media")]) == 1


def test_an_office_program_opens_it_with_a_page_for_each_slide(decks, tmp_path) -> None:
    pack, data = decks("record", "ru")
    path = tmp_path / "pack.pptx"
    path.write_bytes(data)
    form = 'pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}'
    pdf = converted(path, tmp_path, form).read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(pack.slides)
