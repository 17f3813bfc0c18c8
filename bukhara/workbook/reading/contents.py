"""The contents of a workbook to be written, and the reading of one; plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.codes import Severity

if TYPE_CHECKING:
    from bukhara.model.codes import WorkbookKind
    from bukhara.model.finding import Finding
    from bukhara.model.framework import Framework
    from bukhara.model.located import Located
    from bukhara.model.observation import Observation
    from bukhara.model.source import Source
    from bukhara.model.statement import Statement
    from bukhara.workbook.questions import Question
    from bukhara.workbook.reading.exported import Exported


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookContents:
    """The contents of a workbook to be written; `country` is empty for statistics and partners.

    `questions` become prepared rows; a tracker with neither rows nor questions has every question. `corrections` are
    the ids of statements whose rows say that they correct an earlier answer.
    """

    kind: WorkbookKind
    framework: Framework
    country: str = ""
    statements: tuple[Statement, ...] = ()
    observations: tuple[Observation, ...] = ()
    sources: tuple[Source, ...] = ()
    base_release: int | None = None
    round_title: str = ""
    questions: tuple[Question, ...] = ()
    corrections: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookReading:
    """The result of reading a workbook: rows without an error, and all findings.

    If `readable` is False, the file is not a workbook of this project and only `findings` is filled. `round_title` is
    the title of the round for which the template was made. `exported` is an export of open data that was uploaded: none
    of its rows are stored. `rows_at` and `sources_at` are the cells of the rows and of the sources. `corrections` are
    the indexes of the statements whose rows say that they correct an earlier answer.
    """

    readable: bool
    findings: tuple[Finding, ...]
    kind: WorkbookKind | None = None
    countries: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    observations: tuple[Observation, ...] = ()
    base_release: int | None = None
    template_version: str = ""
    round_title: str = ""
    corrections: tuple[int, ...] = ()
    rows_at: Located | None = None
    sources_at: Located | None = None
    exported: Exported | None = None

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def acceptable(self) -> bool:
        """Whether the workbook may be published: readable, and without an error."""
        return self.readable and self.count(Severity.ERROR) == 0
