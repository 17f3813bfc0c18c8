"""The sentences on who said statuses and what the states said of them; they go with every page and file."""

from collections.abc import Iterable, Mapping

from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import Position
from bukhara.model.messages import N_
from bukhara.model.position import Attribution, StatusBasis

_OF_STATES = {
    Position.REPORT: N_("No state has confirmed the statuses."),
    Position.CONFIRMED: N_("The states have confirmed the statuses."),
    Position.OWN_ANSWER: N_("The statuses are the states' own answers."),
}
_OF_ONE_STATE = {
    Position.REPORT: N_("The state has not confirmed the statuses."),
    Position.CONFIRMED: N_("The state has confirmed the statuses."),
    Position.OWN_ANSWER: N_("The statuses are the state's own answers."),
}

_ON_A_DAY = {
    Position.OWN_ANSWER: N_("answered by the state on {day}"),
    Position.CONFIRMED: N_("confirmed by the state on {day}"),
    Position.CHANGED: N_("changed since the state's reply of {day}"),
    Position.DISAGREES: N_("the state disagrees, reply of {day}"),
}

_NO_SIGNS: Mapping[Position, str] = {}


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


def confirmation_sentence(basis: StatusBasis, words: Words, signs: Mapping[Position, str] = _NO_SIGNS) -> str:
    """Return whether the states gave or confirmed the statuses; empty without statuses.

    Statuses of several kinds are counted, so that the parts add up; a kind with a sign has it before its words.
    """
    known = _OF_ONE_STATE if basis.one_state else _OF_STATES
    if not basis.positions:
        return ""
    if len(basis.positions) == 1 and (only := next(iter(basis.positions))) in known:
        return words(known[only])
    named = {kind: f"{signs.get(kind, '')} {label(words, kind)}".strip() for kind in basis.positions}
    parts = (words("{word} – {n}", word=named[kind], n=words.number(n)) for kind, n in basis.positions.items())
    total = words.number(sum(basis.positions.values()))
    return words("Statuses, {n} in all: {parts}.", n=total, parts="; ".join(parts))


def position_text(found: Iterable[Attribution], words: Words, *, region: bool = False) -> str:
    """Return who said a status and what the state said of it, each part with its day; empty if nothing was said."""
    return "; ".join(dict.fromkeys(_attribution(each, words, region=region) for each in found))


def _attribution(said: Attribution, words: Words, *, region: bool) -> str:
    day = words.date(said.day)
    if said.position is Position.REPORT:
        month = words.partial_date(f"{said.day:%Y-%m}")
        if region:
            return words("read in the report of {month}, not confirmed by the states", month=month)
        return words("read in the report of {month}, not confirmed by the state", month=month)
    if said.document_number:
        return words("answered by the state on {day}, document {number}", day=day, number=said.document_number)
    return words(_ON_A_DAY[said.position], day=day)
