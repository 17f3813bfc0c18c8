"""The sentences of an effect: what a reader would see otherwise. No state is set against another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_, label
from bukhara.i18n.differences import sentence as apart

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bukhara.i18n.words import Words

HEADINGS = {
    "moved": N_("Scorecard"),
    "counts": N_("Counts"),
    "retold": N_("What changed, in words"),
    "differences": N_("Differences between sources"),
    "masks": N_("Disclosure rule"),
    "broken": N_("Charts"),
    "later": N_("Not seen yet"),
}
NOTHING = N_("A reader would see no difference.")


def cell_text(mark: str, since: str, words: Words) -> str:
    """Return a cell of the scorecard in words."""
    told = label(words, mark)
    return words("{status} since {when}", status=told, when=words.partial_date(since)) if since else told


def moved_text(state: str, theme: str, before: str, after: str, words: Words) -> str:
    """Return how a cell moves; the cells are given in words."""
    return words(
        "{state}, {theme}: “{before}” today, “{after}” then.", state=state, theme=theme, before=before, after=after
    )


def between(bounds: tuple[int, int, int], words: Words) -> str:
    """Return (k, k + m, n) as "between k and k + m of n", or "k of n" where nothing is open."""
    low, high, n = (words.number(each) for each in bounds)
    return (
        words("between {low} and {high} of {n}", low=low, high=high, n=n)
        if low != high
        else words("{low} of {n}", low=low, n=n)
    )


def counted_text(state: str, before: tuple[int, int, int], after: tuple[int, int, int], words: Words) -> str:
    """Return a state's counts today and then; each is (k, k + m, n)."""
    return words(
        "{state}: in place {before} today, {after} then.",
        state=state,
        before=between(before, words),
        after=between(after, words),
    )


def retold_text(state: str, sentence: str, words: Words, *, new: bool) -> str:
    """Return a sentence about a state that is new, or gone."""
    message = "{state}, said then: {sentence}" if new else "{state}, no longer said: {sentence}"
    return words(message, state=state, sentence=sentence)


def difference_text(state: str, measure: str, sentence: str, words: Words, *, new: bool) -> str:
    """Return a difference between sources that is new, or gone."""
    message = "New, {state}, {measure}: {sentence}" if new else "Gone, {state}, {measure}: {sentence}"
    return words(message, state=state, measure=measure, sentence=sentence)


def masks_text(withheld: int, disclosed: int, words: Words) -> tuple[str, ...]:
    """Return how many figures come under the disclosure rule, and how many out of it."""
    told = (
        (
            withheld,
            words.plural(
                "{n} figure would be withheld by the disclosure rule.",
                "{n} figures would be withheld by the disclosure rule.",
                withheld,
            ),
        ),
        (
            disclosed,
            words.plural(
                "{n} figure that was withheld would be shown.",
                "{n} figures that were withheld would be shown.",
                disclosed,
            ),
        ),
    )
    return tuple(sentence for number, sentence in told if number)


def split_text(measure: str, axes: tuple[int, int], why: Iterable[tuple[str, tuple[str, ...]]], words: Words) -> str:
    """Return that a chart would need more axes (today, then), and what newly keeps its figures apart."""
    before, after = axes
    if not after:
        return words("{measure}: no figure would be left to draw.", measure=measure)
    told = words(
        "{measure}: its figures would stand on {after} axes instead of {before}.",
        measure=measure,
        after=words.number(after),
        before=words.number(before),
    )
    return " ".join((told, *(apart(code, values, words) for code, values in why)))


def later_text(title: str, dated: date, shown: date, words: Words) -> str:
    """Return that a source is later than the day that pages show."""
    return words(
        "{title}, {dated}, is later than the day that is shown, {shown}: its rows are seen from the next reading or "
        "round on.",
        title=title,
        dated=words.date(dated),
        shown=words.date(shown),
    )


_SAID = (
    N_("{state}, said then: {sentence}"),
    N_("{state}, no longer said: {sentence}"),
    N_("New, {state}, {measure}: {sentence}"),
    N_("Gone, {state}, {measure}: {sentence}"),
)
