"""The sentences that say why figures are drawn on separate axes, one for each facet of the key."""

from collections.abc import Iterable

from bukhara.i18n.changes import column_text
from bukhara.i18n.codes import label
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.model.period import PeriodType

SENTENCES = {
    "indicator": N_("They answer different questions."),
    "period_type": N_("Their periods are of different kinds: {values}."),
    "period_length": N_("Their periods differ in length: {values}."),
    "unit": N_("They are given in different units: {values}."),
    "change": N_(
        "Some are counts, others a change in per cent without its base. A change is never converted to a count."
    ),
    "counting_unit": N_("They count different things: {values}."),
    "stage": N_("They belong to different stages: {values}."),
    "offence_class": N_("They are about different classes of offences: {values}."),
    "legal_article": N_("They are based on different articles of law."),
    "identifying_body": N_("They come from different identifying bodies; such figures are never combined: {values}."),
    "territorial_scope": N_("They cover different territories: {values}."),
    "sex": N_("Some are for one sex only."),
    "age_group": N_("Some are for one age group only."),
    "form_of_exploitation": N_("Some are for one form of exploitation only."),
    "citizenship": N_("Some are for one citizenship only."),
}
_ANY = N_("They differ in “{column}”: {values}.")


def sentence(code: str, values: Iterable[str], words: Words) -> str:
    """Return the reason why figures are on separate axes, with the values that differ."""
    named = ", ".join(_named(code, value, words) for value in values)
    return words(SENTENCES.get(code, _ANY), values=named, column=column_text(code, words))


def _named(code: str, value: str, words: Words) -> str:
    if not value:
        return words("not stated")
    if code == "period_length":
        return length_text(value, words)
    if code == "counting_unit":
        return counted(value, words)
    if code == "period_type":
        return label(words, PeriodType(value))
    return label(words, value)


def length_text(code: str, words: Words) -> str:
    """Return the words for a length such as `P18M` or `P573D`; an empty code is an unknown length."""
    if not code:
        return words("length not known")
    number = int(code[1:-1])
    if code.endswith("M"):
        return words.plural("{n} month", "{n} months", number)
    return words.plural("{n} day", "{n} days", number)
