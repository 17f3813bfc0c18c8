"""The figures of a measure as lines and rows: what a chart cannot show, and the table that every format can."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bukhara.i18n.figures import DISAGREE_SIGN
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from bukhara.pack.slides import Plot, PlotMark, Plots


def labels(plot: Plot) -> tuple[str, ...]:
    """Return what the chart of a state cannot draw, as text ("<5: 2011, 2014", "minors 2023: withheld")."""
    return _lines((*(mark for mark in plot.marks if mark.figure.value is None), *plot.beside))


def every_label(plot: Plot) -> tuple[str, ...]:
    """Return all figures of a state as text, for a format that cannot draw them."""
    return _lines((*plot.marks, *plot.beside))


def labels_of_states(plots: Plots) -> tuple[str, ...]:
    """Return in one line for each state what its chart cannot draw: all of its figures where none has an axis."""
    return tuple(f"{plot.name}: {'; '.join(found)}" for plot in plots.plots if (found := labels(plot)))


def _lines(marks: Iterable[PlotMark]) -> tuple[str, ...]:
    """Return the figures and then the gaps, each in order of time."""
    ordered = _in_order(marks)
    found: dict[str, list[str]] = {}
    for mark in ordered:
        if mark.figure.state is State.VALUE:
            found.setdefault(mark.short, []).append(_with_about(mark))
    figures = (f"{text}: {_listed(periods)}" for text, periods in found.items())
    return (*figures, *_gap_lines(ordered))


def _gap_lines(marks: Sequence[PlotMark]) -> tuple[str, ...]:
    """Return one line for the gaps of a kind that have the same periods, those of the whole before those of parts.

    What a report did not cover as a whole says nothing beside an answer.
    """
    told = [m for m in marks if m.figure.state is not State.NOT_ASKED or m.year or m.about] or marks
    periods: dict[tuple[bool, str, str], list[str]] = {}
    for mark in sorted((m for m in told if m.figure.state is not State.VALUE), key=lambda m: bool(m.about)):
        periods.setdefault((not mark.about, mark.short, mark.about), []).append(mark.period if mark.year else "")
    found: dict[tuple[bool, str, str], list[str]] = {}
    for (is_whole, text, about), every in periods.items():
        found.setdefault((is_whole, text, _listed(every)), []).append(about)
    named = ((text, " ".join(filter(None, (_listed(parts), when)))) for (_, text, when), parts in found.items())
    return tuple(f"{what}: {text}" if what else text for text, what in named)


def _in_order(marks: Iterable[PlotMark]) -> list[PlotMark]:
    return sorted(marks, key=lambda mark: mark.figure.period_start or date.max)


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(filter(None, texts)))


def figure_columns(language: str) -> tuple[str, ...]:
    """Return the names of the columns of `figure_rows`."""
    words = words_of(language)
    return (words("State"), words("Figure"), words("Period"), words("What is counted and by whom"))


def figure_rows(plots: Plots) -> tuple[tuple[str, ...], ...]:
    """Return the figures, states in the fixed order."""
    return tuple(row for plot in plots.plots for row in rows_of(plot))


def rows_of(plot: Plot) -> tuple[tuple[str, ...], ...]:
    """Return the figures of a state; without a number its first gap says why."""
    marks = (*plot.marks, *plot.beside)
    shown = tuple(mark for mark in marks if mark.figure.state is State.VALUE) or marks[:1]
    if all(mark.figure.state is State.NOT_ASKED for mark in shown):
        return ((plot.name, shown[0].text if shown else plot.empty, "", ""),)
    about = ("; ".join(part for part in (mark.about, mark.body, mark.remark) if part) for mark in shown)
    return tuple((plot.name, mark.text, mark.period, what) for mark, what in zip(shown, about, strict=True))


def plot_text(plot: Plot) -> str:
    """Return the figures of a state as a sentence, for readers who do not see the chart; gaps come last.

    A figure with a remark has a sign, and the remark follows once.
    """
    marks = _in_order((*plot.marks, *plot.beside))
    numbers = [
        f"{_with_about(mark)}: {mark.text}{DISAGREE_SIGN if mark.remark else ''}"
        for mark in marks
        if mark.figure.state is State.VALUE
    ]
    gaps = _gap_lines([replace(mark, short=mark.text) for mark in marks])
    remarks = [f"{DISAGREE_SIGN}: {remark}." for remark in dict.fromkeys(mark.remark for mark in marks) if remark]
    return f"{plot.name}: {'; '.join((*numbers, *gaps)) or plot.empty}.{''.join(remarks)}"


def _with_about(mark: PlotMark) -> str:
    return f"{mark.period} ({mark.about})" if mark.about else mark.period
