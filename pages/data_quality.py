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
from web.layout import layout_of
from web.page import Page
from web.request import Reader
from web.tabs import chosen_tab, tabs_block
from web.templating import Context, render, words_function

words_function(years_in_words)

TABS = (
    ("reported", N_("Who reports what, and what differs")),
    ("coverage", N_("Coverage by theme")),
    ("grades", N_("Evidence grades and codings")),
    ("revisions", N_("Revisions")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresReported(Context):
    """Measures by state: years published, masked or without a figure, on one axis of years."""

    template: ClassVar[str] = "pages/data_quality_measures.html"
    rows: tuple[who_reports.MeasureReports, ...]
    years: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDifferences(Context):
    """The differences between sources, by state."""

    template: ClassVar[str] = "pages/data_quality_differences.html"
    view: data_quality.DataQuality


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


def content(reader: Reader) -> Page:
    """Show what the record covers and where its sources differ."""
    words = reader.words
    tabs = tuple((key, words(name)) for key, name in TABS)
    return Page(
        title=words("Data quality"),
        lead=words("What the sources cover and where they differ. It says nothing about the states."),
        crumbs=((words("Method"), "/method"),),
        above=(tabs_block(reader, tabs),),
        blocks=_blocks(reader, chosen_tab(reader, tabs)),
        tabs=tuple(key for key, _ in tabs),
    )


def _blocks(reader: Reader, tab: str) -> tuple[Markup | Chart, ...]:
    view = reader.view(data_quality.build)
    if tab in _TEXTS:
        editions = reader.service.revisions(reader.snapshot)
        shown = render(reader, _TEXTS[tab](view=view, framework=view.framework, editions=editions))
        return (_coverage(reader, view, shown) if tab == "coverage" else shown,)
    rows = reader.view(who_reports.build)
    shown = render(reader, MeasuresReported(rows=rows, years=who_reports.years(rows)))
    reported = (_reported(reader, rows, shown),) if rows else ()
    return (*reported, render(reader, SourceDifferences(view=view)))


def _chart(reader: Reader, matrix: CellMatrix, shown: Markup, **more: Any) -> Chart:
    """Return the chart of what sources cover; `more` are its id, title, subtitle, table and source."""
    words = reader.words
    notes = (words("What a source does not cover says nothing about a state."),)
    definition = words("What the sources cover and where they differ. It says nothing about the states.")
    return matrix_chart(matrix, shown, notes=notes, definition=definition, **more)


def _reported(reader: Reader, rows: tuple[who_reports.MeasureReports, ...], shown: Markup) -> Chart:
    words = reader.words

    def address(measure: str, country: str) -> str:
        return reader.href("/statistics", measure=measure, country=country)

    matrix = reported_matrix(rows, words, address)
    return _chart(
        reader,
        matrix,
        shown,
        id="reported",
        title=words("Who reports what"),
        subtitle=words("Years with a published figure; “masked” is “<5”. No figure in the record is not zero."),
        table=matrix.table(words("Measure")),
        source=source_line(reader),
    )


def _coverage(reader: Reader, view: data_quality.DataQuality, shown: Markup) -> Chart:
    words = reader.words
    matrix = coverage_matrix(view, words, evidence_address(reader))
    return _chart(
        reader,
        matrix,
        shown,
        id="coverage-by-country",
        title=words("Coverage by theme"),
        subtitle=words("How many indicators of each theme the sources of this day cover."),
        table=matrix.table(words("Theme")),
        source=status_source(reader),
    )


register_page(__name__, path="/data-quality", name="Data quality", content=content)
layout = layout_of("/data-quality")
