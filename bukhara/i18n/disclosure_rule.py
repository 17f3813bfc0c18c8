"""The disclosure rule in the words of a reader: what it does to all counts, and what it did to one."""

from bukhara.i18n.figures import value_text
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.messages import N_
from bukhara.model.observation import Observation


def rule_text(threshold: int, base: int, words: Words) -> str:
    """Return the rule with its numbers."""
    rule = words(
        "Of unpublished counts of persons, values below {threshold} (zero included) are withheld and the others are "
        "rounded to a multiple of {base}.",
        threshold=words.number(threshold),
        base=words.number(base),
    )
    parts = words(
        "A breakdown that contains a withheld value is not shown, only its total; a share is shown only if both its "
        "counts are."
    )
    return f"{rule} {parts}"


def as_shown_text(given: Observation, shown: Observation, threshold: int, words: Words) -> str:
    """Return how readers would see a figure, beside the number that was given."""
    number = value_text(given, words)
    if shown.state is not State.SUPPRESSED:
        return words("Will be shown: {shown} ({given} in the file)", shown=value_text(shown, words), given=number)
    if given.state is State.SUPPRESSED:
        return words("Will not be shown: the file itself withholds it")
    if (given.value or given.value_low or 0) < threshold:
        message = N_("Will not be shown: fewer than {threshold} ({given} in the file)")
        return words(message, threshold=words.number(threshold), given=number)
    return words("Will not be shown: a value that belongs to it is withheld ({given} in the file)", given=number)
