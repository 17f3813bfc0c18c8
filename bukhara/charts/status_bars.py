"""Stacked bars of counts by status: known statuses are solid, missing answers and uncovered themes hatched."""

import textwrap
from dataclasses import dataclass
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Figure, Table
from bukhara.charts.palette import CLEAR, INK
from bukhara.i18n.words import Words
from bukhara.model.marks import ENDED, MARKS, MENTIONED, NO_STEP, NONE
from bukhara.model.messages import N_
from bukhara.progress.counts import Counts


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its label, its counts, its link, and the name of each that is counted with the count of it alone."""

    label: str
    counts: Counts
    href: str
    counted: tuple[tuple[str, Counts], ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One kind of segment, with the name of its field in Counts."""

    field: str
    message: str
    colour: str
    pattern: str = ""


LETTERS, HOVER = 20, 60
_OPEN = ("not_reported", "not_available", "suppressed", "mentioned", "silent")
SEGMENTS = (
    Segment("in_place_before", N_("in place before the Declaration"), MARKS["in_place"].light, "."),
    Segment("in_place_since", N_("in place after the Declaration"), MARKS["in_place"].light),
    Segment("in_place_undated", N_("in place, before or after not known"), MARKS["in_place"].light, "x"),
    Segment("under_way", MARKS["under_way"].word, MARKS["under_way"].light),
    Segment("planned", MARKS["planned"].word, MARKS["planned"].light),
    Segment("challenge", MARKS["challenge"].word, MARKS["challenge"].light),
    Segment(ENDED, MARKS[ENDED].word, NONE, "|"),
    Segment(NO_STEP, MARKS[NO_STEP].word, NONE, "-"),
    Segment("not_reported", MARKS["not_reported"].short, NONE, "\\"),
    Segment("not_available", MARKS["not_available"].short, NONE, "x"),
    Segment("suppressed", MARKS["suppressed"].short, NONE, "+"),
    Segment(MENTIONED, MARKS[MENTIONED].word, NONE, "."),
    Segment("silent", MARKS["not_asked"].word, NONE, "/"),
)


def figure(bars: tuple[Bar, ...], words: Words) -> Figure:
    """Return stacked horizontal bars from zero, with the first row on top and a number in every segment."""
    shown = [segment for segment in SEGMENTS if any(getattr(bar.counts, segment.field) for bar in bars)]
    longest = max((bar.counts.n for bar in bars), default=0)
    return {
        "data": [_trace(segment, bars, words) for segment in shown],
        "layout": theme.layout(
            barmode="stack",
            bargap=0.35,
            showlegend=True,
            legend=theme.LEGEND_ABOVE,
            xaxis=theme.count_axis(range=[0, max(1, longest)], dtick=1 if longest <= 8 else 2, tickangle=0),
            yaxis=theme.name_axis(),
        ),
    }


def table(bars: tuple[Bar, ...], words: Words, first_column: str) -> Table:
    """Return the table of the same counts."""
    columns = (first_column, *(words(segment.message) for segment in SEGMENTS))
    return Table(columns, tuple(_row(bar) for bar in bars))


def open_parts_text(words: Words) -> str:
    """Return what the parts without a fill say and do not say."""
    return words("Parts without a fill have no status: the measure may or may not be in place.")


def _trace(segment: Segment, bars: tuple[Bar, ...], words: Words) -> dict[str, Any]:
    values = [getattr(bar.counts, segment.field) for bar in bars]
    open_hatch = segment.field in _OPEN
    return {
        "type": "bar",
        "orientation": "h",
        "name": words(segment.message),
        "x": values,
        "y": ["<br>".join(textwrap.wrap(bar.label, LETTERS)) for bar in bars],
        "customdata": [bar.href for bar in bars],
        "text": [str(value) if value else "" for value in values],
        **theme.INSIDE,
        "textfont": {"color": INK if open_hatch else "#ffffff", "weight": 700},
        "hovertext": [_hover_text(segment, bar, words) for bar in bars],
        "hovertemplate": theme.HOVER,
        "marker": {
            "color": CLEAR if open_hatch else segment.colour,
            "line": {"color": segment.colour, "width": 1},
            "pattern": {
                "shape": segment.pattern,
                "fillmode": "overlay",
                "fgcolor": segment.colour if open_hatch else "#ffffff",
                "fgopacity": 0.6 if open_hatch else 0.3,
                "size": 6,
                "solidity": 0.2,
            },
        },
    }


def _hover_text(segment: Segment, bar: Bar, words: Words) -> str:
    """Return what a segment counts, with the names of those that it counts."""
    text = f"{bar.label}: {getattr(bar.counts, segment.field)} {words(segment.message)}"
    names = "; ".join(name for name, alone in bar.counted if getattr(alone, segment.field))
    return "<br>".join(textwrap.wrap(f"{text}: {names}" if names else text, HOVER, break_on_hyphens=False))


def _row(bar: Bar) -> tuple[Cell, ...]:
    counts = [getattr(bar.counts, segment.field) for segment in SEGMENTS]
    numbers = (Cell(str(value), float(value)) for value in counts)
    return (Cell(bar.label, href=bar.href), *numbers)
