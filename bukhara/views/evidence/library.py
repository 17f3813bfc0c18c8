"""The documents of the record as a library: of each, what of its text can be read here, or that none can."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import OWN_WORDS, SourceText, State
from bukhara.model.locators import read_on
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """A source, what of its text is here, the number of rows that rest on it, and the day on which it was read."""

    source: Source
    text: SourceText
    rows: int
    read_on: date | None


def documents(
    snapshot: Snapshot, with_passages: Collection[str], with_copies: Collection[str] = ()
) -> tuple[LibraryDocument, ...]:
    """Return every source of the record, the newest first, with those of public reports.

    Args:
        snapshot: the rows.
        with_passages: the ids of the sources whose passages are shipped.
        with_copies: the ids of the sources of which anybody may have a copy.
    """
    every_row: tuple[Statement | Observation, ...] = (*snapshot.statements, *snapshot.observations)
    rows = defaultdict(list)
    # that something is not available is an answer, too
    for row in every_row:
        if row.state is not State.NOT_ASKED:
            rows[row.source_id].append(row)
    reported = {report.source.source_id: report.source for report in snapshot.public_reports}
    for report in snapshot.public_reports:
        rows[report.source.source_id].append(report.record)
    every = {source.source_id: source for source in snapshot.sources} | reported
    found = []
    for name, source in every.items():
        read = next((day for row in rows[name] if (day := read_on(row.source_locator))), None)
        text = SourceText.PASSAGES if name in with_passages else _text(source, rows[name])
        if text is SourceText.REWORDED and name in with_copies:
            text = SourceText.COPY
        found.append(LibraryDocument(source, text, len(rows[name]), read))
    return tuple(sorted(found, key=lambda each: each.source.date, reverse=True))


def _text(source: Source, rows: Collection[Statement | Observation]) -> SourceText:
    if not rows:
        return SourceText.UNUSED
    if source.source_class in OWN_WORDS:
        return SourceText.OWN_WORDS
    return SourceText.QUOTED if all(row.quote for row in rows) else SourceText.REWORDED
