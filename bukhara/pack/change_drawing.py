"""What changed as an axis of statuses: a hollow dot where a status was, an arrow, and a full dot where it is now."""

from collections.abc import Sequence
from itertools import groupby

from bukhara.charts import fit
from bukhara.charts.shapes import Area, Drawing, Label, Part, Stroke, arrow, height, keyed, moved
from bukhara.i18n.codes import short_label
from bukhara.model.marks import NO_STEP, in_key_order
from bukhara.pack.material import Material
from bukhara.situation.moves import Move

_ORDER = (NO_STEP, "planned", "under_way", "in_place")
"""The statuses that follow one another; others are apart from them."""
_SIZES, _HEADS, _HIGHEST, _DOT = (22.0, 20.0, 18.0, 16.0, 14.0, 13.0), (15.0, 14.0, 13.0, 12.0), 48.0, 16.0
_APART, _NEAR = 8.0, 12.0


def draw(material: Material, about: str, moves: Sequence[Move], last: str) -> Drawing:
    """Return a row for each change, state by state, in the largest letters that have space."""
    words = material.words
    used = {move.before.mark for move in moves} | {move.after.mark for move in moves}
    columns = [*_ORDER, *(mark for mark in in_key_order(used) if mark not in _ORDER)]
    foot = list(keyed((("ink/ring", words("before")), ("ink/dot", words("now"))), last, 0))
    top = 2 * _HEADS[0] * fit.LINE + _NEAR
    high = min(_HIGHEST, (fit.HEIGHT - top - height(foot) - _APART) / len(moves))
    names = [(material.country_name(move.country), material.short_name(move.item)) for move in moves]
    for size in (each for each in _SIZES if each * fit.LINE < high or each == _SIZES[-1]):
        wide = max(fit.word_width(state) for state, _ in names) * size * 1.16 + _APART
        left = wide + max(fit.word_width(theme) for _, theme in names) * size + _APART
        if left < fit.WIDTH * 0.42:
            break
    each = (fit.WIDTH - left) / len(columns)
    at = {mark: left + (n + 0.5) * each for n, mark in enumerate(columns)}
    longest = max(fit.word_width(word) for mark in columns for word in short_label(words, mark).split(" "))
    head = next((size for size in _HEADS if longest * size * 1.16 <= each), _HEADS[-1])
    heads = [
        Label(at[mark] - each / 2, 0, each, short_label(words, mark), head, mark, is_bold=True, align="middle")
        for mark in columns
    ]
    parts: list[Part] = [moved(label, top - _NEAR - label.height) for label in heads]
    n, end = 0, top + len(moves) * high
    parts += arrow(at[_ORDER[0]], at[_ORDER[-1]], top - _NEAR / 2, "soft", 1.5)
    parts += [Stroke(x, top - _NEAR / 2, x, end, width=0.75) for x in at.values()]
    for state, own in groupby(zip(names, moves, strict=True), key=lambda pair: pair[0][0]):
        y = top + n * high
        parts.append(Stroke(0, y, fit.WIDTH, y))
        parts.append(Label(0, y + (high - size * fit.LINE) / 2, wide, state, size, is_bold=True))
        for (_, theme), move in own:
            y = top + n * high
            parts.append(Label(wide, y + (high - size * fit.LINE) / 2, left - wide, theme, size))
            parts += _move(move, at, y + high / 2)
            n += 1
    parts += (moved(part, end + _APART) for part in foot)
    said = (
        f"{theme}; {state}: {short_label(words, move.before.mark)} → {short_label(words, move.after.mark)}"
        for (state, theme), move in zip(names, moves, strict=True)
    )
    return Drawing(about, tuple(parts), ". ".join((*said, last)))


def _move(move: Move, at: dict[str, float], y: float) -> list[Part]:
    before, after = at[move.before.mark], at[move.after.mark]
    away = _DOT / 2 + 2 if after > before else -_DOT / 2 - 2
    is_apart = not {move.before.mark, move.after.mark} <= set(_ORDER)
    kind, half = move.after.mark, _DOT / 2
    return [
        Area(before - half, y - half, _DOT, _DOT, move.before.mark, "ring"),
        *arrow(before + away, after - away, y, kind, is_dashed=is_apart),
        Area(after - half, y - half, _DOT, _DOT, kind, "dot"),
    ]
