"""A pack as .pptx, 16:9: text, shapes and native charts, notes, numbers and alternative texts; no pictures."""

import io
from copy import deepcopy
from datetime import datetime, time

from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide as Page
from pptx.slide import SlideLayout
from pptx.util import Pt

from bukhara.charts import fit
from bukhara.charts.palette import SOFT, WARNING
from bukhara.charts.shapes import Drawing
from bukhara.exports.packs.pptx import charts, drawings, master, properties, text
from bukhara.exports.packs.pptx.pptx_internals import Paragraph, element_of
from bukhara.exports.packs.pptx.text import Style
from bukhara.exports.packs.qr import qr_code
from bukhara.i18n.words import words_of
from bukhara.office_files import without_clock, xml_text
from bukhara.pack import Pack, Slide, layout
from bukhara.pack.notes import SOURCE_LETTERS, notes_text, source_line
from bukhara.pack.slides import Block, Plots, Points, SlideKind

_FOOT_SIZES = (11.0, 10.0, 9.0)
_NUMBER = 60
"""The width that the number of a slide takes of its line."""
_QR_SIDE = 96


def to_pptx(pack: Pack) -> bytes:
    """Return the pack as a presentation, in the template of the pack; the same pack gives the same bytes."""
    slides, layouts, place = master.presentation(pack.template, words_of(pack.languages[0]))
    for slide in pack.slides:
        place(_slide(slides, layouts, pack, slide))
    properties.set_properties(slides, pack)
    stream = io.BytesIO()
    slides.save(stream)
    return without_clock(stream.getvalue(), datetime.combine(pack.as_of, time()))


def _slide(slides: Presentation, layouts: dict[str, SlideLayout], pack: Pack, slide: Slide) -> Page:
    is_list = all(isinstance(block, Points) for block in slide.blocks)
    name = "title" if slide.kind is SlideKind.TITLE else "list" if is_list else "figure"
    page = slides.slides.add_slide(layouts[name])
    if slide.is_hidden:
        page.element.set("show", "0")
    title = page.shapes.title
    assert title is not None, "every layout has a title"
    size = master.OPENING if name == "title" else layout.title_size(slide.title)
    text.run(title.text_frame.paragraphs[0], slide.title, Style(size=size, language=slide.language))
    _fill(page, slide)
    if name == "title" and pack.address:
        _qr(page, pack)
    _foot(page, pack, slide)
    for left in [each for each in page.placeholders if each.has_text_frame and not each.text_frame.text]:
        left.element.getparent().remove(left.element)
    notes = page.notes_slide.notes_text_frame
    assert notes is not None, "notes have a text"
    notes.text = xml_text(notes_text(slide))
    return page


def _fill(page: Page, slide: Slide) -> None:
    shapes = {each.placeholder_format.idx: each for each in page.placeholders if each.has_text_frame}
    places = {number: shape.text_frame for number, shape in shapes.items()}
    for block in slide.blocks:
        _drawn(page, block, slide)
    lists = [block for block in slide.blocks if isinstance(block, Points)]
    if master.BODY in places:
        for block in lists:
            text.points(places[master.BODY], block, slide.language, slide.letters, layout.gap(slide))
    else:
        charts_shown = any(plot.marks for b in slide.blocks if isinstance(b, Plots) for plot in b.plots)
        _guard(page, lists, slide.language, below_charts=charts_shown)
    if master.SOURCE in places:
        line, (about, label, size) = places[master.LABEL].paragraphs[0], layout.above(slide)
        text.run(line, about, Style(size=size, colour=SOFT, language=slide.language))
        label = f"   {label}" if about and label else label
        text.run(line, label, Style(size=size, bold=True, colour=WARNING, language=slide.language))
        source = Style(size=SOURCE_LETTERS, colour=SOFT, language=slide.language)
        text.run(places[master.SOURCE].paragraphs[0], source_line(slide), source)
    # the order of reading: what is drawn, the lists, then the source of both
    for number in (master.BODY, master.SOURCE):
        if number in shapes:
            page.shapes.element.append(shapes[number].element)


def _drawn(page: Page, block: Block, slide: Slide) -> None:
    if isinstance(block, Drawing):
        drawings.draw(page, block, slide.language)
    elif isinstance(block, Plots):
        charts.plots(page, block, slide.language)


def _guard(page: Page, lists: list[Points], language: str, *, below_charts: bool) -> None:
    """Add the sentences of the guard below the charts, or above the source where a table can reach as far."""
    points = [point for block in lists for point in block.points]
    if points:
        lines = sum(fit.text_lines(p.text, master.INNER, layout.GUARD) for p in points)
        top = charts.guard_height(lines, below_charts=below_charts)
        frame = text.box(page, (master.EDGE, top, master.INNER, master.SOURCE_TOP - top), "Please note")
        for point in points:
            text.run(text.first(frame), point.text, Style(size=layout.GUARD, language=language))


def _qr(page: Page, pack: Pack) -> None:
    picture = qr_code(pack.address, "png")
    x, y = master.WIDTH - master.EDGE - _QR_SIDE, master.SOURCE_TOP - _QR_SIDE
    shape = page.shapes.add_picture(io.BytesIO(picture), Pt(x), Pt(y), Pt(_QR_SIDE), Pt(_QR_SIDE))
    text.describe(shape.element, "QR code", pack.address)


def _foot(page: Page, pack: Pack, slide: Slide) -> None:
    """Add footer and slide number: python-pptx copies neither from the layout."""
    for shape in page.slide_layout.placeholders:
        if shape.placeholder_format.idx not in (master.FOOT_LEFT, master.NUMBER):
            continue
        copy = deepcopy(shape.element)
        copy.find(f".//{qn('p:cNvPr')}").set("id", str(page.shapes.element.max_shape_id + 1))
        page.shapes.element.append(copy)
        if shape.placeholder_format.idx == master.FOOT_LEFT:
            paragraph = page.shapes[-1].text_frame.paragraphs[0]
            element_of(paragraph).clear()
            _foot_line(paragraph, pack, slide.language)


def _foot_line(paragraph: Paragraph, pack: Pack, language: str) -> None:
    """Write that a pack is an exercise or a draft, then release, date and language."""
    warning, line = pack.warnings[language], pack.footers[language]
    size = fit.on_one_line(_FOOT_SIZES, line, bold=warning, width=master.INNER - _NUMBER)
    if warning:
        text.run(paragraph, f"{warning}   ", Style(size=size, bold=True, colour=WARNING, language=language))
    text.run(paragraph, line, Style(size=size, colour=SOFT, language=language))
