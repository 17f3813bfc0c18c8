"""Templates as an organisation might have them, made by script: a dark one, one with another typeface, one with a logo."""

import io
import re

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from bukhara.exports.packs.qr import qr_code

PLACES = {
    "title": (66, 29, 828, 90),
    "body": (66, 130, 828, 356),
    "dt": (66, 500, 216, 29),
    "ftr": (318, 500, 324, 29),
    "sldNum": (678, 500, 216, 29),
}
DARK = {"dk1": "10243E", "lt1": "FFFFFF"}
BESIDE_LOGO = (66, 29, 690, 90)
_PICTURE = (
    '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:nvPicPr><p:cNvPr id="90" name="Logo"/>'
    '<p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="{}"/><a:stretch><a:fillRect/></a:stretch>'
    '</p:blipFill><p:spPr><a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></p:spPr></p:pic>"
)


def template(*, dark=False, typeface="", logo=False, width=960, height=540) -> bytes:
    """Return a template with a slide that must not stay; its places are as large as its slides."""
    slides, unit = Presentation(), width / 960
    slides.slide_width, slides.slide_height = Pt(width), Pt(height)
    master = slides.slide_masters[0]
    for part in (master, *slides.slide_layouts):
        for shape in part.placeholders:
            kind = shape.element.find(f".//{qn('p:ph')}").get("type", "body")
            if kind in PLACES and (part is master or shape.element.find(f".//{qn('a:xfrm')}") is not None):
                box = BESIDE_LOGO if logo and kind == "title" else PLACES[kind]
                shape.left, shape.top, shape.width, shape.height = (Pt(edge * unit) for edge in box)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = theme.blob.decode()
    if dark:
        for name, colour in DARK.items():
            text = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', text)
        mapped = master.element.find(qn("p:clrMap"))
        mapped.set("bg1", "dk1")
        mapped.set("tx1", "lt1")
    if typeface:
        text = re.sub(r'<a:latin typeface="[^"]+"', f'<a:latin typeface="{typeface}"', text)
    theme.blob = text.encode()
    if logo:
        part, number = master.part.get_or_add_image_part(io.BytesIO(qr_code("https://logo.example", "png")))
        assert part
        box = [int(Pt(edge)) for edge in (804, 24, 90, 90)]
        master.element.cSld.spTree.append(parse_xml(_PICTURE.format(number, *box)))
    slides.slides.add_slide(slides.slide_layouts[0]).shapes.title.text = "A slide of the template"
    stream = io.BytesIO()
    slides.save(stream)
    return stream.getvalue()


THREE = {"dark": {"dark": True}, "typeface": {"typeface": "Georgia"}, "logo": {"logo": True}}
"""The three templates: their names and what they are made with."""
SMALL = {"width": 720, "height": 405}
"""The other size of 16:9 that office programs make."""
