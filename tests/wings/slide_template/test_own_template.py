"""Slides in a template of an organisation: its letters, colours and places, and what cannot be used refused."""

import io
import re
import zipfile
from dataclasses import replace

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from bukhara.cli import main
from bukhara.exports.packs.pptx import master, to_pptx
from bukhara.i18n.words import words_of
from bukhara.pack import PackChoice
from tests.wings.slide_template.templates import BESIDE_LOGO, PLACES, SMALL, THREE, template
from wings.slide_template.template import (
    HAS_LINKS,
    HAS_MACROS,
    NO_FILE,
    NO_PLACES,
    OTHER_SIZE,
    TOO_LARGE,
    TemplateRefused,
    opened,
)

MADE = THREE | {"small": SMALL}


@pytest.fixture(scope="module", params=list(zip(MADE, ("en", "ru", "ru", "en"), strict=True)), ids=str)
def deck(request, packs):
    name, language = request.param
    pack = packs("exercise", PackChoice(languages=(language,)))
    data = to_pptx(replace(pack, template=template(**MADE[name])))
    return name, pack, Presentation(io.BytesIO(data)), data


def inside(shape, box, most=0.5) -> bool:
    left, top, width, _ = box
    edges = (shape.left.pt, shape.top.pt, shape.left.pt + shape.width.pt)
    return left - most <= edges[0] and top - most <= edges[1] and edges[2] <= left + width + most


def test_titles_and_content_are_in_the_places_of_the_template(deck) -> None:
    name, pack, slides, _ = deck
    unit = 0.75 if name == "small" else 1.0
    title = BESIDE_LOGO if name == "logo" else PLACES["title"]
    title, body, row = ([edge * unit for edge in box] for box in (title, PLACES["body"], (66, 500, 828, 29)))
    assert len(slides.slides) == len(pack.slides)
    for page, slide in zip(slides.slides, pack.slides, strict=True):
        assert page.shapes.title.text_frame.text == slide.title
        assert inside(page.shapes.title, title), slide.id
        for shape in page.shapes:
            index = shape.placeholder_format.idx if shape.is_placeholder else None
            if index == master.LABEL:
                assert inside(shape, title), slide.id
            elif index in (master.FOOT_LEFT, master.NUMBER):
                assert inside(shape, row), slide.id
            elif index != 0:
                assert inside(shape, body), (slide.id, shape.name)


def sizes(slides) -> set[int]:
    """Return the sizes of letters in hundredths of a point, of text and of charts."""
    charts = [shape.chart.element for page in slides.slides for shape in page.shapes if shape.has_chart]
    runs = [run for page in slides.slides for run in page.element.iter(qn("a:rPr"))]
    runs += [run for chart in charts for run in chart.iter(qn("a:rPr"), qn("a:defRPr"))]
    return {int(run.get("sz")) for run in runs if run.get("sz")}


def test_letters_are_as_large_on_smaller_slides_of_16_9_as_on_ours(packs) -> None:
    pack = packs("exercise", PackChoice())
    usual, small = (
        sizes(Presentation(io.BytesIO(to_pptx(replace(pack, template=template(**made)))))) for made in ({}, SMALL)
    )
    assert all(min(abs(size - each * 0.75) for each in usual) <= 1 for size in small)
    assert len(small) == len(usual)


def test_letters_and_colours_of_text_are_those_of_the_theme(deck) -> None:
    name, _, slides, _ = deck
    (theme,) = {rel.target_part for rel in slides.slide_masters[0].part.rels.values() if rel.reltype.endswith("theme")}
    assert name != "typeface" or b'typeface="Georgia"' in theme.blob
    fonts = {font.get("typeface") for page in slides.slides for font in page.element.iter(qn("a:latin"))}
    assert fonts == set()
    own = {colour.get("val") for page in slides.slides for colour in page.element.iter(qn("a:srgbClr"))}
    assert ("8A5312" in own, "F0A95B" in own) == ((False, True) if name == "dark" else (True, False))
    assert "1C2430" not in own or name != "dark"


def test_an_exercise_says_so_on_every_slide_of_a_template(deck) -> None:
    _, pack, slides, _ = deck
    warning = pack.warnings[pack.languages[0]]
    for page in slides.slides:
        (foot,) = [s for s in page.placeholders if s.placeholder_format.idx == master.FOOT_LEFT]
        assert warning in foot.text_frame.text


def test_our_layouts_are_below_its_master_and_its_slides_are_gone(deck) -> None:
    _, pack, slides, data = deck
    words = words_of(pack.languages[0])
    names = [layout.name for layout in slides.slide_layouts]
    assert names[-len(master.LAYOUTS) :] == [words(name) for name, _, _ in master.LAYOUTS.values()]
    assert len(names) > len(master.LAYOUTS)
    texts = [s.text_frame.text for page in slides.slides for s in page.shapes if s.has_text_frame]
    assert "A slide of the template" not in texts
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert len([n for n in file.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]) == len(pack.slides)


