"""The changes in each state, as typed sentences with their evidence. Only `matched`, between rounds, is progress."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bukhara.model.codes import ItemKind
from bukhara.model.countries import REGION
from bukhara.model.framework import Framework, Item, Reading
from bukhara.model.release import PreviousReading, Snapshot
from bukhara.progress.change import Change
from bukhara.situation.compared import StateChange, compared
from bukhara.situation.moves import Move, Moves
from bukhara.situation.situation import IndicatorStatus

NOTHING = 1e-9
_NO_LEVELS = Change(first_reading=False)


class ChangePart(StrEnum):
    """The five parts of a change."""

    MATCHED = "matched"
    DOCUMENTATION = "documentation"
    REVISION = "revision"
    METHOD = "method"
    COMPOSITION = "composition"


class SentenceCode(StrEnum):
    """The kind of a sentence; those that end in `_mean` have a level."""

    FIRST = "first"
    HIGHER = "higher"
    LOWER = "lower"
    SAME = "same"
    STILL = "still"
    DIFFERENT = "different"
    NO_PAIR = "no_pair"
    STEP = "step"
    DOCUMENTS = "documents"
    DOCUMENTS_MEAN = "documents_mean"
    CORRECTED = "corrected"
    CORRECTED_MEAN = "corrected_mean"
    RESTATED = "restated"
    RESTATED_MEAN = "restated_mean"
    NEWLY = "newly"
    NO_LONGER = "no_longer"
    OTHERWISE = "otherwise"
    OTHERS_MEAN = "others_mean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The evidence of a sentence: a theme, and the statement that decides it now (empty without one)."""

    item: str
    statement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: its kind, number of themes, change (difference of levels between 0 and 1) and evidence."""

    code: SentenceCode
    part: ChangePart
    n: int = 0
    by: float | None = None
    item: str = ""
    before: str = ""
    after: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryChanges:
    """The sentences about one state between the readings `previous` and `current`.

    `missing` is the newest round of all if the state has not answered enough of it, `asked` whether it was asked in it,
    and `given` how many questions it answered there, and was asked.
    """

    country: str
    previous: Reading | None
    change: StateChange
    sentences: tuple[Sentence, ...]
    current: Reading | None = None
    missing: Reading | None = None
    asked: bool = True
    given: tuple[int, int] = (0, 0)

    @property
    def progress(self) -> tuple[Sentence, ...]:
        """The sentences about themes that were reported both times."""
        return tuple(s for s in self.sentences if s.part is ChangePart.MATCHED)

    @property
    def others(self) -> tuple[Sentence, ...]:
        """The sentences about documents, corrections, method and composition."""
        return tuple(s for s in self.sentences if s.part is not ChangePart.MATCHED)


def build(snapshot: Snapshot, past: PreviousReading | None) -> tuple[CountryChanges, ...]:
    """Return the changes of each state in the fixed order, then of the region's own items if any of them changed."""
    codes = [country.code for country in snapshot.framework.countries]
    country_changes = [_changes_of(past, found) for found in compared(snapshot, past, (*codes, REGION))]
    return tuple(s for s in country_changes if s.country != REGION or any(e.evidence for e in s.sentences))


def _changes_of(past: PreviousReading | None, found: StateChange) -> CountryChanges:
    if past is None:
        return CountryChanges(country=found.country, previous=None, change=found, sentences=sentences_about(found))
    own = past.of(found.country)
    is_missing = own.current is None or own.current.id != past.newest.id
    return CountryChanges(
        country=found.country,
        previous=own.previous,
        change=found,
        sentences=sentences_about(found),
        current=own.current,
        missing=past.newest if is_missing else None,
        asked=own.asked,
        given=own.given,
    )


def common_previous(country_changes: Iterable[CountryChanges]) -> Reading | None:
    """Return the reading with which the changes of all compare; None if they differ or a state has no new answer."""
    found = tuple(country_changes)
    previous = found[0].previous if found else None
    return previous if all(each.previous == previous and each.missing is None for each in found) else None


def sentences_about(found: StateChange) -> tuple[Sentence, ...]:
    """Return the sentences about the change of one state; a part without a change has no sentence."""
    if found.moves.first_reading:
        return (Sentence(code=SentenceCode.FIRST, part=ChangePart.MATCHED),)
    m, c = found.moves, found.change or _NO_LEVELS
    others = (
        (ChangePart.DOCUMENTATION, SentenceCode.DOCUMENTS, SentenceCode.DOCUMENTS_MEAN, m.documented, c.documentation),
        (ChangePart.REVISION, SentenceCode.CORRECTED, SentenceCode.CORRECTED_MEAN, m.corrected, c.revision),
        (ChangePart.METHOD, SentenceCode.RESTATED, SentenceCode.RESTATED_MEAN, m.restated, c.method),
    )
    sentences = [
        Sentence(code=plain if by is None else mean, part=part, n=len(group), by=by, evidence=_evidence(group))
        for part, plain, mean, group, amount in others
        if (by := _amount(amount)) is not None or group
    ]
    return (*_matched(found), *sentences, *_composition(m, _amount(c.composition)))


