"""An organisation's own template: whether it can be used, the space that it leaves, and our slides moved into it."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide as Page
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Emu, Pt

from bukhara.charts.palette import ACCENT, INK, LINE, WARNING, mixed, pale
from bukhara.errors import Refused
from bukhara.exports.packs.pptx import master
from bukhara.exports.packs.pptx.master import BODY_HEIGHT, BODY_TOP, EDGE, FOOT_LEFT, LABEL, NUMBER, SOURCE, WIDTH
from bukhara.i18n.words import Words
from bukhara.model.marks import MARKS
from bukhara.model.messages import N_
from bukhara.pack import layout

LARGEST, UNPACKED = 5_000_000, 100_000_000
"""So many bytes a template has at most, packed and unpacked."""
_NARROWEST, _WIDEST, _HIGH, _FLAT, _SURE, _HIGHER = 640, 2000, 4 / 3, 16 / 9, 0.01, 1.25
NO_FILE = N_("This file is no PowerPoint template (.pptx or .potx).")
TOO_LARGE = N_("A template has at most 5 MB.")
HAS_MACROS = N_("This template has macros or embedded programs. Please save it without them, as .pptx or .potx.")
HAS_LINKS = N_("This template links to something outside of the file. Please remove the link or embed the picture.")
OTHER_SIZE = N_("The slides of this template are neither 16:9 nor 4:3, nor between. Please change their size.")
NO_PLACES = N_("The master of this template has no place for a title or for text.")
_PROGRAMS = ("vbaproject", "activex", "oleobject", "/embeddings/")
_OUTSIDE = re.compile(rb'TargetMode\s*=\s*["\']External')
_TEMPLATE_TYPE = CONTENT_TYPE.PML_TEMPLATE_MAIN.encode()
_DARK_WARNING, _DARK_LINE, _DARK_ACCENT = "#f0a95b", "#5b6572", "#66c2cf"
_SCALED = {"a:rPr": ("sz",), "a:endParaRPr": ("sz",), "a:pPr": ("marL", "indent"), "a:spcPts": ("val",)}
"""The sizes of letters, and of the space around them."""
Box = tuple[float, float, float, float]
_HEADS, _FEET = frozenset((0, LABEL)), frozenset((SOURCE, FOOT_LEFT, NUMBER))
"""The placeholders above and below the content."""


class TemplateRefused(Refused):
    """A template for slides cannot be used."""


def opened(data: bytes) -> Slides:
    """Return a template as a presentation without slides.

    Raises:
        TemplateRefused: with the sentence why it cannot be used.
    """
    if len(data) > LARGEST:
        raise TemplateRefused(TOO_LARGE)
    try:
        slides = Presentation(io.BytesIO(_checked(data)))
        width, height = Emu(slides.slide_width or 0).pt, Emu(slides.slide_height or 0).pt
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, AttributeError) as error:
        raise TemplateRefused(NO_FILE) from error
    if not _NARROWEST <= width <= _WIDEST or not _HIGH - _SURE <= width / max(height, 1) <= _FLAT + _SURE:
        raise TemplateRefused(OTHER_SIZE)
    _drop_slides(slides)
    Frame.of(slides)
    return slides


def _checked(data: bytes) -> bytes:
    """Return the file with the content type of a presentation; refuse programs, links and files that grow too large."""
    found = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(found, "w") as target:
        if sum(each.file_size for each in source.infolist()) > UNPACKED:
            raise TemplateRefused(TOO_LARGE)
        for name in source.namelist():
            content = source.read(name)
            if any(each in name.lower() for each in _PROGRAMS) or b"macroEnabled" in content[:4000]:
                raise TemplateRefused(HAS_MACROS)
            if name.endswith(".rels") and _OUTSIDE.search(content):
                raise TemplateRefused(HAS_LINKS)
            if name == "[Content_Types].xml":
                content = content.replace(_TEMPLATE_TYPE, CONTENT_TYPE.PML_PRESENTATION_MAIN.encode())
            target.writestr(name, content)
    return found.getvalue()


def _drop_slides(slides: Slides) -> None:
    """Leave out the slides of a template, and the sections and shows that name them."""
    for each in list(slides.element.get_or_add_sldIdLst()):
        slides.part.drop_rel(each.rId)
        each.getparent().remove(each)
    for name in ("p:extLst", "p:custShowLst"):
        for found in slides.element.findall(qn(name)):
            slides.element.remove(found)


@dataclass(frozen=True, slots=True)
class Frame:
    """The places of a master, in points of a slide as wide as ours: title, text, and the row of footer and number.

    `unit` is how many points of the template are one of ours.
    """

    title: Box
    body: Box
    foot: Box
    number: Box
    unit: float

    @classmethod
    def of(cls, slides: Slides) -> "Frame":
        """Return the places of the first master, of its layout with a title alone where that has them elsewhere."""
        master, unit = slides.slide_masters[0], Emu(slides.slide_width or 0).pt / WIDTH
        low = Emu(slides.slide_height or 0).pt / unit - 32
        found = _boxes(master, unit)
        alone = next((each for each in master.slide_layouts if each.element.get("type") == "titleOnly"), None)
        title = (_boxes(alone, unit) if alone is not None else {}).get("title", found.get("title"))
        body = found.get("body")
        if title is None or body is None:
            raise TemplateRefused(NO_PLACES)
        row = [found[kind] for kind in ("dt", "ftr", "sldNum") if kind in found] or [(body[0], low, body[2], 22)]
        left, right = min(box[0] for box in row), max(box[0] + box[2] for box in row)
        number = (right - 56, row[-1][1], 56.0, row[-1][3])
        return cls(title, body, (left, row[-1][1], right - left - 60, row[-1][3]), number, unit)

    @property
    def has_label(self) -> bool:
        """Whether the line above a title has space in the place of the title; else it is above the text."""
        return self.title[3] >= 70

    @property
    def content(self) -> Box:
        """The place of the content and of the source below it."""
        x, y, width, height = self.body
        return self.body if self.has_label else (x, y + 22, width, height - 22)

    @property
    def scale(self) -> float:
        """The size of letters, as a share of those on our own slides."""
        return min(1.0, self.content[2] / 888, self.content[3] / 404)

    @property
    def down(self) -> float:
        """The heights, as a share of those on our own slides: slides of 4:3 are higher."""
        return min(self.scale * _HIGHER, self.content[3] / 404)

    def placed(self, box: Box) -> Box:
        """Return where a place of the content of our own slides is."""
        left, top, width, _ = self.content
        across = width / 888
        return (left + (box[0] - 36) * across, top + (box[1] - 100) * self.down, box[2] * across, box[3] * self.down)

    def measured(self, box: Box) -> Box:
        """Return a place in points of the template."""
        left, top, width, height = (edge * self.unit for edge in box)
        return left, top, width, height


def _boxes(part: SlideMaster | SlideLayout, unit: float) -> dict[str, Box]:
    """Return the places of the placeholders of a master or layout by their kind."""
    found: dict[str, Box] = {}
    for shape in part.placeholders:
        kind = shape.element.find(f".//{qn('p:ph')}").get("type", "body")
        if shape.element.find(f".//{qn('a:xfrm')}") is not None:
            edges = (shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
            left, top, width, height = (edge / unit for edge in edges)
            box = (left, top, width, height)
            found.setdefault("title" if kind == "ctrTitle" else kind, box)
    return found


@dataclass(frozen=True)
class Colours:
    """The colours of the theme of a master that our own ones have to be seen on."""

    master: SlideMaster

    @cached_property
    def _theme(self) -> Any:
        part = self.master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))

    @cached_property
    def _scheme(self) -> dict[str, str]:
        scheme = self._theme.find(f".//{qn('a:clrScheme')}")
        return {etree.QName(each).localname: each[0].get("lastClr") or each[0].get("val", "") for each in scheme}

    def of(self, name: str) -> str:
        """Return a colour of the theme, such as that of text (tx1) or of the ground (bg1)."""
        mapped = self.master.element.find(qn("p:clrMap")).get(name, name)
        return f"#{self._scheme.get(mapped, '000000')}"

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than what it is on."""
        return _light(self.of("tx1")) > _light(self.of("bg1"))

    @cached_property
    def replaced(self) -> dict[str, str]:
        """What our colours become on a dark ground."""
        ground = self.of("bg1")
        marks = [mark for mark in MARKS.values() if self.is_dark]
        found = {mark.light: mark.dark for mark in marks}
        found |= {pale(mark.light): mixed(mark.dark, ground, 0.25) for mark in marks}
        if self.is_dark:
            found |= {INK: self.of("tx1"), WARNING: _DARK_WARNING, LINE: _DARK_LINE, ACCENT: _DARK_ACCENT}
        return {_code(old): _code(new) for old, new in found.items()}


