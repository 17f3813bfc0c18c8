"""Victims by the body that identified them: state, civil society and international bodies, never merged or added."""

from dataclasses import dataclass

from bukhara.comparability.parts import Wholes
from bukhara.model.codes import State
from bukhara.model.framework import Country, Framework
from bukhara.model.groups import group_by
from bukhara.model.observation import STATE_BODIES, Observation
from bukhara.model.release import Snapshot

SHARES = "CTX-regional-shares"
KINDS = ("state", "civil_society", "international")
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class VictimFigure:
    """One figure of a state with its printed parts; a gap has no parts. No part is computed by subtraction."""

    figure: Observation
    parts: tuple[Observation, ...]

    def broken_down_by(self, column: str) -> tuple[Observation, ...]:
        """Return the figures broken down by `column`: the figure itself, then its parts."""
        return tuple(o for o in (self.figure, *self.parts) if getattr(o, column))


@dataclass(frozen=True, slots=True)
class StateRows:
    """One state in one block: its figures and its gaps; "not covered" is a gap only if the state has no figure."""

    country: Country
    rows: tuple[VictimFigure, ...]
    gaps: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class VictimBlock:
    """One kind of identifying body: the states in fixed order, or no states if it gives no figure at all."""

    kind: str
    states: tuple[StateRows, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """Printed shares of one heading; `rest` is the share that they leave unexplained, in per cent."""

    figures: tuple[Observation, ...]
    rest: float


@dataclass(frozen=True, slots=True)
class IdentifiedVictims:
    """The known figures of identified victims: blocks, and regional shares without a stated base."""

    blocks: tuple[VictimBlock, ...]
    by_sex_and_age: Shares
    by_form: Shares
    framework: Framework


def build(snapshot: Snapshot) -> IdentifiedVictims:
    """Return the blocks in fixed order and the regional shares; every figure as printed."""
    held = [o for o in snapshot.observations if is_victims(o)]
    shares = [o for o in snapshot.observations if o.indicator == SHARES]
    return IdentifiedVictims(
        tuple(_block(kind, snapshot.framework, [o for o in held if block_of(o) == kind]) for kind in KINDS),
        _shares([o for o in shares if o.sex or o.age_group]),
        _shares([o for o in shares if o.form_of_exploitation]),
        snapshot.framework,
    )


def is_victims(figure: Observation) -> bool:
    """Return whether a row counts victims by the body that identified or assisted them."""
    counted = figure.counting_unit == "victim" and figure.unit == "count" and figure.stage != ""
    return counted and not figure.partner and figure.identifying_body != ""


def block_of(figure: Observation) -> str:
    """Return the kind of the identifying body: `state`, `civil_society` or `international`."""
    return "state" if figure.identifying_body in STATE_BODIES else figure.identifying_body


def _block(kind: str, framework: Framework, held: list[Observation]) -> VictimBlock:
    if not held:
        return VictimBlock(kind, ())
    return VictimBlock(kind, tuple(_state(country, held) for country in framework.countries))


def _state(country: Country, held: list[Observation]) -> StateRows:
    own = [o for o in held if o.country == country.code]
    printed = [o for o in own if o.value is not None or o.value_low is not None]
    # Figures of two bodies are never put together.
    wholes = {reporter: Wholes(rows) for reporter, rows in group_by(printed, lambda o: o.reporter).items()}
    rows = tuple(
        VictimFigure(o, tuple(wholes[o.reporter].parts_of(o))) for o in printed if not wholes[o.reporter].has_part(o)
    )
    shown = set(map(id, printed))
    gaps = tuple(o for o in own if id(o) not in shown and (not rows or o.state is not State.NOT_ASKED))
    return StateRows(country, rows, gaps)


def _shares(figures: list[Observation]) -> Shares:
    explained = sum(o.value for o in figures if o.value is not None)
    return Shares(tuple(figures), max(0.0, WHOLE - explained) if figures else 0.0)
