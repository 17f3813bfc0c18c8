"""What a reader of rows must know before putting them side by side: codes only, the words are elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.comparability import keys
from bukhara.model.codes import State

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

DIFFERING_KEYS, SOURCES_DIFFER = "differing_keys", "sources_differ"


@dataclass(frozen=True, slots=True)
class Caution:
    """A code, the fields by which rows differ, and the rows that it is about."""

    code: str
    fields: tuple[str, ...]
    observation_ids: tuple[str, ...]


def cautions(observations: Iterable[Observation], groups: Mapping[str, str] | None = None) -> tuple[Caution, ...]:
    """Return what keeps the rows apart: over all, then within each measure; then the differences between sources.

    `groups` gives the difference group of an observation id.
    """
    rows = [o for o in observations if o.state is State.VALUE]
    found = [_apart(rows)]
    measures = dict.fromkeys(o.indicator for o in rows)
    if len(measures) > 1:
        found += [_apart([o for o in rows if o.indicator == name]) for name in measures]
    named = tuple(o.observation_id for o in rows if (groups or {}).get(o.observation_id))
    if named:
        found.append(Caution(SOURCES_DIFFER, (), named))
    return tuple(each for each in found if each is not None)


def _apart(rows: list[Observation]) -> Caution | None:
    fields = keys.differing(rows)
    return Caution(DIFFERING_KEYS, fields, tuple(o.observation_id for o in rows)) if fields else None
