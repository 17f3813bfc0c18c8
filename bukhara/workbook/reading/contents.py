"""The contents of a workbook to be written, and the reading of one; plain data."""

from dataclasses import dataclass

from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.record_positions import RecordPositions
from bukhara.model.round import Reply
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.workbook.questions import Question
from bukhara.workbook.reading.exported import Exported


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookContents:
    """The contents of a workbook to be written; `country` is empty for statistics and partners.

    `questions` become prepared rows; a tracker with neither rows nor questions has every question. The `observations`
    and `figure_questions` of a tracker are written on its sheet of figures. The last answers to the questions that are
    `confirmed` are marked so. With a `body` it is the part of that body, whose letter is prepared.
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
    figure_questions: tuple[Observation, ...] = ()
    confirmed: frozenset[str] = frozenset()
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookReading:
    """The result of reading a workbook: rows without an error, and all findings.

    If `readable` is False, the file is not a workbook of this project and only `findings` is filled. `round_title` is
    the title of the round for which the template was made. `exported` is an export of open data that was uploaded: none
    of its rows are stored. `rows_at` and `sources_at` are the cells of the rows and of the sources, `figures_at` those
    of the figures beside the statements of a tracker. `taken_out` are rows with the mark that they are to be
    taken out of the record. `pre_filled` says that rows call themselves the last accepted answer. `confirmed` are the
    records that the state confirms, statements before figures, and `confirmations` the replies that come of them.
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
    taken_out: tuple[Statement | Observation, ...] = ()
    pre_filled: bool = False
    confirmed: tuple[int, ...] = ()
    confirmations: tuple[Reply, ...] = ()
    rows_at: RecordPositions | None = None
    sources_at: RecordPositions | None = None
    figures_at: RecordPositions | None = None
    exported: Exported | None = None

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def cells_of(self, record: int) -> tuple[RecordPositions, int]:
        """Return the cells of a sheet and the row number of a record; statements are counted before figures."""
        of_tracker = self.figures_at is not None and record >= len(self.statements)
        at = self.figures_at if of_tracker else self.rows_at
        assert at is not None, "a reading with rows knows their cells"
        return at, at.rows[record - len(self.statements) if of_tracker else record]

    def cells_of_source(self, source: int) -> tuple[RecordPositions, int]:
        """Return the cells of the sheet of sources and the row number of a source."""
        assert self.sources_at is not None, "a reading with sources knows their cells"
        return self.sources_at, self.sources_at.rows[source]

    @property
    def acceptable(self) -> bool:
        """Whether the workbook may be published: readable, and without an error."""
        return self.readable and self.count(Severity.ERROR) == 0
