"""What an office program says about the file: its maker, its page, its sections, and how many slides are hidden."""

from contextlib import suppress
from datetime import datetime, time
from itertools import groupby
from uuid import NAMESPACE_URL, uuid5

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.presentation import Presentation

from bukhara.i18n.words import words_of
from bukhara.office_files import MAKER, xml_text
from bukhara.pack import Pack

_APPLICATION = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{maker}'
    "</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>{slides}</Slides><Notes>{slides}</Notes>"
    "<HiddenSlides>{hidden}</HiddenSlides></Properties>"
)
_MAIN = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_SECTIONS = (
    f'<p:extLst {_MAIN}><p:ext uri="{{{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}}}"><p14:sectionLst '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{}</p14:sectionLst></p:ext></p:extLst>'
)


def set_properties(slides: Presentation, pack: Pack) -> None:
    """Say what the file is, and leave out what the empty file of the library has: its picture and its printer."""
    core = slides.core_properties
    core.title, core.author, core.last_modified_by, core.comments = xml_text(pack.title)[:255], MAKER, MAKER, ""
    core.created = core.modified = datetime.combine(pack.as_of, time())
    core.language = ", ".join(pack.languages)
    package = slides.part.package
    for owner, kind in ((package, RELATIONSHIP_TYPE.THUMBNAIL), (slides.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)):
        with suppress(KeyError):  # a template may have neither
            owner.drop_rel(owner.relate_to(owner.part_related_by(kind), kind))
    hidden = sum(slide.is_hidden for slide in pack.slides)
    application = _APPLICATION.format(maker=MAKER, slides=len(pack.slides), hidden=hidden)
    with suppress(KeyError):
        package.part_related_by(RELATIONSHIP_TYPE.EXTENDED_PROPERTIES).blob = application.encode()
    slides.element.find(qn("p:sldSz")).attrib.pop("type", "")
    _name_notes_master(slides)
    if hidden:
        slides.element.append(parse_xml(_SECTIONS.format("".join(_sections(slides, pack)))))


def _name_notes_master(slides: Presentation) -> None:
    for own in slides.element.findall(qn("p:notesMasterIdLst")):
        slides.element.remove(own)
    masters = parse_xml(f"<p:notesMasterIdLst {_MAIN}/>")
    number = slides.part.relate_to(slides.notes_master.part, RELATIONSHIP_TYPE.NOTES_MASTER)
    masters.append(masters.makeelement(qn("p:notesMasterId"), {qn("r:id"): number}))
    slides.element.find(qn("p:sldMasterIdLst")).addnext(masters)


def _sections(slides: Presentation, pack: Pack) -> list[str]:
    """Return the talk and the annex as sections, named in the languages of the pack."""
    every = [words_of(language) for language in pack.languages]
    names = {False: " / ".join(words("Talk") for words in every), True: " / ".join(words("Annex") for words in every)}
    found: list[str] = []
    for is_hidden, pages in groupby(zip(slides.slides, pack.slides, strict=True), key=lambda pair: pair[1].is_hidden):
        ids = "".join(f'<p14:sldId id="{page.slide_id}"/>' for page, _ in pages)
        key = str(uuid5(NAMESPACE_URL, f"{names[is_hidden]} {len(found)}")).upper()
        found.append(
            f'<p14:section name="{names[is_hidden]}" id="{{{key}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
        )
    return found
