"""The sentences on what statuses rest on and who confirmed them; they go with every page and file."""

from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import CodingStatus
from bukhara.model.messages import N_
from bukhara.model.status_basis import StatusBasis

_OF_STATES = {
    CodingStatus.PROVISIONAL: N_("No state has confirmed the statuses."),
    CodingStatus.CONFIRMED: N_("The states have confirmed the statuses."),
    CodingStatus.OWN_ANSWER: N_("The statuses are the states' own answers."),
}
_OF_ONE_STATE = {
    CodingStatus.PROVISIONAL: N_("The state has not confirmed the statuses."),
    CodingStatus.CONFIRMED: N_("The state has confirmed the statuses."),
    CodingStatus.OWN_ANSWER: N_("The statuses are the state's own answers."),
}


def disclaimer(basis: StatusBasis, words: Words) -> str:
    """Return who made a page or a file and who did not."""
    if basis.invented:
        prepared = words("Invented states, invented figures.")
    elif basis.answers:
        prepared = words("Prepared from published sources and answers of states.")
    else:
        prepared = words("Prepared from published sources.")
    owner = words("Not a statement of any government or of the United Nations.")
    return f"{prepared} {owner}"


def basis_sentence(basis: StatusBasis, words: Words) -> str:
    """Return which sources decide the statuses, and who confirmed them; empty without statuses."""
    month = words.partial_date(f"{basis.report:%Y-%m}") if basis.report else ""
    day = words.date(basis.answers) if basis.answers else ""
    if month and day:
        decided = words("From the published report of {month} and answers of states up to {day}.", month=month, day=day)
    elif month:
        decided = words("From the published report of {month}.", month=month)
    else:
        decided = words("From answers of states up to {day}.", day=day) if day else ""
    return " ".join(filter(None, (decided, confirmation_sentence(basis, words))))


def confirmation_sentence(basis: StatusBasis, words: Words) -> str:
    """Return whether the states gave or confirmed the statuses; empty without statuses.

    Statuses of several kinds are counted, so that the parts add up.
    """
    known = _OF_ONE_STATE if basis.one_state else _OF_STATES
    if not basis.codings:
        return ""
    if len(basis.codings) == 1 and (only := next(iter(basis.codings))) in known:
        return words(known[only])
    parts = (f"{label(words, kind)}: {words.number(n)}" for kind, n in basis.codings.items())
    total = words.number(sum(basis.codings.values()))
    return words("Statuses, {n} in all. {parts}.", n=total, parts="; ".join(parts))
