"""What must hold of statuses, counts and rows for any statements (method 7)."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bukhara.model.codes import BodyKind, EvidenceGrade, ReadingKind, State, Status
from bukhara.model.framework import Body, Framework
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.progress.answers import IndicatorStatus
from bukhara.progress.coverage import scored_items
from bukhara.situation.counts import Counts, count_country, count_item
from bukhara.situation.rows import progress_rows
from bukhara.situation.situation import Situation, situations
from tests.properties.progress_strategies import ITEMS, QUESTIONS, SOURCES, coded, statements
from tests.unit.progress.build import STATES, framework, item, snapshot, statement

READING = framework(*ITEMS)
ROUND = framework(*ITEMS, kind=ReadingKind.ROUND)
KINDS = st.sampled_from([READING, ROUND])


def shown(given: list[Statement], frame: Framework = ROUND) -> Snapshot:
    return snapshot(frame, *given, sources=SOURCES)


def bare(found: tuple[Situation, ...]) -> list[Situation]:
    """Return statuses without the statements behind them."""
    return [
        replace(s, indicators=tuple(map(_bare, s.indicators)), deciding=tuple(map(_bare, s.deciding))) for s in found
    ]


def _bare(asked: IndicatorStatus) -> IndicatorStatus:
    # Rows stand in stored order; what an answer rests on is a set.
    return replace(asked, statements=(), behind=tuple(sorted(asked.behind, key=repr)))


def all_counts(given: list[Statement]) -> list[Counts]:
    found = situations(shown(given))
    return [
        *(count_country(found, country) for country in STATES),
        *(count_item(found, one.id) for one in ITEMS),
    ]


@given(statements())
def test_counts_are_complete_and_between_bounds(given: list[Statement]) -> None:
    for found in all_counts(given):
        parts = (found.in_place, found.under_way, found.planned, found.challenge)
        assert found.n == sum(parts) + found.not_covered + found.ended + found.no_step
        assert found.in_place == found.in_place_before + found.in_place_since + found.in_place_undated
        assert 0 <= found.low <= found.high <= found.n
        assert found.continuing <= found.continuing_n


@given(statements(), KINDS, st.randoms())
def test_the_order_of_rows_never_changes_a_status(given: list[Statement], frame: Framework, random: Random) -> None:
    shuffled = list(given)
    random.shuffle(shuffled)
    assert bare(situations(shown(shuffled, frame))) == bare(situations(shown(given, frame)))
    assert progress_rows(shown(shuffled, frame)) == progress_rows(shown(given, frame))


@given(statements(), KINDS)
def test_saying_the_same_twice_changes_nothing(given: list[Statement], frame: Framework) -> None:
    assert progress_rows(shown(given + given, frame)) == progress_rows(shown(given, frame))


@given(statements())
def test_a_reading_yields_no_number_but_counts(given: list[Statement]) -> None:
    for row in progress_rows(shown(given, READING)):
        assert (row.level, row.level_capped, row.coverage, row.bound_low, row.bound_high) == (None,) * 5


@given(statements())
def test_levels_in_a_round_are_ordered_and_between_zero_and_one(given: list[Statement]) -> None:
    for row in progress_rows(shown(given)):
        if row.coverage is not None and not row.item:
            assert (row.no_level is None) == (row.level is not None) == (row.bound_low is not None)
        for low, high in ((row.level_capped, row.level), (row.bound_low, row.bound_high)):
            assert (low is None) == (high is None)
            if low is not None and high is not None:
                assert 0 <= low <= high <= 1


@given(statements(), st.sampled_from(QUESTIONS), st.sampled_from(STATES), KINDS)
def test_a_challenge_alone_changes_no_level_and_no_status(
    given: list[Statement], question: str, country: str, frame: Framework
) -> None:
    named = statement(Status.CHALLENGE, question, country, source_id="submission")
    before, after = situations(shown(given, frame)), situations(shown([*given, named], frame))
    assert scored_items(before, frame, country) == scored_items(after, frame, country)
    for was, now in zip(before, after, strict=True):
        pairs = zip(was.indicators, now.indicators, strict=True)
        assert all(old.status in (new.status, Status.NOT_ASKED) for old, new in pairs)


@given(statements(), coded(), KINDS)
def test_answering_what_was_unknown_never_widens_the_counts(
    given: list[Statement], answer: Statement, frame: Framework
) -> None:
    silent = [s for s in given if (s.country, s.item) != (answer.country, answer.item)]
    for country in STATES:
        before = count_country(situations(shown(silent, frame)), country)
        after = count_country(situations(shown([*silent, answer], frame)), country)
        assert before.low <= after.low <= after.high <= before.high


@given(statements())
def test_an_item_that_applies_to_nobody_changes_nothing(given: list[Statement]) -> None:
    more = framework(*ITEMS, item("BD-9"), kind=ReadingKind.ROUND)
    waived = [statement(None, "BD-9.1", country, state=State.NOT_APPLICABLE) for country in STATES]
    before, after = situations(shown(given)), situations(shown(given + waived, more))
    for country in STATES:
        counts = count_country(after, country)
        assert replace(counts, not_applicable=counts.not_applicable - 1) == count_country(before, country)
        assert scored_items(after, more, country) == scored_items(before, ROUND, country)


@given(statements(), st.sampled_from(QUESTIONS), st.sampled_from(STATES), KINDS)
def test_other_bodies_and_uncovered_rows_never_change_a_status(
    given: list[Statement], question: str, country: str, frame: Framework
) -> None:
    beside = [
        statement(None, question, country, body="Association"),
        statement(Status.NOT_ASKED, question, country, state=State.NOT_ASKED),
        statement(Status.IN_PLACE, question, country, source_id="press"),
    ]
    association = Body(name=Text.of("Association"), country=country, kind=BodyKind.CIVIL_SOCIETY)
    listed = replace(frame, bodies=(association,))
    assert bare(situations(shown(given + beside, listed))) == bare(situations(shown(given, listed)))


@given(statements())
def test_better_documents_alone_never_change_a_level_or_a_status(given: list[Statement]) -> None:
    better = [replace(s, evidence_grade=EvidenceGrade.PRIMARY_DOCUMENT) for s in given]
    for before, after in zip(situations(shown(given)), situations(shown(better)), strict=True):
        assert (before.level, before.status, before.since) == (after.level, after.status, after.since)
        assert (before.level_capped or 0) <= (after.level_capped or 0)


@given(statements())
def test_only_what_is_in_place_is_before_or_since_bukhara(given: list[Statement]) -> None:
    for found in situations(shown(given)):
        assert found.before_bukhara is None or found.status is Status.IN_PLACE
        assert not (found.ended and found.status is Status.IN_PLACE)
        assert found.status is Status.NOT_ASKED or found.state is State.VALUE
