"""The master and the five layouts of the slides, 16:9, made from code."""

import re
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout
from pptx.util import Pt

from bukhara.charts.palette import ACCENT, COUNTRY_COLOURS, INK, SOFT
from bukhara.pack import layout

WIDTH, HEIGHT, EDGE = 960, 540, 36
INNER = WIDTH - 2 * EDGE
LABEL_TOP, TITLE_TOP, TITLE_HEIGHT, BODY_TOP, BODY_HEIGHT = 12, 34, 60, 100, 372
SOURCE_TOP, FOOT_TOP = 474, 508
FONT = "Arial"
BODY, LABEL, SOURCE, FOOT_LEFT, NUMBER, SECOND = 1, 13, 14, 15, 16, 17
"""The numbers of the placeholders on a slide."""
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_POINT = 12_700
_NUMBER_FIELD = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout: kind, number, position in points, size of its letters and their colour."""

    kind: str
    number: int
    name: str
    box: tuple[float, float, float, float]
    size: float
    colour: str = INK
    anchor: str = "t"


_TITLE = Placeholder("title", 0, "Title", (EDGE, TITLE_TOP, INNER, TITLE_HEIGHT), 28, anchor="ctr")
_LABEL = Placeholder("body", LABEL, "Label", (EDGE, LABEL_TOP, INNER, 22), 16, SOFT, "ctr")
_SOURCE = Placeholder("body", SOURCE, "Source", (EDGE, SOURCE_TOP, INNER, 30), 11, SOFT, "b")
_FOOT = (
    Placeholder("ftr", FOOT_LEFT, "Footer", (EDGE, FOOT_TOP, INNER - 60, 22), 11, SOFT, "ctr"),
    Placeholder("sldNum", NUMBER, "Slide number", (WIDTH - EDGE - 56, FOOT_TOP, 56, 22), 11, SOFT, "ctr"),
)
_BODY = Placeholder("body", BODY, "Text", (EDGE, BODY_TOP, INNER, BODY_HEIGHT), 18)


def _columns(left: float, right: float, below: float) -> tuple[Placeholder, Placeholder]:
    """Return two columns of text; `below` is what is taken above them."""
    top, height = BODY_TOP + below, BODY_HEIGHT - below
    return (
        Placeholder("body", BODY, "Left", (EDGE, top, left, height), 18),
        Placeholder("body", SECOND, "Right", (WIDTH - EDGE - right, top, right, height), 18),
    )


_OPENING = (
    Placeholder("title", 0, "Title", (EDGE, 110, INNER, 120), 38, anchor="b"),
    Placeholder("body", BODY, "Text", (EDGE, 246, layout.OPENING_WIDTH, layout.OPENING_HEIGHT), 18),
)
LAYOUTS: dict[str, tuple[str, tuple[Placeholder, ...]]] = {
    "title": ("title", (*_OPENING, *_FOOT)),
    "list": ("obj", (_TITLE, _LABEL, _BODY, _SOURCE, *_FOOT)),
    "columns": ("twoObj", (_TITLE, _LABEL, *_columns(layout.LEFT, layout.RIGHT, layout.STRIP), _SOURCE, *_FOOT)),
    "halves": ("twoObj", (_TITLE, _LABEL, *_columns(layout.MARKS, layout.RULES, 0), _SOURCE, *_FOOT)),
    "figure": ("titleOnly", (_TITLE, _LABEL, _SOURCE, *_FOOT)),
}
"""The layouts: their kind for office programs, and their placeholders."""


_BAR = (
    f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="20" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH * _POINT}" cy="{6 * _POINT}"/></a:xfrm><a:prstGeom prst="rect">'
    f'<a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{ACCENT.lstrip("#")}"/></a:solidFill></p:spPr></p:sp>'
)
"""The bar along the upper edge of every slide."""


def presentation() -> tuple[Slides, dict[str, SlideLayout]]:
    """Return an empty presentation of 16:9 with its own master, and its layouts by name."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
    master = slides.slide_masters[0]
    _theme(slides)
    found = list(slides.slide_layouts)
    for other in found[len(LAYOUTS) :]:
        slides.slide_layouts.remove(other)
    _fill(master.element, (_TITLE, _BODY, *_FOOT))
    master.element.cSld.spTree.insert(2, parse_xml(_BAR))
    layouts = dict(zip(LAYOUTS, found, strict=False))
    for name, own in layouts.items():
        kind, places = LAYOUTS[name]
        own.element.set("type", kind)
        own.element.cSld.set("name", name.capitalize())
        _fill(own.element, places)
    return slides, layouts


def _fill(element: BaseOxmlElement, places: tuple[Placeholder, ...]) -> None:
    """Replace the shapes of a master or layout by placeholders."""
    tree = element.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for number, place in enumerate(places, start=2):
        tree.append(parse_xml(_placeholder(place, number)))
    for style in element.iterfind(".//{*}titleStyle/{*}lvl1pPr"):
        style.set("algn", "l")


def _placeholder(place: Placeholder, number: int) -> str:
    x, y, width, height = (round(edge * _POINT) for edge in place.box)
    index = f' idx="{place.number}"' if place.number else ""
    align = ' algn="r"' if place.kind == "sldNum" else ""
    bold = ' b="1"' if place.kind == "title" else ""
    fill = f'<a:solidFill><a:srgbClr val="{place.colour.lstrip("#")}"/></a:solidFill>'
    text = f'<a:defRPr sz="{round(place.size * 100)}"{bold}>{fill}<a:latin typeface="{FONT}"/></a:defRPr>'
    level = (
        f'<a:lvl1pPr marL="0" indent="0"{align}><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{text}</a:lvl1pPr>'
    )
    content = _NUMBER_FIELD if place.kind == "sldNum" else f'<a:r><a:rPr lang="en-GB"/><a:t>{place.name}</a:t></a:r>'
    return (
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(place.name)}/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{place.anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{content}</a:p></p:txBody></p:sp>"
    )


def _theme(slides: Slides) -> None:
    """Set the fonts and the accents of the theme: the colours of the states in their fixed order."""
    part = slides.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = re.sub(r'<a:latin typeface="[^"]+"', f'<a:latin typeface="{FONT}"', part.blob.decode())
    for n, colour in enumerate(COUNTRY_COLOURS, start=1):
        text = re.sub(rf'(<a:accent{n}><a:srgbClr val=")[^"]+', rf"\g<1>{colour.lstrip('#').upper()}", text)
    part.blob = text.encode()
