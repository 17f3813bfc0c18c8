"""Data quality: coverage, latest information, differences between sources, revisions, grades, the two codings."""

from dataclasses import dataclass
from typing import ClassVar

from dash import register_page

from bukhara.model.framework import Framework
from bukhara.model.revision import EditionRevisions
from bukhara.views import data_quality, who_reports
from web.layout import contents, layout_of
from web.page import Page
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityReport(Context):
    """Differences, coverage, grades, revisions and codings."""

    template: ClassVar[str] = "pages/data_quality.html"
    view: data_quality.DataQuality
    framework: Framework
    editions: tuple[EditionRevisions, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuresReported(Context):
    """Measures by state: years published, masked or without a figure for a stated reason."""

    template: ClassVar[str] = "pages/data_quality_measures.html"
    rows: tuple[who_reports.MeasureReports, ...]


def content(reader: Reader) -> Page:
    """Show what the record covers and where its sources differ."""
    words = reader.words
    view = reader.view(data_quality.build)
    reported = reader.view(who_reports.build)
    return Page(
        title=words("Data quality"),
        lead=words(
            "What the sources cover, how recent they are, and where they differ. It says nothing about the states."
        ),
        crumbs=((words("Method"), "/method"),),
        blocks=(
            *contents(
                reader,
                ("differences", words("Differences between sources")),
                ("coverage", words("Coverage")),
                ("grades", words("Evidence grades")),
                ("revisions", words("Revisions")),
                ("codings", words("Two codings")),
                *((("measures", words("Who reports what")),) if reported else ()),
            ),
            render(
                reader,
                QualityReport(view=view, framework=view.framework, editions=reader.service.revisions(reader.snapshot)),
            ),
            *((render(reader, MeasuresReported(rows=reported)),) if reported else ()),
        ),
    )


register_page(__name__, path="/data-quality", name="Data quality", content=content)
layout = layout_of("/data-quality")
