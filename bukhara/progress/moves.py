"""Change between two readings, in statuses and counts (method 6). Nothing here has a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.codes import State, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bukhara.progress.status import ItemStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One state's status on one item, before and after, with the statements in both."""

    country: str
    item: str
    before: ItemStatus
    after: ItemStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What changed: only `moved` may be called progress (or its opposite).

    `newly_covered` was not known before; `no_longer_covered` is known no more; `corrected` is the earlier
    reading as now known against as published; `entered` and `left` began or ceased to be asked for.
    """

    first_reading: bool
    moved: tuple[Move, ...] = ()
    newly_covered: tuple[Move, ...] = ()
    no_longer_covered: tuple[Move, ...] = ()
    corrected: tuple[Move, ...] = ()
    entered: tuple[ItemStatus, ...] = ()
    left: tuple[ItemStatus, ...] = ()


def moves(previous: Sequence[ItemStatus], now: Sequence[ItemStatus], *, published: Sequence[ItemStatus] = ()) -> Moves:
    """Return what changed from `previous` (as now known) to `now`; no previous means the first reading."""
    if not previous:
        return Moves(first_reading=True)
    past, present, printed = _asked(previous), _asked(now), _asked(published)
    pairs = _pairs(past, present)
    return Moves(
        first_reading=False,
        moved=tuple(m for m in pairs if m.before.answered and m.after.answered and _differ(m)),
        newly_covered=tuple(m for m in pairs if m.after.answered and not m.before.answered),
        no_longer_covered=tuple(m for m in pairs if m.before.answered and not m.after.answered),
        corrected=tuple(m for m in _pairs(printed, past) if _corrected(m)),
        entered=tuple(status for key, status in present.items() if key not in past),
        left=tuple(status for key, status in past.items() if key not in present),
    )


def _asked(statuses: Sequence[ItemStatus]) -> dict[tuple[str, str], ItemStatus]:
    return {(s.item, s.country): s for s in statuses if s.applies and s.state is not State.NOT_APPLICABLE}


def _pairs(past: Mapping[tuple[str, str], ItemStatus], present: Mapping[tuple[str, str], ItemStatus]) -> list[Move]:
    return [
        Move(country=after.country, item=after.item, before=past[key], after=after)
        for key, after in present.items()
        if key in past
    ]


def _differ(move: Move) -> bool:
    return _told(move.before) != _told(move.after)


def _corrected(move: Move) -> bool:
    before, after = move.before, move.after
    dates = (before.since, before.valid_until) != (after.since, after.valid_until)
    return dates or before.level != after.level or _differ(move)


def _told(status: ItemStatus) -> tuple[Status, State, bool]:
    return status.status, status.state, status.ended
