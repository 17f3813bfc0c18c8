"""The brief as .docx, to be edited: headings, captions, table of contents, native tables and lists."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.document import Document as Brief
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from bukhara.charts.palette import SOFT, WARNING
from bukhara.docx_internals import element_of
from bukhara.exports.packs.office_files import LANGUAGES, MAKER, MARK_FONT, moment, without_clock
from bukhara.exports.packs.plots_picture import WIDTH_CM, plots_alt, plots_png
from bukhara.exports.xml_text import xml_text
from bukhara.i18n.words import words_of
from bukhara.model.marks import MARKS
from bukhara.pack import Pack, Slide, figures
from bukhara.pack.notes import quote_sections
from bukhara.pack.sections import heading_of, sections, summary
from bukhara.pack.slides import Block, Plots, Points, Quotes, SlideKind, SlidePoint, SlideStrip
from bukhara.pack.tables import SlideChanges, SlideMatrix, TextTable

_GREY = RGBColor.from_string(SOFT.lstrip("#").upper())
_TEXT_WIDTH, _FIRST_COLUMN, _NARROW, _TABLE = 17.0, 4.0, 4, "Light Shading"
_WARNING = RGBColor.from_string(WARNING.lstrip("#").upper())


def to_docx(pack: Pack) -> bytes:
    """Return the pack as an editable brief; the same pack gives the same bytes."""
    brief = Document()
    _set_up(brief, pack)
    found = [section for language in pack.languages for section in sections(pack.slides, language)]
    _opening(brief, found)
    for section in found:
        if section.kind is not SlideKind.TITLE:
            _section(brief, section)
    _quotes(brief, found)
    stream = io.BytesIO()
    brief.save(stream)
    return without_clock(stream.getvalue(), moment(pack))


def _set_up(brief: Brief, pack: Pack) -> None:
    section = brief.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = brief.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    normal.paragraph_format.space_after = Pt(4)
    normal.element.get_or_add_rPr().append(_element("w:lang", {"w:val": LANGUAGES.get(pack.languages[0], "en-GB")}))
    for name in ("Title", "Heading 1", "Heading 2", "Caption"):
        style = brief.styles[name]
        style.font.name, style.font.color.rgb = "Arial", RGBColor(0x1C, 0x24, 0x30)
        for theme in [key for key in style.element.rPr.rFonts.attrib if key.endswith("Theme")]:
            del style.element.rPr.rFonts.attrib[theme]
    # lines between rows are enough
    table = brief.styles[_TABLE].element
    for bands in table.xpath("./w:tblStylePr[starts-with(@w:type, 'band')]"):
        table.remove(bands)
    about = brief.core_properties
    about.title, about.author, about.last_modified_by, about.comments = xml_text(pack.title)[:255], MAKER, MAKER, ""
    about.created = about.modified = moment(pack)
    about.language = pack.languages[0]
    # the template of python-docx has a second set of styles, which would contradict the first
    for name, relation in list(brief.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            brief.part.rels.pop(name)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for warning in dict.fromkeys(filter(None, pack.warnings.values())):
        run = head.add_run(xml_text(warning) + " ")
        run.bold, run.font.color.rgb = True, _WARNING
    _grey(foot, " · ".join(pack.footers.values()) + " · ")
    _field(foot, "PAGE", "1")


def _opening(brief: Brief, found: list[Slide]) -> None:
    for slide in (slide for slide in found if slide.kind is SlideKind.TITLE):
        brief.add_paragraph(xml_text(slide.title), "Title")
        for block in slide.blocks:
            _block(brief, block, slide)
        heading, *messages = summary(found, slide.language)
        brief.add_heading(xml_text(heading), 2)
        for message in messages:
            brief.add_paragraph(xml_text(message), "List Bullet")
    titles = [heading_of(slide) for slide in found if slide.kind is not SlideKind.TITLE]
    _field(brief.add_paragraph(), 'TOC \\o "1-1" \\h \\z', "\n".join(titles))
    # Word asks to fill in the pages of the contents when the document is opened
    (after,) = brief.settings.element.xpath("./w:compat")
    after.addprevious(_element("w:updateFields", {"w:val": "true"}))


def _section(brief: Brief, slide: Slide) -> None:
    brief.add_heading(xml_text(heading_of(slide)), 1)
    if slide.title != heading_of(slide):
        brief.add_paragraph().add_run(xml_text(f"{slide.title}.")).bold = True
    if slide.label:
        run = brief.add_paragraph().add_run(xml_text(slide.label))
        run.italic, run.font.color.rgb = True, _WARNING
    for block in slide.blocks:
        _block(brief, block, slide)
    if slide.notes.cautions:
        brief.add_heading(words_of(slide.language)("Please note"), 2)
        for line in slide.notes.cautions:
            brief.add_paragraph(xml_text(line), "List Bullet")
    if slide.sources:
        _grey(brief.add_paragraph(), " · ".join(slide.sources))


def _quotes(brief: Brief, found: list[Slide]) -> None:
    """Add the quotes of all sections at the end, so that the text before them is short."""
    every = ((heading_of(slide), section) for slide in found for section in quote_sections(slide))
    for title, (heading, lines) in every:
        brief.add_heading(xml_text(f"{heading}: {title}"), 1)
        for line in lines:
            brief.add_paragraph(style="List Bullet").add_run(xml_text(line)).font.size = Pt(9)


def _block(brief: Brief, block: Block, slide: Slide) -> None:
    if isinstance(block, Points):
        _points(brief, block)
    elif isinstance(block, Quotes):
        brief.add_heading(xml_text(block.heading), 2)
        for quote in block.quotes:
            brief.add_paragraph(xml_text(f"“{quote.text}” — {quote.body}"), "Quote")
    elif isinstance(block, SlideMatrix):
        rows = [(row.name, *(_cell_text(c.mark, c.text, c.since) for c in row.cells)) for row in block.rows]
        _table(brief, (words_of(slide.language)("Theme"), *block.columns), rows, slide, slide.about)
    elif isinstance(block, SlideChanges | TextTable):
        _table(brief, block.in_words.columns, block.in_words.rows, slide, slide.title)
    elif isinstance(block, Plots):
        _picture(brief, block, slide)
        columns = figures.figure_columns(slide.language)[:2]
        _table(brief, columns, figures.state_rows(block), slide, f"{slide.title} ({block.unit})")
    else:
        _strip(brief, block)


def _picture(brief: Brief, block: Plots, slide: Slide) -> None:
    png = plots_png(block, slide.language)
    if not png:
        return
    line = brief.add_paragraph()
    line.paragraph_format.keep_with_next = True
    run = line.add_run()
    run.add_picture(io.BytesIO(png), width=Cm(WIDTH_CM))
    for shown in run.element.xpath(".//wp:docPr"):
        shown.set("descr", xml_text(plots_alt(block)))


def _strip(brief: Brief, block: SlideStrip) -> None:
    brief.add_paragraph().add_run(xml_text(block.sentence)).bold = True
    line = brief.add_paragraph()
    for kind, word, n in block.counts:
        _mark(line, kind, n)
        line.add_run(xml_text(f"{n} {word}    "))


def _points(brief: Brief, block: Points) -> None:
    if block.heading:
        brief.add_heading(xml_text(block.heading), 2)
    for point in block.points:
        _point(brief, point)
    if not block.points and block.empty:
        _grey(brief.add_paragraph(), block.empty)


def _point(brief: Brief, point: SlidePoint) -> None:
    line = brief.add_paragraph()
    line.paragraph_format.left_indent = Cm(0.4)
    if point.mark:
        _mark(line, point.mark, 1)
    if point.about:
        line.add_run(xml_text(f"{point.about}: ")).bold = True
    _in_language(line.add_run(xml_text(point.text)), point.language)
    if point.source:
        _grey(line, f" ({point.source})", point.address)


def _table(brief: Brief, columns: Sequence[str], rows: Sequence[Sequence[str]], slide: Slide, caption: str) -> None:
    above = brief.add_paragraph(words_of(slide.language)("Table") + " ", "Caption")
    _field(above, "SEQ Table", str(len(brief.tables) + 1))
    above.add_run(xml_text(f". {caption}"))
    above.paragraph_format.keep_with_next = True
    table = brief.add_table(rows=len(rows) + 1, cols=len(columns), style=_TABLE)
    texts = iter([text for row in (columns, *rows) for text in row])
    first = _FIRST_COLUMN if len(columns) > 2 else _FIRST_COLUMN / 1.25
    widths = [Cm(first), *(Cm((_TEXT_WIDTH - first) / (len(columns) - 1)) for _ in columns[1:])]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    # names of states fit into one line
    size = Pt(8) if len(columns) > _NARROW else Pt(9.5)
    # row by row: python-docx looks for a single cell through the whole table
    for number, cell in enumerate(each for row in table.rows for each in row.cells):
        cell.width = widths[number % len(columns)]
        run = cell.paragraphs[0].add_run(xml_text(next(texts)))
        run.font.size, run.bold = size, number < len(columns)
    # a screen reader and a page break repeat the first row
    for row in table.rows:
        element_of(row).get_or_add_trPr().append(_element("w:cantSplit", {}))
    element_of(table.rows[0]).get_or_add_trPr().append(_element("w:tblHeader", {}))
    brief.add_paragraph()


def _cell_text(mark: str, word: str, since: str) -> str:
    return " ".join(part for part in (MARKS[mark].character, word, since) if part)


def _mark(line: Paragraph, kind: str, n: int) -> None:
    mark = MARKS[kind]
    run = line.add_run(mark.character * n + " ")
    run.font.name, run.font.color.rgb = MARK_FONT, RGBColor.from_string(mark.light.lstrip("#").upper())


def _grey(line: Paragraph, text: str, address: str = "") -> None:
    run = line.add_run(xml_text(text))
    run.font.size, run.font.color.rgb = Pt(9), _GREY
    if address:
        link = _element(
            "w:hyperlink", {"r:id": line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}
        )
        run.element.addprevious(link)
        link.append(run.element)


def _in_language(run: Run, language: str) -> None:
    if language:
        run.element.get_or_add_rPr().append(_element("w:lang", {"w:val": LANGUAGES.get(language, language)}))


def _field(line: Paragraph, code: str, shown: str) -> None:
    """Add a field with what it shows until an office program updates it: a table of contents, a number."""
    line.add_run().element.append(_element("w:fldChar", {"w:fldCharType": "begin"}))
    text = _element("w:instrText", {"xml:space": "preserve"})
    text.text = f" {code} "
    line.add_run().element.append(text)
    line.add_run().element.append(_element("w:fldChar", {"w:fldCharType": "separate"}))
    line.add_run(xml_text(shown))
    line.add_run().element.append(_element("w:fldChar", {"w:fldCharType": "end"}))


def _element(name: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element
