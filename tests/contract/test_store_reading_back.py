"""What is published comes back equal, in stored order."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bukhara.model.codes import State, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.store import Store, Submission
from bukhara.store.blocks import block_hashes
from tests.contract.records import (
    STAMP,
    a_source,
    a_statement,
    an_observation,
    observations,
    statements,
    statistics,
    tracker,
)

_wild = settings(max_examples=25)


@_wild
@given(rows=st.lists(statements(), min_size=1, max_size=6))
def test_statements_read_back_equal(store: Store, rows: list[Statement]) -> None:
    submission = Submission(kind=WorkbookKind.TRACKER, statements=tuple(rows))
    number = store.publish([submission], STAMP).number
    assert set(map(repr, rows)) <= set(map(repr, store.contents(number).statements))


@_wild
@given(rows=st.lists(observations(), min_size=1, max_size=6))
def test_observations_read_back_equal(store: Store, rows: list[Observation]) -> None:
    submission = Submission(kind=WorkbookKind.PARTNERS, observations=tuple(rows))
    number = store.publish([submission], STAMP).number
    assert set(map(repr, rows)) <= set(map(repr, store.contents(number).observations))


def test_rows_keep_the_order_of_the_file_within_a_block(store: Store) -> None:
    rows = [a_statement(quote=f"quote {n}") for n in (3, 1, 2)]
    release = store.publish([tracker(*rows)], STAMP)
    assert list(store.contents(release.number).statements) == rows


def test_blocks_are_in_the_fixed_order_of_countries(store: Store) -> None:
    codes = ["XAB", "INT", "UZB", "KAZ", "REG", "TJK", "TKM", "XAA", "KGZ"]
    release = store.publish([statistics(*(an_observation(code) for code in codes))], STAMP)
    held = [row.country for row in store.contents(release.number).observations]
    assert held == ["KAZ", "KGZ", "TJK", "TKM", "UZB", "REG", "INT", "XAA", "XAB"]


def test_each_block_is_known_by_the_hash_of_its_rows(store: Store) -> None:
    store.publish([tracker(a_statement()), statistics(an_observation("UZB"))], STAMP)
    release = store.publish([statistics(an_observation("KAZ"))], STAMP)
    contents = store.contents(release.number)
    assert contents.once(block_hashes) == block_hashes(contents)
    assert len(contents.once(block_hashes)) > 2


def test_zero_stays_zero_and_nothing_stays_nothing(store: Store) -> None:
    rows = [an_observation(value=0.0), an_observation(value=None, state=State.NOT_AVAILABLE)]
    release = store.publish([statistics(*rows)], STAMP)
    assert [row.value for row in store.contents(release.number).observations] == [0.0, None]


def test_text_loses_nul_only(store: Store) -> None:
    release = store.publish([tracker(a_statement(quote="Жалал\x00абад 'x' \t\n"))], STAMP)
    assert store.contents(release.number).statements[0].quote == "Жалалабад 'x' \t\n"


def test_sources_come_oldest_first(store: Store) -> None:
    listed = (a_source("b", date=date(2024, 1, 1)), a_source("c"), a_source("a"))
    release = store.publish([tracker(a_statement(), sources=listed)], STAMP)
    assert [source.source_id for source in store.contents(release.number).sources] == ["a", "c", "b"]


def test_the_framework_text_comes_back_with_its_flag(store: Store) -> None:
    number = store.publish([], STAMP).number
    held = store.contents(number)
    assert (held.framework_text, held.exercise) == (STAMP.framework_version.framework_text, False)
