"""The axes of a figure: where a value is in the plot area, and the ticks with their labels."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from math import floor
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Figure

Span = tuple[float, float]
Tick = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a figure; `separators` are the decimal sign and the sign between thousands."""

    spec: dict[str, Any]
    span: Span
    categories: tuple[str, ...]
    separators: str

    @property
    def domain(self) -> Span:
        """The part of the plot area that the axis covers, as fractions."""
        first, last = self.spec.get("domain", (0.0, 1.0))
        return first, last

    @property
    def is_visible(self) -> bool:
        """Whether labels and grid are drawn."""
        return bool(self.spec.get("visible", True))

    def number(self, value: Any) -> float:
        """Return the number of a value: itself, the index of its category, or a day in milliseconds."""
        if value in self.categories:
            return float(self.categories.index(value))
        return milliseconds(value) if isinstance(value, str) else float(value)

    def at(self, value: Any) -> float:
        """Return the position of a value as a fraction of the plot area."""
        (low, high), (first, last) = self.span, self.domain
        return first + (self.number(value) - low) / (high - low) * (last - first)

    def inside(self, number: float) -> float:
        """Return a number that the axis shows as it is, another one as the nearest end of the axis."""
        return min(max(number, min(self.span)), max(self.span))

    def ticks(self) -> list[Tick]:
        """Return the labels with their positions; nothing for a hidden axis."""
        if not self.is_visible:
            return []
        if self.categories:
            return [(self.at(name), name) for name in self.categories]
        if self.spec.get("type") == "date":
            return self._dates()
        values = self.spec.get("tickvals") or self._steps()
        texts = self.spec.get("ticktext") or [self._text(value) for value in values]
        return [(self.at(value), text) for value, text in zip(values, texts, strict=True)]

    def grid(self) -> list[float]:
        """Return the positions of the grid lines."""
        if not (self.is_visible and self.spec.get("showgrid", True)):
            return []
        if self.spec.get("type") == "date":
            return [self.at(self.inside(day)) for day, _ in self._years()]
        return [place for place, _ in self.ticks()]

    def _years(self) -> list[tuple[float, float]]:
        """Return the starts of the labelled years with their ends, within the axis."""
        first, last = (datetime.fromtimestamp(end / 1000, UTC) for end in self.span)
        start = self.spec.get("tick0")
        year = datetime.fromisoformat(start).year if start else first.year
        step = int(str(self.spec["dtick"])[1:]) // 12
        years = [each for each in range(year, last.year + 1, step) if _january(each) >= self.span[0]]
        return [(_january(each), _january(each + 1)) for each in years if _january(each) <= self.span[1]]

    def _dates(self) -> list[Tick]:
        share = 0.5 if self.spec.get("ticklabelmode") == "period" else 0
        middles = [(start, start + (end - start) * share) for start, end in self._years()]
        named = [(at, f"{datetime.fromtimestamp(start / 1000, UTC):%Y}") for start, at in middles if at <= self.span[1]]
        return [(self.at(at), name) for at, name in named]

    def _steps(self) -> list[float]:
        low, high = sorted(self.span)
        least = max((high - low) / self.spec.get("nticks", 6), self.spec.get("tickformat") == ",d")
        step = self.spec.get("dtick") or theme.round_step(least)
        return [n * step for n in range(-floor(-low / step), floor(high / step + 1e-9) + 1)]

    def _text(self, value: float) -> str:
        decimal, thousand = self.separators[:1], self.separators[1:2]
        whole = f"{value:,.0f}" if self.spec.get("tickformat") == ",d" else f"{value:,.10g}"
        text = whole.replace(",", "\0").replace(".", decimal).replace("\0", thousand)
        return f"{text}{self.spec.get('ticksuffix', '')}"


def axes(figure: Figure) -> dict[str, Axis]:
    """Return the axes of a figure by their short names: `x`, `y`, `x2` and so on."""
    layout = figure["layout"]
    names = {name.replace("axis", ""): spec for name, spec in layout.items() if name[1:5] == "axis"}
    return {name: _axis(name, spec, figure) for name, spec in names.items()}


def milliseconds(day: str) -> float:
    """Return the time since 1970 of a day or a day with its time."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000


def _axis(name: str, spec: dict[str, Any], figure: Figure) -> Axis:
    letter, separators = name[0], figure["layout"].get("separators", ".,")
    values = [v for trace in figure["data"] if trace.get(f"{letter}axis", letter) == name for v in trace[letter]]
    if spec.get("type") != "date" and any(isinstance(value, str) for value in values):
        categories = tuple(dict.fromkeys(values))
        span = (-0.5, len(categories) - 0.5)
        reverse = spec.get("autorange") == "reversed"
        return Axis(spec, span[::-1] if reverse else span, categories, separators)
    ends = spec.get("range") or _range(letter, name, spec, figure)
    low, high = (milliseconds(end) if isinstance(end, str) else float(end) for end in ends)
    return Axis(spec, (low, high), (), separators)


def _range(letter: str, name: str, spec: dict[str, Any], figure: Figure) -> Span:
    """Return the range of an axis that names none: about its values, from zero for bars."""
    tops, is_stack = Counter[Any](), figure["layout"].get("barmode") == "stack"
    from_zero = spec.get("rangemode") == "tozero" or any(each["type"] == "bar" for each in figure["data"])
    ends = [0.0] if from_zero else []
    for trace in (each for each in figure["data"] if each.get(f"{letter}axis", letter) == name):
        for place, value in zip(trace["y" if letter == "x" else "x"], trace[letter], strict=True):
            if value is not None:
                tops[place] += value
                ends.append(tops[place] if is_stack else value)
    low, high = min(ends), max(ends)
    pad = 0.05 * ((high - low) or 1)
    found = low - pad * bool(low), high + pad
    return found[::-1] if spec.get("autorange") == "reversed" else found


def _january(year: int) -> float:
    return datetime(min(year, 9999), 1, 1, tzinfo=UTC).timestamp() * 1000
