"""Paragraphs and runs on a slide."""

from dataclasses import dataclass

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.slide import Slide as Page
from pptx.text.text import TextFrame
from pptx.util import Pt

from bukhara.charts.palette import SOFT
from bukhara.exports.packs.pptx.pptx_internals import Paragraph, set_language
from bukhara.model.languages import language_of
from bukhara.office_files import xml_text
from bukhara.pack.slides import Points

BODY, SMALL = 18.0, 13.0
PALER = 0.35
"""How much paler than text the soft colour is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a run looks; `language` is for the spelling and for screen readers.

    Letters and the colour of text are those of the theme, and so is `SOFT`, a paler one.
    """

    size: float = BODY
    colour: str = ""
    bold: bool = False
    language: str = ""


def run(paragraph: Paragraph, text: str, style: Style) -> None:
    """Add text in one style."""
    if not text:
        return
    added = paragraph.add_run()
    added.text = xml_text(text)
    font = added.font
    # what is not set is that of the layout, so that "Reset slide" and another theme change it
    font.size, font.bold = Pt(style.size), style.bold or None
    if style.colour == SOFT:
        font.color.theme_color, font.color.brightness = MSO_THEME_COLOR.TEXT_1, PALER
    elif style.colour:
        font.color.rgb = colour(style.colour)
    if style.language:
        set_language(font, language_of(style.language).tag)


def colour(value: str) -> RGBColor:
    """Return a colour of the palette as python-pptx takes it."""
    return RGBColor.from_string(value.lstrip("#").upper())


def first(frame: TextFrame) -> Paragraph:
    """Return the empty first paragraph of a frame, else a new one."""
    last = frame.paragraphs[-1]
    return last if len(frame.paragraphs) == 1 and not last.runs else frame.add_paragraph()


def points(frame: TextFrame, block: Points, language: str, size: float, gap: float) -> None:
    """Add a list with so many points of height between its points."""
    for point in block.points:
        paragraph = first(frame)
        paragraph.space_before = Pt(gap)
        paragraph.line_spacing = 1.0
        if point.about:
            run(paragraph, f"{point.about}: ", Style(size=size, bold=True, language=language))
        run(paragraph, point.text, Style(size=size, language=language))


def box(page: Page, place: tuple[float, float, float, float], name: str) -> TextFrame:
    """Add an empty text box without margins, at a position in points."""
    x, y, width, height = (Pt(edge) for edge in place)
    shape = page.shapes.add_textbox(x, y, width, height)
    shape.name = name
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    return frame


def describe(element: object, name: str, description: str) -> None:
    """Set the name and the alternative text of a shape."""
    properties = element.find(f".//{qn('p:cNvPr')}")  # type: ignore[attr-defined]
    properties.set("name", xml_text(name))
    properties.set("descr", xml_text(description))
