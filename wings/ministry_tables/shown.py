"""What pages of the core show of tables of another make: the form to paste one, and what a draft's page leads to."""

from markupsafe import Markup

from bukhara.model.draft import Draft
from web.request import PageRequest, actor
from web.templating import render
from wings.ministry_tables.forms import PastedForm
from wings.ministry_tables.own_tables import TableMapping


def paste_form(page_request: PageRequest) -> Markup:
    """Return the form in which a copied table is sent."""
    return render(page_request, "ministry_tables/pasted.html", pasted=PastedForm())


def offer(page_request: PageRequest, draft: Draft) -> Markup:
    """Return the tables of a file with what is asked about them, or why it has none."""
    found = page_request.service.part(TableMapping).tables(actor(), draft.draft_id)
    return render(page_request, "ministry_tables/offer.html", draft=draft, found=found)


def origin(page_request: PageRequest, draft: Draft) -> Markup:
    """Return the way back to the tables that the workbook of a draft was made of; empty for any other."""
    is_made = page_request.service.part(TableMapping).made(draft)
    return render(page_request, "ministry_tables/origin.html", draft=draft) if is_made else Markup()
