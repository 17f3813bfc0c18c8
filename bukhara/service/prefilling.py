"""What a template is pre-filled with: the last accepted rows of its subject; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import ReadingKind, WorkbookKind
from bukhara.workbook import WorkbookContents

if TYPE_CHECKING:
    from bukhara.model.framework import Framework
    from bukhara.model.observation import Observation
    from bukhara.model.release import Snapshot
    from bukhara.model.statement import Statement


def prefilled(
    snapshot: Snapshot, subject: WorkbookKind | str, *, framework: Framework, language: str, empty: bool
) -> WorkbookContents:
    """Return the contents of the template of a country, or of the statistics or partners workbook.

    KeyError for a subject that is neither.
    """
    kind = WorkbookKind(subject) if subject in (WorkbookKind.STATISTICS, WorkbookKind.PARTNERS) else None
    country = "" if kind else framework.country(subject).code
    statements: tuple[Statement, ...] = ()
    observations: tuple[Observation, ...] = ()
    if not empty and kind:
        partners = kind is WorkbookKind.PARTNERS
        observations = tuple(row for row in snapshot.observations if bool(row.partner) == partners)
    elif not empty:
        statements = tuple(row for row in snapshot.statements if row.country == country)
    used = {row.source_id for row in statements} | {row.source_id for row in observations}
    return WorkbookContents(
        kind=kind or WorkbookKind.TRACKER,
        framework=framework,
        country=country,
        statements=statements,
        observations=observations,
        sources=tuple(source for source in snapshot.sources if source.source_id in used),
        base_release=snapshot.release.number,
        round_title=_round_title(framework, language),
    )


def _round_title(framework: Framework, language: str) -> str:
    sent = [reading for reading in framework.readings if reading.kind is ReadingKind.ROUND]
    return max(sent, key=lambda reading: reading.date).title.in_(language) if sent else ""
