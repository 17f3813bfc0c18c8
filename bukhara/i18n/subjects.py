"""The words for what a figure counts, from its unit to its breakdowns, and for the institution that reports it."""

from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import translated
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.observation import COUNTED, Observation

REPATRIATED = "repatriated"
"""The stage whose territory is the country that the victims came back from or went to."""
_APART = ("unit", "counting_unit", "citizenship", "territorial_scope")
_PARTS = tuple(name for name in COUNTED if name not in _APART)
"""The columns whose codes are named as they are."""


def subject(observation: Observation, words: Words, framework: Framework | None = None) -> str:
    """Return the subject of a figure, from the counting unit to the identifying body, separated by commas."""
    parts = [counted(observation.counting_unit, words)] if observation.counting_unit else []
    parts += _named(observation, words, framework, leave_out="identifying_body")
    if observation.identifying_body:
        parts.append(words("identified by: {body}", body=label(words, observation.identifying_body)))
    return ", ".join(parts)


def breakdown(figure: Observation, words: Words, framework: Framework) -> str:
    """Return the stage, class of offences, breakdowns and identifying body of a figure, without its unit."""
    return " · ".join(_named(figure, words, framework, leave_out="legal_article"))


def _named(figure: Observation, words: Words, framework: Framework | None, *, leave_out: str) -> list[str]:
    # Of a total of international statistics the measure says all: what the class covers is for the law of the state.
    apart = (leave_out, "offence_class" if figure.is_international else "")
    parts = [label(words, value) for name in _PARTS if name not in apart and (value := getattr(figure, name))]
    if figure.citizenship:
        parts.append(citizenship(figure.citizenship, words, framework))
    if figure.stage == REPATRIATED and figure.territorial_scope:
        parts.append(place(figure.territorial_scope, words, framework))
    return parts


def citizenship(code: str, words: Words, framework: Framework | None = None) -> str:
    """Return the citizenship of the persons counted, by the country name if the framework has it."""
    return words("citizenship: {code}", code=place(code, words, framework))


def place(code: str, words: Words, framework: Framework | None = None) -> str:
    """Return the short name of a state, region or other country if the framework has it, else the word for the code."""
    countries = (*framework.countries, *framework.regions, *framework.places) if framework else ()
    found = next((country.short for country in countries if country.code == code), None)
    return words.text(found) if found else label(words, code)


def body_name(name: str, words: Words, framework: Framework) -> str:
    """Return the name of an institution in the language of the reader.

    One that is not in the framework is translated as a text of the record, else it keeps its own name.
    """
    body = framework.body(name)
    return words.text(body.name) if body else translated(name, words) or name
