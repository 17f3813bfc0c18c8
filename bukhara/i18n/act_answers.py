"""What a state says with one tick about an act on file: it is in force, or not."""

from bukhara.i18n.readers import public_languages
from bukhara.i18n.words import words_of
from bukhara.model.codes import AnswerRow
from bukhara.model.messages import N_
from bukhara.model.text import Text

SAID = {
    AnswerRow.IN_FORCE: N_("{act}: in force."),
    AnswerRow.NOT_IN_FORCE: N_("{act}: not in force."),
}


def sentence(act: Text, said: AnswerRow, language: str, until: str = "") -> str:
    """Return the sentence of a tick beside an act of this name, with the end of its period if the name is without."""
    words, name = words_of(language), act.in_(language)
    if until[:4] not in name:
        name = f"{name} ({words.until(until)})"
    return words(SAID[said], act=name)


def told(act: Text, said: AnswerRow, until: str = "") -> dict[str, str]:
    """Return the cells of the answer that a tick gives, in every language."""
    english, *others = ((each, sentence(act, said, each, until)) for each in public_languages())
    place = {"source_locator": act.in_("en"), "lang": "en"}
    return {"statement": english[1], "statement_translation": str(Text(tuple(others))), **place}
