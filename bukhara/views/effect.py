"""The differences that readers would see after a publication: the pages of today beside those of tomorrow.

Everything is in the fixed order; nothing is ranked.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from bukhara.disclosure.rounding import withheld as without_number
from bukhara.model.codes import State
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.model.release import PreviousReading, Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.progress.counts import Counts, count_country
from bukhara.progress.moves import Move
from bukhara.progress.status import ItemStatus, statuses
from bukhara.views import narrative
from bukhara.views.marks import mark
from bukhara.views.narrative import CountryChanges, Sentence
from bukhara.views.splits import Split, splits


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one state (k, k + m and n), if they would change."""

    country: str
    before: Counts
    after: Counts


@dataclass(frozen=True, slots=True)
class ChangedSentences:
    """The sentences about one state that would appear, and those that would disappear."""

    country: str
    new: tuple[Sentence, ...]
    gone: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ChangedPage:
    """Rows that a page would no longer show, and rows that it would show newly or changed.

    `kind` is country, theme, measure or partners; `code` is the state, item or measure.
    """

    kind: str
    code: str
    gone: int
    new: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """All that a reader would see change on the day `as_of`; a field is empty if nothing changes in it.

    `before` and `after` are all changes of today and tomorrow. `differences` between sources would appear,
    `settled` ones disappear. `withheld` figures would be suppressed by the disclosure rule, `disclosed` ones would not
    be suppressed any more. `broken` charts would split or vanish. `later` are sources of the workbook dated after the
    day shown: nobody sees them yet. `pages` would show other rows, even if nothing else changes.
    """

    as_of: date
    moved: tuple[Move, ...] = ()
    counts: tuple[Counted, ...] = ()
    before: tuple[CountryChanges, ...] = ()
    after: tuple[CountryChanges, ...] = ()
    changed_sentences: tuple[ChangedSentences, ...] = ()
    differences: tuple[Difference, ...] = ()
    settled: tuple[Difference, ...] = ()
    withheld: tuple[Observation, ...] = ()
    disclosed: tuple[Observation, ...] = ()
    broken: tuple[Split, ...] = ()
    later: tuple[Source, ...] = ()
    pages: tuple[ChangedPage, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no status, count, sentence, difference, suppression, chart or row would change for a reader."""
        changes = (self.moved, self.counts, self.changed_sentences, self.differences, self.settled)
        return not any((*changes, self.withheld, self.disclosed, self.broken, self.pages))


def effect(
    today: Snapshot,
    tomorrow: Snapshot,
    past: PreviousReading | None = None,
    past_then: PreviousReading | None = None,
    *,
    sources: Iterable[Source] = (),
) -> Effect:
    """Return the changes from today to tomorrow; both snapshots are of one day and under disclosure control.

    `past` and `past_then` are the readings with which the sentences compare today and tomorrow; `sources` are those of
    the workbook.
    """
    before, after = narrative.build(today, past), narrative.build(tomorrow, past_then)
    known, then = today.differences, tomorrow.differences
    withheld, disclosed = _masks(today, tomorrow)
    return Effect(
        as_of=tomorrow.as_of,
        moved=moved(today, tomorrow),
        counts=_counts(today, tomorrow),
        before=before,
        after=after,
        changed_sentences=_changed_sentences(before, after),
        differences=_other(then, known),
        settled=_other(known, then),
        withheld=withheld,
        disclosed=disclosed,
        broken=splits(today, tomorrow),
        pages=changed_pages(today, tomorrow),
        later=tuple(source for source in sources if source.date > tomorrow.day_of(source)),
    )


def changed_pages(today: Snapshot, tomorrow: Snapshot) -> tuple[ChangedPage, ...]:
    """Return the pages with rows that would disappear or appear: states, themes, measures, then partners."""
    was, now = _rows(today), _rows(tomorrow)
    gone, new = (Counter(chain(*map(_pages_of, rows.elements()))) for rows in (was - now, now - was))
    framework = tomorrow.framework
    order = [("country", each.code) for each in (*framework.countries, *framework.regions)]
    order += [("theme", item.id) for item in framework.items]
    order += [("measure", indicator.id) for indicator in framework.indicators] + [("partners", "")]
    return tuple(ChangedPage(*page, gone[page], new[page]) for page in order if gone[page] or new[page])


def _rows(snapshot: Snapshot) -> Counter[Statement | Observation]:
    return Counter((*snapshot.statements, *snapshot.observations))


def _pages_of(row: Statement | Observation) -> list[tuple[str, str]]:
    country = ("country", row.country)
    if isinstance(row, Statement):
        return [country, ("theme", row.item)]
    return [country, ("partners", "")] if row.partner else [country, ("measure", row.indicator)]


def moved(today: Snapshot, tomorrow: Snapshot) -> tuple[Move, ...]:
    """Return the cells that would change, theme by theme, states in the fixed order; only cells of both snapshots."""
    known = {(each.country, each.item): each for each in statuses(today)}
    return tuple(
        Move(country=each.country, item=each.item, before=was, after=each)
        for each in statuses(tomorrow)
        if (was := known.get((each.country, each.item))) is not None and _read(was) != _read(each)
    )


def with_another_mark(today: Snapshot, presented: Snapshot) -> tuple[Move, ...]:
    """Return the cells that have another mark today than the one that was presented."""
    return tuple(each for each in moved(presented, today) if mark(each.before) != mark(each.after))


def _read(cell: ItemStatus) -> Hashable:
    return mark(cell), cell.applies, cell.since, cell.valid_until, cell.level, cell.position


def _counts(today: Snapshot, tomorrow: Snapshot) -> tuple[Counted, ...]:
    was, now = statuses(today), statuses(tomorrow)
    found = (
        Counted(country.code, count_country(was, country.code), count_country(now, country.code))
        for country in tomorrow.framework.countries
    )
    return tuple(each for each in found if each.before != each.after)


def _changed_sentences(
    before: Iterable[CountryChanges], after: Iterable[CountryChanges]
) -> tuple[ChangedSentences, ...]:
    was = {changes.country: changes.sentences for changes in before}
    now = {changes.country: changes.sentences for changes in after}
    pairs = [(country, was.get(country, ()), now.get(country, ())) for country in dict.fromkeys((*was, *now))]
    found = (ChangedSentences(country, _not_among(new, old), _not_among(old, new)) for country, old, new in pairs)
    return tuple(each for each in found if each.new or each.gone)


def _not_among(sentences: Iterable[Sentence], others: Iterable[Sentence]) -> tuple[Sentence, ...]:
    known = {_content(other) for other in others}
    return tuple(sentence for sentence in sentences if _content(sentence) not in known)


def _content(s: Sentence) -> Hashable:
    # The same words with other evidence are no other sentence.
    return s.code, s.part, s.n, None if s.by is None else round(s.by, 9), s.item, s.before, s.after


def _other(found: Iterable[Difference], known: Iterable[Difference]) -> tuple[Difference, ...]:
    # The numbers belong to it: a difference whose figures were corrected is gone, and another one may have come.
    held = {(each.group, each.first, each.second) for each in known}
    return tuple(each for each in found if (each.group, each.first, each.second) not in held)


def _masks(today: Snapshot, tomorrow: Snapshot) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    was = {without_number(o): o.state for o in today.observations}
    before = [(o, was.get(without_number(o))) for o in tomorrow.observations]
    withheld = (o for o, state in before if o.state is State.SUPPRESSED and state is not State.SUPPRESSED)
    shown = (o for o, state in before if o.state is State.VALUE and state is State.SUPPRESSED)
    return tuple(withheld), tuple(shown)
