"""A difference between sources in words, for every template that shows one."""

from dataclasses import dataclass

from bukhara.i18n.figures import parts_text, value_text
from bukhara.i18n.source_differences import cause_text, decision_text, kind_text, lapsed_text, status_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference


@dataclass(frozen=True, slots=True)
class DifferenceText:
    """A difference in words; `decision` is empty where nobody decided, `reason` belongs to the decision."""

    sentence: str
    first: str
    second: str
    ratio: str
    causes: tuple[str, ...]
    status: str
    decision: str
    reason: str


def describe_difference(difference: Difference, words: Words) -> DifferenceText:
    """Return the sentence, the ratio, the likely causes, the status and the decision of a difference."""
    ratio, lapsed = difference.ratio, difference.lapsed
    first, second = (_side(difference, words, side) for side in (0, 1))
    return DifferenceText(
        kind_text(difference.kind, first, second, words),
        first,
        second,
        words.number(round(ratio, 2)) if ratio is not None else "",
        tuple(cause_text(cause, words) for cause in difference.causes),
        status_text(difference.status, words),
        _decision(difference, words),
        lapsed.reason if lapsed else difference.reason,
    )


def _decision(difference: Difference, words: Words) -> str:
    if difference.lapsed:
        return lapsed_text(difference.lapsed, words)
    if difference.decided_on is None:
        return ""
    return decision_text(difference.status, difference.decided_by, difference.decided_on, words)


def _side(difference: Difference, words: Words, side: int) -> str:
    """Return a side as printed, "more than 200", with the part that it counts: "2 (male)"; a sum as a number."""
    ends = (0, difference.sides, len(difference.observations))
    figures = difference.observations[ends[side] : ends[side + 1]]
    number = words.number((difference.first, difference.second)[side])
    if len(figures) > 1:
        return number
    text = number if figures[0].value == 0 else value_text(figures[0], words)
    parts = parts_text(figures[0], words)
    return f"{text} ({parts})" if parts else text
