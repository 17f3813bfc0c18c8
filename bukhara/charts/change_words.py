"""The sentence about a change in the words of a language."""

from bukhara.i18n import codes, narrative
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.views.narrative import CountryChanges, Sentence


def change_sentence(framework: Framework, changes: CountryChanges, sentence: Sentence, words: Words) -> str:
    """Return a sentence of the changes of a state."""
    values = {"old": changes.change.old_method, "new": changes.change.new_method}
    if sentence.item:
        theme = words.text(framework.item(sentence.item).name)
        before, after = codes.label(words, sentence.before), codes.label(words, sentence.after)
        values = {"theme": theme, "before": before, "after": after}
    return narrative.sentence(sentence.code.value, words, n=sentence.n, by=sentence.by, values=values)
