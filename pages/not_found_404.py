"""The page for addresses that lead nowhere; Dash finds it by the name of this module."""

from dash import register_page

from web.error_pages import not_found
from web.page import Page
from web.request import page_request_of

register_page(__name__, path="/not-found", kept=True)


def layout(**query: str) -> Page:
    """Say that there is no page at the address."""
    return not_found(page_request_of("/not-found", query))
