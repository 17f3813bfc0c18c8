"""Events on an axis of time as shapes: a row for each theme or state, words beside their mark and over no line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from bukhara.charts import fit
from bukhara.charts.shapes import Area, Glyph, Label, Part, Stroke, height, moved

UNKNOWN = 365
"""So many days before the latest possible one a dashed line begins, which says that an event may be earlier."""
_SHORT = timedelta(days=366)
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_YEAR, _NAMES, _NEAR, _APART, _MARK = 3.0, 0.26, 6.0, 8.0, 0.9
"""The width of the label of a year in letters, the share of the names of rows, and distances."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An event from the first to the last day on which it may have begun, or the days of its period; with its words.

    `look` is "full", "light" or "dashes" for a period, "mark" for one of the marks, and "square" or "frame" for a day.
    One that `is_open` may have begun at any time before the last day.
    """

    first: date
    last: date
    text: str
    kind: str
    look: str
    is_open: bool = False
    link: tuple[str, str] = ("", "")

    @property
    def is_period(self) -> bool:
        """Whether its days are a period."""
        return self.look in ("full", "light", "dashes")

    @property
    def day(self) -> date:
        """The day by which a list has it."""
        return self.last if self.is_open else self.first


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row with its entries; `group` is above the first of its rows, `note` in place of entries."""

    name: str
    entries: tuple[Entry, ...] = ()
    group: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where a day is between the edges of whole years, and the day of today, which words keep away from.

    `size` is that of letters, `named` the day of today in words.
    """

    start: date
    end: date
    left: float
    width: float
    size: float
    today: date
    named: str

    def at(self, day: date) -> float:
        """Return where a day is."""
        return self.left + (day - self.start) / (self.end - self.start) * (self.width - self.left)

    @property
    def line(self) -> float:
        """The height of a line of words."""
        return self.size * fit.LINE


def axis_of(rows: Sequence[TimeRow], today: date, named: str, width: float, size: float) -> Axis:
    """Return the axis that has all days of rows and today, beside the names of the rows.

    It has whole years; one of less than a year has space for words beside the last day.
    """
    days = [today, *(day for row in rows for entry in row.entries for day in (entry.first, entry.last))]
    most = max((fit.word_width(row.name) for row in rows), default=0) * size * 1.16 + _APART
    ends, span = (date(min(days).year, 1, 1), date(max(days).year, 12, 31)), max(days) - min(days)
    if timedelta() < span < _SHORT:
        ends = min(days) - span / 8, max(days) + span
    return Axis(*ends, min(most, width * _NAMES), width, size, today, named)


def draw(rows: Sequence[TimeRow], axis: Axis, space: float = 0) -> list[Part]:
    """Return the rows below the years, with more space between them where there is `space`."""
    top, drawn = axis.line + 4, [list(_row(row, axis)) for row in rows]
    groups = ["", *(row.group for row in rows)]
    heads = [axis.line * 1.25 * (row.group not in ("", groups[n])) for n, row in enumerate(rows)]
    heights = [height(parts) for parts in drawn]
    free = (space - top - axis.line - 4 - sum(heights) - sum(heads)) / max(len(rows), 1)
    gap = max(_APART / 2, min(free, axis.size * 2.2))
    y, parts = top, list[Part]()
    for row, head, high, own in zip(rows, heads, heights, drawn, strict=True):
        if head or not row.group:
            parts.append(Stroke(0, y, axis.width, y, width=0.75))
        if head:
            parts.append(Label(0, y + 2, axis.width * _NAMES, row.group, axis.size, is_bold=True))
        parts += [moved(part, y + head + gap / 2) for part in own]
        y += head + high + gap
    now, wide = axis.at(axis.today), fit.word_width(axis.named) * axis.size * 1.16 + 4
    x = min(max(0, now - wide / 2), axis.width - wide)
    day = Label(x, y + 4, wide, axis.named, axis.size, is_bold=True, align="middle")
    return [*_years(axis, top, y), Stroke(now, top, now, y + 4, "ink", 2), *parts, day]


def _years(axis: Axis, top: float, low: float) -> Iterator[Part]:
    """Yield the years, each with a line where it begins."""
    years = range(axis.start.year, axis.end.year + 1)
    each = (axis.width - axis.left) / len(years)
    step = next(step for step in _STEPS if each * step >= axis.size * _YEAR or step == _STEPS[-1])
    for year in (year for year in years if year % step == 0 or len(years) < step):
        x = axis.at(date(year, 1, 1))
        if x >= axis.left:
            yield Stroke(x, top, x, low, width=0.5)
            wide = min(max(each, axis.size * _YEAR), axis.width - x) - 2
            yield Label(x + 2, 0, wide, str(year), axis.size, "soft")


def _row(row: TimeRow, axis: Axis) -> Iterator[Part]:
    """Yield the name of a row and its entries, each in the first line that has space for its mark and its words."""
    yield Label(0, 0, axis.left - _APART, row.name, axis.size, is_bold=not row.group)
    if row.note:
        yield Label(axis.left + _NEAR, 0, axis.width - axis.left, row.note, axis.size, "soft")
    lines: list[list[tuple[float, float]]] = []
    placed = [(entry, *_place(entry, axis, lines)) for entry in sorted(row.entries, key=lambda e: (e.first, e.last))]
    heights = [max(label.height for _, label, line in placed if line == n) + 3 for n in range(len(lines))]
    for entry, label, n in placed:
        yield from (moved(part, sum(heights[:n])) for part in (*_mark(entry, axis), label))


def _place(entry: Entry, axis: Axis, lines: list[list[tuple[float, float]]]) -> tuple[Label, int]:
    """Return the words of an entry and their line; words that have space nowhere are broken where there is most."""
    half, wide = 0 if entry.is_period else axis.size * _MARK / 2, fit.word_width(entry.text) * axis.size * 1.06 + 2
    a, b = axis.at(entry.first) - half, axis.at(entry.last) + half
    sides = _sides(entry, axis, a, b)
    broad = max(sides[-2:], key=lambda side: side[1] - side[0])
    fitting = [side for side in sides if side[1] - side[0] >= wide] or [broad]
    for n, (low, high, align) in ((n, side) for n in range(len(lines) + 1) for side in fitting):
        used = min(wide, high - low)
        x = low if align == "start" else high - used
        span = min(a, x), max(b, x + used)
        taken = lines[n] if n < len(lines) else ()
        if all(span[1] + _APART < start or span[0] > end + _APART for start, end in taken):
            lines += [[]] * (n == len(lines))
            lines[n] = [*lines[n], span]
            break
    return Label(x, 0, used, entry.text, axis.size, align=align), n


def _sides(entry: Entry, axis: Axis, a: float, b: float) -> list[tuple[float, float, str]]:
    """Return where the words of a mark between two places may be: in a period, on its right, on its left."""
    today = axis.at(axis.today)
    sides = [
        (b + _NEAR, today - _NEAR if b < today else axis.width, "start"),
        (today + _NEAR if a > today else axis.left, a - _NEAR, "end"),
    ]
    if entry.look in ("light", "dashes"):
        sides.insert(0, (a + _NEAR, min(b, today if a < today else b) - _NEAR, "start"))
    return sides


def _mark(entry: Entry, axis: Axis) -> Iterator[Part]:
    """Yield the mark of an entry, with a line for the time in which it may have begun."""
    a, b, side, middle = axis.at(entry.first), axis.at(entry.last), axis.size * _MARK, axis.line / 2
    if entry.is_period:
        yield Area(a, -1, max(b - a, 3), axis.line + 2, entry.kind, entry.look, entry.link)
    else:
        if b - a > side:
            is_dashed = entry.is_open or entry.look != "mark"
            yield Stroke(a, middle, b, middle, entry.kind, 1.5, is_dashed=is_dashed)
        yield _point(entry, (b if entry.is_open else (a + b) / 2) - side / 2, middle - side / 2, side)


def _point(entry: Entry, x: float, y: float, side: float) -> Part:
    if entry.look == "mark":
        return Glyph(entry.kind, x, y, side, entry.link)
    return Area(x, y, side, side, entry.kind, "full" if entry.look == "square" else entry.look, entry.link)


def by_year(rows: Sequence[TimeRow], width: float, size: float) -> list[Part]:
    """Return the same entries as a list by year, for a narrow window: each with its mark, its row and its words."""
    found = [(entry, ", ".join(filter(None, (row.group, row.name)))) for row in rows for entry in row.entries]
    found.sort(key=lambda pair: pair[0].day)
    parts, y = list[Part](), 0.0
    for year, own in groupby(found, key=lambda pair: pair[0].day.year):
        parts.append(Label(0, y, width, str(year), size, is_bold=True))
        y += size * 1.4
        for entry, name in own:
            label = Label(size * 1.6, y, width - size * 1.6, f"{name}: {entry.text}", size)
            parts += [_point(entry, 1, y + size * 0.15, size * _MARK), label]
            y += label.height + 5
        y += 4
    return parts
