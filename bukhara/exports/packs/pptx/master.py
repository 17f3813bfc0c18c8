"""The three layouts of the slides, 16:9, below a master made from code or that of an organisation's template."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide as Page
from pptx.slide import SlideLayout
from pptx.util import Pt

from bukhara.charts.palette import ACCENT, COUNTRY_COLOURS, INK
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.pack import layout
from bukhara.wing import functions

WIDTH, HEIGHT, EDGE = 960, 540, 36
INNER = WIDTH - 2 * EDGE
LABEL_TOP, TITLE_TOP, TITLE_HEIGHT, BODY_TOP, BODY_HEIGHT = 12, 34, 60, 100, 372
SOURCE_TOP, FOOT_TOP = 474, 508
FONT, OPENING = "Arial", 40
"""The letters of all slides, and the size of those of the title of the whole."""
BODY, LABEL, SOURCE, FOOT_LEFT, NUMBER = 1, 13, 14, 15, 16
"""The numbers of the placeholders on a slide."""
_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_POINT = 12_700
_PALE = '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>'
_NUMBER_FIELD = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-GB"><a:solidFill>'
    f"{_PALE}</a:solidFill></a:rPr><a:t>‹#›</a:t></a:fld>"
)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout: kind, number, position in points, size of its letters, and whether they are pale."""

    kind: str
    number: int
    name: str
    box: tuple[float, float, float, float]
    size: float
    anchor: str = "t"
    is_pale: bool = False


_TITLE = Placeholder("title", 0, "Title", (EDGE, TITLE_TOP, INNER, TITLE_HEIGHT), 28, "ctr")
_LABEL = Placeholder("body", LABEL, "Label", (EDGE, LABEL_TOP, INNER, 22), 16, "ctr", is_pale=True)
_SOURCE = Placeholder("body", SOURCE, "Source", (EDGE, SOURCE_TOP, INNER, 30), 11, "b", is_pale=True)
_FOOT = (
    Placeholder("ftr", FOOT_LEFT, "Footer", (EDGE, FOOT_TOP, INNER - 60, 22), 11, "ctr", is_pale=True),
    Placeholder("sldNum", NUMBER, "Slide number", (WIDTH - EDGE - 56, FOOT_TOP, 56, 22), 11, "ctr", is_pale=True),
)
_BODY = Placeholder("body", BODY, "Text", (EDGE, BODY_TOP, INNER, BODY_HEIGHT), 18)
_OPENING = (
    Placeholder("title", 0, "Title", (EDGE, 90, INNER, 130), OPENING, "b"),
    Placeholder("body", BODY, "Text", (EDGE, 250, layout.OPENING_WIDTH, layout.OPENING_HEIGHT), 18),
)
LAYOUTS: dict[str, tuple[str, str, tuple[Placeholder, ...]]] = {
    "title": (N_("Title slide"), "title", (*_OPENING, *_FOOT)),
    "list": (N_("Text"), "obj", (_TITLE, _LABEL, _BODY, _SOURCE, *_FOOT)),
    "figure": (N_("Table or picture"), "titleOnly", (_TITLE, _LABEL, _SOURCE, *_FOOT)),
}
"""The layouts: their name, their kind for office programs, and their placeholders."""


_BAR = (
    f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="20" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
    f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{WIDTH * _POINT}" cy="{6 * _POINT}"/></a:xfrm><a:prstGeom prst="rect">'
    '<a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></p:spPr></p:sp>'
)
"""The bar along the upper edge of every slide."""


def presentation(template: bytes, words: Words) -> tuple[Slides, dict[str, SlideLayout], Callable[[Page], None]]:
    """Return an empty presentation of 16:9, its layouts, and what places a slide; a wing makes it in a template."""
    for begin in functions("shows", "slides in a template") if template else ():
        found: tuple[Slides, dict[str, SlideLayout], Callable[[Page], None]] = begin(template, words)
        return found
    slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDTH), Pt(HEIGHT)
    _theme(slides)
    for other in list(slides.slide_layouts):
        slides.slide_layouts.remove(other)
    master = slides.slide_masters[0].element
    tree = master.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    tree.append(parse_xml(_BAR))
    for number, place in enumerate((_TITLE, _BODY, *_FOOT), start=2):
        tree.append(parse_xml(_placeholder(place, number)))
    for style in master.iterfind(".//{*}titleStyle/{*}lvl1pPr"):
        style.set("algn", "l")
    layouts = {name: add_layout(slides, layout_xml(words(own[0]), own[1], own[2])) for name, own in LAYOUTS.items()}
    return slides, layouts, lambda _: None


def add_layout(slides: Slides, xml: str) -> SlideLayout:
    """Add a layout below the first master, after those that it has."""
    master, package = slides.slide_masters[0], slides.part.package
    taken = {str(part.partname) for part in package.iter_parts()}
    name = next(n for n in (f"/ppt/slideLayouts/slideLayout{k}.xml" for k in range(1, 1000)) if n not in taken)
    part = SlideLayoutPart.load(PackURI(name), CONTENT_TYPE.PML_SLIDE_LAYOUT, package, xml.encode())
    part.relate_to(master.part, RELATIONSHIP_TYPE.SLIDE_MASTER)
    ids = [int(each.get("id")) for each in (*slides.element.iter(qn("p:sldMasterId")), *_layout_ids(slides))]
    added = parse_xml(
        '<p:sldLayoutId xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="'
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    )
    added.set("id", str(max(ids) + 1))
    added.set(qn("r:id"), master.part.relate_to(part, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
    master.element.get_or_add_sldLayoutIdLst().append(added)
    return part.slide_layout


def _layout_ids(slides: Slides) -> list[Any]:
    return [each for master in slides.slide_masters for each in master.element.iter(qn("p:sldLayoutId"))]


def layout_xml(name: str, kind: str, places: tuple[Placeholder, ...]) -> str:
    """Return the XML of a layout."""
    shapes = "".join(_placeholder(place, number) for number, place in enumerate(places, start=2))
    return (
        f'<p:sldLayout {_NAMESPACES} type="{kind}" preserve="1"><p:cSld name={quoteattr(name)}><p:spTree><p:nvGrpSpPr>'
        '<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _placeholder(place: Placeholder, number: int) -> str:
    x, y, width, height = (round(edge * _POINT) for edge in place.box)
    index = f' idx="{place.number}"' if place.number else ""
    align = ' algn="r"' if place.kind == "sldNum" else ""
    bold = ' b="1"' if place.kind == "title" else ""
    fill = f"<a:solidFill>{_PALE}</a:solidFill>" if place.is_pale else ""
    text = f'<a:defRPr sz="{round(place.size * 100)}"{bold}>{fill}</a:defRPr>'
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
        f"<a:normAutofit/></a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{content}</a:p></p:txBody></p:sp>"
    )


def _theme(slides: Slides) -> None:
    """Set the letters and colours of the theme: text, the states in their fixed order, and the bar."""
    part = slides.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = re.sub(r'<a:latin typeface="[^"]+"', f'<a:latin typeface="{FONT}"', part.blob.decode())
    text = re.sub(r"<a:dk1>.*?</a:dk1>", f'<a:dk1><a:srgbClr val="{INK.lstrip("#").upper()}"/></a:dk1>', text)
    for n, colour in enumerate((*COUNTRY_COLOURS, ACCENT), start=1):
        text = re.sub(rf'(<a:accent{n}><a:srgbClr val=")[^"]+', rf"\g<1>{colour.lstrip('#').upper()}", text)
    part.blob = text.encode()
