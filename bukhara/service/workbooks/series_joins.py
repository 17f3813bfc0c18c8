"""Finds how new figures of a workbook fit the series of their state, and notes those that join none."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.comparability.series import PERIOD, SeriesFit, fit
from bukhara.model.codes import State
from bukhara.model.finding import Finding
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.service.reading.pending_requests import NO_ANSWER
from bukhara.service.workbooks.left_out import is_own_figure
from bukhara.store import StoredContents
from bukhara.workbook import WorkbookReading, finding_at

NO_SERIES, OTHER_LENGTH = "figure-joins-no-series", "figure-of-another-length"


@dataclass(frozen=True, slots=True)
class FigureFit:
    """A new figure of a workbook, its sheet and row, and how it fits the series of its state."""

    index: int
    figure: Observation
    sheet: str
    row: int
    fit: SeriesFit

    @property
    def differs(self) -> str:
        """Where it differs from the nearest series, as the note of the check keeps it; empty if it joins one."""
        if self.fit.nearest is None:
            return ""
        return ";".join(_differing(self.figure, self.fit.nearest, column) for column in self.fit.columns)


def new_figures(reading: WorkbookReading, held: StoredContents, framework: Framework) -> Iterator[FigureFit]:
    """Yield the figures that the record does not have yet; partners keep no series; a mention or a gap is no number."""
    sources = {source.source_id: source for source in held.sources}
    wanted = {(row.country, row.indicator) for row in reading.observations if not row.partner}
    accepted: dict[tuple[str, str, bool], list[Observation]] = {}
    known = set()
    for row in held.observations:
        if (row.country, row.indicator) in wanted and not row.partner:
            known.add(row.observation_id)
            if row.state not in NO_ANSWER:
                own = is_own_figure(row, sources, framework)
                accepted.setdefault((row.country, row.indicator, own), []).append(row)
    given = sources | {source.source_id: source for source in reading.sources}
    for n, row in enumerate(reading.observations):
        if row.partner or row.is_mention or row.state is not State.VALUE or row.observation_id in known:
            continue
        others = accepted.get((row.country, row.indicator, is_own_figure(row, given, framework)), [])
        at, number = reading.cells_of(len(reading.statements) + n)
        yield FigureFit(n, row, at.sheet, number, fit(row, others))


def without_series(reading: WorkbookReading, held: StoredContents, framework: Framework) -> Iterator[Finding]:
    """Yield a note for each new figure that joins no series, at the first cell in which it differs.

    Of a body that is not listed there is a finding, and no other before it is corrected.
    """
    bodies = {"", *(body.key for body in framework.bodies)}
    for new in new_figures(reading, held, framework):
        if not new.differs or new.figure.reporter not in bodies:
            continue
        column, record = new.fit.columns[0], len(reading.statements) + new.index
        code = OTHER_LENGTH if new.fit.columns == (PERIOD,) else NO_SERIES
        told = {f"differs_{each}": with_names(new.differs, framework, each) for each in framework.languages}
        values = {"differs": new.differs, **told}
        yield finding_at(reading, code, record, column, _text(new.figure, column), values=values)


def with_names(differs: str, framework: Framework, language: str) -> str:
    """Return a note in which institutions have their names of a language."""
    names = {body.key: body.name.in_(language) for body in framework.bodies}
    parts = (part.split("|") for part in differs.split(";"))
    return ";".join("|".join((column, *(names.get(each, each) for each in both))) for column, *both in parts)


def _differing(row: Observation, nearest: Observation, column: str) -> str:
    return "|".join((column, _text(row, column), _text(nearest, column)))


def _text(row: Observation, column: str) -> str:
    if column == PERIOD:
        return "/".join(day.isoformat() if day else "" for day in (row.period_start, row.period_end))
    # the two marks between the parts of the note
    return str(getattr(row, column)).replace("|", "/").replace(";", ",")
