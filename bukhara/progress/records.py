"""The statements and sources up to one day, from which statuses are made. Must not judge them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bukhara.model.codes import (
    OWN_WORDS,
    UNCONFIRMED,
    BodyKind,
    EvidenceGrade,
    Position,
    ReadingKind,
    SourceClass,
    Status,
)
from bukhara.model.countries import REGION
from bukhara.model.method import Method
from bukhara.model.observation import Observation
from bukhara.model.position import Attribution
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.progress.readings import reading_at

# What nobody has confirmed and statistics never set a status; what partners and civil society say is only shown.
_SILENT = UNCONFIRMED | {SourceClass.INTERNATIONAL_STATISTICS, SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY}
_UPHELD = {ReplyKind.CONFIRMATION: Position.CONFIRMED, ReplyKind.OBJECTION: Position.DISAGREES}
# A comment says nothing of the coding; a correction neither confirms it nor objects to it.
_ABOUT_THE_CODING = frozenset(ReplyKind) - {ReplyKind.COMMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Statements by country and indicator, sources by id; `levels` is true in a round only.

    Sources are read up to the day `known`. `asked`: day of the reading or round, which says what is asked about; in a
    round what has ended by then is not in force.
    `other_bodies` are the institutions that are not of a state. `replies` are those of states, by country and item,
    each with whether it is about what the record shows (`seen_content.py`).
    """

    statements: Mapping[tuple[str, str], tuple[Statement, ...]]
    sources: Mapping[str, Source]
    known: date = date.max
    asked: date = date.min
    levels: bool = False
    other_bodies: frozenset[str] = frozenset()
    replies: Mapping[tuple[str, str], tuple[tuple[Reply, bool], ...]] = field(default_factory=dict)

    def about(self, country: str, indicator: str) -> tuple[Statement, ...]:
        """Return the statements and requests about an indicator that are known, in stored order."""
        return tuple(filter(self._is_known, self.statements.get((country, indicator), ())))

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

    def _is_known(self, statement: Statement) -> bool:
        source = self.sources.get(statement.source_id)
        day = source.date if source else statement.asked_on
        return day is None or day <= self.known


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
    other_bodies: Iterable[str] = (),
    replies: Iterable[tuple[Reply, bool]] = (),
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
        other_bodies=frozenset(other_bodies),
        replies={key: tuple(replies) for key, replies in given.items()},
    )


def records_of(snapshot: Snapshot, country: str = "") -> Records:
    """Return the records of a snapshot; for a state with its days, and with levels if it was asked in a round."""
    records = snapshot.once(_records_of)
    if not country:
        return records
    reading, known = reading_at(snapshot.framework, snapshot.as_of, country), snapshot.newest_source
    is_round = reading is not None and reading.kind is ReadingKind.ROUND
    return replace(records, known=known, asked=reading.date if reading else snapshot.as_of, levels=is_round)


def _records_of(snapshot: Snapshot) -> Records:
    others = (body.key for body in snapshot.framework.bodies if body.kind is not BodyKind.STATE)
    heard = snapshot.upheld | snapshot.outdated
    replies = ((each, each.reply_id in snapshot.upheld) for each in snapshot.replies if each.reply_id in heard)
    return index_records(
        snapshot.statements,
        snapshot.sources,
        other_bodies=others,
        replies=replies,
    )
