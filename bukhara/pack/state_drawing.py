"""The picture of a state: a strip of its themes, what was reported of the open ones, and what is on file beside it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product

from bukhara.charts import fit, timeline
from bukhara.charts.act_words import act_text
from bukhara.charts.shapes import Area, Drawing, Glyph, Label, Part, Stroke, arrow, height, keyed, moved
from bukhara.charts.status_dates import years_text
from bukhara.charts.step_words import caveat
from bukhara.i18n.codes import short_label
from bukhara.i18n.record_texts import translated
from bukhara.i18n.words import Words
from bukhara.model.codes import ItemKind
from bukhara.model.marks import MARKS, in_key_order
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.pack.material import Material
from bukhara.situation.days import reported_day
from bukhara.situation.on_file import conference_day, happened, is_official, weightiest
from bukhara.situation.situation import Situation
from bukhara.situation.steps import step_of
from bukhara.views.status import scorecard

_SIZES = (
    *((size, True) for size in (22.0, 20.0, 18.0, 16.0)),
    *((size, False) for size in (17.0, 16.0, 15.0, 14.0, 13.0, 12.0)),
)
"""The sizes of the letters of rows, and whether the word of each status is below its theme."""
_SMALL, _QUESTION = (16.0, 14.0, 13.0, 12.0), (18.0, 16.0)
"""Those of what is below the rows, and of a question."""
_NOTE, _HEAD_LETTERS, _SUB = 12.0, 15.0, 0.78
"""Those of notes, of heads, and of words below a theme (a share)."""
_STEPS, _COLUMNS = 4, 3
"""So many rows there are before next steps are left to the notes, and columns of reported themes."""
_CELL, _HEIGHT, _KEY, _BAND = 17.0, 32.0, 55.0, 34.0
"""Where the strip begins, its height, where its key begins, and the height of a question."""
_THEME, _ARROW, _RIGHT, _SQUARE, _GLYPH, _APART, _LEAST, _MOST = 26.0, 262.0, 326.0, 9.0, 20.0, 12.0, 6.0, 16.0


@dataclass(frozen=True, slots=True)
class Row:
    """A theme with the acts on file from after the conference, or the step that was announced for it."""

    status: Situation
    acts: tuple[PublicReport, ...] = ()
    step: Statement | None = None


def asked(material: Material, code: str) -> list[tuple[str, list[Situation]]]:
    """Return the themes that a state is asked about, as those of each pillar."""
    card = scorecard.build(material.snapshot, countries=(code,))
    found = ((material.words.text(b.pillar.name), [row.cells[0] for row in b.rows]) for b in card.blocks)
    return [(name, own) for name, cells in found if (own := [c for c in cells if c.applies and material.has(c.item)])]


def rows_of(material: Material, themes: Iterable[Situation]) -> list[Row]:
    """Return the themes with a later act on file, with a period that is over or with a step ahead, in their order.

    Facts decide, never the length of words: every language has the same rows.
    """
    conference = conference_day(material.snapshot.framework, material.snapshot.as_of)
    every = []
    for status in themes:
        acts = tuple(act for act in weightiest(status.acts) if happened(act) > conference)
        every.append(Row(status, acts, None if acts else _step(material, status)))
    first = [row for row in every if row.acts or row.status.period_ended]
    also = [row for row in every if row.step and row not in first][: max(0, _STEPS - len(first))]
    return [row for row in every if row in first or row in also]


def _step(material: Material, status: Situation) -> Statement | None:
    """Return the step that is still to come on a theme: its day has not passed, and no act is on file since."""
    steps = (s for s in material.country_view(status.country).steps if s.item == status.item and s.next_step)
    found = (step_of(material.snapshot, step) for step in steps)
    return next((step.statement for step in found if not (step.is_over or step.answer)), None)


def draw(material: Material, code: str, question: str = "") -> Drawing:
    """Return the picture of a state, with a question to it at its foot if there is one."""
    words, pillars = material.words, asked(material, code)
    themes = [status for _, own in pillars for status in own]
    rows = rows_of(material, themes)
    n = sum(len(status.named) for status in themes)
    is_on_file, n = bool(n), n - sum(len(row.acts) for row in rows)
    key = [(mark, words(text)) for mark, text in timeline.KEY[-2:] if is_on_file]
    foot = list(keyed(key, words("Where no act is shown, that says nothing about a state."), 0))
    low = fit.HEIGHT - height(foot)
    end = low - (_BAND if question else _LEAST)
    earlier = words.plural("{n} act from before is on file too", "{n} acts from before are on file too", n) if n else ""
    below = partial(_line, earlier) if is_on_file else _reported(material, themes, rows)
    strip = list(_strip(material, pillars))
    heads = list(
        _heads(words, words.date(reported_day(material.snapshot, code)), height(strip) + _LEAST, is_on_file=is_on_file)
    )
    parts = [
        *strip,
        *heads,
        *_fitted(material, rows, below, (height(heads) + _LEAST, end)),
        *_band(question, end),
        *(moved(part, low) for part in foot),
    ]
    said = ". ".join(part.text.rstrip(".") for part in parts if isinstance(part, Label))
    ends = {s.item: f", {years_text(s, words)}" for s in themes if s.period_ended}
    marks = (f"{material.short_name(s.item)}: {short_label(words, s.mark)}{ends.get(s.item, '')}" for s in themes)
    return Drawing(material.country_name(code), tuple(parts), f"{'; '.join(marks).rstrip('.')}. {said}")


def _strip(material: Material, pillars: Sequence[tuple[str, list[Situation]]]) -> Iterator[Part]:
    """Yield a cell for each theme below the names of the pillars, and how many themes have which mark."""
    words, themes = material.words, [status for _, own in pillars for status in own]
    width = (fit.WIDTH - _APART * (len(pillars) - 1)) / len(themes)
    x = 0.0
    for name, own in pillars:
        yield Label(x, 0, min(width * len(own) + _APART, fit.WIDTH - x), name, _NOTE, "soft")
        for status in own:
            edge = "warning" if status.contests else "line"
            if MARKS[status.mark].is_status:
                yield Area(x, _CELL, width - 3, _HEIGHT, status.mark, "pale")
            if status.contests or not MARKS[status.mark].is_status:
                yield Area(x, _CELL, width - 3, _HEIGHT, edge, "frame")
            yield Glyph(status.mark, x + (width - 3 - _GLYPH) / 2, _CELL + (_HEIGHT - _GLYPH) / 2, _GLYPH)
            if status.kind is ItemKind.CONTINUING:
                yield Label(x, _CELL + 1, width - 7, "*", _NOTE, "soft", align="end")
            x += width
        x += _APART
    counted = Counter(status.mark for status in themes)
    key = [(mark, f"{short_label(words, mark)} {counted[mark]}") for mark in in_key_order(counted)]
    going_on = sum(status.kind is ItemKind.CONTINUING for status in themes)
    said = [words("* activity, not among the {n}", n=words.number(len(themes) - going_on))] if going_on else []
    said += [words("orange edge: contested")] if any(status.contests for status in themes) else []
    yield from keyed(key, "; ".join(said), _KEY)


def _heads(words: Words, day: str, y: float, *, is_on_file: bool) -> Iterator[Part]:
    yield Label(0, y, _RIGHT, words("Reported, {day}", day=day), _HEAD_LETTERS, "soft")
    if is_on_file:
        text = words("Also on file since then: sets no status")
        yield Label(_RIGHT, y, fit.WIDTH - _RIGHT, text, _HEAD_LETTERS, "warning", is_bold=True)


def _fitted(
    material: Material, rows: Sequence[Row], below: Callable[[float], list[Part]], space: tuple[float, float]
) -> Iterator[Part]:
    """Yield rows and what is below them in the largest letters that have space, with equal space between them."""
    for small, (size, is_full) in product(_SMALL, _SIZES):
        drawn, last = [list(_row(material, row, size, is_full=is_full)) for row in rows], below(small)
        heights = [*map(height, drawn), height(last)]
        if sum(heights) + _LEAST * len(heights) <= space[1] - space[0]:
            break
    apart = min(_MOST, (space[1] - space[0] - sum(heights)) / len(heights))
    y = space[0]
    for parts, high in zip((*drawn, last), heights, strict=True):
        yield Stroke(0, y - _LEAST / 2, fit.WIDTH, y - _LEAST / 2)
        yield from (moved(part, y) for part in parts)
        y += high + apart


def _row(material: Material, row: Row, size: float, *, is_full: bool) -> Iterator[Part]:
    words, status = material.words, row.status
    yield Glyph(status.mark, 0, size * 0.1, size)
    wide = _ARROW - _THEME - 6
    name = Label(_THEME, 0, wide, material.short_name(status.item), size, is_bold=True)
    yield name
    years = years_text(status, words)
    if status.period_ended:
        yield Label(_THEME, name.height, wide, years, max(_NOTE, size * _SUB), "warning", is_bold=True)
    elif is_full:
        said = ", ".join(filter(None, (short_label(words, status.mark), years)))
        yield Label(_THEME, name.height, wide, said, max(_NOTE, size * _SUB), "soft")
    x, y = _RIGHT + _SQUARE + 9, 0.0
    if row.acts or row.step:
        yield from arrow(_ARROW, _RIGHT - 14, size * 0.6, "warning" if row.acts else "soft", 1.5, is_dashed=True)
    for act in row.acts:
        label = Label(x, y, fit.WIDTH - x - 4, _act(act, words), size)
        yield Area(_RIGHT, y + size * 0.35, _SQUARE, _SQUARE, "accent", "full" if is_official(act) else "frame")
        yield label
        y += label.height
    if row.step:
        yield Label(_RIGHT, y, fit.WIDTH - _RIGHT, _step_text(material, row.step), max(_NOTE, size * _SUB), "soft")


def _act(act: PublicReport, words: Words) -> str:
    text = act_text(act, words, is_signed=True)
    return text if act.day else words("{act}, day not given", act=text)


def _step_text(material: Material, step: Statement) -> str:
    """Return a step with its day, else with the day of its source, and whether it was only said at a panel."""
    words, due = material.words, step.due_date
    day = words.date(material.snapshot.source(step.source_id).date)
    when = (
        words("by {due}, source of {day}", due=words.date(due), day=day) if due else words("source of {day}", day=day)
    )
    said = ", ".join(filter(None, (when, caveat(material.snapshot, step, words))))
    return words("Next step, {when}: {step}", when=said, step=translated(step.next_step, words) or step.next_step)


def _line(text: str, size: float) -> list[Part]:
    return [Label(0, 0, fit.WIDTH, text, size, "soft")] if text else []


def _reported(material: Material, themes: Sequence[Situation], rows: Sequence[Row]) -> Callable[[float], list[Part]]:
    """Return the themes with a status that no row has, in columns, where nothing is on file of a state."""
    words, shown = material.words, [row.status for row in rows]
    answered = [status for status in themes if status.answered and status not in shown]
    wide, deep = fit.WIDTH / _COLUMNS, -(-len(answered) // _COLUMNS)

    def drawn(size: float) -> list[Part]:
        found: list[Part] = []
        for n, status in enumerate(answered):
            x, y = n // deep * wide, n % deep * size * 2.5
            dated = ", ".join(filter(None, (short_label(words, status.mark), years_text(status, words))))
            found.append(Glyph(status.mark, x, y + size * 0.1, size))
            found.append(Label(x + _THEME, y, wide - _THEME, material.short_name(status.item), size))
            found.append(Label(x + _THEME, y + size * fit.LINE, wide - _THEME, dated, max(_NOTE, size * _SUB), "soft"))
        return found

    return drawn


def _band(question: str, y: float) -> Iterator[Part]:
    if question:
        yield Area(0, y, fit.WIDTH, _BAND - 4, "accent", "pale")
        yield Label(10, y + 5, fit.WIDTH - 20, question, fit.on_one_line(_QUESTION, question, width=fit.WIDTH - 20))
