"""An administrator uploads the template of slides, looks at two slides in it, and takes it away again."""

import io
import re
from html import unescape

import pytest
from pptx import Presentation

from bukhara.errors import NotAllowed
from bukhara.pack import PackChoice
from tests.web.site_client import ADMIN, ORGANISER, VIEWER, new_site
from tests.wings.slide_template.templates import template
from tests.wings.slide_template.test_own_template import with_part
from wings.slide_template.template import HAS_MACROS, NO_FILE, OTHER_SIZE
from wings.slide_template.uploaded import PackTemplate

PAGE, FILE = "/admin/template", "/countries/XAA/pack.pptx"


@pytest.fixture
def site(tmp_path):
    """The exercise with an administrator, without a template."""
    return new_site(tmp_path, actor=ADMIN)


def upload(site, content: bytes) -> str:
    site.act(ADMIN)
    given = {"file": (io.BytesIO(content), "own.pptx")}
    return unescape(site.client.post(PAGE, data=given, follow_redirects=True).text)


def layouts(site) -> list[str]:
    """Return the names of the layouts of the slides that anybody gets."""
    site.act(VIEWER)
    return [each.name for each in Presentation(io.BytesIO(site.client.get(FILE).data)).slide_layouts]


def test_slides_are_made_in_an_uploaded_template_until_it_is_removed(site) -> None:
    usual = layouts(site)
    page = upload(site, template(dark=True, typeface="Georgia"))
    assert "Slides are made in this template from now on." in page
    with_template = layouts(site)
    assert with_template[-len(usual) :] == usual
    assert len(with_template) > len(usual)
    site.act(ADMIN)
    assert "Removed." in site.client.post(f"{PAGE}/remove", follow_redirects=True).text
    assert "There is no uploaded template." in site.client.post(f"{PAGE}/remove", follow_redirects=True).text
    assert layouts(site) == usual
    recorded = [entry.action for entry in site.service.opened().audit()]
    assert [each for each in recorded if "template" in each] == ["template_set", "template_removed"]


def test_two_slides_in_it_can_be_looked_at(site) -> None:
    page = upload(site, template(dark=True, typeface="Georgia"))
    address = unescape(re.search(r'href="(/panel/pack\.pptx[^"]*)"', page)[1])
    slides = Presentation(io.BytesIO(site.client.get(address).data)).slides
    assert len(slides) == 2
    assert all("EXERCISE" in " ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides)


def test_what_cannot_be_used_is_refused_with_the_reason_and_changes_nothing(site) -> None:
    before = site.service.slide_template()
    for content, reason in (
        (template(height=960), OTHER_SIZE),
        (with_part(template(), "ppt/vbaProject.bin", b"x"), HAS_MACROS),
        (b"", NO_FILE),
    ):
        assert reason in upload(site, content)
    assert site.service.slide_template() == before


def test_only_an_administrator_sets_or_removes_it(site) -> None:
    for somebody in (ORGANISER, VIEWER):
        with pytest.raises(NotAllowed):
            site.service.part(PackTemplate).upload(somebody, template(), lambda: site.service.pack(PackChoice()))
        with pytest.raises(NotAllowed):
            site.service.part(PackTemplate).remove(somebody)
