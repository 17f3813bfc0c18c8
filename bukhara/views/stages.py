"""Stages of proceedings by state: strict trafficking apart from wider headings, gaps with their state of value."""

from dataclasses import dataclass

from bukhara.comparability.parts import Wholes
from bukhara.model.codes import State
from bukhara.model.framework import Country
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot

MEASURES = ("CTX-registered-strict", "CTX-registered-related", "CTX-proceedings", "CTX-prosecuted")
STRICT = ("trafficking", "trafficking_minors")
COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("registered", ("registered", "detected")),
    ("investigated", ("investigated",)),
    ("sent_to_court", ("sent_to_court",)),
    ("prosecuted", ("prosecuted",)),
    ("convicted", ("convicted",)),
    ("other_step", ("complaint", "initiated", "terminated")),
)


@dataclass(frozen=True, slots=True)
class StageCell:
    """One stage: the printed figures, and the gaps."""

    stage: str
    figures: tuple[Observation, ...]
    gaps: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class StageRow:
    """One state, for strict trafficking or for wider headings; cells in the order of `COLUMNS`."""

    country: Country
    cells: tuple[StageCell, ...]


@dataclass(frozen=True, slots=True)
class StageTable:
    """The rows of strict trafficking and those of wider headings, never mixed."""

    strict: tuple[StageRow, ...]
    related: tuple[StageRow, ...]


def build(snapshot: Snapshot, *, countries: tuple[str, ...] = ()) -> StageTable:
    """Return the stages of every state, or of those given."""
    shown = [c for c in snapshot.framework.countries if not countries or c.code in countries]
    figures = [o for o in snapshot.observations if o.indicator in MEASURES and not o.partner]
    wholes = Wholes(figures)
    whole = [o for o in figures if not wholes.has_part(o)]
    strict = [o for o in whole if o.offence_class in STRICT]
    related = [o for o in whole if o.offence_class not in STRICT]
    return StageTable(_rows(shown, strict), _rows(shown, related))


def _rows(countries: list[Country], figures: list[Observation]) -> tuple[StageRow, ...]:
    return tuple(StageRow(c, tuple(_cell(code, stages, c, figures) for code, stages in COLUMNS)) for c in countries)


def _cell(code: str, stages: tuple[str, ...], country: Country, figures: list[Observation]) -> StageCell:
    here = [o for o in figures if o.country == country.code and o.stage in stages]
    printed = tuple(o for o in here if o.state is State.VALUE)
    return StageCell(code, printed, tuple(o for o in here if o.state is not State.VALUE))
