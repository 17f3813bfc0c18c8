"""One theme: what it rests on, its conditions, and the five states side by side."""

from __future__ import annotations

from dash import register_page

from bukhara.views import theme
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.reply_voices import reply_voices

PATH = "/themes/<item>"


def content(reader: Reader) -> Page:
    """Show the theme named in the address, or say that there is none."""
    words, framework = reader.words, reader.snapshot.framework
    known = {item.id for item in framework.items}
    item_id = reader.path.rsplit("/", 1)[-1]
    if item_id not in known:
        return Page(title=words("Nothing stands at this address"), found=False)
    view = reader.view(theme.build, item_id)
    return Page(
        title=words.text(view.item.name),
        lead=words.text(view.item.description),
        crumbs=((words("Themes"), "/themes"),),
        blocks=(render(reader, "theme.html", view=view, framework=framework, **reply_voices(reader)),),
    )


register_page(__name__, path_template=PATH, name="Theme", content=content)
layout = layout_of(PATH)
