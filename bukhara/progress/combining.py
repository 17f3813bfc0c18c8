"""Combines the answers to an item's milestones to the status of the item."""

from collections.abc import Sequence
from typing import Any

from bukhara.model.codes import IndicatorType, ItemKind, State, Status
from bukhara.model.framework import Indicator
from bukhara.model.partial_date import first_day, last_day
from bukhara.progress.answers import ACTIVE, STRENGTH, Answer, IndicatorStatus, in_order
from bukhara.progress.levels import item_level

# Without a status the most telling state speaks for the item.
_TELLING = (State.VALUE, State.SUPPRESSED, State.NOT_AVAILABLE, State.NOT_REPORTED, State.NOT_ASKED)


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
