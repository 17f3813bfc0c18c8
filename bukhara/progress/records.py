"""The statements and sources up to one day, from which statuses are made. Must not judge them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bukhara.model.codes import OWN_WORDS, BodyKind, CodingStatus, EvidenceGrade, ReadingKind, SourceClass, State
from bukhara.model.countries import REGION
from bukhara.model.framework import Framework, Item, Method, Reading
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement

# Desk research and statistics never set a status; what partners and civil society say is only shown.
_SILENT = frozenset(
    {
        *(SourceClass.DESK_RESEARCH, SourceClass.INTERNATIONAL_STATISTICS),
        *(SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Statements by country and indicator, sources by id; `levels` is true in a round only.

    `other_bodies` are the institutions that are not of a state.
    """

    statements: Mapping[tuple[str, str], tuple[Statement, ...]]
    sources: Mapping[str, Source]
    levels: bool = False
    other_bodies: frozenset[str] = frozenset()

    def about_item(self, country: str, item: Item, *, on: date) -> Iterator[Statement]:
        """Yield the statements and requests about any indicator of an item, dated up to `on`."""
        for indicator in item.indicators:
            yield from self.about(country, indicator.id, on=on)

    def is_by_state(self, statement: Statement) -> bool:
        """Return whether a body of the state reports something, in a source that may set a status."""
        return statement.state is State.VALUE and statement.body not in self.other_bodies and self.decides(statement)

    def about(self, country: str, indicator: str, *, on: date) -> tuple[Statement, ...]:
        """Return the statements and requests about an indicator, dated up to `on`, in stored order."""
        statements = self.statements.get((country, indicator), ())
        return tuple(s for s in statements if self._known(s, on))

    def decides(self, statement: Statement) -> bool:
        """Return whether the source of a statement may set a status."""
        source = self.sources.get(statement.source_id)
        return source is not None and source.source_class not in _SILENT

    def dated(self, statement: Statement) -> date:
        """Return the date of a statement's source; raise KeyError for an unknown source."""
        return self.sources[statement.source_id].date

    def coding(self, statement: Statement) -> CodingStatus:
        """Return whether the state confirmed a statement or objected to it; its own answer it gave itself.

        No state answers for the region.
        """
        source = self.sources.get(statement.source_id)
        own = source is not None and source.source_class in OWN_WORDS and statement.country != REGION
        if own and statement.coding_status is not CodingStatus.OBJECTED:
            return CodingStatus.OWN_ANSWER
        return statement.coding_status

    def grade(self, statement: Statement, method: Method) -> EvidenceGrade:
        """Return the grade given to a statement, else the grade of its class of source."""
        if statement.evidence_grade is not None:
            return statement.evidence_grade
        source_class = self.sources[statement.source_id].source_class
        return dict(method.source_grades).get(source_class, EvidenceGrade.ASSERTION)

    def _known(self, statement: Statement, on: date) -> bool:
        source = self.sources.get(statement.source_id)
        if source is None:
            return statement.asked_on is None or statement.asked_on <= on
        return source.date <= on


def index_records(
    statements: Iterable[Statement],
    sources: Iterable[Source],
    *,
    levels: bool = False,
    other_bodies: Iterable[str] = (),
) -> Records:
    """Return records indexed by country and indicator."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.country, statement.indicator].append(statement)
    return Records(
        statements={key: tuple(rows) for key, rows in found.items()},
        sources={source.source_id: source for source in sources},
        levels=levels,
        other_bodies=frozenset(other_bodies),
    )


def records_of(snapshot: Snapshot, country: str = "") -> Records:
    """Return the records of a snapshot, with levels if the day belongs to a round that asked `country`."""
    levels = bool(country) and in_round(snapshot.framework, country, snapshot.as_of)
    return replace(snapshot.once(_records_of), levels=levels)


def _records_of(snapshot: Snapshot) -> Records:
    others = (body.name for body in snapshot.framework.bodies if body.kind is not BodyKind.STATE)
    return index_records(snapshot.statements, snapshot.sources, other_bodies=others)


def reading_at(framework: Framework, on: date, country: str = "") -> Reading | None:
    """Return the latest reading or round dated up to `on` about a state or the region, by default about every state.

    None before the first.
    """
    codes = (country,) if country else tuple(state.code for state in framework.countries)
    past = [reading for reading in framework.readings if reading.date <= on and reading.is_about(codes)]
    return max(past, key=lambda reading: (reading.date, reading.id), default=None)


def in_round(framework: Framework, country: str, on: date) -> bool:
    """Return whether the latest of readings and rounds on `on` is a round that asked `country`."""
    reading = reading_at(framework, on, country)
    return reading is not None and reading.kind is ReadingKind.ROUND
