"""The words for the number of a figure with its qualifier; percentages, zeros and missing figures are kept apart."""

from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier, State
from bukhara.model.messages import N_
from bukhara.model.observation import MASKED_TEXT, PER_MONTH, PERCENT, Observation

PARTS_DISAGREE = N_("the parts of this figure do not agree in the source")
OBJECTED = N_("the state disagrees with this figure")
PERSONS = {
    ("female", "adult"): N_("women"),
    ("female", "minor"): N_("girls"),
    ("male", "adult"): N_("men"),
    ("male", "minor"): N_("boys"),
}
DISAGREE_SIGN = "\u00a0×"
"""Stands after the number of such a figure where there is no space for the words."""


def value_text(observation: Observation, words: Words) -> str:
    """Return "110", "more than 200", "about 30 %", "+2 % (base not given)", "0 reported" or the state of a gap.

    A figure that its source prints as preliminary says so.
    """
    text = _value_text(observation, words)
    if observation.is_preliminary and observation.state is State.VALUE:
        return words("{value} (preliminary)", value=text)
    return text


def _value_text(observation: Observation, words: Words) -> str:
    if observation.is_mention:
        return words("no number given")
    if observation.state is not State.VALUE:
        return label(words, observation.state)
    if observation.qualifier is Qualifier.RANGE:
        return _range(observation, words)
    if observation.value is None:
        return words("no number given")
    if observation.qualifier is Qualifier.CHANGE_PERCENT:
        sign = "+" if observation.value > 0 else "−" if observation.value < 0 else "±"
        return words("{change} % (base not given)", change=f"{sign}{words.number(abs(observation.value))}")
    return _plain(observation, observation.value, words)


def parts_text(figure: Observation, words: Words) -> str:
    """Return the part of a total that a figure counts, "women, sexual exploitation"; empty for a total."""
    persons = PERSONS.get((figure.sex, figure.age_group))
    found = [words(persons)] if persons else [label(words, code) for code in (figure.sex, figure.age_group) if code]
    return ", ".join([*found, *([label(words, form)] if (form := figure.form_of_exploitation) else [])])


def _plain(observation: Observation, value: float, words: Words) -> str:
    shown = with_unit(value, observation.unit, words)
    if observation.qualifier is Qualifier.MORE_THAN:
        return words("more than {value}", value=shown)
    if observation.qualifier is Qualifier.AT_LEAST:
        return words("at least {value}", value=shown)
    if observation.qualifier is Qualifier.ABOUT:
        return words("about {value}", value=shown)
    if value == 0:
        return words("{value} reported", value=shown)
    return shown


def with_unit(value: float, unit: str, words: Words) -> str:
    """Return a number in the format of the language, followed by "%" or "a month" if that is the unit."""
    if unit == PER_MONTH:
        return words("{value} a month", value=words.number(round(value, 1)))
    number = words.number(value)
    return f"{number}\u00a0%" if unit == PERCENT else number


def _range(observation: Observation, words: Words) -> str:
    if observation.is_masked:
        return MASKED_TEXT
    ends = (observation.value_low, observation.value_high)
    low, high = ("…" if end is None else words.number(end) for end in ends)
    return f"{low}–{high}\u00a0%" if observation.unit == PERCENT else f"{low}–{high}"
