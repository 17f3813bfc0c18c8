"""Axis groups: figures that may share an axis. Pages, exports and the API all use these groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.comparability import keys
from bukhara.comparability.rate import FigurePredicate, monthly
from bukhara.model.codes import Qualifier, State
from bukhara.model.groups import group_by
from bukhara.model.observation import PERCENT, Observation


@dataclass(frozen=True, slots=True)
class AxisGroup:
    """Figures that may share an axis; with `per_month` they are drawn as monthly rates."""

    key: tuple[str, ...]
    observations: tuple[Observation, ...]
    per_month: bool = False

    @property
    def head(self) -> Observation:
        """The first figure; it has the fields that all figures of the group have in common."""
        return self.observations[0]

    @property
    def drawn(self) -> tuple[Observation, ...]:
        """The figures as they are drawn: as printed, or as monthly rates if the reader asked for them."""
        return tuple(monthly(o) for o in self.observations) if self.per_month else self.observations


def axis_groups(
    observations: Iterable[Observation], *, within: tuple[str, ...] = (), rated: FigurePredicate | None = None
) -> tuple[AxisGroup, ...]:
    """Return the figures in groups of one comparability key each, in the order of the first figure of each.

    Args:
        observations: the figures.
        within: columns that also separate groups, such as country or reporter.
        rated: returns whether a figure is drawn as a monthly rate, by default none is; rates of different periods share
            a group.
    """

    def key_of(o: Observation) -> tuple[str, ...]:
        is_rate = rated is not None and rated(o)
        separate = (str(is_rate), *(str(getattr(o, name)) for name in within))
        return (*separate, *keys.key_of(o, leave_out=keys.TIME if is_rate else ()))

    return tuple(
        AxisGroup(key, tuple(rows), key[0] == str(True)) for key, rows in group_by(observations, key_of).items()
    )


def is_datable(observation: Observation) -> bool:
    """Return whether a figure can be drawn on a time axis of counts: not a percentage, and with a start.

    A gap and a masked figure are marks without a height.
    """
    if observation.unit == PERCENT or observation.period_start is None:
        return False
    is_gap = observation.state is State.NOT_AVAILABLE
    return is_gap or observation.is_masked or (_has_number(observation) and observation.value is not None)


def _has_number(observation: Observation) -> bool:
    has_number = observation.value is not None or observation.value_high is not None
    return has_number and observation.qualifier is not Qualifier.CHANGE_PERCENT and not observation.is_mention
