"""What a state says with one tick about an act on file: it is in force, or not."""

from bukhara.i18n.words import words_of
from bukhara.model.codes import AnswerRow
from bukhara.model.messages import N_
from bukhara.model.text import Text

SAID = {
    AnswerRow.IN_FORCE: N_("{act}: in force."),
    AnswerRow.NOT_IN_FORCE: N_("{act}: not in force."),
}


def sentence(act: Text, said: AnswerRow, language: str) -> str:
    """Return the sentence of a tick beside an act of this name."""
    return words_of(language)(SAID[said], act=act.in_(language))
