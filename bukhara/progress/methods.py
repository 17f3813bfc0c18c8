"""The same records under the items, weights and method of another release. Changes no record."""

from dataclasses import replace

from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot


def under_method_of(snapshot: Snapshot, other: Framework, *, release: int) -> Snapshot:
    """Return the snapshot under the items and method of `other`, the framework of `release`.

    Readings, rounds, states and bodies remain those of the snapshot. Rows about items that `other` does not have are
    left out, and so is what left the list since; context figures remain.
    """
    own, listed = snapshot.framework, {item.id for item in snapshot.framework.items}
    items = tuple(item for item in other.items if item.id in listed)
    framework = replace(own, version=other.version, method=other.method, pillars=other.pillars, items=items)
    asked = {indicator.id for indicator in framework.indicators}
    differences = (d for d in snapshot.differences if all(o.indicator in asked for o in d.observations))
    return replace(
        snapshot,
        framework=framework,
        statements=tuple(s for s in snapshot.statements if s.indicator in asked),
        observations=tuple(o for o in snapshot.observations if o.indicator in asked),
        differences=tuple(differences),
        method_of=release,
    )


def same_method(one: Framework, other: Framework) -> bool:
    """Return whether two frameworks have the same items and the same method."""
    return one.method == other.method and one.items == other.items
