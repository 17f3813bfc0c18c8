"""Status of an indicator and of an item in one country on its own day (framework, "Readings and rounds").

Reads only statements of sources that are known; must not infer a value from a gap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bukhara.model.codes import Basis, IndicatorType, ItemKind, Scope, State, Status
from bukhara.model.countries import REGION
from bukhara.model.framework import Framework, Indicator, Item
from bukhara.model.marks import LAST_REPORTED, MENTIONED
from bukhara.model.method import Method
from bukhara.model.partial_date import first_day, last_day
from bukhara.model.release import Snapshot
from bukhara.progress.answers import ACTIVE, STRENGTH, Answer, IndicatorStatus, answer_of, in_order
from bukhara.progress.days import Days, days_of
from bukhara.progress.levels import item_level
from bukhara.progress.records import Records, records_of

# Without a status the most telling state speaks for the item.
_TELLING = (State.VALUE, State.SUPPRESSED, State.NOT_AVAILABLE, State.NOT_REPORTED, State.NOT_ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatus(Answer):
    """The status of one country on one item; a region item is `concluded` on the day of the conference that adopted it.

    If `status` is not_asked, then `state`, `ended` and `no_step` give the reason. `mentioned`: there is no status and
    nobody asked, but the state's own bodies reported something about the theme. `last_reported`: the year of an annual
    item has ended by the day on which the page is read.
    """

    country: str
    item: str
    scope: Scope
    kind: ItemKind
    indicators: tuple[IndicatorStatus, ...] = ()
    applies: bool = True
    concluded: bool = False
    mentioned: bool = False
    last_reported: bool = False

    @property
    def mark(self) -> str:
        """The mark that shows it: that of an answer, else `last_reported` or `mentioned`."""
        return LAST_REPORTED if self.last_reported else MENTIONED if self.mentioned else super(ItemStatus, self).mark

    @property
    def sign(self) -> str:
        """The mark that is drawn: a conclusion has that of what is planned."""
        return Status.PLANNED.value if self.concluded else self.mark

    @property
    def is_asked(self) -> bool:
        """Whether it applies to the state, which has not set it aside."""
        return self.applies and self.state is not State.NOT_APPLICABLE

    @property
    def is_open(self) -> bool:
        """Whether it is asked, and neither in place nor going on."""
        return self.is_asked and not self.is_reported

    @property
    def is_over(self) -> bool:
        """Whether it was reported in place for a period that is over."""
        return self.applies and self.is_in_place and self.period_ended

    @property
    def answered(self) -> bool:
        """Whether anything is known: a status, a period that ended, or no step in a round."""
        return self.state is State.VALUE


def item_status(item: Item, country: str, records: Records, days: Days, method: Method) -> ItemStatus:
    """Return the status of an item in a country on its days; `applies` is judged by the day of its reading alone."""
    answers = [(i, answer_of(i, country, records, days, method)) for i in item.milestones]
    whole = combine(answers, item.kind)
    status = whole["status"]
    nothing_yet = whole["state"] is State.NOT_ASKED or whole.get("answer_due")
    is_open = status is Status.NOT_ASKED and nothing_yet and item.scope is Scope.COUNTRY
    spoken = records.mentions(country, item, on=days.known) if is_open else []
    if spoken and whole["source_date"] is None:
        whole["source_date"] = max(map(records.dated, spoken))
    return ItemStatus(
        **whole,
        country=country,
        item=item.id,
        scope=item.scope,
        kind=item.kind,
        indicators=tuple(answer for _, answer in answers),
        applies=applies(item, on=days.asked, levels=records.levels),
        concluded=item.scope is Scope.REGION and concluded(item, on=days.asked),
        mentioned=bool(spoken),
        last_reported=status in (Status.IN_PLACE, Status.NOT_ASKED) and _is_over(answers, days.calendar),
    )


def applies(item: Item, *, on: date, levels: bool) -> bool:
    """Return whether an item is asked for on a day; items asked in rounds only apply only in a round.

    An item that was added after a report was read is `in_readings: false`: it changes no count of that reading.
    """
    return on >= item.applies_from and (levels or (item.in_readings and not item.from_round))


def concluded(item: Item, *, on: date) -> bool:
    """Return whether a conclusion was adopted on that day: it applies from the next day."""
    return item.basis is Basis.CONCLUSION and on == item.applies_from - timedelta(days=1)


def _is_over(answers: Sequence[tuple[Indicator, IndicatorStatus]], today: date) -> bool:
    held = [answer for indicator, answer in answers if indicator.annual and (answer.ended or answer.is_in_place)]
    years = [last_day(each.since).year if each.since else each.source_date.year for each in held if each.source_date]
    return any(today.year > year for year in years)


def statuses(snapshot: Snapshot) -> tuple[ItemStatus, ...]:
    """Return every item in framework order by every state in fixed order; region items once, as REG."""
    return snapshot.once(_statuses)


def statuses_of(snapshot: Snapshot, country: str) -> tuple[ItemStatus, ...]:
    """Return every item in framework order that one state, or the region, is asked about."""
    return _judged(snapshot, (country,))


def _statuses(snapshot: Snapshot) -> tuple[ItemStatus, ...]:
    return _judged(snapshot, (*(country.code for country in snapshot.framework.countries), REGION))


def _judged(snapshot: Snapshot, codes: Iterable[str]) -> tuple[ItemStatus, ...]:
    framework = snapshot.framework
    records_and_days = {code: (records_of(snapshot, code), days_of(snapshot, code)) for code in codes}
    return tuple(
        item_status(item, code, *records_and_days[code], framework.method)
        for item in framework.items
        for code in askable(item, framework)
        if code in records_and_days
    )


def askable(item: Item, framework: Framework) -> tuple[str, ...]:
    """Return the codes that an item is asked of: the states in fixed order, or the region; none for context."""
    if item.kind is ItemKind.CONTEXT:
        return ()
    if item.scope is Scope.REGION:
        return (REGION,)
    return tuple(country.code for country in framework.countries)


def combine(answers: Sequence[tuple[Indicator, IndicatorStatus]], kind: ItemKind) -> dict[str, Any]:
    """Return the fields of the answer to the whole item: in place only if every applicable milestone is in place."""
    deciding = _deciding(answers, kind)
    asked = [pair for pair in deciding if pair[1].state is not State.NOT_APPLICABLE]
    if not asked:
        state = State.NOT_APPLICABLE if deciding else State.NOT_ASKED
        return {"state": state, "status": Status.NOT_ASKED, "source_date": None}
    parts = [answer for _, answer in asked]
    status = _status(parts, kind)
    since, until = _dates(parts, status)
    return {
        "state": min((a.state for a in parts), key=_TELLING.index),
        "status": status,
        "since": since,
        "valid_until": until,
        "before_bukhara": _before(parts) if status is Status.IN_PLACE else None,
        "ended": status is not Status.IN_PLACE and any(a.ended for a in parts),
        "period_ended": any(a.period_ended for a in parts if a.status is status),
        "levels": item_level([(i.weight, a.levels) for i, a in asked]),
        "source_date": max((a.source_date for a in parts if a.source_date), default=None),
        "asked_on": max((a.asked_on for a in parts if a.asked_on), default=None),
        "answer_due": max((a.answer_due for a in parts if a.answer_due), default=None),
        "attributions": in_order(each for a in parts for each in a.attributions),
    }


def _deciding(
    answers: Sequence[tuple[Indicator, IndicatorStatus]], kind: ItemKind
) -> list[tuple[Indicator, IndicatorStatus]]:
    wanted = IndicatorType.MILESTONE if kind is ItemKind.MILESTONE else IndicatorType.ACTIVITY
    return [pair for pair in answers if pair[0].type is wanted] or list(answers)


def _status(parts: Sequence[Answer], kind: ItemKind) -> Status:
    found = [a.status for a in parts]
    if kind is ItemKind.CONTINUING:
        return Status.CONTINUING if any(s in ACTIVE for s in found) else min(found, key=STRENGTH.index)
    if all(status is Status.IN_PLACE for status in found):
        return Status.IN_PLACE
    if Status.IN_PLACE in found or Status.UNDER_WAY in found:
        return Status.UNDER_WAY
    return min(found, key=STRENGTH.index)


def _dates(parts: Sequence[Answer], status: Status) -> tuple[str, str]:
    if status is Status.IN_PLACE:
        return _complete_since(parts), _first_end(parts)
    ended = [a for a in parts if a.ended]
    lead = [a for a in parts if a.status is status and status is not Status.NOT_ASKED]
    return next((a.since for a in [*lead, *ended]), ""), _first_end(ended or lead)


def _complete_since(parts: Sequence[Answer]) -> str:
    # The item is complete since its last milestone; one without a date leaves that day unknown.
    dates = [a.since for a in parts]
    return max(dates, key=lambda text: (first_day(text), text)) if all(dates) else ""


def _first_end(parts: Sequence[Answer]) -> str:
    return min((a.valid_until for a in parts if a.valid_until), key=lambda t: (last_day(t), t), default="")


def _before(parts: Sequence[Answer]) -> bool | None:
    found = {a.before_bukhara for a in parts}
    if False in found:
        return False
    return None if None in found else True
