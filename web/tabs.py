"""Tabs of a public page: links, because the address is the only state of a page."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True)
class Tabs(Context):
    """Key and name of each tab; `tab` is the open one, `below` the fragment of their links, such as "#parts"."""

    template: ClassVar[str] = "web/tabs.html"
    tabs: tuple[tuple[str, str], ...]
    tab: str
    below: str = ""


def chosen_tab(page_request: PageRequest, tabs: tuple[tuple[str, str], ...]) -> str:
    """Return the tab that the address names, or the first one."""
    return page_request.one_of("tab", tuple(key for key, _ in tabs), tabs[0][0])


def tabs_section(page_request: PageRequest, tabs: tuple[tuple[str, str], ...]) -> Markup:
    """Return the links to the tabs of a page; they keep the rest of the address."""
    return render(page_request, Tabs(tabs, chosen_tab(page_request, tabs)))
