"""What the sources of the record cover, their grades and codings, and their revisions: tabs of Method."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from bukhara.charts.chart import Chart
from bukhara.charts.data_quality_matrices import coverage_matrix
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.revision import EditionRevisions
from bukhara.views import data_quality
from web.cell_table import matrix_chart
from web.charts import evidence_address, status_source
from web.request import PageRequest
from web.templating import Context, render

TABS = (
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

    template: ClassVar[str] = "pages/method_coverage.html"


class GradesReport(QualityReport):
    """Statements by evidence grade, and the two codings."""

    template: ClassVar[str] = "pages/method_grades.html"


class Revisions(QualityReport):
    """What editions of data sets and states revised."""

    template: ClassVar[str] = "pages/method_revisions.html"


_TEXTS: dict[str, type[QualityReport]] = {"coverage": CoverageReport, "grades": GradesReport, "revisions": Revisions}


def quality(page_request: PageRequest, tab: str) -> Markup | Chart:
    """Return one of the tabs."""
    view = page_request.view(data_quality.build)
    editions = page_request.service.revisions(page_request.snapshot)
    shown = render(page_request, _TEXTS[tab](view=view, framework=view.framework, editions=editions))
    return _coverage(page_request, view, shown) if tab == "coverage" else shown


def _coverage(page_request: PageRequest, view: data_quality.DataQuality, shown: Markup) -> Chart:
    words = page_request.words
    matrix = coverage_matrix(view, words, evidence_address(page_request))
    return matrix_chart(
        matrix,
        shown,
        id="coverage-by-country",
        title=words("Coverage by theme"),
        subtitle=words("How many indicators of each theme the sources of this day cover."),
        table=matrix.table(words("Theme")),
        source=status_source(page_request),
        notes=(words("What a source does not cover says nothing about a state."),),
        definition=words("What the sources cover. It says nothing about the states."),
    )
