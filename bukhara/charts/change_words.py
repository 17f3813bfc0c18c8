"""The sentence about a change in the words of a language."""

from bukhara.i18n import codes, narrative
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.views.narrative import CountryChanges, Sentence


def missing_text(changes: CountryChanges, words: Words) -> str:
    """Return why the newest round is not compared: the state was not asked, or has not answered, or hardly."""
    given, asked = changes.given
    if not changes.asked:
        return words("Not asked in this round.")
    if not given:
        return words("No new answer.")
    return words(
        "{n} of {total} questions answered: too few to compare.", n=words.number(given), total=words.number(asked)
    )


def change_sentence(framework: Framework, changes: CountryChanges, sentence: Sentence, words: Words) -> str:
    """Return a sentence of the changes of a state."""
    values = {"old": changes.change.old_method, "new": changes.change.new_method}
    if sentence.item:
        theme = words.text(framework.item(sentence.item).name)
        before, after = codes.label(words, sentence.before), codes.label(words, sentence.after)
        values = {"theme": theme, "before": before, "after": after}
    return narrative.sentence(sentence.code.value, words, n=sentence.n, by=sentence.by, values=values)
