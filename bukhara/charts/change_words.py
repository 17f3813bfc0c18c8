"""The sentence about a change in the words of a language."""

from bukhara.i18n import codes, narrative
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.views.countries.overview import CellChanges
from bukhara.views.status.narrative import BeforeNow, CountryChanges, Sentence, SentenceCode


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


def compared_text(changes: CountryChanges, words: Words) -> str:
    """Return the days of the two answers that the sentences of a state compare; empty without an earlier one."""
    if not (changes.previous and changes.current):
        return ""
    now, before = words.date(changes.current.date), words.date(changes.previous.date)
    return words("Reported on {day}, compared with {before}.", day=now, before=before)


def change_rule(words: Words) -> str:
    """Return what of two answers is compared, and what of it can be progress."""
    return words("Only what was reported both times is compared, and only levels of two rounds can show progress.")


def outlined_text(cells: CellChanges, words: Words) -> str:
    """Return how many cells are outlined because they changed, are newly covered, or are covered no longer."""
    counts = (
        (N_("reported differently: {n}"), len(cells.changed)),
        (N_("newly covered: {n}"), len(cells.newly)),
        (N_("no longer covered: {n}"), len(cells.no_longer)),
    )
    parts = [words(name, n=words.number(n)) for name, n in counts if n]
    if not parts:
        return words("No cell differs from the last time.")
    return words("Outlined cells: {parts}.", parts="; ".join(parts))


_NO_CHANGE = {
    SentenceCode.NEWLY: N_("newly covered: {n}"),
    SentenceCode.OTHERWISE: N_("answered on other questions: {n}"),
    SentenceCode.NO_LONGER: N_("no longer covered: {n}"),
    SentenceCode.CORRECTED: N_("corrected: {n}"),
}


def no_change_text(view: BeforeNow, framework: Framework, words: Words) -> str:
    """Return what is new or corrected in the answers of which states, which is no change in a state; or nothing."""
    parts = []
    for code, numbers in view.others:
        states = (f"{words.text(framework.country(country).short)} {words.number(n)}" for country, n in numbers)
        parts.append(words(_NO_CHANGE[code], n=", ".join(states)))
    return words("Not a change in a country: {parts}.", parts="; ".join(parts)) if parts else ""


def change_sentence(framework: Framework, changes: CountryChanges, sentence: Sentence, words: Words) -> str:
    """Return a sentence of the changes of a state."""
    values = {"old": changes.change.old_method, "new": changes.change.new_method}
    if sentence.item:
        theme = words.text(framework.item(sentence.item).name)
        before, after = codes.label(words, sentence.before), codes.label(words, sentence.after)
        values = {"theme": theme, "before": before, "after": after}
    return narrative.sentence(sentence.code.value, words, n=sentence.n, by=sentence.by, values=values)
