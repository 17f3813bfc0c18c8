"""Contested points of all states in one list: objections, differences between sources, and open codings."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.charts import contested_matrix
from bukhara.charts.chart import Chart
from bukhara.i18n import meanings
from bukhara.model.framework import Framework
from bukhara.views import contested
from web.cell_table import cell_chart
from web.charts import status_source
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class ContestedPoints(Context):
    """The list of each kind."""

    template: ClassVar[str] = "pages/contested.html"
    view: contested.Contested
    framework: Framework


def content(reader: Reader) -> Page:
    """Show what states, sources or coders see differently."""
    words, framework = reader.words, reader.snapshot.framework
    view = reader.view(contested.build)
    return Page(
        title=words("Contested points"),
        lead=words("Objections and corrections of states, where sources differ, and what two coders read differently."),
        crumbs=((words("Evidence"), "/evidence"),),
        blocks=(_picture(reader, view), render(reader, ContestedPoints(view=view, framework=framework))),
    )


def _picture(reader: Reader, view: contested.Contested) -> Chart:
    words, snapshot = reader.words, reader.snapshot
    figures = [figure for each in (*view.open, *view.explained) for figure in each.observations]
    return cell_chart(
        reader,
        contested_matrix.matrix(view, snapshot.framework, words, reader.href),
        id="contested-points",
        first=words("Theme or measure"),
        title=words("Contested points by kind and country"),
        subtitle=words("Each box is one point: numbers or statuses that differ; {day}", day=words.date(snapshot.as_of)),
        source=status_source(reader, figures=figures),
        notes=(words("All versions are shown; none is preferred. An empty cell has no such point in these sources."),),
        definition=words(meanings.TERMS["contested"]),
    )


register_page(__name__, path="/contested", name="Contested", content=content)
layout = layout_of("/contested")