def _light(colour: str) -> float:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue


def _code(colour: str) -> str:
    return colour.lstrip("#").upper()


def presentation(template: bytes, words: Words) -> tuple[Slides, dict[str, SlideLayout], Callable[[Page], None]]:
    """Return the layouts below the master of a template: in its places, with its letters and colours."""
    slides = opened(template)
    frame, colours = Frame.of(slides), Colours(slides.slide_masters[0])
    layouts = {
        name: master.add_layout(
            slides, master.layout_xml(words(own[0]), own[1], tuple(_moved(each, frame) for each in own[2]))
        )
        for name, own in master.LAYOUTS.items()
    }
    return slides, layouts, partial(move_into, frame=frame, colours=colours)


def _moved(place: master.Placeholder, frame: Frame) -> master.Placeholder:
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
    if place in master.LAYOUTS["title"][2][1:2]:
        box = frame.placed((EDGE, BODY_TOP, layout.OPENING_WIDTH, BODY_HEIGHT))
    is_content = place.number in (master.BODY, LABEL, 0)
    size = place.size * frame.unit * (frame.scale if is_content else 1.0)
    return replace(place, box=frame.measured(box), size=size)


def move_into(page: Page, frame: Frame, colours: Colours) -> None:
    """Move what is on one of our slides into the places of a template; placeholders are where their layout has them.

    Letters become smaller with the place, above the content with the title's; below it with the slide alone.
    """
    for shape in page.shapes:
        index = shape.placeholder_format.idx if shape.is_placeholder else None
        share = min(frame.scale, frame.title[2] / 888) if index in _HEADS else 1.0 if index in _FEET else frame.scale
        _scale_text(shape.element, share * frame.unit)
        if shape.has_chart:
            _scale_text(shape.chart.element, share * frame.unit)
            for letters in shape.chart.element.iter(qn("a:defRPr")):
                _scale(letters, "sz", share * frame.unit)
        if index is None:
            for extent in shape.element.iter(qn("a:ext")):  # marks stay round
                if extent.get("cx") == extent.get("cy"):
                    _scale(extent, "cy", frame.scale / frame.down)
            box = frame.placed((shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt))
            shape.left, shape.top, shape.width, shape.height = (Pt(edge) for edge in frame.measured(box))
    for found in page.element.iter(qn("a:srgbClr")):
        value = found.get("val").upper()
        found.set("val", colours.replaced.get(value, value))


def _scale_text(element: Any, share: float) -> None:
    for name, attributes in _SCALED.items():
        for found in element.iter(qn(name)):
            for attribute in attributes:
                _scale(found, attribute, share)


def _scale(element: Any, attribute: str, share: float) -> None:
    if value := element.get(attribute):
        element.set(attribute, str(round(int(value) * share)))
