"""The comparability guard: which figures may share an axis, and why the others may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import Observation

PERCENT = "percent"
FIELDS = (
    "indicator",
    "unit",
    "counting_unit",
    "stage",
    "offence_class",
    "legal_article",
    "identifying_body",
    "territorial_scope",
    "reporter",
)
"""What must be equal on one axis, besides the country; a different length of period is drawn, not hidden."""
BREAKDOWNS = ("sex", "age_group", "form_of_exploitation", "citizenship")


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one country that may share an axis, in the order of their periods."""

    figures: tuple[Observation, ...]

    @property
    def head(self) -> Observation:
        """The figure that stands for what all of them count."""
        return self.figures[0]


def axis_key(figure: Observation) -> tuple[str, ...]:
    """Return what must be equal for two figures of one country to share an axis."""
    change = "change" if figure.qualifier is Qualifier.CHANGE_PERCENT else ""
    return (figure.country, change, *(str(getattr(figure, name)) for name in (*FIELDS, *BREAKDOWNS)))


def drawable(figure: Observation) -> bool:
    """Return whether a figure has a place on a count axis: no percentage, nothing undated."""
    if figure.unit == PERCENT or figure.qualifier is Qualifier.CHANGE_PERCENT or figure.period_start is None:
        return False
    return figure.state is State.NOT_AVAILABLE or figure.value is not None


def is_part(figure: Observation, others: Iterable[Observation]) -> bool:
    """Return whether a figure breaks down another one (16 cases related to minors, of 24)."""
    own, told = _without_breakdown(figure), _breakdowns(figure)
    return any(_breakdowns(o) < told and _without_breakdown(o) == own for o in others)


def series(figures: Iterable[Observation]) -> tuple[Series, ...]:
    """Return the drawable figures by axis, in the order of their first appearance."""
    found: dict[tuple[str, ...], list[Observation]] = {}
    for figure in figures:
        if drawable(figure):
            found.setdefault(axis_key(figure), []).append(figure)
    return tuple(Series(tuple(sorted(group, key=_by_period))) for group in found.values())


def differing(rows: Iterable[Series]) -> tuple[str, ...]:
    """Return the fields by which the axes of one panel differ: the reason why they stand apart."""
    heads = [row.head for row in rows]
    return tuple(name for name in FIELDS if len({getattr(head, name) for head in heads}) > 1)


def _by_period(figure: Observation) -> tuple[str, str]:
    return (str(figure.period_start or ""), str(figure.period_end or ""))


def _without_breakdown(figure: Observation) -> tuple[object, ...]:
    names = ("country", "indicator", "unit", "counting_unit", "stage", "offence_class", "identifying_body")
    return (*(getattr(figure, name) for name in names), figure.period, figure.state, bool(figure.reporter))


def _breakdowns(figure: Observation) -> set[tuple[str, str]]:
    return {(name, getattr(figure, name)) for name in BREAKDOWNS if getattr(figure, name)}
