"""Charts that would split: measures with figures that would no longer share the axes of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bukhara.comparability import keys
from bukhara.comparability.axis_groups import axis_groups
from bukhara.model.codes import State
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot


@dataclass(frozen=True, slots=True)
class Split:
    """A measure drawn on more axes than before, or on none (`after` is 0).

    `why` has the facets that newly separate its figures, each with the values found; `figures` would be on new axes.
    """

    indicator: str
    before: int
    after: int
    why: tuple[tuple[str, tuple[str, ...]], ...]
    figures: tuple[Observation, ...]


def splits(today: Snapshot, tomorrow: Snapshot) -> tuple[Split, ...]:
    """Return the measures with a chart over the states that would split or vanish, in the order of the framework."""
    was, now = _figures(today), _figures(tomorrow)
    found = (_split(i.id, was.get(i.id, ()), now.get(i.id, ())) for i in tomorrow.framework.indicators)
    return tuple(each for each in found if each is not None)


def _split(indicator: str, before: Sequence[Observation], after: Sequence[Observation]) -> Split | None:
    was, now = axis_groups(before), axis_groups(after)
    if not was or 0 < len(now) <= len(was):
        return None
    known = {axis_group.key for axis_group in was}
    apart = set(keys.differing(before))
    return Split(
        indicator=indicator,
        before=len(was),
        after=len(now),
        why=tuple((code, keys.facet_values(code, after)) for code in keys.differing(after) if code not in apart),
        figures=tuple(o for axis_group in now if axis_group.key not in known for o in axis_group.observations),
    )


def _figures(snapshot: Snapshot) -> Mapping[str, Sequence[Observation]]:
    figures = (o for o in snapshot.observations if o.state is State.VALUE and not o.partner and not o.is_mention)
    return group_by(figures, lambda o: o.indicator)
