"""Which page stands at an address: Dash's own page registry is the one truth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dash import page_registry
from dash._pages import _path_to_page

from pages._ui.reader import Reader, reader_of

if TYPE_CHECKING:
    from bukhara.model.release import Snapshot
    from pages._ui.page import Page

NOT_FOUND = "pages.not_found_404"


def page_at(path: str, query: Mapping[str, str]) -> tuple[Reader, Page]:
    """Return the reader and the content of the page at `path`; the page that says "not found" where there is none."""
    reader = reader_of(path, query)
    page = reader.view(_content, path, tuple(sorted(reader.query.items())))
    return reader, page


def _content(_snapshot: Snapshot, path: str, query: tuple[tuple[str, str], ...]) -> Page:
    """Return the page of an address: the same for the same release, so it is kept like any other view."""
    entry, _ = _path_to_page(path.strip("/"))
    reader = reader_of(path, dict(query))
    not_found = page_registry[NOT_FOUND]["content"]
    page: Page = (entry["content"] if entry else not_found)(reader)
    return page if page.found else not_found(reader)
