"""The page of one source: the passages that the record cites, each in its surroundings, and the rows taken from it."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bukhara.model.locators import read_on
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.text import Text
from bukhara.views.evidence import evidence

# shipped lines farther apart than this are separate passages; between two paragraphs is an empty line
_GAP = 3
_LINE = re.compile(r"\bL(\d+)\b")


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line of a source; `entries` is the number of records that cite it. Without text it is left out."""

    number: int
    text: str
    entries: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring lines, and the session of the conference that they report."""

    session: Text | None
    lines: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source with its passages, or without any; `records` are the rows of the library taken from it."""

    source: Source
    passages: tuple[Passage, ...]
    records: tuple[evidence.Record, ...]

    @property
    def has_quotes(self) -> bool:
        """Whether a row quotes the source."""
        return any(each.quote for each in self.records)

    @property
    def read_on(self) -> date | None:
        """The day on which the page was read, if its rows say it."""
        return next((day for each in self.records if (day := read_on(each.source_locator))), None)


def build(snapshot: Snapshot, source_id: str, lines: tuple[tuple[int, str], ...]) -> SourcePage:
    """Return the page of a source with its shipped lines (number, text), or raise KeyError."""
    source = snapshot.source(source_id)
    records = tuple(each for each in snapshot.once(evidence.records) if each.source_id == source_id)
    cited = Counter(int(n) for each in records for n in set(_LINE.findall(each.source_locator)))
    shown = tuple(SourceLine(number, text, cited[number]) for number, text in lines)
    return SourcePage(source, tuple(_passages(snapshot, source_id, shown)), records)


def _passages(snapshot: Snapshot, source_id: str, lines: tuple[SourceLine, ...]) -> list[Passage]:
    readings = [reading for reading in snapshot.framework.readings if reading.source_id == source_id]
    sessions = [next((s for r in readings if (s := r.session_of(line.number))), None) for line in lines]
    starts, passage = [], 0
    for n, line in enumerate(lines):
        if n and (line.number - lines[n - 1].number > _GAP or sessions[n] != sessions[n - 1]):
            passage += 1
        starts.append(passage)
    grouped = groupby(zip(starts, sessions, lines, strict=True), key=lambda each: each[0])
    parts = [list(group) for _, group in grouped]
    return [Passage(part[0][1].name if part[0][1] else None, tuple(line for *_, line in part)) for part in parts]
