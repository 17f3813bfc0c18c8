"""Conclusions of the conference: their words, who proposed them, lead, next step and date, and what came since."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.views import conclusions
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionsTable(Context):
    """The conclusions as a table."""

    template: ClassVar[str] = "pages/conclusions.html"
    rows: tuple[conclusions.Conclusion, ...]


def content(reader: Reader) -> Page:
    """Show each conclusion with what the record holds about it."""
    words, snapshot = reader.words, reader.snapshot
    until = snapshot.as_of if "as_of" in reader.query else None
    rows = reader.view(conclusions.build, reader.service.history.since(snapshot, until=until))
    return Page(
        title=words("Conclusions"),
        lead=words("What the Third conference concluded, and what has followed. The report names no lead and no date."),
        crumbs=((words("Themes"), "/themes"),),
        blocks=(render(reader, ConclusionsTable(rows=rows)),),
    )


register_page(__name__, path="/conclusions", name="Conclusions", content=content)
layout = layout_of("/conclusions")
