"""What goes into a workbook and what comes out of one; plain data."""

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
    """What the template writer puts into a workbook; `country` is empty for statistics and partners.

    `questions` become prepared rows; a tracker with neither rows nor questions asks for everything.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookReading:
    """What the reader understood: rows without an error, and everything it found.

    `readable` is False where the file is not one of our workbooks; then only `findings` is filled.
    `round_title` is the title of the round for which the template was made.
    `exported` is an export of open data that came back: nothing of it is taken over.
    `rows_at` and `sources_at` are the cells of the rows and of the sources; None without them.
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
    rows_at: Located | None = None
    sources_at: Located | None = None
    exported: Exported | None = None

    def count(self, severity: Severity) -> int:
        """Return how many findings have that severity."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def acceptable(self) -> bool:
        """Whether it may be published: readable, and no error."""
        return self.readable and self.count(Severity.ERROR) == 0
