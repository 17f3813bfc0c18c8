"""The e-library: every statement and figure with its quote and locator, found by facets and words."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from itertools import chain

from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.languages import translated_languages
from bukhara.i18n.record_texts import translated
from bukhara.i18n.subjects import body_name, subject
from bukhara.i18n.word_index import Places, WordIndex
from bukhara.i18n.words import words_of
from bukhara.model.codes import BodyKind, Kind, SourceClass, State
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.model.withdrawal import row_id_of
from bukhara.views.evidence.named_states import names_of, states_in

Record = Statement | Observation
PAGE_SIZE = 20
_LINE = re.compile(r"\b(?:line|строка)\s+(\d+)", re.IGNORECASE)
"""A line of a source as the pages write it; the record says L221."""
_LANGUAGES = tuple(map(words_of, translated_languages()))


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryQuery:
    """A query of the e-library. An empty field means all; `q` is matched by the stem of each word, or a synonym.

    `kind` is that of a statement, or "figure"; `body` the kind of the body that reports; `cls` the class of the source.
    """

    countries: tuple[str, ...] = ()
    item: str = ""
    indicator: str = ""
    kind: str = ""
    topic: str = ""
    body: str = ""
    source: str = ""
    cls: str = ""
    q: str = ""


FACETS = ("countries", "item", "body", "kind", "source", "cls", "topic")
"""The fields of a query with a list of values to choose from."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One field of a query: what is chosen, and each value that occurs with the other choices, with its entries."""

    name: str
    chosen: tuple[str, ...]
    values: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Library:
    """Facets, and one page of the entries found (`number` from 1 of `pages`)."""

    facets: tuple[Facet, ...]
    entries: tuple[Record, ...]
    found: int
    number: int
    pages: int


