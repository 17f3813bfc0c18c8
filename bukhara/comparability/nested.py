"""Parts that another part holds, or may hold: a sum must not count twice what they count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

_FOREIGN = "foreign"
_Test = Callable[["Observation", "Observation"], bool]


def counted_once(parts: Sequence[Observation]) -> list[Observation]:
    """Return the parts without those that lie within others for certain."""
    return _outer(parts, _within)


def perhaps_once(parts: Sequence[Observation]) -> list[Observation]:
    """Return the parts also without those that another one may hold already, such as trafficking in minors."""
    return _outer(parts, _perhaps_within)


def _outer(parts: Sequence[Observation], within: _Test) -> list[Observation]:
    return [part for part in parts if not any(within(part, other) for other in parts if other is not part)]


def _within(inner: Observation, outer: Observation) -> bool:
    # The citizens of one other state are foreign citizens; a band of years (15-29) lies across minors and adults.
    is_abroad = outer.citizenship == _FOREIGN and inner.citizenship not in ("", _FOREIGN, inner.country)
    is_band = bool(outer.age_group) and _years(inner.age_group) and not _years(outer.age_group)
    same_citizens = inner.citizenship == outer.citizenship or is_abroad
    same_ages = inner.age_group == outer.age_group or is_band
    return (is_abroad or is_band) and same_citizens and same_ages and inner.sex == outer.sex


def _perhaps_within(inner: Observation, outer: Observation) -> bool:
    return bool(outer.offence_class) and inner.offence_class.startswith(f"{outer.offence_class}_")


def _years(age_group: str) -> bool:
    return any(sign.isdigit() for sign in age_group)
