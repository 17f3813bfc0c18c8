"""Which page stands at an address: Dash's own page registry is the one truth, the policy says who may see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from dash import page_registry
from dash._pages import _path_to_page

from bukhara.errors import NotAllowed
from bukhara.service.authorize import authorize
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import Reader, reader_of

if TYPE_CHECKING:
    from bukhara.model.release import Snapshot
    from pages._ui.parts.page import Page

NOT_FOUND = "pages.not_found_404"
REFUSED = "pages.refused"


def page_of(module: str) -> Callable[..., Page]:
    """Return what makes the content of a page that is known by its module."""
    content: Callable[..., Page] = page_registry[module]["content"]
    return content


def page_at(path: str, query: Mapping[str, str]) -> tuple[Reader, Page]:
    """Return the reader and the content of the page at `path`; the page that says "not found" where there is none.

    A page with a `permission`, or of a draft, is made anew for whoever asks; the others are the same for all and kept.
    """
    reader = reader_of(path, query)
    entry, _ = _path_to_page(path.strip("/"))
    if entry and entry.get("permission"):
        return reader, _private(reader, entry)
    if reader.snapshot.draft:
        return reader, _content(reader.snapshot, path, tuple(sorted(reader.query.items())))
    return reader, reader.view(_content, path, tuple(sorted(reader.query.items())))


def _private(reader: Reader, entry: Mapping[str, Any]) -> Page:
    try:
        authorize(reader.service, actor(), entry["permission"])
    except NotAllowed as no:
        return page_of(REFUSED)(reader, no.reason)
    page: Page = entry["content"](reader)
    return page if page.found else page_of(NOT_FOUND)(reader)


def _content(_snapshot: Snapshot, path: str, query: tuple[tuple[str, str], ...]) -> Page:
    """Return the page of an address: the same for the same release, so it is kept like any other view."""
    entry, _ = _path_to_page(path.strip("/"))
    reader = reader_of(path, dict(query))
    page: Page = (entry["content"] if entry else page_of(NOT_FOUND))(reader)
    return page if page.found else page_of(NOT_FOUND)(reader)
