"""The guard: figures of differing keys never share an axis. Every page, export and answer asks here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.comparability import keys
from bukhara.comparability.rate import CLOSED, Test, monthly, never
from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import PERCENT

if TYPE_CHECKING:
    from bukhara.model.observation import Observation


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures that may share an axis; `per_month` where they are drawn as monthly rates."""

    key: tuple[str, ...]
    observations: tuple[Observation, ...]
    per_month: bool = False

    @property
    def head(self) -> Observation:
        """The figure that stands for what all of them count."""
        return self.observations[0]

    @property
    def is_drawable(self) -> bool:
        """Whether all are numbers over a closed period."""
        return all(map(is_drawable, self.observations))

    @property
    def drawn(self) -> tuple[Observation, ...]:
        """The figures as they are drawn: as printed, or a month where the reader asked for it."""
        return tuple(monthly(o) for o in self.observations) if self.per_month else self.observations


def panels(
    observations: Iterable[Observation], *, within: tuple[str, ...] = (), rated: Test = never
) -> tuple[Panel, ...]:
    """Return figures in panels of one key each, in the order in which they stand.

    `within` names columns that stand apart besides (country, reporter); `rated` tells which figures the
    reader wants as monthly rates: for these alone the length of the period is no reason to stand apart.
    """
    grouped: dict[tuple[str, ...], list[Observation]] = {}
    for o in observations:
        is_rate = rated(o)
        key = keys.key_of(o, leave_out=keys.TIME if is_rate else ())
        apart = (str(is_rate), *(str(getattr(o, name)) for name in within))
        grouped.setdefault((*apart, *key), []).append(o)
    return tuple(Panel(key, tuple(rows), key[0] == str(True)) for key, rows in grouped.items())


def is_drawable(observation: Observation) -> bool:
    """Tell whether a figure may be a bar: a number, not a change in per cent, over a period with both ends."""
    return _numbered(observation) and keys.kind_of_period(observation) in CLOSED


def is_datable(observation: Observation) -> bool:
    """Tell whether a figure has a place on a time axis of counts: no percentage, and a beginning."""
    if observation.unit == PERCENT or observation.period_start is None:
        return False
    is_gap = observation.state is State.NOT_AVAILABLE
    return is_gap or (_numbered(observation) and observation.value is not None)


def _numbered(observation: Observation) -> bool:
    has_number = observation.value is not None or observation.value_high is not None
    return has_number and observation.qualifier is not Qualifier.CHANGE_PERCENT
