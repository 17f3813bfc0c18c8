"""A difference between sources in words: what is counted, its kind, likely causes, status and decision."""

from dataclasses import dataclass

from bukhara.i18n.codes import label
from bukhara.i18n.figures import parts_text, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference, DifferenceKind
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.model.observation import Observation

_PAIR = 2

KINDS = {
    "two_values": N_("Two different figures are given: {first} and {second}."),
    "part_larger": N_("A part is larger than its whole: the whole is {first}, the part {second}."),
    "parts_total": N_("The total is given as {first}; its parts add up to {second}."),
    "periods_total": N_("The figure for the whole period is {first}; its parts add up to {second}."),
    "shares_total": N_("The shares given add up to {second} per cent."),
    "zero_beside": N_("Recorded offences: {first} ({first_period}). Identified victims: {second} ({second_period})."),
    "two_labels": N_("The same number, {first}, is given by two bodies."),
}
_TWO_LABELS_OF_A_SUM = N_(
    "{first} is given for a whole period. The figures of another body for its parts add up to the same number."
)
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
    first, second = _sides(difference, words)
    return DifferenceText(
        difference_sentence(difference, words),
        first,
        second,
        words.number(round(ratio, 2)) if ratio is not None else "",
        tuple(words(CAUSES[cause]) for cause in difference.causes),
        status_text(difference.status, words),
        _decision(difference, words),
        lapsed.reason if lapsed else difference.reason,
    )


def difference_sentence(difference: Difference, words: Words) -> str:
    """Return the sentence about the two numbers of a difference."""
    first, second = _sides(difference, words)
    one, other = difference.observations[0], difference.observations[difference.sides]
    is_two_labels = difference.kind is DifferenceKind.TWO_LABELS
    is_of_a_sum = is_two_labels and len(difference.observations) > _PAIR
    sentence = words(
        _TWO_LABELS_OF_A_SUM if is_of_a_sum else KINDS[difference.kind],
        first=first,
        second=second,
        first_period=period_text(one.period, one.period_label, words),
        second_period=period_text(other.period, other.period_label, words),
    )
    return f"{sentence} {_headings(one, other, words)}" if is_two_labels else sentence


def subject_text(difference: Difference, framework: Framework, words: Words) -> str:
    """Return the names of what the two sides count, once if they count the same or one side is a sum of parts."""
    return "; ".join(_subjects(difference, framework, words))


def numbers_text(difference: Difference, framework: Framework, words: Words) -> str:
    """Return each number with the name of what it counts, in one line."""
    (first, second), names = _sides(difference, words), _subjects(difference, framework, words)
    if len(names) > 1:
        return "; ".join(f"{name}: {number}" for name, number in zip(names, (first, second), strict=True))
    if first == second:
        return f"{names[0]}: " + words("{first}, under two headings", first=first)
    return f"{names[0]}: " + words("{first} and {second}", first=first, second=second)


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


def _headings(one: Observation, other: Observation, words: Words) -> str:
    """Say how the headings of one number differ: in the class of offences, else in the words that are quoted."""
    if one.offence_class == other.offence_class:
        return words("Only one of the two headings names related offences.")
    first, second = (label(words, each.offence_class) for each in (one, other))
    return words("It is read here once as “{first}”, once as “{second}”.", first=first, second=second)


def _subjects(difference: Difference, framework: Framework, words: Words) -> tuple[str, ...]:
    compared = difference.observations if len(difference.observations) == _PAIR else difference.observations[:1]
    measures = dict.fromkeys(figure.indicator for figure in compared)
    return tuple(words.text(framework.indicator(measure).name) for measure in measures)


def _sides(difference: Difference, words: Words) -> tuple[str, str]:
    return _side(difference, words, 0), _side(difference, words, 1)


def _side(difference: Difference, words: Words, side: int) -> str:
    """Return a side as printed, "more than 200", with the part that it counts: "2 (male)"; a sum as a number."""
    ends = (0, difference.sides, len(difference.observations))
    figures = difference.observations[ends[side] : ends[side + 1]]
    number = words.number((difference.first, difference.second)[side])
    if len(figures) != 1:  # a sum, or the 100 per cent that shares must add up to
        return number
    text = number if figures[0].value == 0 else value_text(figures[0], words)
    parts = parts_text(figures[0], words)
    return f"{text} ({parts})" if parts else text
