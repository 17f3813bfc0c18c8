"""A whole HTML document without Dash: for the pages of the office and for refusals."""

from dataclasses import dataclass
from typing import ClassVar

from flask import current_app
from markupsafe import Markup

from web.addresses import address_of
from web.first_paint import to_html
from web.fonts import of_page
from web.header import header
from web.inline_scripts import COLOUR_MODE
from web.page import Page
from web.page_head import footer, head
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True)
class HtmlDocument(Context):
    """A page with what is around it, and the addresses of its style sheets and script."""

    template: ClassVar[str] = "web/document.html"
    page: Page
    header: Markup
    head: Markup
    footer: Markup
    fonts: Markup
    colour_mode: str
    stylesheets: tuple[str, ...]
    script: str


def document(page_request: PageRequest, page: Page) -> str:
    """Return the page as a document of its own."""
    config = current_app.config
    sheets = tuple(address_of(config[name]) for name in ("STYLESHEET", "OFFICE_STYLESHEET"))
    addresses = sheets, address_of(config["OFFICE_SCRIPT"])
    before = of_page(page_request.words.language), Markup(COLOUR_MODE)  # noqa: S704 - our own
    around = to_html(header(page_request)), to_html(head(page_request, page)), to_html(footer(page_request, page))
    return render(page_request, HtmlDocument(page, *around, *before, *addresses))
