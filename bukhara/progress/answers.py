"""One country's answer to one indicator: the strongest statement of the newest source that has any."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bukhara.model.codes import OWN_WORDS, EvidenceGrade, IndicatorType, Position, State, Status
from bukhara.model.framework import Indicator
from bukhara.model.marks import ENDED, NO_STEP
from bukhara.model.method import Method
from bukhara.model.partial_date import first_day, is_by, last_day
from bukhara.model.position import Attribution
from bukhara.model.statement import Statement
from bukhara.progress.levels import LEVEL_OF, Level, milestone_level
from bukhara.progress.records import Records

STRENGTH = tuple(Status)
ACTIVE = (Status.IN_PLACE, Status.UNDER_WAY, Status.CONTINUING)
_LEVEL_STATUS = {1.0: Status.IN_PLACE, 0.5: Status.UNDER_WAY}
_ANSWERING_STATES = (State.NOT_APPLICABLE, State.SUPPRESSED, State.NOT_AVAILABLE)
_POSITIONS = tuple(Position)
_GRADES = tuple(EvidenceGrade)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one indicator, or to a whole item; dates as printed. `levels` exist in rounds only.

    `ended`: in a round, the period of what was in place had ended by its day, so that it is not in place.
    `attributions` say who said each part of it, the least settled first.
    """

    state: State
    status: Status = Status.NOT_ASKED
    since: str = ""
    valid_until: str = ""
    before_bukhara: bool | None = None
    ended: bool = False
    levels: Level | None = None
    source_date: date | None = None
    attributions: tuple[Attribution, ...] = ()

    @property
    def position(self) -> Position | None:
        """Who said it and what the state said of it: the least settled part decides; None if nothing was said."""
        return self.attributions[0].position if self.attributions else None

    @property
    def level(self) -> float | None:
        """The level, 0-1."""
        return self.levels.level if self.levels else None

    @property
    def level_capped(self) -> float | None:
        """The part of the level that its evidence supports, 0-1."""
        return self.levels.capped if self.levels else None

    @property
    def mark(self) -> str:
        """The mark that shows it (`model/marks.py`): the status, or the reason why there is none."""
        if self.status is not Status.NOT_ASKED:
            return self.status.value
        return ENDED if self.ended else NO_STEP if self.no_step else self.state.value

    @property
    def is_in_place(self) -> bool:
        """Whether it is in place, as it was reported."""
        return self.status is Status.IN_PLACE

    @property
    def is_reported(self) -> bool:
        """Whether it is in place or going on, as it was reported."""
        return self.status in (Status.IN_PLACE, Status.CONTINUING)

    @property
    def no_step(self) -> bool:
        """Whether it was answered with level 0 in a round: known not to be in place."""
        return self.status is Status.NOT_ASKED and self.state is State.VALUE and not self.ended


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorStatus(Answer):
    """The answer of one country to one indicator, by the newest source that has any.

    `statements` are all known on the day, with those of other bodies and unanswered requests; `behind` are those that
    decide the status and give `grade` and `attributions`.
    """

    country: str
    indicator: str
    grade: EvidenceGrade | None = None
    statements: tuple[Statement, ...] = ()
    behind: tuple[Statement, ...] = ()


def answer_of(indicator: Indicator, country: str, records: Records, method: Method) -> IndicatorStatus:
    """Return the answer of a country to an indicator."""
    known = records.about(country, indicator.id)
    subject: dict[str, Any] = {"country": country, "indicator": indicator.id, "statements": known}
    speaking = _without_lone_challenges([s for s in known if is_answer(s, records)], records)
    if not speaking:
        asked = any(s.state is State.NOT_REPORTED for s in known)
        return IndicatorStatus(**subject, state=State.NOT_REPORTED if asked else State.NOT_ASKED)
    newest = max(records.dated(s) for s in speaking)
    # Sources of one day are used together, so that the order of rows has no effect.
    latest = [s for s in speaking if records.dated(s) == newest]
    subject["source_date"] = newest
    valued = [s for s in latest if _valued(s, levels=records.levels)]
    if not valued:
        state = next(state for state in _ANSWERING_STATES if any(s.state is state for s in latest))
        given = _attributions(latest, records)
        return IndicatorStatus(**subject, state=state, attributions=given, behind=tuple(latest))
    return _judge(subject, indicator, valued, records, method)


def _judge(
    subject: Mapping[str, Any], indicator: Indicator, valued: Sequence[Statement], records: Records, method: Method
) -> IndicatorStatus:
    coded = [(s, status_set_by(s, levels=records.levels)) for s in valued]
    in_place = [s for s, code in coded if code is Status.IN_PLACE]
    ends = _year_ends(in_place, records) if indicator.annual else _ends(in_place)
    over = [s for s, end in ends if records.levels and end and records.asked > last_day(end)]
    ended = bool(over) and len(over) == len(ends)
    current = [(s, code) for s, code in coded if s not in over]
    status = _strongest([code for _, code in current], indicator.type)
    behind = [s for s, code in current if _backs(code, status)] or over
    valid_until = "" if indicator.annual and not ended else _until(ends, over if ended else behind)
    # A law enacted anew has been in place since it first was; a plan with an end is another plan each time.
    is_lasting = status is Status.IN_PLACE and not (indicator.annual or valid_until)
    earlier = _without_end(subject["statements"], records) if is_lasting else ()
    since = _earliest(s.since for s in (*_unfollowed(behind), *earlier))
    return IndicatorStatus(
        **subject,
        state=State.VALUE,
        status=status,
        since=since,
        valid_until=valid_until,
        before_bukhara=before(since, method.bukhara_date) if status is Status.IN_PLACE else None,
        ended=ended,
        levels=_levels(valued, over, records, method),
        grade=max((records.grade(s, method) for s in behind), key=_GRADES.index, default=None),
        attributions=_attributions(behind, records),
        behind=tuple(behind),
    )


