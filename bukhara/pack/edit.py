"""The running order of a pack as rows that somebody keeps, leaves out, moves, and gives minutes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from bukhara.pack.choice import ChosenSlide, PackChoice
from bukhara.pack.slides import Slide, SlideKind, without_number

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SlideRow:
    """A slide in the running order: its minutes, and whether it is kept."""

    slide: Slide
    minutes: int
    is_kept: bool

    @property
    def id(self) -> str:
        """The id of its slide."""
        return self.slide.id


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Slides of one kind that follow each other; `title` is that of the first one, without its number."""

    kind: SlideKind
    rows: tuple[SlideRow, ...]
    title: str

    @property
    def kept(self) -> tuple[SlideRow, ...]:
        """The rows of the slides that are kept."""
        return tuple(row for row in self.rows if row.is_kept)

    @property
    def minutes(self) -> int:
        """The minutes of the slides that are kept."""
        return sum(row.minutes for row in self.kept)


def rows_of(suggested: tuple[Slide, ...], choice: PackChoice) -> tuple[SlideRow, ...]:
    """Return the kept slides in the chosen order; those left out are beside slides of their kind, else at the end."""
    found = [SlideRow(slide, slide.minutes, is_kept=True) for slide in choice.applied(suggested)]
    kinds, end = {row.slide.kind for row in found}, []
    for slide in suggested:
        row = SlideRow(slide, slide.minutes, is_kept=False)
        if slide.kind not in kinds:
            end.append(row)
        elif slide.id not in {each.id for each in found}:
            alike = [slide.id for slide in suggested if slide.kind is row.slide.kind]
            first = next(n for n, each in enumerate(found) if each.slide.kind is slide.kind)
            found.insert(_place(found, alike, slide.id) or first, row)
    return (*found, *end)


def _place(rows: Sequence[SlideRow], order: Sequence[str], slide: str) -> int:
    """Return the place after the nearest row that is before a slide in an order of ids, else the first place."""
    ids = [row.id for row in rows]
    before = [each for each in order[: order.index(slide)] if each in ids]
    return ids.index(before[-1]) + 1 if before else 0


def grouped(rows: Sequence[SlideRow]) -> tuple[RowGroup, ...]:
    """Return the rows as groups of one kind, in their order."""
    found = []
    for kind, run in groupby(rows, key=lambda row: row.slide.kind):
        together = tuple(run)
        title = together[0].slide.title
        found.append(RowGroup(kind, together, without_number(title) if len(together) > 1 else title))
    return tuple(found)


def moved(rows: Sequence[SlideRow], slide: str, steps: int, *, group: bool = False) -> tuple[SlideRow, ...]:
    """Return the rows with one slide moved up (-1) or down (1), as far as there is a place.

    Within its group it passes the next slide that is kept, from the edge of its group the next group. With `group` the
    whole group of the slide passes the next one.
    """
    runs = [list(each.rows) for each in grouped(rows)]
    n = next((n for n, run in enumerate(runs) if slide in [row.id for row in run]), None)
    if n is None:
        return tuple(rows)
    run = runs[n]
    at = [row.id for row in run].index(slide)
    inside = None if group else _passed(run, at, steps, lambda row: row.is_kept)
    if inside:
        runs[n] = inside
    else:
        moving = run if group else [run[at]]
        rest = [row for row in run if row not in moving]
        runs[n : n + 1] = [part for part in ((moving, rest) if steps < 0 else (rest, moving)) if part]
        runs = _passed(runs, runs.index(moving), steps, lambda part: any(row.is_kept for row in part)) or runs
    return tuple(row for run in runs for row in run)


def _passed(items: Sequence[T], n: int, steps: int, is_kept: Callable[[T], bool]) -> list[T] | None:
    """Return the items with one moved past the next that is kept, or None at the end of the list."""
    ahead = range(n + steps, len(items) if steps > 0 else -1, steps)
    to = next((m for m in ahead if is_kept(items[m])), None)
    if to is None:
        return None
    found = list(items)
    found.insert(to, found.pop(n))
    return found


def toggled(rows: Sequence[SlideRow], slide: str) -> tuple[SlideRow, ...]:
    """Return the rows with the whole group of a slide kept, or left out if all of it was kept."""
    found: list[SlideRow] = []
    for each in grouped(rows):
        turn = slide in [row.id for row in each.rows]
        keep = len(each.kept) < len(each.rows)
        found += [replace(row, is_kept=keep) if turn else row for row in each.rows]
    return tuple(found)


def with_new(rows: Sequence[SlideRow], new: Sequence[SlideRow], suggested: tuple[Slide, ...]) -> tuple[SlideRow, ...]:
    """Return the rows with new ones, each after the nearest slide that is suggested before it."""
    found, order = list(rows), [slide.id for slide in suggested]
    for row in sorted(new, key=lambda each: order.index(each.id)):
        found.insert(_place(found, order, row.id), row)
    return tuple(found)


def chosen(choice: PackChoice, rows: Sequence[SlideRow], suggested: tuple[Slide, ...]) -> PackChoice:
    """Return a choice with the slides of the rows, as short as it can be written.

    What is suggested needs no list. All slides of a subject in their order are one entry, so that another language
    may need more or fewer of them.
    """
    kept = [row for row in rows if row.is_kept]
    if not kept or [(row.id, row.minutes) for row in kept] == [(slide.id, slide.minutes) for slide in suggested]:
        return replace(choice, slides=())
    usual = {slide.id: slide.minutes for slide in suggested}
    entries: list[ChosenSlide] = []
    for subject, group in groupby(kept, key=lambda row: row.slide.subject):
        together = list(group)
        every = [slide.id for slide in suggested if slide.subject == subject]
        minutes = [None if row.minutes == usual[row.id] else row.minutes for row in together]
        if [row.id for row in together] == every and len(set(minutes)) == 1:
            entries.append(ChosenSlide(subject, minutes[0]))
        else:
            entries += [ChosenSlide(row.id, each) for row, each in zip(together, minutes, strict=True)]
    return replace(choice, slides=tuple(entries))
