"""The effect of a publication as sentences under headings, the same on every channel."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.i18n import effects as phrases
from bukhara.i18n import narrative
from bukhara.i18n.codes import label
from bukhara.i18n.source_differences import kind_text
from bukhara.i18n.titles import titles
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework
from bukhara.progress.counts import Counts
from bukhara.progress.status import ItemStatus
from bukhara.views.effect import ChangedPage, Effect
from bukhara.views.marks import mark
from bukhara.views.narrative import CountryChanges, Sentence
from bukhara.views.splits import Split


@dataclass(frozen=True, slots=True)
class Lines:
    """One part of an effect: its heading and its sentences."""

    heading: str
    sentences: tuple[str, ...]


def lines(effect: Effect, framework: Framework, words: Words) -> tuple[Lines, ...]:
    """Return the parts of an effect that have sentences, in the order of the headings."""
    text = _EffectText(framework, words)
    parts = {
        "moved": tuple(text.moved(m.country, m.item, m.before, m.after) for m in effect.moved),
        "counts": tuple(
            phrases.counted_text(text.state(c.country), _bounds(c.before), _bounds(c.after), words)
            for c in effect.counts
        ),
        "retold": tuple(text.changed_sentences(effect)),
        "differences": (
            *(text.difference(each, new=True) for each in effect.differences),
            *(text.difference(each, new=False) for each in effect.settled),
        ),
        "masks": phrases.masks_text(len(effect.withheld), len(effect.disclosed), words),
        "broken": tuple(text.split(each) for each in effect.broken),
        "pages": tuple(map(text.page, effect.pages)),
        "later": tuple(phrases.later_text(titles([s], words), s.date, effect.as_of, words) for s in effect.later),
    }
    return tuple(Lines(words(phrases.HEADINGS[name]), part) for name, part in parts.items() if part)


@dataclass(frozen=True, slots=True)
class _EffectText:
    framework: Framework
    words: Words

    def state(self, code: str) -> str:
        return self.words.text(self.framework.country(code).short)

    def page(self, page: ChangedPage) -> str:
        named = {"country": self.state, "theme": self.theme, "measure": self.measure}
        name = named[page.kind](page.code) if page.kind in named else self.words(phrases.PARTNERS_PAGE)
        return phrases.page_text(name, page.gone, page.new, self.words)

    def theme(self, item: str) -> str:
        return self.words.text(self.framework.item(item).name)

    def measure(self, indicator: str) -> str:
        return self.words.text(self.framework.indicator(indicator).name)

    def moved(self, country: str, item: str, before: ItemStatus, after: ItemStatus) -> str:
        theme = self.theme(item)
        was, now = (phrases.cell_text(mark(cell), cell.since, self.words) for cell in (before, after))
        return phrases.moved_text(self.state(country), theme, was, now, self.words)

    def changed_sentences(self, effect: Effect) -> Iterator[str]:
        was, now = ({s.country: s for s in country_changes} for country_changes in (effect.before, effect.after))
        for each in effect.changed_sentences:
            for new, sentences, country_changes in ((True, each.new, now), (False, each.gone, was)):
                for sentence in sentences:
                    text = self._sentence(sentence, country_changes[each.country])
                    yield phrases.sentence_change_text(self.state(each.country), text, self.words, new=new)

    def _sentence(self, sentence: Sentence, changes: CountryChanges) -> str:
        values = {"old": changes.change.old_method, "new": changes.change.new_method}
        if sentence.item:
            before, after = (label(self.words, each) for each in (sentence.before, sentence.after))
            values = {
                "theme": self.words.text(self.framework.item(sentence.item).name),
                "before": before,
                "after": after,
            }
        return narrative.sentence(sentence.code.value, self.words, n=sentence.n, by=sentence.by, values=values)

    def difference(self, each: Difference, *, new: bool) -> str:
        first, second = (self.words.number(number) for number in (each.first, each.second))
        sentence = kind_text(each.kind.value, first, second, self.words)
        measure = self.measure(each.observations[0].indicator)
        return phrases.difference_text(self.state(each.country), measure, sentence, self.words, new=new)

    def split(self, each: Split) -> str:
        return phrases.split_text(self.measure(each.indicator), (each.before, each.after), each.why, self.words)


def _bounds(counts: Counts) -> tuple[int, int, int]:
    return counts.low, counts.high, counts.n
