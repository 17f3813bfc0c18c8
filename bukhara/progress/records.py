"""The statements and sources up to one day, from which statuses are made. Must not judge them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bukhara.model.codes import (
    OWN_WORDS,
    UNCONFIRMED,
    BodyKind,
    EvidenceGrade,
    Position,
    SourceClass,
    State,
    Status,
)
from bukhara.model.countries import REGION
from bukhara.model.framework import Item, Reading
from bukhara.model.method import Method
from bukhara.model.observation import Observation
from bukhara.model.position import Attribution
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.progress.readings import in_round

# What nobody has confirmed and statistics never set a status; what partners and civil society say is only shown.
_SILENT = UNCONFIRMED | {SourceClass.INTERNATIONAL_STATISTICS, SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY}
_UPHELD = {ReplyKind.CONFIRMATION: Position.CONFIRMED, ReplyKind.OBJECTION: Position.DISAGREES}
# A comment says nothing of the coding; a correction neither confirms it nor objects to it.
_ABOUT_THE_CODING = frozenset(ReplyKind) - {ReplyKind.COMMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Statements by country and indicator, sources by id; `levels` is true in a round only.

    `other_bodies` are the institutions that are not of a state. `replies` are those of states, by country and item,
    each with whether it is about what the record shows (`seen_content.py`).
    """

    statements: Mapping[tuple[str, str], tuple[Statement, ...]]
    sources: Mapping[str, Source]
    levels: bool = False
    other_bodies: frozenset[str] = frozenset()
    replies: Mapping[tuple[str, str], tuple[tuple[Reply, bool], ...]] = field(default_factory=dict)
    beside: frozenset[tuple[str, str, str]] = frozenset()

    def about_item(self, country: str, item: Item, *, on: date) -> Iterator[Statement]:
        """Yield the statements and requests about any indicator of an item, dated up to `on`."""
        for indicator in item.indicators:
            yield from self.about(country, indicator.id, on=on)

    def is_by_state(self, statement: Statement) -> bool:
        """Return whether a body of the state reports something, in a source that may set a status."""
        return statement.state is State.VALUE and statement.body not in self.other_bodies and self.decides(statement)

    def mentions(self, country: str, item: Item, *, on: date) -> list[Statement]:
        """Return what bodies of the state reported about a theme itself, and not about something else."""
        return [
            s
            for s in self.about_item(country, item, on=on)
            if self.is_by_state(s) and (s.source_id, country, item.id) not in self.beside
        ]

    def about(self, country: str, indicator: str, *, on: date) -> tuple[Statement, ...]:
        """Return the statements and requests about an indicator, dated up to `on`, in stored order."""
        statements = self.statements.get((country, indicator), ())
        return tuple(s for s in statements if self._known(s, on))

    def decides(self, row: Statement | Observation) -> bool:
        """Return whether the source of a row may set a status."""
        source = self.sources.get(row.source_id)
        return source is not None and source.source_class not in _SILENT

    def dated(self, statement: Statement) -> date:
        """Return the date of a statement's source; raise KeyError for an unknown source."""
        return self.sources[statement.source_id].date

    def is_for_its_state(self, statement: Statement) -> bool:
        """Return whether its state can reply to a statement: it sets a status, or is of a body of the state."""
        return statement.status not in (None, Status.NOT_ASKED) or statement.body not in self.other_bodies

    def position(self, statement: Statement) -> Attribution | None:
        """Return who said a statement and what its state said of it; None for a question without an answer.

        A reply is about sources before it, never about a later one. No state answers for the region.
        """
        source = self.sources.get(statement.source_id)
        if source is None:
            return None
        if source.source_class is SourceClass.PANEL:
            return Attribution(Position.PANEL, source.date)
        given = self._reply(statement, source) if self.is_for_its_state(statement) else None
        replied = _position_of(given[0], upheld=given[1]) if given else None
        if given and replied in (Position.DISAGREES, Position.CHANGED):
            return Attribution(replied, given[0].given_on)
        if source.source_class in OWN_WORDS and statement.country != REGION:
            return Attribution(Position.OWN_ANSWER, source.date, source.document_number)
        if given and replied is Position.CONFIRMED:
            return Attribution(replied, given[0].given_on)
        return Attribution(Position.REPORT, source.date)

    def _reply(self, statement: Statement, source: Source) -> tuple[Reply, bool] | None:
        """Return the newest reply about a statement; of one day, that to the question goes before that to the item.

        A reply of the day of the source is about it only if it is about what the record shows.
        """
        about = [
            (reply.given_on, bool(reply.indicator), index)
            for index, (reply, upheld) in enumerate(self.replies.get((statement.country, statement.item), ()))
            if reply.indicator in ("", statement.indicator)
            and (reply.given_on > source.date or (upheld and reply.given_on == source.date))
        ]
        return self.replies[statement.country, statement.item][max(about)[-1]] if about else None

    def grade(self, statement: Statement, method: Method) -> EvidenceGrade:
        """Return the grade given to a statement, else the grade of its class of source."""
        if statement.evidence_grade is not None:
            return statement.evidence_grade
        source_class = self.sources[statement.source_id].source_class
        return method.grade_of(source_class)

    def _known(self, statement: Statement, on: date) -> bool:
        source = self.sources.get(statement.source_id)
        if source is None:
            return statement.asked_on is None or statement.asked_on <= on
        return source.date <= on


def _position_of(reply: Reply, *, upheld: bool) -> Position | None:
    """Return the position that a reply alone gives; None for a correction of what is shown.

    An objection to the theme as such is not about its coding, so that another coding does not answer it.
    """
    if reply.kind is ReplyKind.ITEM_OBJECTION:
        return Position.DISAGREES
    return _UPHELD.get(reply.kind) if upheld else Position.CHANGED


def index_records(
    statements: Iterable[Statement],
    sources: Iterable[Source],
    *,
    levels: bool = False,
    other_bodies: Iterable[str] = (),
    replies: Iterable[tuple[Reply, bool]] = (),
    readings: Iterable[Reading] = (),
) -> Records:
    """Return records indexed by country and indicator, replies by country and item."""
    found: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.country, statement.indicator].append(statement)
    given: dict[tuple[str, str], list[tuple[Reply, bool]]] = defaultdict(list)
    for reply, upheld in replies:
        if reply.kind in _ABOUT_THE_CODING:
            given[reply.country, reply.item].append((reply, upheld))
    return Records(
        statements={key: tuple(rows) for key, rows in found.items()},
        sources={source.source_id: source for source in sources},
        levels=levels,
        other_bodies=frozenset(other_bodies),
        replies={key: tuple(replies) for key, replies in given.items()},
        beside=frozenset((r.source_id, cell.country, cell.item) for r in readings for cell in r.beside),
    )


def records_of(snapshot: Snapshot, country: str = "") -> Records:
    """Return the records of a snapshot, with levels if the day belongs to a round that asked `country`."""
    levels = bool(country) and in_round(snapshot.framework, country, snapshot.as_of)
    return snapshot.once(_records_with_levels if levels else _records_of)


def _records_with_levels(snapshot: Snapshot) -> Records:
    return replace(snapshot.once(_records_of), levels=True)


def _records_of(snapshot: Snapshot) -> Records:
    others = (body.key for body in snapshot.framework.bodies if body.kind is not BodyKind.STATE)
    heard = snapshot.upheld | snapshot.outdated
    replies = ((each, each.reply_id in snapshot.upheld) for each in snapshot.replies if each.reply_id in heard)
    return index_records(
        snapshot.statements,
        snapshot.sources,
        other_bodies=others,
        replies=replies,
        readings=snapshot.framework.readings,
    )
