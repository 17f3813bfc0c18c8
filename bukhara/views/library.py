"""The documents of the record as a library: of each, what of its text can be read here, or that none can."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import OWN_WORDS, SourceText
from bukhara.model.locators import read_on
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.views import evidence


@dataclass(frozen=True, slots=True)
class LibraryDocument:
    """A source, what of its text is here, the number of rows that rest on it, and the day on which it was read."""

    source: Source
    text: SourceText
    rows: int
    read_on: date | None


def documents(snapshot: Snapshot, with_passages: Collection[str]) -> tuple[LibraryDocument, ...]:
    """Return every source of the record, the newest first, with those of public reports.

    Args:
        snapshot: the rows.
        with_passages: the ids of the sources whose passages are shipped.
    """
    rows = defaultdict(list)
    for entry in evidence.entries(snapshot):
        rows[entry.source_id].append(entry.record)
    reported = {report.source.source_id: report.source for report in snapshot.public_reports}
    for report in snapshot.public_reports:
        rows[report.source.source_id].append(report.record)
    every = {source.source_id: source for source in snapshot.sources} | reported
    found = []
    for name, source in every.items():
        quoted = all(row.quote for row in rows[name])
        read = next((day for row in rows[name] if (day := read_on(row.source_locator))), None)
        text = _text(source, has_passages=name in with_passages, is_used=bool(rows[name]), is_quoted=quoted)
        found.append(LibraryDocument(source, text, len(rows[name]), read))
    return tuple(sorted(found, key=lambda each: each.source.date, reverse=True))


def _text(source: Source, *, has_passages: bool, is_used: bool, is_quoted: bool) -> SourceText:
    if has_passages:
        return SourceText.PASSAGES
    if not is_used:
        return SourceText.UNUSED
    if source.source_class in OWN_WORDS:
        return SourceText.OWN_WORDS
    return SourceText.QUOTED if is_quoted else SourceText.REWORDED
