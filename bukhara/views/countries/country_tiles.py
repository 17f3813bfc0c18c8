"""The first screen of a state: its themes by status, its contested points and its announced next steps."""

from dataclasses import dataclass

from bukhara.model.codes import Contest, ItemKind, State, Status
from bukhara.model.difference import Difference
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.views.countries.country import CountryTheme, CountryView
from bukhara.views.rounds import contested
from bukhara.views.rounds.contested import OpenCoding
from bukhara.views.status.marks import REPORTED, mark

_WITHOUT_ANSWER = (State.NOT_ASKED, State.NOT_REPORTED, State.NOT_AVAILABLE, State.SUPPRESSED)


@dataclass(frozen=True, slots=True)
class Tiles:
    """The five tiles of a state. The first three have themes that can be completed, as the counts of the state do.

    `objected` are themes about which the state has objected, `differences` those between sources that nobody has
    explained, `codings` the statuses that two coders read differently. `open` are all themes that apply and are neither
    in place nor a reported activity.
    """

    in_place: tuple[CountryTheme, ...]
    under_way: tuple[CountryTheme, ...]
    without_answer: tuple[CountryTheme, ...]
    objected: tuple[CountryTheme, ...]
    differences: tuple[Difference, ...]
    codings: tuple[OpenCoding, ...]
    steps: tuple[Statement, ...]
    open: tuple[CountryTheme, ...]


def build(snapshot: Snapshot, view: CountryView) -> Tiles:
    """Return the tiles of the state of `view`, which was made from the same snapshot."""
    lines = [line for block in view.blocks for line in block.lines]
    once = [line for line in lines if line.item.kind is ItemKind.MILESTONE]
    code = view.country.code
    return Tiles(
        in_place=tuple(line for line in once if line.status.status is Status.IN_PLACE),
        under_way=tuple(line for line in once if line.status.status is Status.UNDER_WAY),
        without_answer=tuple(line for line in once if mark(line.status) in _WITHOUT_ANSWER),
        objected=tuple(line for line in lines if Contest.OBJECTION in contested.reasons(snapshot, code, line.item.id)),
        differences=contested.open_differences(snapshot, code),
        codings=tuple(each for each in snapshot.once(contested.build).codings if each.country == code),
        steps=view.steps,
        open=tuple(
            line
            for line in lines
            if line.status.status not in REPORTED and line.status.state is not State.NOT_APPLICABLE
        ),
    )
