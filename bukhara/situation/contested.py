"""Contested points: objections of states, sources that differ, and statuses that two coders read differently."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from bukhara.model.codes import Contest, Position, State
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.framework import Framework, Indicator
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.progress.readings import reading_at
from bukhara.progress.seen_content import replied_figure
from bukhara.progress.status import statuses
from bukhara.situation.replies import Objection, objections

Cell = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OpenCoding:
    """A milestone that two coders read differently and its state has not settled: the mark kept and the other one."""

    country: str
    indicator: Indicator
    kept: str
    other: str


@dataclass(frozen=True, slots=True)
class Contested:
    """The contested points, countries in fixed order and the region last.

    Attributes:
        figures: the figures to which the state objects.
        open: the differences between sources that nobody has explained.
        explained: the differences that somebody has explained or decided.
        codings: the statuses that two coders read differently.
        cells: why each contested cell is contested, by country and item: objections first, without those to what was
            changed since. Explained differences contest nothing.
    """

    figures: tuple[Observation, ...]
    open: tuple[Difference, ...]
    explained: tuple[Difference, ...]
    codings: tuple[OpenCoding, ...]
    cells: Mapping[Cell, tuple[Contest, ...]]


def build(snapshot: Snapshot) -> Contested:
    """Return the contested points of a snapshot."""
    framework = snapshot.framework
    order = [country.code for country in (*framework.countries, *framework.regions)]
    differences = sorted(snapshot.differences, key=lambda each: order.index(each.country))
    known = [each for each in snapshot.once(objections) if not each.changed]
    objected = sorted(_objected(snapshot, known), key=lambda cell: order.index(cell[0]))
    unexplained = tuple(each for each in differences if each.status is DifferenceStatus.OPEN)
    codings = _codings(snapshot)
    return Contested(
        figures=tuple(figure for each in known if (figure := replied_figure(snapshot, each.reply.item))),
        open=unexplained,
        explained=tuple(each for each in differences if each.status is not DifferenceStatus.OPEN),
        codings=codings,
        cells=_cells(framework, objected, unexplained, codings),
    )


def points(snapshot: Snapshot, country: str = "") -> Contested:
    """Return the contested points, of one state or of all: whatever lists or counts them takes them from here."""
    found = snapshot.once(build)
    if not country:
        return found
    names = (each.name for each in fields(Contested) if each.name != "cells")
    own: Any = {name: tuple(each for each in getattr(found, name) if each.country == country) for name in names}
    return replace(found, **own)


def reasons(snapshot: Snapshot, country: str, item: str) -> tuple[Contest, ...]:
    """Return why a cell is contested; nothing if it is not."""
    return snapshot.once(build).cells.get((country, item), ())


def _objected(snapshot: Snapshot, known: Iterable[Objection]) -> list[Cell]:
    replied = {(each.reply.country, each.reply.item) for each in known}
    found = (((each.country, each.item), each.position) for each in statuses(snapshot))
    return [cell for cell, position in found if position is Position.DISAGREES or cell in replied]


def _codings(snapshot: Snapshot) -> tuple[OpenCoding, ...]:
    reading = reading_at(snapshot.framework, snapshot.as_of)
    others = {(each.country, each.indicator): each.status for each in reading.second_coding} if reading else {}
    kept = (each for status in statuses(snapshot) for each in status.indicators)
    # a question that was put again and not answered leaves the two readings as they were: without a status
    marked = ((each, State.NOT_ASKED if each.state is State.NOT_REPORTED else each.mark) for each in kept)
    return tuple(
        OpenCoding(each.country, snapshot.framework.indicator(each.indicator), mark, other)
        for each, mark in marked
        if (other := others.get((each.country, each.indicator)))
        and each.position not in (Position.CONFIRMED, Position.OWN_ANSWER)
        and mark != other
    )


def _cells(
    framework: Framework,
    objected: Iterable[Cell],
    differences: tuple[Difference, ...],
    codings: tuple[OpenCoding, ...],
) -> Mapping[Cell, tuple[Contest, ...]]:
    found: dict[Cell, list[Contest]] = {}
    about = [(cell, Contest.OBJECTION) for cell in objected]
    about += [
        ((each.country, framework.indicator(figure.indicator).item), Contest.DIFFERENCE)
        for each in differences
        for figure in each.observations
    ]
    about += [((each.country, each.indicator.item), Contest.CODING) for each in codings]
    for cell, why in about:
        if why not in found.setdefault(cell, []):
            found[cell].append(why)
    return {cell: tuple(why) for cell, why in found.items()}
