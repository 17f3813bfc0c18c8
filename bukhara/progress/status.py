"""Status of an indicator and of an item in one country, as reported (framework, "Readings and rounds"). No clock.

Reads only statements of sources that are known; must not infer a value from a gap.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bukhara.model.codes import Basis, IndicatorType, ItemKind, Scope, State, Status
from bukhara.model.countries import REGION
from bukhara.model.framework import Indicator, Item
from bukhara.model.method import Method
from bukhara.model.partial_date import first_day, last_day
from bukhara.model.release import Snapshot
from bukhara.progress.answers import ACTIVE, STRENGTH, Answer, IndicatorStatus, answer_of, in_order
from bukhara.progress.levels import item_level
from bukhara.progress.records import Records, records_of

# Without a status the most telling state speaks for the item.
_TELLING = (State.VALUE, State.SUPPRESSED, State.NOT_AVAILABLE, State.NOT_REPORTED, State.NOT_ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStatus(Answer):
    """The status of one country on one item; a region item is `concluded` on the day of the conference that adopted it.

    If `status` is not_asked, then `state`, `ended` and `no_step` give the reason. `deciding` of `indicators` set it.
    """

    country: str
    item: str
    scope: Scope
    kind: ItemKind
    indicators: tuple[IndicatorStatus, ...] = ()
    deciding: tuple[IndicatorStatus, ...] = ()
    applies: bool = True
    concluded: bool = False

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
    def answered(self) -> bool:
        """Whether anything is known: a status, a period that ended, or no step in a round."""
        return self.state is State.VALUE


def item_status(item: Item, country: str, records: Records, method: Method) -> ItemStatus:
    """Return the status of an item in a country; `applies` is judged by the day of its reading alone."""
    answers = [(i, answer_of(i, country, records, method)) for i in item.milestones]
    deciding = _deciding(answers, item.kind)
    return ItemStatus(
        **combine(deciding, item.kind),
        country=country,
        item=item.id,
        scope=item.scope,
        kind=item.kind,
        indicators=tuple(answer for _, answer in answers),
        deciding=tuple(answer for _, answer in deciding),
        applies=applies(item, on=records.asked, levels=records.levels),
        concluded=item.scope is Scope.REGION and concluded(item, on=records.asked),
    )


def applies(item: Item, *, on: date, levels: bool) -> bool:
    """Return whether an item is asked for on a day; items asked in rounds only apply only in a round.

    An item that was added after a report was read is `in_readings: false`: it changes no count of that reading.
    """
    return on >= item.applies_from and (levels or (item.in_readings and not item.from_round))


def concluded(item: Item, *, on: date) -> bool:
    """Return whether a conclusion was adopted on that day: it applies from the next day."""
    return item.basis is Basis.CONCLUSION and on == item.applies_from - timedelta(days=1)


def statuses(snapshot: Snapshot) -> tuple[ItemStatus, ...]:
    """Return every item in framework order by every state in fixed order; region items once, as REG."""
    return snapshot.once(_statuses)


def statuses_of(snapshot: Snapshot, country: str) -> tuple[ItemStatus, ...]:
    """Return every item in framework order that one state, or the region, is asked about."""
    method, records = snapshot.framework.method, records_of(snapshot, country)
    scope = Scope.REGION if country == REGION else Scope.COUNTRY
    asked = (i for i in snapshot.framework.items if i.scope is scope and i.kind is not ItemKind.CONTEXT)
    return tuple(item_status(item, country, records, method) for item in asked)


def _statuses(snapshot: Snapshot) -> tuple[ItemStatus, ...]:
    order = [item.id for item in snapshot.framework.items]
    codes = (*(country.code for country in snapshot.framework.countries), REGION)
    found = (each for code in codes for each in statuses_of(snapshot, code))
    return tuple(sorted(found, key=lambda each: order.index(each.item)))


def combine(deciding: Sequence[tuple[Indicator, IndicatorStatus]], kind: ItemKind) -> dict[str, Any]:
    """Return the fields of the answer to the whole item: in place only if every applicable milestone is in place."""
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
        "levels": item_level([(i.weight, a.levels) for i, a in asked]),
        "source_date": max((a.source_date for a in parts if a.source_date), default=None),
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
