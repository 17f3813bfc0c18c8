"""A whole HTML document without Dash: for the pages of the office and for refusals."""

from flask import current_app
from markupsafe import Markup

from bukhara.i18n.readers import is_public
from web.addresses import address_of
from web.first_paint import to_html
from web.fonts import of_page
from web.header import header
from web.inline_scripts import COLOUR_MODE
from web.page import Page
from web.page_head import footer, head
from web.request import PageRequest
from web.templating import render


def document(page_request: PageRequest, page: Page) -> str:
    """Return the page as a document of its own."""
    config = current_app.config
    return render(
        page_request,
        "web/document.html",
        page=page,
        is_draft=not is_public(page_request.words.language),
        sections=[each if isinstance(each, Markup) else to_html(each) for each in page.sections],
        header=to_html(header(page_request)),
        head=to_html(head(page_request, page)),
        footer=to_html(footer(page_request)),
        fonts=of_page(page_request.words.language),
        colour_mode=Markup(COLOUR_MODE),  # noqa: S704 - our own
        stylesheets=[address_of(config[name]) for name in ("STYLESHEET", "OFFICE_STYLESHEET")],
        script=address_of(config["OFFICE_SCRIPT"]),
    )
