"""The running order of a pack as rows that somebody keeps, leaves out, moves, and gives minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bukhara.pack.choice import ChosenSlide, PackChoice
from bukhara.pack.slides import Slide, SlideKind

SHORT = (SlideKind.TITLE, SlideKind.MATRIX, SlideKind.COUNTRY, SlideKind.QUESTIONS, SlideKind.CONCLUSIONS)
SHORT_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A slide in the running order: its minutes, and whether it is kept."""

    id: str
    minutes: int
    is_kept: bool


def rows_of(suggested: tuple[Slide, ...], choice: PackChoice) -> tuple[Row, ...]:
    """Return the kept slides in the chosen order, then those left out in the suggested order."""
    kept = choice.applied(suggested)
    ids = {slide.id for slide in kept}
    left_out = (slide for slide in suggested if slide.id not in ids)
    return (
        *(Row(s.id, s.minutes, is_kept=True) for s in kept),
        *(Row(s.id, s.minutes, is_kept=False) for s in left_out),
    )


def moved(rows: Sequence[Row], slide: str, steps: int) -> tuple[Row, ...]:
    """Return the rows with one slide moved up (-1) or down (1) by a place, as far as there is one."""
    found, ids = list(rows), [row.id for row in rows]
    if slide in ids:
        row = found.pop(start := ids.index(slide))
        found.insert(max(0, min(start + steps, len(found))), row)
    return tuple(found)


def with_new(rows: Sequence[Row], suggested: tuple[Slide, ...]) -> tuple[Row, ...]:
    """Return the rows of slides that are suggested; one that was not offered before follows the one before it."""
    known = {slide.id for slide in suggested}
    found = [row for row in rows if row.id in known]
    for n, slide in enumerate(suggested):
        ids = [row.id for row in found]
        if slide.id not in ids:
            before = suggested[n - 1].id if n else ""
            found.insert(ids.index(before) + 1 if before in ids else 0, Row(slide.id, slide.minutes, is_kept=True))
    return tuple(found)


def chosen(choice: PackChoice, rows: Sequence[Row], suggested: tuple[Slide, ...]) -> PackChoice:
    """Return a choice with the slides of the rows, as short as it can be written.

    What is suggested needs no list. All slides of a subject in their order are one entry, so that another language
    may need more or fewer of them.
    """
    by_id = {slide.id: slide for slide in suggested}
    kept = [row for row in rows if row.is_kept and row.id in by_id]
    if not kept or [(row.id, row.minutes) for row in kept] == [(slide.id, slide.minutes) for slide in suggested]:
        return replace(choice, slides=())
    entries: list[ChosenSlide] = []
    for subject, group in groupby(kept, key=lambda row: by_id[row.id].subject):
        together = list(group)
        every = [slide.id for slide in suggested if slide.subject == subject]
        minutes = {_minutes(row, by_id[row.id]) for row in together}
        if [row.id for row in together] == every and len(minutes) == 1:
            entries.append(ChosenSlide(subject, *minutes))
        else:
            entries += [ChosenSlide(row.id, _minutes(row, by_id[row.id])) for row in together]
    return replace(choice, slides=tuple(entries))


def short(suggested: tuple[Slide, ...]) -> tuple[ChosenSlide, ...]:
    """Return ten slides to begin with: title, themes, states, then the kinds that a panel discusses, in their order."""
    by_kind = sorted(suggested, key=lambda s: SHORT.index(s.kind) if s.kind in SHORT else len(SHORT))
    wanted = {slide.id for slide in by_kind[:SHORT_LENGTH]}
    return tuple(ChosenSlide(slide.id) for slide in suggested if slide.id in wanted)


def _minutes(row: Row, slide: Slide) -> int | None:
    return None if row.minutes == slide.minutes else row.minutes
