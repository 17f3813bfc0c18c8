"""The differences that readers would see after a publication: the public pages of now beside those of then.

Everything is in the fixed order; nothing is ranked.
"""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from bukhara.disclosure.rounding import withheld as without_number
from bukhara.model.codes import State
from bukhara.model.columns import Role, names
from bukhara.model.difference import Difference
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import PreviousReading, Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.counts import Counts, count_country
from bukhara.progress.days import common_day, days_of
from bukhara.progress.moves import Move
from bukhara.progress.status import ItemStatus, statuses
from bukhara.views import narrative, overview
from bukhara.views.marks import mark
from bukhara.views.narrative import CountryChanges, Sentence
from bukhara.views.splits import Split, splits

_SUBJECT = (
    "country",
    "indicator",
    "partner",
    "reporter",
    *names(Observation, Role.COUNTED, Role.PERIOD),
    "period_label",
)
_ANSWER = ("state", *names(Observation, Role.ANSWER))


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one state (k, k + m and n), if they would change."""

    country: str
    before: Counts
    after: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What the first page says of all states: the themes in place in at least one of `themes`, and the day of all.

    `day` is None where the days of the states differ.
    """

    themes: int
    somewhere: int
    day: date | None


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A state, or the region, whose statuses would be of another day."""

    country: str
    before: date
    after: date


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
    """All that a reader would see change; a field is empty if nothing changes in it.

    `moved` are cells of any state, `days` those of states, and `headline` what is said of all, now and then. `before`
    and `after` are all changes of today and tomorrow. `differences` between sources would appear,
    `settled` ones disappear. `withheld` figures would be suppressed by the disclosure rule, `disclosed` ones would not
    be suppressed any more. `broken` charts would split or vanish. `pages` would show other rows, even if nothing else
    changes; `addresses` are those whose text would change, one that ends in `/` with all below it.
    """

    moved: tuple[Move, ...] = ()
    counts: tuple[Counted, ...] = ()
    days: tuple[ChangedDay, ...] = ()
    headline: tuple[Headline, Headline] | None = None
    before: tuple[CountryChanges, ...] = ()
    after: tuple[CountryChanges, ...] = ()
    changed_sentences: tuple[ChangedSentences, ...] = ()
    differences: tuple[Difference, ...] = ()
    settled: tuple[Difference, ...] = ()
    withheld: tuple[Observation, ...] = ()
    disclosed: tuple[Observation, ...] = ()
    broken: tuple[Split, ...] = ()
    pages: tuple[ChangedPage, ...] = ()
    addresses: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no status, count, sentence, difference, suppression, chart or row would change for a reader."""
        of_states = (self.moved, self.counts, self.days, self.headline)
        changes = (*of_states, self.changed_sentences, self.differences, self.settled)
        return not any((*changes, self.withheld, self.disclosed, self.broken, self.pages))


def effect(
    today: Snapshot, tomorrow: Snapshot, past: PreviousReading | None = None, past_then: PreviousReading | None = None
) -> Effect:
    """Return the changes from today to tomorrow, of every state; both snapshots are under disclosure control.

    `past` and `past_then` are the readings with which the sentences compare today and tomorrow.
    """
    before, after = narrative.build(today, past), narrative.build(tomorrow, past_then)
    known, then = today.differences, tomorrow.differences
    withheld, disclosed = _masks(today, tomorrow)
    return Effect(
        moved=moved(today, tomorrow),
        counts=_counts(today, tomorrow),
        days=_days(today, tomorrow),
        headline=_headlines(today, tomorrow),
        before=before,
        after=after,
        changed_sentences=_changed_sentences(before, after),
        differences=_other(then, known),
        settled=_other(known, then),
        withheld=withheld,
        disclosed=disclosed,
        broken=splits(today, tomorrow),
        pages=changed_pages(today, tomorrow),
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


def ended_since(moved: Iterable[Move]) -> tuple[Move, ...]:
    """Return the cells whose rows stay, but whose period has ended by the new day of the statuses."""
    return tuple(each for each in moved if each.after.ended and not each.before.ended and _rests_on_the_same(each))


def _rests_on_the_same(cell: Move) -> bool:
    before, after = (
        {row for indicator in each.indicators for row in indicator.statements} for each in (cell.before, cell.after)
    )
    return before == after


def with_another_mark(today: Snapshot, presented: Snapshot) -> tuple[Move, ...]:
    """Return the cells that have another mark today than the one that was presented."""
    return tuple(each for each in moved(presented, today) if mark(each.before) != mark(each.after))


def with_another_number(
    today: Snapshot, presented: Snapshot, measures: tuple[str, ...], countries: tuple[str, ...]
) -> tuple[tuple[Observation, Observation], ...]:
    """Return the figures of measures and states that the same body gives otherwise today: as presented, and as now."""
    found = []
    now = _by_subject(today, measures, countries)
    for subject, before in _by_subject(presented, measures, countries).items():
        after = now.get(subject, [])
        if len(before) == len(after) == 1 and _values(before[0]) != _values(after[0]):
            found.append((before[0], after[0]))
    return tuple(found)


def _by_subject(
    snapshot: Snapshot, measures: tuple[str, ...], countries: tuple[str, ...]
) -> dict[Hashable, list[Observation]]:
    shown = (each for each in snapshot.observations if each.indicator in measures and each.country in countries)
    return group_by(shown, lambda each: tuple(getattr(each, name) for name in _SUBJECT))


def _values(figure: Observation) -> Hashable:
    return tuple(getattr(figure, name) for name in _ANSWER)


def _read(cell: ItemStatus) -> Hashable:
    dates = (cell.since, cell.valid_until, cell.period_ended)
    return mark(cell), cell.applies, cell.concluded, dates, cell.level, cell.position


def _counts(today: Snapshot, tomorrow: Snapshot) -> tuple[Counted, ...]:
    was, now = statuses(today), statuses(tomorrow)
    found = (
        Counted(country.code, count_country(was, country.code), count_country(now, country.code))
        for country in tomorrow.framework.countries
    )
    return tuple(each for each in found if each.before != each.after)


def _days(today: Snapshot, tomorrow: Snapshot) -> tuple[ChangedDay, ...]:
    framework = tomorrow.framework
    codes = [each.code for each in framework.countries + framework.regions]
    found = (ChangedDay(code, days_of(today, code).judged, days_of(tomorrow, code).judged) for code in codes)
    return tuple(each for each in found if each.before != each.after)


def _headlines(today: Snapshot, tomorrow: Snapshot) -> tuple[Headline, Headline] | None:
    now, then = _headline(today), _headline(tomorrow)
    return (now, then) if now != then else None


def _headline(snapshot: Snapshot) -> Headline:
    view = overview.build(snapshot)
    return Headline(themes=view.themes, somewhere=view.somewhere, day=common_day(snapshot))


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
