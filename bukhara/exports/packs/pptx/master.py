"""The three layouts of the slides, 16:9, below a master made from code or that of an organisation's template."""

import re
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.slide import SlideLayout
from pptx.util import Pt

from bukhara.charts.palette import ACCENT, COUNTRY_COLOURS, INK
from bukhara.exports.packs.pptx.template import Frame, add_layout, opened
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.pack import layout

WIDTH, HEIGHT, EDGE = 960, 540, 36
INNER = WIDTH - 2 * EDGE
LABEL_TOP, TITLE_TOP, TITLE_HEIGHT, BODY_TOP, BODY_HEIGHT = 12, 34, 60, 100, 372
SOURCE_TOP, FOOT_TOP = 474, 508
FONT = "Arial"
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
    Placeholder("title", 0, "Title", (EDGE, 110, INNER, 120), 34, "b"),
    Placeholder("body", BODY, "Text", (EDGE, 246, layout.OPENING_WIDTH, layout.OPENING_HEIGHT), 18),
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


def presentation(template: bytes, words: Words) -> tuple[Slides, dict[str, SlideLayout], Frame | None]:
    """Return an empty presentation of 16:9 and its layouts; with a template below its master, and its places."""
    if template:
        return _below(opened(template), words)
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
    layouts = {name: add_layout(slides, _layout(words(own[0]), own[1], own[2])) for name, own in LAYOUTS.items()}
    return slides, layouts, None


def _below(slides: Slides, words: Words) -> tuple[Slides, dict[str, SlideLayout], Frame]:
    """Return the layouts below the master of a template: in its places, with its letters and colours."""
    frame = Frame.of(slides)
    layouts = {
        name: add_layout(slides, _layout(words(own[0]), own[1], tuple(_moved(each, frame) for each in own[2])))
        for name, own in LAYOUTS.items()
    }
    return slides, layouts, frame


def _moved(place: Placeholder, frame: Frame) -> Placeholder:
    """Return a placeholder where a template has its like."""
    left, top, width, height = frame.title
    label = 22 if frame.has_label else 0
    boxes = {
        0: (left, top + label, width, height - label),
        LABEL: (left, top, width, 22) if label else (frame.body[0], frame.body[1], frame.body[2], 22),
        FOOT_LEFT: frame.foot,
        NUMBER: frame.number,
    }
    box = boxes.get(place.number) or frame.placed(place.box)
    # the title slide has its text where all slides have it
    if place in _OPENING[1:]:
        box = frame.placed((EDGE, BODY_TOP, layout.OPENING_WIDTH, BODY_HEIGHT))
    is_content = place.number in (BODY, LABEL, 0)
    size = place.size * frame.unit * (frame.scale if is_content else 1.0)
    return replace(place, box=frame.measured(box), size=size)


def _layout(name: str, kind: str, places: tuple[Placeholder, ...]) -> str:
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
