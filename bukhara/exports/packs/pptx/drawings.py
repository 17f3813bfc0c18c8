"""A drawing as native shapes in one group, with one alternative text; marks are shapes and no letters of a font."""

import math
import re
from typing import Any

from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts.palette import pale
from bukhara.charts.shapes import ROUND, Area, Drawing, Glyph, Label, Stroke
from bukhara.charts.shapes import colour as colour_of
from bukhara.exports.packs.pptx import text
from bukhara.exports.packs.pptx.master import BODY_TOP, EDGE
from bukhara.exports.packs.pptx.text import Style
from bukhara.model.marks import MARKS

_ALIGN = {"start": PP_ALIGN.LEFT, "middle": PP_ALIGN.CENTER, "end": PP_ALIGN.RIGHT}
_NUMBERS = {"m": 2, "l": 2, "h": 1, "v": 1, "a": 7}
"""How many numbers each command of a path takes."""
_UNIT, _DEGREE = 1000, 60_000
_HOLE = 4.1
"""Where the dot of a mark that is a circle of dots begins, of its 16 units."""


def draw(page: Page, block: Drawing, language: str) -> None:
    """Add a drawing to a slide, grouped at the end: a group measures itself again for each shape added to it."""
    before = len(page.shapes)
    for part in block.parts:
        if isinstance(part, Label):
            _words(page, part, language)
        elif isinstance(part, Glyph):
            _glyph(page, part)
        elif isinstance(part, Area):
            _area(page, part)
        else:
            _stroke(page, part)
    text.describe(page.shapes.add_group_shape(list(page.shapes)[before:]).element, block.name, block.description)


def _place(x: float, y: float, width: float, height: float) -> tuple[Pt, Pt, Pt, Pt]:
    return Pt(EDGE + x), Pt(BODY_TOP + y), Pt(width), Pt(height)


def _words(page: Page, part: Label, language: str) -> None:
    box = page.shapes.add_textbox(*_place(part.x, part.y, part.width, part.height))
    frame = box.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap = True
    frame.paragraphs[0].alignment = _ALIGN[part.align]
    colour = "" if part.kind == "ink" else colour_of(part.kind)
    text.run(frame.paragraphs[0], part.text, Style(size=part.size, bold=part.is_bold, colour=colour, language=language))


def _shape(page: Page, kind: MSO_SHAPE, place: tuple[Pt, Pt, Pt, Pt]) -> Any:
    """Add a shape without shadow, line and text."""
    shape = page.shapes.add_shape(kind, *place)
    shape.element.remove(shape.element.find(qn("p:style")))
    shape.line.fill.background()
    return shape


def _area(page: Page, part: Area) -> None:
    kind = MSO_SHAPE.OVAL if part.look in ROUND else MSO_SHAPE.RECTANGLE
    shape = _shape(page, kind, _place(part.x, part.y, part.width, part.height))
    shape.fill.background()
    if part.look not in ("frame", "dashes", "ring"):
        colour = colour_of(part.kind)
        shape.fill.solid()
        shape.fill.fore_color.rgb = text.colour(pale(colour) if part.look in ("pale", "light") else colour)
    if part.look in ("frame", "dashes", "light", "ring"):
        _line(shape, part.kind, 1.75, is_dashed=part.look == "dashes")


def _line(shape: Any, kind: str, width: float, *, is_dashed: bool) -> None:
    shape.line.color.rgb, shape.line.width = text.colour(colour_of(kind)), Pt(width)
    if is_dashed:
        shape.line.dash_style = MSO_LINE.DASH


def _stroke(page: Page, part: Stroke) -> None:
    (x, y, _, _), (to_x, to_y, _, _) = (_place(*end, 0, 0) for end in ((part.x, part.y), (part.to_x, part.to_y)))
    shape = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, x, y, to_x, to_y)
    shape.element.remove(shape.element.find(qn("p:style")))
    _line(shape, part.kind, part.width, is_dashed=part.is_dashed)


def _glyph(page: Page, part: Glyph) -> None:
    outline = re.search(r' d="([^"]*)"', MARKS[part.kind].shape)
    shape = _shape(page, MSO_SHAPE.OVAL, _place(part.x, part.y, part.size, part.size))
    if outline:
        shape.fill.solid()
        shape.fill.fore_color.rgb = text.colour(MARKS[part.kind].light)
        old = shape.element.spPr.find(qn("a:prstGeom"))
        old.getparent().replace(old, parse_xml(_geometry(outline[1])))
        return
    shape.fill.background()
    _line(shape, part.kind, part.size / 12, is_dashed=False)
    shape.line.dash_style = MSO_LINE.ROUND_DOT
    if "<circle" in MARKS[part.kind].shape.partition("/>")[2]:
        at, size = part.size * _HOLE / 16, part.size * (16 - 2 * _HOLE) / 16
        dot = _shape(page, MSO_SHAPE.OVAL, _place(part.x + at, part.y + at, size, size))
        dot.fill.solid()
        dot.fill.fore_color.rgb = text.colour(MARKS[part.kind].light)


def _geometry(outline: str) -> str:
    """Return the path of an SVG on 16 x 16 units as a shape of its own; its arcs are half circles."""
    x = y = 0.0
    first, found = (x, y), []
    for command, numbers in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", outline):
        kind, values = command.lower(), [float(each) for each in re.findall(r"-?\d*\.?\d+", numbers)]
        if kind == "z":
            found.append("<a:close/>")
            x, y = first
        many = _NUMBERS.get(kind, 1)
        for step in (values[n : n + many] for n in range(0, len(values), many)):
            dx, dy = {"h": (step[-1], 0.0), "v": (0.0, step[-1])}.get(kind, step[-2:])
            if command.isupper():
                dx, dy = dx - x * (kind != "v"), dy - y * (kind != "h")
            if kind == "a":
                start = round(math.degrees(math.atan2(-dy, -dx)) % 360) * _DEGREE
                radius, swing = round(step[0] * _UNIT), 180 * _DEGREE * (1 if step[4] else -1)
                found.append(f'<a:arcTo wR="{radius}" hR="{radius}" stAng="{start}" swAng="{swing}"/>')
            x, y = x + dx, y + dy
            if kind != "a":
                name, at = ("moveTo" if kind == "m" else "lnTo"), f'x="{round(x * _UNIT)}" y="{round(y * _UNIT)}"'
                found.append(f"<a:{name}><a:pt {at}/></a:{name}>")
            first = (x, y) if kind == "m" else first
    side = 16 * _UNIT
    return (
        f"<a:custGeom {nsdecls('a')}><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{side}" h="{side}">{"".join(found)}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
