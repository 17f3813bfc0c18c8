"""Which page stands at an address: Dash's own page registry is the one truth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dash import page_registry
from dash._pages import _path_to_page

from pages._ui.reader import Reader, reader_of

if TYPE_CHECKING:
    from pages._ui.page import Page

NOT_FOUND = "pages.not_found_404"


def page_at(path: str, query: Mapping[str, str]) -> tuple[Reader, Page]:
    """Return the reader and the content of the page at `path`; the page that says "not found" where there is none."""
    entry, _ = _path_to_page(path.strip("/"))
    reader = reader_of(path, query)
    content = (entry or page_registry[NOT_FOUND])["content"]
    page: Page = content(reader)
    if not page.found:
        page = page_registry[NOT_FOUND]["content"](reader)
    return reader, page
