"""One theme: what it rests on, its conditions, and the five states side by side."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.model.framework import Framework
from bukhara.views import since, theme
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render

PATH = "/themes/<item>"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePage(Context):
    """One theme: conditions, statuses and statements of every state."""

    template: ClassVar[str] = "pages/theme.html"
    view: theme.Theme
    since: since.Since
    framework: Framework


def content(reader: Reader) -> Page:
    """Show the theme named in the address, or that it does not exist."""
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
        blocks=(
            render(reader, ThemePage(view=view, since=reader.view(since.build, item=item_id), framework=framework)),
        ),
    )


register_page(__name__, path_template=PATH, name="Theme", content=content)
layout = layout_of(PATH)