def _without_end(known: Sequence[Statement], records: Records) -> list[Statement]:
    """Return every answer "in place" to the question, of any day, that gives no end."""
    answers = [s for s in known if not s.valid_until and is_answer(s, records)]
    return [s for s in answers if status_set_by(s, levels=records.levels) is Status.IN_PLACE]


def before(since: str, bukhara: date) -> bool | None:
    """Return whether all of `since` is before the cut-off, or None if it is not known.

    It is not known without a date, for a date that includes the cut-off, and for "by" a later date.
    """
    if not since:
        return None
    if last_day(since) < bukhara:
        return True
    if is_by(since):
        return None
    return False if first_day(since) >= bukhara else None


def in_order(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return attributions, each once, the least settled first."""
    return tuple(sorted(set(found), key=lambda each: (_POSITIONS.index(each.position), each.day, each.document_number)))


def _attributions(statements: Iterable[Statement], records: Records) -> tuple[Attribution, ...]:
    return in_order(found for each in statements if (found := records.position(each)))


def is_answer(statement: Statement, records: Records) -> bool:
    """Return whether a statement says something that sets a status, a level, or the reason for having none."""
    says = _valued(statement, levels=records.levels) or statement.state in _ANSWERING_STATES
    return says and records.decides(statement)


def _without_lone_challenges(speaking: list[Statement], records: Records) -> list[Statement]:
    """Return the answers, without those in which a state names a challenge alone if there are others.

    A challenge stands beside a status and, like silence, erases none. A report is read for it: there it is a status.
    """
    return [s for s in speaking if not (s.names_challenge_only and _is_own(s, records))] or speaking


def _is_own(statement: Statement, records: Records) -> bool:
    return records.sources[statement.source_id].source_class in OWN_WORDS


def _valued(statement: Statement, *, levels: bool) -> bool:
    if levels and statement.level is not None:
        return True
    return statement.status not in (None, Status.NOT_ASKED)


def status_set_by(statement: Statement, *, levels: bool) -> Status:
    """Return the status that a statement sets, where `levels` by its level too; `not_asked` if it sets none."""
    if statement.status is not None and statement.status is not Status.NOT_ASKED:
        return statement.status
    return _LEVEL_STATUS.get(statement.level or 0.0, Status.NOT_ASKED) if levels else Status.NOT_ASKED


def _ends(in_place: Sequence[Statement]) -> list[tuple[Statement, str]]:
    # A statement that gives no end does not prolong one that does, unless it speaks of what came after.
    last = _latest(s.valid_until for s in in_place)
    after = [bool(last and s.since) and first_day(s.since) > last_day(last) for s in in_place]
    return [(s, s.valid_until or ("" if later else last)) for s, later in zip(in_place, after, strict=True)]


def _unfollowed(behind: Sequence[Statement]) -> list[Statement]:
    """Return the statements but those that end before another begins: a plan and its next one are two periods."""
    begun = [first_day(s.since) for s in behind if s.since]
    return [s for s in behind if not (s.valid_until and any(day > last_day(s.valid_until) for day in begun))]


def _year_ends(in_place: Sequence[Statement], records: Records) -> list[tuple[Statement, str]]:
    """Return each statement with the year in which it began, else with that of its source."""
    return [(s, str(last_day(s.since).year if s.since else records.dated(s).year)) for s in in_place]


def _until(ends: Sequence[tuple[Statement, str]], shown: Sequence[Statement]) -> str:
    dates = [end for s, end in ends if s in shown]
    return _latest(dates) if all(dates) else ""


def _strongest(found: Sequence[Status], kind: IndicatorType) -> Status:
    # An activity has no "complete": that it goes on is its answer, whatever is difficult about it.
    if kind is IndicatorType.ACTIVITY and any(status in ACTIVE for status in found):
        return Status.CONTINUING
    return min(found, key=STRENGTH.index, default=Status.NOT_ASKED)


def _backs(code: Status, status: Status) -> bool:
    return code in ACTIVE if status is Status.CONTINUING else code is status


def _levels(valued: Sequence[Statement], over: Sequence[Statement], records: Records, method: Method) -> Level | None:
    if not records.levels:
        return None
    levels = [(s, 0.0 if s in over else _level_of(s, records)) for s in valued]
    return milestone_level([(level, records.grade(s, method)) for s, level in levels if level is not None], method)


def _level_of(statement: Statement, records: Records) -> float | None:
    """Return the level that a state gave, else the level of the status in its own answer."""
    if statement.level is not None or not _is_own(statement, records):
        return statement.level
    return LEVEL_OF.get(statement.status) if statement.status else None


def _earliest(dates: Iterable[str]) -> str:
    return min((text for text in dates if text), key=lambda text: (first_day(text), text), default="")


def _latest(dates: Iterable[str]) -> str:
    return max((text for text in dates if text), key=lambda text: (last_day(text), text), default="")
