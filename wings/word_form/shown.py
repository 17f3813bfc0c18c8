"""Links to the Word form on pages of the core."""

from markupsafe import Markup

from office.names import trackers
from web.request import PageRequest
from web.templating import render


def template_link(page_request: PageRequest, subject: str) -> Markup:
    """Return the link to the form of a state or the region; empty for any other workbook."""
    is_there = subject in {each.code for each in trackers(page_request.service.framework())}
    address = f"/upload/form/{subject}.docx"
    return render(page_request, "word_form/link.html", address=address) if is_there else Markup()


def round_link(page_request: PageRequest, round_id: str, country: str) -> Markup:
    """Return the link to the form of a state in a round."""
    return Markup("·\n") + render(page_request, "word_form/link.html", address=f"/rounds/{round_id}/{country}.docx")
