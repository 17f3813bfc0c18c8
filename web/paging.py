"""Long lists in pages: the number in the address says which page, and beyond the end is the last one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from web.forms import whole_number
from web.request import PageRequest

T = TypeVar("T")
PAGE_SIZE = 25


@dataclass(frozen=True, slots=True)
class Turn:
    """Which page of a list is shown; `name` is what the address calls its number."""

    name: str
    at: int
    last: int
    total: int


def asked_page(page_request: PageRequest, name: str = "page") -> int:
    """Return the number of the page that the address asks for; 1 if it names none."""
    return max(1, whole_number(page_request.query.get(name), digits=6) or 1)


def page_number(index: int) -> str:
    """Return what an address says for the page on which an item of a list is; nothing for the first page."""
    return str(index // PAGE_SIZE + 1) if index >= PAGE_SIZE else ""


def paged(
    page_request: PageRequest, items: Sequence[T], *, name: str = "page", size: int = PAGE_SIZE
) -> tuple[tuple[T, ...], Turn]:
    """Return the part of a list that the address asks for."""
    last = max(1, -(-len(items) // size))
    at = min(asked_page(page_request, name), last)
    return tuple(items[(at - 1) * size : at * size]), Turn(name, at, last, len(items))
