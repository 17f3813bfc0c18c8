"""Cautions: warnings about rows that must not be compared directly. Codes only, without sentences."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bukhara.comparability import keys
from bukhara.model.codes import State
from bukhara.model.observation import Observation

DIFFERING_KEYS, SOURCES_DIFFER, PARTS_DISAGREE = "differing_keys", "sources_differ", "parts_disagree"


@dataclass(frozen=True, slots=True)
class Caution:
    """One warning: its code, the fields in which the rows differ, and the ids of the rows."""

    code: str
    fields: tuple[str, ...]
    observation_ids: tuple[str, ...]


def cautions(
    observations: Iterable[Observation], groups: Mapping[str, str] | None = None, disagree: frozenset[str] = frozenset()
) -> tuple[Caution, ...]:
    """Return the cautions about rows: for all, within each measure, where sources differ, where parts do not agree.

    Args:
        observations: the rows.
        groups: the ids of the differences of each observation id.
        disagree: the observation ids of figures whose parts do not agree in the source.
    """
    rows = [o for o in observations if o.state is State.VALUE and not o.is_mention]
    found = [_differing(rows)]
    measures = dict.fromkeys(o.indicator for o in rows)
    if len(measures) > 1:
        found += [_differing([o for o in rows if o.indicator == name]) for name in measures]
    named = tuple(o.observation_id for o in rows if (groups or {}).get(o.observation_id))
    if named:
        found.append(Caution(SOURCES_DIFFER, (), named))
    wrong = tuple(o.observation_id for o in rows if o.observation_id in disagree)
    if wrong:
        found.append(Caution(PARTS_DISAGREE, (), wrong))
    return tuple(each for each in found if each is not None)


def _differing(rows: list[Observation]) -> Caution | None:
    fields = keys.differing(rows)
    return Caution(DIFFERING_KEYS, fields, tuple(o.observation_id for o in rows)) if fields else None
