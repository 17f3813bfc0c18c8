"""The comparability key of a figure: all facets that must be equal for two figures to share an axis."""

from collections.abc import Callable, Iterable
from operator import attrgetter

from bukhara.model.codes import Qualifier
from bukhara.model.observation import BREAKDOWNS, WHAT, Observation
from bukhara.model.period import PeriodType

Facet = Callable[[Observation], str]
TIME = ("period_type", "period_length")
"""The facets that do not matter for a monthly rate."""


def length(observation: Observation) -> str:
    """Return the length of the period in whole months (`P18M`), else in days (`P209D`).

    The length of an open period, or of one that is not stated, is an empty string.
    """
    period = observation.period
    if period.start is None or period.end is None or kind_of_period(observation) == PeriodType.OPEN.value:
        return ""
    return f"P{period.months}M" if period.months else f"P{(period.end - period.start).days + 1}D"


def kind_of_period(observation: Observation) -> str:
    """Return the type of the period; "since 2021" is open even if the date of the source is its last day."""
    is_since = observation.period.is_open(observation.period_label)
    return PeriodType.OPEN.value if is_since else observation.period.type.value


FACETS: tuple[tuple[str, Facet], ...] = (
    ("indicator", attrgetter("indicator")),
    ("period_type", kind_of_period),
    ("period_length", length),
    ("unit", attrgetter("unit")),
    ("change", lambda o: "change_percent" if o.qualifier is Qualifier.CHANGE_PERCENT else "value"),
    *((name, attrgetter(name)) for name in (*WHAT, *BREAKDOWNS) if name != "unit"),
)
"""The facets with their codes; the last ones are breakdowns, as a part is never drawn beside its whole.

All figures of a snapshot have the same framework, so its version is not a facet.
"""


def key_of(observation: Observation, *, leave_out: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the values of the facets of a figure, in the order of FACETS, without those in `leave_out`."""
    return tuple(facet(observation) for code, facet in FACETS if code not in leave_out)


def comparability_key(figure: Observation) -> str:
    """Return the key of a figure as one text, as open data has it; `|` joins its parts.

    Two figures may share an axis only if their keys are equal. Example: `CTX-victims|year|P12M|count|value|...`.
    """
    return "|".join(key_of(figure))


def differing(observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return the codes of the facets that differ among figures, in the order of FACETS.

    An empty tuple means that the figures may share an axis. Example: a year and a half-year of cases give
    `("period_type", "period_length")`.
    """
    rows = tuple(observations)
    return tuple(code for code, facet in FACETS if len({facet(o) for o in rows}) > 1)


def facet_values(code: str, observations: Iterable[Observation]) -> tuple[str, ...]:
    """Return the values of a facet among figures, each once, in the order of the figures."""
    facet = dict(FACETS)[code]
    return tuple(dict.fromkeys(facet(o) for o in observations))
