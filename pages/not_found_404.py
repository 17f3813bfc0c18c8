"""The page for addresses that lead nowhere; Dash finds it by the name of this module."""

from dash import register_page

from web.error_pages import not_found
from web.layout import layout_of

register_page(__name__, path="/not-found", name="Not found", content=not_found)
layout = layout_of("/not-found")
