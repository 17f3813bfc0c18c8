"""The sentences about the effect of a draft: what readers would see after it. States are not compared."""

from collections.abc import Iterable
from datetime import date

from bukhara.i18n.codes import N_, label
from bukhara.i18n.counts import in_place_text
from bukhara.i18n.differences import sentence as apart
from bukhara.i18n.words import Words

HEADINGS = {
    "moved": N_("Table of statuses"),
    "counts": N_("Themes in place"),
    "retold": N_("What changed, in words"),
    "differences": N_("Differences between sources"),
    "masks": N_("Disclosure rule"),
    "broken": N_("Charts"),
    "pages": N_("Pages with other rows"),
    "later": N_("Not seen yet"),
}
NOTHING = N_("Readers would see no change.")


def cell_text(mark: str, since: str, words: Words) -> str:
    """Return a cell of the scorecard in words, with its date."""
    status = label(words, mark)
    return f"{status} {words.since(since)}" if since else status


def moved_text(state: str, theme: str, before: str, after: str, words: Words) -> str:
    """Return the sentence about a cell that changes; `before` and `after` are its words."""
    return words(
        "{state}, {theme}: “{before}” today, “{after}” then.", state=state, theme=theme, before=before, after=after
    )


def counted_text(state: str, before: tuple[int, int, int], after: tuple[int, int, int], words: Words) -> str:
    """Return the counts of a state today and after the draft; each is (k, k + m, n)."""
    return words(
        "{state}. Today: {before}. After publication: {after}.",
        state=state,
        before=in_place_text(*before, words),
        after=in_place_text(*after, words),
    )


def sentence_change_text(state: str, sentence: str, words: Words, *, new: bool) -> str:
    """Return a sentence about a state that would be new, or no longer shown."""
    message = N_("{state}, shown then: {sentence}") if new else N_("{state}, no longer shown: {sentence}")
    return words(message, state=state, sentence=sentence)


def difference_text(state: str, measure: str, sentence: str, words: Words, *, new: bool) -> str:
    """Return a difference between sources that would be new, or no longer exist."""
    message = N_("New: {state}, {measure}. {sentence}") if new else N_("No longer: {state}, {measure}. {sentence}")
    return words(message, state=state, measure=measure, sentence=sentence)


def masks_text(withheld: int, disclosed: int, words: Words) -> tuple[str, ...]:
    """Return how many figures the disclosure rule would newly withhold, and how many it would newly show."""
    sentences = (
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
    return tuple(sentence for number, sentence in sentences if number)


def page_text(name: str, gone: int, new: int, words: Words) -> str:
    """Return how many rows a page, given by its name, would no longer show and how many it would show newly."""
    values = {"page": name, "gone": words.number(gone), "new": words.number(new)}
    if not gone:
        return words("{page}: rows new or changed: {new}.", **values)
    if not new:
        return words("{page}: rows no longer shown: {gone}.", **values)
    return words("{page}: rows no longer shown: {gone}; rows new or changed: {new}.", **values)


PARTNERS_PAGE = N_("Partners")


def split_text(measure: str, axes: tuple[int, int], why: Iterable[tuple[str, tuple[str, ...]]], words: Words) -> str:
    """Return the sentence that a chart would need more axes, with the reasons.

    Args:
        measure: the name of the measure.
        axes: the number of axes today and after the draft.
        why: the facets that would differ, with their values.
        words: the language of the reader.
    """
    before, after = axes
    if not after:
        return words("{measure}: no figure would be left to draw.", measure=measure)
    first = words(
        "{measure}: its figures would need {after} axes instead of {before}.",
        measure=measure,
        after=words.number(after),
        before=words.number(before),
    )
    return " ".join((first, *(apart(code, values, words) for code, values in why)))


def later_text(title: str, dated: date, shown: date, words: Words) -> str:
    """Return the sentence that a source is later than the day shown on pages."""
    return words(
        "{title} ({dated}) is later than the day shown ({shown}). Its rows appear with the next report or round.",
        title=title,
        dated=words.date(dated),
        shown=words.date(shown),
    )
