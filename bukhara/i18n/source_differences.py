"""The words for a difference between sources: its kind, likely causes, status and decision."""

from datetime import date

from bukhara.i18n.codes import N_
from bukhara.i18n.words import Words
from bukhara.model.round import Decision

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


def kind_text(kind: str, first: str, second: str, words: Words) -> str:
    """Return the sentence about the two numbers that differ; `first` and `second` are the numbers as text."""
    return words(KINDS[kind], first=first, second=second)


def cause_text(cause: str, words: Words) -> str:
    """Return the words for a likely cause."""
    return words(CAUSES[cause])


def status_text(status: str, words: Words) -> str:
    """Return the word for the status of a difference."""
    return words(STATUSES[status])


def decision_text(status: str, body: str, on: date, words: Words) -> str:
    """Return the words with the body and date of a decision, to be followed by its reason."""
    return words(DECISIONS[status], body=body, day=words.date(on))


def lapsed_text(decision: Decision, words: Words) -> str:
    """Return the sentence that a decision no longer applies because the numbers have changed.

    It is followed by the reason of that decision.
    """
    return words(
        "The figures have changed since {body} looked at them on {day}. They were {first} and {second} then. The "
        "explanation of that day no longer applies:",
        body=decision.decided_by,
        day=words.date(decision.decided_on),
        first=words.number(decision.first_value),
        second=words.number(decision.second_value),
    )
