"""Status of an indicator and of an item in one country on one day (framework, "Readings and rounds").

Reads only statements of sources dated up to that day; must not infer a value from a gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bukhara.model.codes import Basis, CodingStatus, EvidenceGrade, ItemKind, Scope, State, Status
from bukhara.model.countries import REGION
from bukhara.model.framework import Framework, Indicator, Item, Method
from bukhara.model.partial_date import last_day
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.answers import Answer, answer_of
from bukhara.progress.combining import combine
from bukhara.progress.records import Records, records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorStatus:
    """The status of one indicator in one country, by the newest source that answers it.

    `statements` are all known on the day, with those of other bodies; `behind` are those that decide the status and
    give `coding_status`.
    """

    country: str
    indicator: str
    state: State
    status: Status
    since: str = ""
    valid_until: str = ""
    before_bukhara: bool | None = None
    ended: bool = False
    level: float | None = None
    level_capped: float | None = None
    grade: EvidenceGrade | None = None
    statements: tuple[Statement, ...] = ()
    behind: tuple[Statement, ...] = ()
    source_date: date | None = None
    coding_status: CodingStatus | None = None

    @property
    def no_step(self) -> bool:
        """Whether the indicator was answered with level 0 in a round: known not to be in place."""
        return self.status is Status.NOT_ASKED and self.state is State.VALUE and not self.ended


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatus:
    """The status of one country on one item; `concluded` on the day of the conference that adopted the item.

    If `status` is not_asked, then `state`, `ended` and `no_step` give the reason. `mentioned`: there is no status and
    nobody asked, but the state's own bodies reported something about the theme. `last_reported`: the year of an annual
    item has ended by the day of the newest source.
    """

    country: str
    item: str
    scope: Scope
    kind: ItemKind
    status: Status
    state: State
    since: str = ""
    valid_until: str = ""
    ended: bool = False
    before_bukhara: bool | None = None
    level: float | None = None
    level_capped: float | None = None
    indicators: tuple[IndicatorStatus, ...] = ()
    coding_status: CodingStatus | None = None
    source_date: date | None = None
    applies: bool = True
    concluded: bool = False
    mentioned: bool = False
    last_reported: bool = False

    @property
    def no_step(self) -> bool:
        """Whether the item was answered with level 0 in a round: known not to be in place."""
        return self.status is Status.NOT_ASKED and self.state is State.VALUE and not self.ended

    @property
    def asked_on(self) -> date | None:
        """The day of the newest unanswered request; None if the item has any other answer."""
        if self.state is not State.NOT_REPORTED or self.status is not Status.NOT_ASKED:
            return None
        statements = (statement for indicator in self.indicators for statement in indicator.statements)
        days = (s.asked_on for s in statements if s.state is State.NOT_REPORTED and s.asked_on)
        return max(days, default=None)

    @property
    def answered(self) -> bool:
        """Whether anything is known: a status, a period that ended, or no step in a round."""
        return self.state is State.VALUE


def item_status(
    item: Item, country: str, records: Records, *, on: date, method: Method, newest: date | None = None
) -> ItemStatus:
    """Return the status of an item in a country on a day; `applies` is judged by the day alone.

    `newest` is the day of the newest source, by default `on`.
    """
    answers = [(i, answer_of(i, country, records, on=on, method=method)) for i in item.milestones]
    whole = combine(answers, item.kind)
    spoken = [s for s in records.about_item(country, item, on=on) if records.is_by_state(s)]
    is_open = whole.status is Status.NOT_ASKED and whole.state is State.NOT_ASKED and item.scope is Scope.COUNTRY
    return ItemStatus(
        country=country,
        item=item.id,
        scope=item.scope,
        kind=item.kind,
        status=whole.status,
        state=whole.state,
        since=whole.since,
        valid_until=whole.valid_until,
        ended=whole.ended,
        before_bukhara=whole.before_bukhara,
        level=whole.level.level if whole.level else None,
        level_capped=whole.level.capped if whole.level else None,
        indicators=tuple(
            _with_statements(i, country, answer, records.about(country, i.id, on=on)) for i, answer in answers
        ),
        coding_status=whole.coding_status,
        source_date=whole.source_date or (max(map(records.dated, spoken)) if is_open and spoken else None),
        applies=applies(item, on=on, levels=records.levels),
        concluded=concluded(item, on=on),
        mentioned=is_open and bool(spoken),
        last_reported=whole.status in (Status.IN_PLACE, Status.NOT_ASKED) and _is_over(answers, newest or on),
    )


def applies(item: Item, *, on: date, levels: bool) -> bool:
    """Return whether an item is asked for on a day; items from the next round apply only in a round."""
    return on >= item.applies_from and (levels or not item.from_round)


def concluded(item: Item, *, on: date) -> bool:
    """Return whether a conclusion was adopted on that day: it applies from the next day."""
    return item.basis is Basis.CONCLUSION and on == item.applies_from - timedelta(days=1)


def _is_over(answers: Sequence[tuple[Indicator, Answer]], newest: date) -> bool:
    held = [answer for indicator, answer in answers if indicator.annual and (answer.ended or answer.since)]
    return any(newest.year > last_day(answer.since).year if answer.since else answer.ended for answer in held)


def statuses(snapshot: Snapshot) -> tuple[ItemStatus, ...]:
    """Return every item in framework order by every state in fixed order; region items once, as REG."""
    return snapshot.once(_statuses)


def statuses_of(snapshot: Snapshot, country: str) -> tuple[ItemStatus, ...]:
    """Return every item in framework order that one state, or the region, is asked about."""
    return tuple(
        _status_in(snapshot, item, country)
        for item in snapshot.framework.items
        if country in askable(item, snapshot.framework)
    )


def _statuses(snapshot: Snapshot) -> tuple[ItemStatus, ...]:
    framework = snapshot.framework
    return tuple(
        _status_in(snapshot, item, country) for item in framework.items for country in askable(item, framework)
    )


def _status_in(snapshot: Snapshot, item: Item, country: str) -> ItemStatus:
    method, newest = snapshot.framework.method, snapshot.newest_source
    return item_status(item, country, records_of(snapshot), on=snapshot.as_of, method=method, newest=newest)


def askable(item: Item, framework: Framework) -> tuple[str, ...]:
    """Return the codes that an item is asked of: the states in fixed order, or the region; none for context."""
    if item.kind is ItemKind.CONTEXT:
        return ()
    if item.scope is Scope.REGION:
        return (REGION,)
    return tuple(country.code for country in framework.countries)


def _with_statements(
    indicator: Indicator, country: str, answer: Answer, statements: tuple[Statement, ...]
) -> IndicatorStatus:
    return IndicatorStatus(
        country=country,
        indicator=indicator.id,
        state=answer.state,
        status=answer.status,
        since=answer.since,
        valid_until=answer.valid_until,
        before_bukhara=answer.before_bukhara,
        ended=answer.ended,
        level=answer.level.level if answer.level else None,
        level_capped=answer.level.capped if answer.level else None,
        grade=answer.grade,
        statements=statements,
        behind=answer.behind,
        source_date=answer.source_date,
        coding_status=answer.coding_status,
    )
