"""A difference between sources in words: its kind, likely causes, status and decision."""

from dataclasses import dataclass

from bukhara.i18n.codes import N_
from bukhara.i18n.figures import parts_text, value_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference

KINDS = {
    "two_values": N_("Two different figures are given: {first} and {second}."),
    "part_larger": N_("A part is larger than its whole: the whole is {first}, the part {second}."),
    "parts_total": N_("The total is given as {first}; its parts add up to {second}."),
    "periods_total": N_("The figure for the whole period is {first}; its parts add up to {second}."),
    "shares_total": N_("The shares given add up to {second} per cent."),
    "zero_beside": N_(
        "The report gives {first} recorded offences and {second} identified victims for the same period."
    ),
    "two_labels": N_("The report gives one number, {first}, under two headings: with and without related offences."),
}
CAUSES = {
    "wording": N_("the numbers agree; what they count is described differently"),
    "other_unit": N_("another counting unit"),
    "other_basket": N_("other offences, persons or places are counted"),
    "other_body": N_("another body"),
    "other_period": N_("another period"),
    "revision": N_("a later revision"),
    "classes_not_named": N_("other related offences, which are not named"),
    "printing_error": N_("a misprint"),
    "unknown": N_("not known"),
}
STATUSES = {
    "open": N_("open"),
    "explained": N_("explained"),
    "decided": N_("decided"),
}
DECISIONS = {
    "open": N_("Opened again by {body}, {day}:"),
    "explained": N_("Explained by {body}, {day}:"),
    "decided": N_("Decided by {body}, {day}:"),
}


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
        tuple(words(CAUSES[cause]) for cause in difference.causes),
        status_text(difference.status, words),
        _decision(difference, words),
        lapsed.reason if lapsed else difference.reason,
    )


def kind_text(kind: str, first: str, second: str, words: Words) -> str:
    """Return the sentence about the two numbers that differ; `first` and `second` are the numbers as text."""
    return words(KINDS[kind], first=first, second=second)


def status_text(status: str, words: Words) -> str:
    """Return the word for the status of a difference."""
    return words(STATUSES[status])


def _decision(difference: Difference, words: Words) -> str:
    """Return who decided when, or that the numbers have changed since; the reason follows."""
    if lapsed := difference.lapsed:
        return words(
            "The figures have changed since {body} looked at them on {day}. They were {first} and {second} then. The "
            "explanation of that day no longer applies:",
            body=lapsed.decided_by,
            day=words.date(lapsed.decided_on),
            first=words.number(lapsed.first_value),
            second=words.number(lapsed.second_value),
        )
    if difference.decided_on is None:
        return ""
    day = words.date(difference.decided_on)
    return words(DECISIONS[difference.status], body=difference.decided_by, day=day)


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
