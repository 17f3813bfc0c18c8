"""Change of one state between two rounds (method 6). Only `matched` may be called progress."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from bukhara.progress.coverage import Scored, mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The change of a mean level: headline = matched + revision + method + composition, without evidence caps.

    `documentation` is the change of the capped mean that only better documents made; it is not part of the sum. Without
    an earlier round, all of them are missing (None). `matched_items` is the number of items behind `matched`.
    """

    first_reading: bool
    headline: float | None = None
    matched: float | None = None
    matched_items: int = 0
    documentation: float | None = None
    revision: float | None = None
    method: float | None = None
    composition: float | None = None


def change(
    previous: Sequence[Scored],
    now: Sequence[Scored],
    published: Sequence[Scored] = (),
    restated: Sequence[Scored] = (),
) -> Change:
    """Return the change of a state's mean level between two dates, split into its parts.

    Args:
        previous: its applicable items at the first date, as known now.
        now: those at the second, under the same method.
        published: the previous round as it was published then; empty without a revision.
        restated: `now` under the new method; empty if the method did not change.
    """
    before, after = mean(previous), mean(now)
    if before is None or after is None:
        return Change(first_reading=not previous)
    as_published, anew = mean(published), mean(restated)
    revision = before - as_published if as_published is not None else 0.0
    method = anew - after if anew is not None else 0.0
    pairs = _pairs(previous, now)
    matched = _moved(pairs, capped=False)
    return Change(
        first_reading=False,
        headline=after - before + revision + method,
        matched=matched,
        matched_items=len(pairs),
        documentation=_moved([p for p in pairs if _level(p[0]) == _level(p[1])], capped=True, over=pairs),
        revision=revision,
        method=method,
        composition=after - before - (matched or 0.0),
    )


def _pairs(previous: Sequence[Scored], now: Sequence[Scored]) -> list[tuple[Scored, Scored]]:
    # A theme answered on other questions than before is no pair: one weak new answer must not read as a decline.
    past = {(s.item, s.questions): s for s in previous if s.level is not None}
    matched = [(past.get((s.item, s.questions)), s) for s in now if s.level is not None]
    return [(before, after) for before, after in matched if before is not None]


def _moved(
    pairs: Sequence[tuple[Scored, Scored]], *, capped: bool, over: Sequence[tuple[Scored, Scored]] = ()
) -> float | None:
    weight = fsum(now.weight for _, now in over or pairs)
    if weight <= 0:
        return None
    pick = _capped if capped else _level
    return fsum(now.weight * (pick(now) - pick(past)) for past, now in pairs) / weight


def _level(scored: Scored) -> float:
    return scored.level or 0.0


def _capped(scored: Scored) -> float:
    return scored.level_capped or 0.0
