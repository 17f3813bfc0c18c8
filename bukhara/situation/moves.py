"""Change between two readings, in statuses and counts (method 6). Nothing here has a level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bukhara.model.codes import State, Status
from bukhara.situation.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One state's status on one item, before and after, with the statements in both."""

    country: str
    item: str
    before: Situation
    after: Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """The changes between two readings: only `moved`, answered on the same questions both times, is progress.

    `levelled` kept its status at another level; `newly_covered` was not known before; `no_longer_covered` is not known
    any more; `otherwise_covered` changed, but was answered on other questions; `documented` has other evidence for the
    same status; `corrected` is the earlier reading as published and as known now; `restated` is the present under the
    old and the new method; `entered` and `left` are items that began or ceased to be asked for.
    """

    first_reading: bool
    moved: tuple[Move, ...] = ()
    levelled: tuple[Move, ...] = ()
    newly_covered: tuple[Move, ...] = ()
    no_longer_covered: tuple[Move, ...] = ()
    otherwise_covered: tuple[Move, ...] = ()
    documented: tuple[Move, ...] = ()
    restated: tuple[Move, ...] = ()
    corrected: tuple[Move, ...] = ()
    entered: tuple[Situation, ...] = ()
    left: tuple[Situation, ...] = ()


def moves(
    previous: Sequence[Situation],
    now: Sequence[Situation],
    *,
    published: Sequence[Situation] = (),
    restated: Sequence[Situation] = (),
) -> Moves:
    """Return the changes from `previous` (as known now) to `now`; an empty `previous` means a first reading."""
    if not previous:
        return Moves(first_reading=True)
    past, present, printed = _asked(previous), _asked(now), _asked(published)
    pairs = _pairs(past, present)
    both = [m for m in pairs if m.before.answered and m.after.answered]
    return Moves(
        first_reading=False,
        moved=tuple(m for m in both if _is_moved(m)),
        levelled=tuple(m for m in both if _is_levelled(m)),
        otherwise_covered=tuple(m for m in both if _differ(m) and not _is_moved(m) and not _is_levelled(m)),
        documented=tuple(m for m in both if _same_questions(m) and not _differ(m) and _other_evidence(m)),
        restated=tuple(m for m in _pairs(present, _asked(restated)) if _differ(m) or m.before.level != m.after.level),
        newly_covered=tuple(m for m in pairs if m.after.answered and not m.before.answered),
        no_longer_covered=tuple(m for m in pairs if m.before.answered and not m.after.answered),
        corrected=tuple(m for m in _pairs(printed, past) if _corrected(m)),
        entered=tuple(status for key, status in present.items() if key not in past),
        left=tuple(status for key, status in past.items() if key not in present),
    )


# That a newer request replaced an older one is no correction of an answer.
_NO_ANSWER = (State.NOT_ASKED, State.NOT_REPORTED)


def _asked(statuses: Sequence[Situation]) -> dict[tuple[str, str], Situation]:
    return {(s.item, s.country): s for s in statuses if s.is_asked}


def _pairs(past: Mapping[tuple[str, str], Situation], present: Mapping[tuple[str, str], Situation]) -> list[Move]:
    return [
        Move(country=after.country, item=after.item, before=past[key], after=after)
        for key, after in present.items()
        if key in past
    ]


def _differ(move: Move) -> bool:
    return _answer(move.before) != _answer(move.after)


def _is_moved(move: Move) -> bool:
    # A question that became "not applicable" is not progress.
    return _differ(move) and _same_questions(move) and _set_aside(move.before) == _set_aside(move.after)


def _is_levelled(move: Move) -> bool:
    before, after = move.before.level, move.after.level
    is_other = before is not None and after is not None and before != after
    return is_other and _same_questions(move) and not _is_moved(move)


def _same_questions(move: Move) -> bool:
    return _questions(move.before) == _questions(move.after)


def _questions(status: Situation) -> set[str]:
    return {i.indicator for i in status.indicators if i.state is State.VALUE}


def _set_aside(status: Situation) -> set[str]:
    return {i.indicator for i in status.indicators if i.state is State.NOT_APPLICABLE}


def _other_evidence(move: Move) -> bool:
    before, after = move.before, move.after
    if before.level is not None or after.level is not None:
        return before.level == after.level and before.level_capped != after.level_capped
    return [i.grade for i in before.indicators] != [i.grade for i in after.indicators]


def _corrected(move: Move) -> bool:
    before, after = move.before, move.after
    if before.state in _NO_ANSWER and after.state in _NO_ANSWER:
        return False
    dates = (before.since, before.valid_until) != (after.since, after.valid_until)
    return dates or before.level != after.level or _differ(move)


def _answer(status: Situation) -> tuple[Status, State, bool]:
    return status.status, status.state, status.ended