def _matched(found: StateChange) -> list[Sentence]:
    moved = found.moves.moved
    steps = [
        Sentence(
            code=SentenceCode.STEP,
            part=ChangePart.MATCHED,
            item=m.item,
            before=m.before.mark,
            after=m.after.mark,
            evidence=_evidence([m]),
        )
        for m in moved
    ]
    return [_headline(found), *steps]


def _headline(found: StateChange) -> Sentence:
    change, moved = found.change, found.moves.moved
    if change is None:
        code = SentenceCode.DIFFERENT if moved else SentenceCode.STILL
        return Sentence(code=code, part=ChangePart.MATCHED, n=len(moved))
    if change.matched is None or not change.matched_items:
        return Sentence(code=SentenceCode.NO_PAIR, part=ChangePart.MATCHED)
    by, n = _amount(change.matched), change.matched_items
    if by is None:
        return Sentence(code=SentenceCode.SAME, part=ChangePart.MATCHED, n=n)
    code = SentenceCode.HIGHER if by > 0 else SentenceCode.LOWER
    # an activity without an end is in no average
    scored = [m for m in (*moved, *found.moves.levelled) if m.after.kind is ItemKind.MILESTONE]
    return Sentence(code=code, part=ChangePart.MATCHED, n=n, by=by, evidence=_evidence(scored))


def _composition(m: Moves, by: float | None) -> list[Sentence]:
    part = ChangePart.COMPOSITION
    if by is not None:
        changed = (*m.newly_covered, *m.no_longer_covered, *m.otherwise_covered)
        evidence = (*_evidence(changed), *(Evidence(item=s.item) for s in (*m.entered, *m.left)))
        return [Sentence(code=SentenceCode.OTHERS_MEAN, part=part, n=len(evidence), by=by, evidence=evidence)]
    groups = (
        (SentenceCode.NEWLY, m.newly_covered),
        (SentenceCode.NO_LONGER, m.no_longer_covered),
        (SentenceCode.OTHERWISE, m.otherwise_covered),
    )
    return [Sentence(code=code, part=part, n=len(group), evidence=_evidence(group)) for code, group in groups if group]


def _amount(value: float | None) -> float | None:
    # Rounding in sums of levels is no change; neither is minus zero.
    return None if value is None or abs(value) < NOTHING else value


def _evidence(found: Iterable[Move]) -> tuple[Evidence, ...]:
    return tuple(Evidence(item=m.item, statement=_statement_behind(m)) for m in found)


def _statement_behind(move: Move) -> str:
    """Return the statement behind a move: the present answer to the question with a changed answer."""
    before = {asked.indicator: asked for asked in move.before.indicators}
    pairs = [(asked, before.get(asked.indicator)) for asked in move.after.indicators]
    for after, past in sorted(pairs, key=lambda pair: _alike(*pair)):
        for asked in (after, past):
            found = [s.evidence_id for s in asked.behind if s.quote or s.statement] if asked else []
            if found:
                return min(found)
    return ""


def _alike(after: IndicatorStatus, before: IndicatorStatus | None) -> bool:
    names = ("state", "status", "ended", "level", "grade", "since", "valid_until")
    return before is not None and all(getattr(after, name) == getattr(before, name) for name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeNow:
    """The changes of the states of `states`, in the fixed order.

    `moves` are by state and item; only they are changes in a state. `others` has how many answers each state gave that
    cannot be compared or were corrected, by their kind.
    """

    states: tuple[CountryChanges, ...]
    items: tuple[Item, ...]
    moves: dict[tuple[str, str], Move]
    others: tuple[tuple[SentenceCode, tuple[tuple[str, int], ...]], ...]


def before_now(framework: Framework, country_changes: Iterable[CountryChanges]) -> BeforeNow:
    """Return the changes of the states among `country_changes`; those of the region are no column of a picture."""
    codes = {country.code for country in framework.countries}
    states = tuple(changes for changes in country_changes if changes.country in codes)
    found = (move for changes in states for move in changes.change.moves.moved)
    moves = {(move.country, move.item): move for move in found if move.before.mark != move.after.mark}
    moved = {item for _, item in moves}
    pillars = [pillar.id for pillar in framework.pillars]
    items = sorted((i for i in framework.items if i.id in moved), key=lambda item: pillars.index(item.pillar))
    return BeforeNow(states=states, items=tuple(items), moves=moves, others=tuple(_others(states)))


def _others(states: tuple[CountryChanges, ...]) -> Iterable[tuple[SentenceCode, tuple[tuple[str, int], ...]]]:
    groups = (
        (SentenceCode.NEWLY, "newly_covered"),
        (SentenceCode.OTHERWISE, "otherwise_covered"),
        (SentenceCode.NO_LONGER, "no_longer_covered"),
        (SentenceCode.CORRECTED, "corrected"),
    )
    for code, name in groups:
        numbers = tuple((each.country, n) for each in states if (n := len(getattr(each.change.moves, name))))
        if numbers:
            yield code, numbers
