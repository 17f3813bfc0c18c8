"""Data quality: who reports what and where sources differ; coverage, grades and revisions in tabs of their own."""

from dataclasses import dataclass
from typing import Any, ClassVar

from dash import register_page
from markupsafe import Markup

from bukhara.charts.cells import CellMatrix
from bukhara.charts.chart import Chart
from bukhara.charts.data_quality_matrices import coverage_matrix, reported_matrix, years_in_words
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.views import data_quality, who_reports
from web.cell_table import matrix_chart
from web.charts import evidence_address, source_line, status_source
from web.components.lists import chosen_tab, tab_links
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render, words_function

words_function(years_in_words)

TABS = (
    ("reported", N_("Who reports what, and what differs")),
    ("coverage", N_("Coverage by theme")),
    ("grades", N_("Evidence grades and codings")),
    ("revisions", N_("Revisions")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityReport(Context):
    """What a tab of coverage, grades or revisions is filled with."""

    view: data_quality.DataQuality
    framework: Framework
    editions: tuple[EditionRevisions, ...]


class CoverageReport(QualityReport):
    """Indicators covered by theme and state."""

    template: ClassVar[str] = "pages/data_quality_coverage.html"


class GradesReport(QualityReport):
    """Statements by evidence grade, and the two codings."""

    template: ClassVar[str] = "pages/data_quality_grades.html"


class Revisions(QualityReport):
    """What editions of data sets and states revised."""

    template: ClassVar[str] = "pages/data_quality_revisions.html"


_TEXTS: dict[str, type[QualityReport]] = {"coverage": CoverageReport, "grades": GradesReport, "revisions": Revisions}


def content(page_request: PageRequest) -> Page:
    """Show what the record covers and where its sources differ."""
    words = page_request.words
    tabs = tuple((key, words(name)) for key, name in TABS)
    return Page(
        title=words("Data quality"),
        lead=words("What the sources cover and where they differ. It says nothing about the states."),
        crumbs=((words("Method"), "/method"),),
        above=(tab_links(page_request, tabs),),
        sections=_sections(page_request, chosen_tab(page_request, tabs)),
        tabs=tuple(key for key, _ in tabs),
    )


def _sections(page_request: PageRequest, tab: str) -> tuple[Markup | Chart, ...]:
    view = page_request.view(data_quality.build)
    if tab in _TEXTS:
        editions = page_request.service.revisions(page_request.snapshot)
        shown = render(page_request, _TEXTS[tab](view=view, framework=view.framework, editions=editions))
        return (_coverage(page_request, view, shown) if tab == "coverage" else shown,)
    rows = page_request.view(who_reports.build)
    shown = render(page_request, "pages/data_quality_measures.html", rows=rows, years=who_reports.years(rows))
    reported = (_reported(page_request, rows, shown),) if rows else ()
    return (*reported, render(page_request, "pages/data_quality_differences.html", view=view))


def _chart(page_request: PageRequest, matrix: CellMatrix, shown: Markup, **more: Any) -> Chart:
    """Return the chart of what sources cover; `more` are its id, title, subtitle, table and source."""
    words = page_request.words
    notes = (words("What a source does not cover says nothing about a state."),)
    definition = words("What the sources cover and where they differ. It says nothing about the states.")
    return matrix_chart(matrix, shown, notes=notes, definition=definition, **more)


def _reported(page_request: PageRequest, rows: tuple[who_reports.MeasureReports, ...], shown: Markup) -> Chart:
    words = page_request.words

    def address(measure: str, country: str) -> str:
        return page_request.href("/statistics", measure=measure, country=country)

    matrix = reported_matrix(rows, words, address)
    return _chart(
        page_request,
        matrix,
        shown,
        id="reported",
        title=words("Who reports what"),
        subtitle=words("Years with a published figure; “masked” is “<5”. No figure in the record is not zero."),
        table=matrix.table(words("Measure")),
        source=source_line(page_request),
    )


def _coverage(page_request: PageRequest, view: data_quality.DataQuality, shown: Markup) -> Chart:
    words = page_request.words
    matrix = coverage_matrix(view, words, evidence_address(page_request))
    return _chart(
        page_request,
        matrix,
        shown,
        id="coverage-by-country",
        title=words("Coverage by theme"),
        subtitle=words("How many indicators of each theme the sources of this day cover."),
        table=matrix.table(words("Theme")),
        source=status_source(page_request),
    )


register_page(__name__, path="/data-quality", name="Data quality", content=content)
layout = layout_of("/data-quality")