def test_a_template_makes_a_valid_file(deck, tmp_path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(deck[-1])
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []


def test_slides_of_4_3_are_filled_to_their_source_and_keep_round_marks(packs) -> None:
    stream, pack = io.BytesIO(), packs("record", PackChoice())
    Presentation().save(stream)
    slides = Presentation(io.BytesIO(to_pptx(replace(pack, template=stream.getvalue()))))
    for page, slide in list(zip(slides.slides, pack.slides, strict=True))[1:]:
        (source,) = [s for s in page.placeholders if s.placeholder_format.idx == master.SOURCE]
        assert source.top + source.height > slides.slide_height * 0.85, slide.id
        for group in (shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP):
            inner = group._element.grpSpPr.xfrm.chExt
            across, down = group.width / inner.cx, group.height / inner.cy
            marks = [shape for shape in group.shapes if shape.name.startswith("Oval")]
            assert all(abs(mark.width * across - mark.height * down) < Pt(1) for mark in marks), slide.id


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as file:
        file.writestr(name, content)
    return stream.getvalue()


def without_places() -> bytes:
    slides = Presentation(io.BytesIO(template()))
    for shape in list(slides.slide_masters[0].placeholders):
        shape.element.getparent().remove(shape.element)
    stream = io.BytesIO()
    slides.save(stream)
    return stream.getvalue()


LINK = b'<Relationships><Relationship Id="x" Type="image" TargetMode="External" Target="https://x.example/a.png"/></Relationships>'


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda: b"no zip", NO_FILE),
        (lambda: with_part(template()[:400], "x", b""), NO_FILE),
        (lambda: b"0" * 5_000_001, TOO_LARGE),
        (lambda: with_part(template(), "ppt/x.bin", bytes(101_000_000)), TOO_LARGE),
        (lambda: with_part(template(), "ppt/vbaProject.bin", b"x"), HAS_MACROS),
        (lambda: with_part(template(), "ppt/embeddings/oleObject1.bin", b"x"), HAS_MACROS),
        (lambda: with_part(template(), "ppt/slideMasters/_rels/x.rels", LINK), HAS_LINKS),
        (lambda: template(height=960), OTHER_SIZE),
        (lambda: template(width=320, height=180), OTHER_SIZE),
        (without_places, NO_PLACES),
    ],
)
def test_what_cannot_be_a_template_is_refused_with_the_reason(make, reason) -> None:
    with pytest.raises(TemplateRefused) as refused:
        opened(make())
    assert refused.value.reason == reason


def test_a_template_to_be_copied_is_a_template_too() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template())) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b"presentation.main+xml", b"template.main+xml")
            target.writestr(name, content)
    opened(stream.getvalue())


def test_a_draft_in_a_template_says_so_on_every_slide(packs) -> None:
    pack = packs("record", PackChoice(country="KAZ"))
    draft = replace(pack, warnings={"en": "DRAFT UNDER EMBARGO"}, template=template(dark=True))
    for page in Presentation(io.BytesIO(to_pptx(draft))).slides:
        (foot,) = [s for s in page.placeholders if s.placeholder_format.idx == master.FOOT_LEFT]
        assert foot.text_frame.text.startswith("DRAFT UNDER EMBARGO")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_our_own_slides_are_set_by_theme_and_layouts(packs, written, language) -> None:
    slides = Presentation(io.BytesIO(written("exercise", language, "pptx")))
    assert [layout.name for layout in slides.slide_layouts] == [
        words_of(language)(name) for name, _, _ in master.LAYOUTS.values()
    ]
    for page in slides.slides:
        assert {font.get("typeface") for font in page.element.iter(qn("a:latin"))} <= {"Segoe UI Symbol"}
        texts = [colour for run in page.element.iter(qn("a:rPr")) for colour in run.iter(qn("a:srgbClr"))]
        assert not any(colour.get("val") in ("1C2430", "566070") for colour in texts)
        for place in page.placeholders:
            assert place.element.find(f".//{qn('a:xfrm')}") is None or place.placeholder_format.idx in (15, 16)


def test_the_command_takes_a_template_and_says_why_one_cannot_be_used(invented, monkeypatch, tmp_path, capsys) -> None:
    monkeypatch.setattr("bukhara.cli.options.current_service", lambda: invented)
    own, bad, made = (tmp_path / name for name in ("own.potx", "bad.pptx", "made.pptx"))
    own.write_bytes(template(dark=True))
    bad.write_bytes(b"no presentation")
    for path, code, said in ((own, 0, ""), (bad, 1, NO_FILE), (tmp_path / "none.pptx", 64, "does not exist")):
        with pytest.raises(SystemExit) as end:
            main(["pack", "--format", "pptx", "-o", str(made), "--template", str(path)])
        assert (end.value.code or 0) == code
        assert said in capsys.readouterr().err
    assert len(Presentation(str(made)).slide_layouts) > len(master.LAYOUTS)