def build(snapshot: Snapshot, query: LibraryQuery, *, number: int = 1) -> Library:
    """Return page `number` of the entries that match the query; of those with the words, the closest are first."""
    asked = [_values(getattr(query, name)) for name in FACETS]
    has_words = bool(query.q.strip())
    distances = _distances(snapshot, _LINE.sub(r"L\1", query.q)) if has_words else {}
    counted: tuple[list[tuple[str, ...]], ...] = tuple([] for _ in FACETS)
    found = []
    for place, (record, values) in enumerate(snapshot.once(_with_facets)):
        if query.indicator not in ("", record.indicator) or (has_words and place not in distances):
            continue
        missed = [n for n, value in enumerate(asked) if value and value.isdisjoint(values[n])]
        if not missed:
            found.append((distances.get(place, 0), place, record))
        # a value of a facet counts what would be found if it were chosen
        for n in missed if len(missed) == 1 else range(len(FACETS)) if not missed else ():
            counted[n].append(values[n])
    pages = max(1, -(-len(found) // PAGE_SIZE))
    number = min(max(1, number), pages)
    shown = sorted(found)[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    counts = (Counter(chain.from_iterable(values)) for values in counted)
    facets = zip(FACETS, asked, counts, _orders(snapshot), strict=True)
    return Library(
        tuple(
            Facet(
                name,
                tuple(value for value in order if value in chosen),
                tuple((value, count[value]) for value in order if count[value] or value in chosen),
            )
            for name, chosen, count, order in facets
        ),
        tuple(record for *_, record in shown),
        len(found),
        number,
        pages,
    )


def _values(chosen: str | tuple[str, ...]) -> frozenset[str]:
    return frozenset([chosen] if isinstance(chosen, str) else chosen) - {""}


def citations(record: Record) -> tuple[tuple[str, str], ...]:
    """Return the quotes of a record, each with its own locator where it has as many; a fact in two passages has two."""
    quotes, places = record.quote.split(" | "), record.source_locator.split(" | ")
    if len(quotes) != len(places):
        places = [record.source_locator] * len(quotes)
    return tuple(zip(quotes, places, strict=True)) if record.quote else ()


def records(snapshot: Snapshot) -> tuple[Record, ...]:
    """Return the records of the library: statements before figures, states in fixed order, the newest source first."""
    statements = [s for s in snapshot.statements if s.state is State.VALUE]
    counted = [o for o in snapshot.observations if o.quote or o.state is State.VALUE]
    order = {c.code: n for n, c in enumerate(snapshot.framework.countries + snapshot.framework.regions)}
    days = {source.source_id: source.date for source in snapshot.sources}

    def place(record: Record) -> tuple[int, bool, int]:
        day = days.get(record.source_id, date.min).toordinal()
        return order.get(record.country, len(order)), isinstance(record, Observation), -day

    return tuple(sorted([*statements, *counted], key=place))


def _kind_and_body(record: Record) -> tuple[Kind, str]:
    if isinstance(record, Statement):
        return record.kind, record.body
    return Kind.FIGURE, record.reporter or record.partner


def _with_facets(snapshot: Snapshot) -> tuple[tuple[Record, tuple[tuple[str, ...], ...]], ...]:
    """Return each record with its values of every facet."""
    items = {i.id: item.id for item in snapshot.framework.items for i in item.indicators}
    classes = {source.source_id: source.source_class.value for source in snapshot.sources}
    found = []
    for record in snapshot.once(records):
        kind, name = _kind_and_body(record)
        body = snapshot.framework.body(name)
        of_body, cls = body.kind.value if body else "", classes.get(record.source_id, "")
        single = (record.country, items.get(record.indicator, ""), of_body, kind.value, record.source_id, cls)
        found.append((record, (*((value,) for value in single), topics_of(snapshot.framework, record))))
    return tuple(found)


def _orders(snapshot: Snapshot) -> tuple[tuple[str, ...], ...]:
    """Return the values of each facet in their fixed order."""
    framework = snapshot.framework
    return (
        tuple(country.code for country in framework.countries + framework.regions),
        tuple(item.id for item in framework.items),
        tuple(kind.value for kind in BodyKind),
        tuple(kind.value for kind in Kind),
        tuple(source.source_id for source in snapshot.sources),
        tuple(each.value for each in SourceClass),
        tuple(topic.code for topic in framework.topics),
    )


def _distances(snapshot: Snapshot, q: str) -> Places:
    """Return the place of each record that holds the words, of the states that are named if there are such records."""
    index, (states, rest) = snapshot.once(word_index), states_in(snapshot, q)
    found = index.find(rest)
    for place, (record, _) in enumerate(snapshot.once(_with_facets)) if states else ():
        if record.country not in states:
            found.pop(place, None)
        elif not rest:
            found[place] = 0
    return found if states and found else index.find(q)


def word_index(snapshot: Snapshot) -> WordIndex:
    """Return the words of each record: of its label and state, of its text, of its bodies, theme and place."""
    return WordIndex.of(_parts(snapshot, record) for record, _ in snapshot.once(_with_facets))


def _parts(snapshot: Snapshot, record: Record) -> tuple[str, str, str]:
    framework = snapshot.framework
    names = (each.name.by_language for each in framework.indicators if each.id == record.indicator)
    about = [names_of(snapshot, record.country), *(text for name in names for _, text in name)]
    themes = (each for each in framework.items if record.indicator in [own.id for own in each.indicators])
    if isinstance(record, Statement):
        days = (record.since, record.valid_until, str(record.due_date or ""))
        own = [record.statement, str(record.statement_translation), str(record.act_name), *days, record.quote]
        prose, bodies = [record.next_step, record.promised_document], [record.body, record.lead, record.partner]
    else:
        ends = [day.year for day in (record.period_start, record.period_end) if day]
        own = [*map(str, range(min(ends), max(ends) + 1) if ends else ()), record.period_label, record.quote]
        for words in _LANGUAGES:
            own += [value_text(record, words), subject(record, words, framework), label(words, record.kind_of_support)]
        prose, bodies = [record.note], [record.reporter, record.partner]
    own += [each for text in prose if text for each in (text, *(translated(text, words) for words in _LANGUAGES))]
    named = [body_name(body, words, framework) for body in bodies if body for words in _LANGUAGES]
    named += [each for theme in themes for each in (theme.id, *(text for _, text in theme.name.by_language))]
    rest = (row_id_of(record), record.indicator, *bodies, *named, record.source_locator)
    return " ".join(about), " ".join(own), " ".join(rest)
