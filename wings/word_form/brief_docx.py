"""The brief of one state as .docx, to be cleared and edited in a ministry."""

import io
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.document import Document as WordFile
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from bukhara.charts.palette import SOFT, WARNING
from bukhara.exports.brief import Brief
from bukhara.exports.brief_lines import BriefEntry, BriefSection
from bukhara.model.languages import language_of
from bukhara.model.marks import MARKS
from bukhara.office_files import MAKER, MARK_FONT, without_clock, xml_text

_GREY, _AMBER, _INK = (RGBColor.from_string(colour.lstrip("#").upper()) for colour in (SOFT, WARNING, "#1C2430"))


def brief_docx(page: Brief) -> bytes:
    """Return the brief as an editable document; the same brief gives the same bytes."""
    document = Document()
    _set_up(document, page)
    document.add_paragraph(xml_text(page.title), "Title")
    for warning in filter(None, (page.warning,)):
        _run(document.add_paragraph(), warning, colour=_AMBER, bold=True)
    _run(document.add_paragraph(), page.counts, bold=True)
    _run(document.add_paragraph(), f"{page.basis} {page.day}", colour=_GREY)
    for section in (page.in_place, page.open):
        _section(document, section)
    _section(document, page.figures.others)
    for picture in page.figures.pictures:
        _run(document.add_paragraph(), picture.alt)
    if page.figures.apart:
        _run(document.add_paragraph(), page.figures.apart, colour=_GREY)
    for section in (page.contested, *([page.since] if page.since.entries else ()), page.steps):
        _section(document, section)
    for line in filter(None, (*page.foot, page.address)):
        _run(document.add_paragraph(), line, colour=_GREY, size=8)
    stream = io.BytesIO()
    document.save(stream)
    return without_clock(stream.getvalue(), datetime.combine(page.as_of, time()))


def _set_up(document: WordFile, page: Brief) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.paragraph_format.space_after = "Arial", Pt(10), Pt(4)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), language_of(page.language).tag)
    normal.element.get_or_add_rPr().append(language)
    for name in ("Title", "Heading 1"):
        style = document.styles[name]
        style.font.name, style.font.color.rgb = "Arial", _INK
        fonts = style.element.rPr.rFonts.attrib
        for theme in [key for key in fonts if key.endswith("Theme")]:
            del fonts[theme]
    # the template of python-docx has a second set of styles, which would contradict the first
    for name, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            document.part.rels.pop(name)
    about = document.core_properties
    about.title, about.author, about.last_modified_by, about.comments = xml_text(page.title), MAKER, MAKER, ""
    about.language = page.language


def _section(document: WordFile, section: BriefSection) -> None:
    document.add_heading(xml_text(section.heading), 1)
    if section.label:
        _run(document.add_paragraph(), section.label, colour=_AMBER)
    for entry in section.entries:
        _entry(document.add_paragraph(), entry)
    if not section.entries:
        _run(document.add_paragraph(), section.empty, colour=_GREY)


def _entry(line: Paragraph, entry: BriefEntry) -> None:
    line.paragraph_format.left_indent = Cm(0.4)
    if entry.mark:
        mark = MARKS[entry.mark]
        colour = RGBColor.from_string(mark.light.lstrip("#").upper())
        _run(line, f"{mark.character} ", colour=colour, font=MARK_FONT)
    _run(line, entry.name, bold=True)
    _run(line, f"{entry.status}:" if entry.status and entry.text else entry.status, colour=_GREY)
    _run(line, entry.text)
    _run(line, entry.place, colour=_GREY, size=9)
    _run(line, entry.acts)


def _run(
    line: Paragraph, text: str, *, colour: Any = None, bold: bool = False, size: float = 0, font: str = ""
) -> None:
    """Add a piece of text with its look to a line; nothing without text."""
    if not text:
        return
    run = line.add_run(xml_text(text if not line.runs or font else f" {text}"))
    run.bold = bold
    if colour is not None:
        run.font.color.rgb = colour
    if size:
        run.font.size = Pt(size)
    if font:
        run.font.name = font
