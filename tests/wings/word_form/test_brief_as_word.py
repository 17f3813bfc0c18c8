"""The brief of a state as Word, beside its PDF."""

import io
import re

from docx import Document

from tests.web.test_draft_packs import LABEL, OWN, draft, site

__all__ = ["draft", "site"]


def test_the_brief_of_a_draft_is_linked_and_labelled_and_another_ending_is_not_there(site, draft) -> None:
    site.act(OWN)
    for page in (f"/upload/{draft}", "/countries/XAA", "/downloads"):
        assert re.search(r'href="/countries/XAA/brief\.docx\?', site.html(page)), page
    brief = Document(io.BytesIO(site.client.get(f"/countries/XAA/brief.docx?draft={draft}&lang=en").data))
    assert any(LABEL in line.text for line in brief.paragraphs)
    assert LABEL not in Document(io.BytesIO(site.client.get("/countries/XAA/brief.docx").data)).paragraphs[1].text
    assert site.client.get("/countries/XAA/brief.odt").status_code == 404
