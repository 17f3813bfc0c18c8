"""The guard: what keeps figures apart. Figures of differing keys never stand on one axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.i18n.periods import is_open
from bukhara.model.codes import Qualifier
from bukhara.model.period import PeriodType

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

Facet = Callable[["Observation"], str]


def length(observation: Observation) -> str:
    """Return the length as whole months (`P18M`), else days (`P209D`); empty where it is open or not stated."""
    period = observation.period
    if period.start is None or period.end is None or _type(observation) == PeriodType.OPEN.value:
        return ""
    return f"P{period.months}M" if period.months else f"P{(period.end - period.start).days + 1}D"


def _type(observation: Observation) -> str:
    is_since = is_open(observation.period, observation.period_label)
    return PeriodType.OPEN.value if is_since else observation.period.type.value


FACETS: tuple[tuple[str, Facet], ...] = (
    ("indicator", lambda o: o.indicator),
    ("period_type", _type),
    ("period_length", length),
    ("unit", lambda o: o.unit),
    ("change", lambda o: "change_percent" if o.qualifier is Qualifier.CHANGE_PERCENT else "value"),
    ("counting_unit", lambda o: o.counting_unit),
    ("stage", lambda o: o.stage),
    ("offence_class", lambda o: o.offence_class),
    ("legal_article", lambda o: o.legal_article),
    ("identifying_body", lambda o: o.identifying_body),
    ("territorial_scope", lambda o: o.territorial_scope),
    ("sex", lambda o: o.sex),
    ("age_group", lambda o: o.age_group),
    ("form_of_exploitation", lambda o: o.form_of_exploitation),
    ("citizenship", lambda o: o.citizenship),
)
"""Everything in the comparability key, then the parts of a whole: a part never stands beside its whole."""

PLACED = (PeriodType.YEAR, PeriodType.HALF_YEAR, PeriodType.MONTHS, PeriodType.MULTI_YEAR)


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures that may share an axis; `drawable` where they are counts or shares of a known period."""

    key: tuple[str, ...]
    observations: tuple[Observation, ...]
    drawable: bool


def differences(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return the codes of what differs among figures, in the order of FACETS; empty where all may share an axis."""
    rows = tuple(observations)
    return tuple(code for code, facet in FACETS if len({facet(o) for o in rows}) > 1)


def found(code: str, observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return the values that a facet takes among figures, in the order in which they stand."""
    facet = dict(FACETS)[code]
    return tuple(dict.fromkeys(facet(o) for o in observations))


def panels(observations: Sequence[Observation]) -> tuple[Panel, ...]:
    """Return figures in panels of one key each, in the order in which they stand."""
    grouped: dict[tuple[str, ...], list[Observation]] = {}
    for observation in observations:
        key = (observation.comparability_key, *(facet(observation) for _, facet in FACETS))
        grouped.setdefault(key, []).append(observation)
    return tuple(Panel(key, tuple(rows), all(map(drawable, rows))) for key, rows in grouped.items())


def drawable(observation: Observation) -> bool:
    """Tell whether a figure may be a bar: a number, not a change in per cent, over a period with both ends."""
    numbered = observation.value is not None or observation.value_high is not None
    is_change = observation.qualifier is Qualifier.CHANGE_PERCENT
    placed = _type(observation) in PLACED
    return numbered and not is_change and placed
