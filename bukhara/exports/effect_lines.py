"""The effect of a publication as sentences under headings, the same on every channel. States are not compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.charts import cell_words
from bukhara.charts.change_words import change_sentence
from bukhara.charts.count_words import status_parts
from bukhara.charts.status_dates import dates_text
from bukhara.i18n.codes import label
from bukhara.i18n.differences import sentence as reason_apart
from bukhara.i18n.source_differences import difference_sentence, subject_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework
from bukhara.model.messages import N_
from bukhara.progress.moves import Move
from bukhara.progress.status import ItemStatus
from bukhara.views.effect import ChangedDay, ChangedPage, Counted, Effect, Headline, ended_since
from bukhara.views.splits import Split

NOTHING = N_("Readers would see no change.")


@dataclass(frozen=True, slots=True)
class Lines:
    """One part of an effect: its heading and its sentences."""

    heading: str
    sentences: tuple[str, ...]


def lines(effect: Effect, framework: Framework, words: Words) -> tuple[Lines, ...]:
    """Return the parts of an effect that have sentences, in the order of the headings."""
    text = EffectWords(framework, words)
    differences = [text.difference(each, new=True) for each in effect.differences]
    settled = [text.difference(each, new=False) for each in effect.settled]
    parts = (
        Lines(words("Table of statuses"), tuple(map(text.moved, effect.moved))),
        Lines(words("Themes in place"), tuple(map(text.counted, effect.counts))),
        Lines(words("Days of statuses"), (*map(text.day, effect.days), *text.ended(effect))),
        Lines(words("First page"), tuple(text.headline(effect))),
        Lines(words("What changed, in words"), tuple(text.changed_sentences(effect))),
        Lines(words("Differences between sources"), (*differences, *settled)),
        Lines(words("Disclosure rule"), tuple(text.masks(effect))),
        Lines(words("Charts"), tuple(map(text.split, effect.broken))),
        Lines(words("Pages with other rows"), tuple(map(text.page, effect.pages))),
        Lines(words("Addresses whose text changes"), tuple(filter(None, (", ".join(effect.addresses),)))),
    )
    return tuple(part for part in parts if part.sentences)


def cell_text(status: ItemStatus, words: Words) -> str:
    """Return a cell of the scorecard in words, with its dates and who said it."""
    said = cell_words.cell_text(status, words)
    position = label(words, status.position) if status.position else ""
    return ", ".join(filter(None, (said, dates_text(status, words), position)))


@dataclass(frozen=True, slots=True)
class EffectWords:
    """The sentences about an effect in the words of one reader."""

    framework: Framework
    words: Words

    def state(self, code: str) -> str:
        """Return the short name of a state or of the region."""
        return self.words.text(self.framework.country(code).short)

    def theme(self, item: str) -> str:
        """Return the name of a theme."""
        return self.words.text(self.framework.item(item).name)

    def measure(self, indicator: str) -> str:
        """Return the name of a measure."""
        return self.words.text(self.framework.indicator(indicator).name)

    def moved(self, cell: Move) -> str:
        """Return the sentence about a cell of the scorecard that changes."""
        said = self.words(
            "{state}, {theme}: “{before}” today, “{after}” then.",
            state=self.state(cell.country),
            theme=self.theme(cell.item),
            before=cell_text(cell.before, self.words),
            after=cell_text(cell.after, self.words),
        )
        return f"{said} {cell_words.outside_text(cell.after, self.words)}".strip()

    def ended(self, effect: Effect) -> Iterator[str]:
        """Yield which cells change only because their period ended before the new day of the statuses."""
        for cell in ended_since(effect.moved):
            yield self.words(
                "{state}, {theme}: no row of it changes. The statuses are judged by the newest answer of the state, "
                "and before that day the period ended.",
                state=self.state(cell.country),
                theme=self.theme(cell.item),
            )

    def counted(self, counted: Counted) -> str:
        """Return the counts of a state today and after publication."""
        return self.words(
            "{state}. Today: {before}. After publication: {after}.",
            state=self.state(counted.country),
            before=", ".join(status_parts(counted.before, self.words)),
            after=", ".join(status_parts(counted.after, self.words)),
        )

    def day(self, day: ChangedDay) -> str:
        """Return the day of the statuses of a state today and after publication."""
        return self.words(
            "{state}: statuses of {before} today, of {after} then.",
            state=self.state(day.country),
            before=self.words.date(day.before),
            after=self.words.date(day.after),
        )

    def headline(self, effect: Effect) -> Iterator[str]:
        """Yield what the first page says of all states, today and then, if it changes."""
        if effect.headline:
            before, after = map(self._headline, effect.headline)
            yield self.words("Today: {before} After publication: {after}", before=before, after=after)

    def _headline(self, headline: Headline) -> str:
        words = self.words
        day = words.date(headline.day) if headline.day else words("as last reported")
        said = words(
            "{k} of the {n} measurable themes are in place in at least one country.",
            k=headline.somewhere,
            n=headline.themes,
        )
        return f"{said} ({day})"

    def changed_sentences(self, effect: Effect) -> Iterator[str]:
        """Yield the sentences about each state that would be new, then those no longer shown."""
        before, after = ({c.country: c for c in changes} for changes in (effect.before, effect.after))
        for each in effect.changed_sentences:
            state, country = self.state(each.country), each.country
            for sentence in each.new:
                text = change_sentence(self.framework, after[country], sentence, self.words)
                yield self.words("{state}, shown then: {sentence}", state=state, sentence=text)
            for sentence in each.gone:
                text = change_sentence(self.framework, before[country], sentence, self.words)
                yield self.words("{state}, no longer shown: {sentence}", state=state, sentence=text)

    def difference(self, difference: Difference, *, new: bool) -> str:
        """Return a difference between sources that would be new, or no longer exist."""
        message = N_("New: {state}, {measure}. {sentence}") if new else N_("No longer: {state}, {measure}. {sentence}")
        return self.words(
            message,
            state=self.state(difference.country),
            measure=subject_text(difference, self.framework, self.words),
            sentence=difference_sentence(difference, self.framework, self.words),
        )

    def masks(self, effect: Effect) -> Iterator[str]:
        """Yield how many figures the disclosure rule would newly withhold, and how many would newly be shown."""
        if effect.withheld:
            yield self.words.plural(
                "{n} figure would be withheld by the disclosure rule.",
                "{n} figures would be withheld by the disclosure rule.",
                len(effect.withheld),
            )
        if effect.disclosed:
            yield self.words.plural(
                "{n} figure that was withheld would be shown.",
                "{n} figures that were withheld would be shown.",
                len(effect.disclosed),
            )

    def split(self, split: Split) -> str:
        """Return the sentence that a chart would need more axes, with the reasons, or that it would be empty."""
        measure, number = self.measure(split.indicator), self.words.number
        if not split.after:
            return self.words("{measure}: no figure would be left to draw.", measure=measure)
        first = self.words(
            "{measure}: its figures would need {after} axes instead of {before}.",
            measure=measure,
            after=number(split.after),
            before=number(split.before),
        )
        return " ".join((first, *(reason_apart(code, values, self.words) for code, values in split.why)))

    def page(self, page: ChangedPage) -> str:
        """Return how many rows a page would no longer show, and how many it would show newly."""
        names = {"country": self.state, "theme": self.theme, "measure": self.measure}
        name = names[page.kind](page.code) if page.kind in names else self.words("Partners")
        values = {"page": name, "gone": self.words.number(page.gone), "new": self.words.number(page.new)}
        if not page.gone:
            return self.words("{page}: rows new or changed: {new}.", **values)
        if not page.new:
            return self.words("{page}: rows no longer shown: {gone}.", **values)
        return self.words("{page}: rows no longer shown: {gone}; rows new or changed: {new}.", **values)
