"""What each finding of a workbook means, in one list: the place to which the findings of a draft link."""

from bukhara.access import Action
from bukhara.service import meanings
from office.page import office, office_page
from web.permissions import requires
from web.request import current_request
from web.templating import render


@office.get("/upload/findings")
@requires(Action.UPLOAD)
def meanings_page() -> str:
    """Show every finding that there is, with its code, weight and sentence."""
    page_request = current_request("/upload")
    words = page_request.words
    lead = words("What has to be corrected stops the publication, what has to be checked does not.")
    shown = render(page_request, "uploads/meanings.html", rows=meanings(words))
    return office_page(page_request, shown, title=words("What each finding means"), lead=lead)
