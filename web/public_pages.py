"""Which public page an address shows: Dash's page registry is the one list of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from dash._pages import _path_to_page

from web.error_pages import not_found
from web.request import reader_of

if TYPE_CHECKING:
    from bukhara.model.release import Snapshot
    from web.page import Page
    from web.request import Reader


PANEL = "evidence"
"""The selection that opens the panel at the side; the page itself is the same with it and without it."""


def page_at(path: str, query: Mapping[str, str]) -> tuple[Reader, Page]:
    """Return the reader and the content of the page at `path`; without such a page, the page "not found".

    A page is the same for everybody and kept with its release; the preview of a draft is built for each request.
    """
    reader = reader_of(path, query)
    selection = tuple(sorted((name, value) for name, value in reader.query.items() if name != PANEL))
    if reader.snapshot.draft:
        return reader, _content(reader.snapshot, path, selection)
    return reader, reader.view(_content, path, selection)


def _content(_snapshot: Snapshot, path: str, query: tuple[tuple[str, str], ...]) -> Page:
    """Return the page at an address. Pages read the address; the snapshot is the key under which a page is kept."""
    entry, _ = _path_to_page(path.strip("/"))
    reader = reader_of(path, dict(query))
    page: Page = (entry["content"] if entry else not_found)(reader)
    return page if page.found else not_found(reader)
