"""What would be held after publishing, worked out without a store, is what the store then holds; order included."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bukhara.errors import BaseOutdated
from bukhara.model.codes import WorkbookKind
from bukhara.store import Store, StoredContents, Submission
from bukhara.store.row_merge import merge_rows
from tests.contract.records import (
    STAMP,
    a_decision,
    a_reply,
    a_request,
    a_source,
    a_statement,
    an_observation,
    observations,
    statements,
    statistics,
    tracker,
)

SOURCES = tuple(
    a_source(name, date=day) for name, day in (("a-source", date(2024, 1, 2)), ("b-source", date(2021, 1, 2)))
)


@st.composite
def submissions(draw: st.DrawFn) -> Submission:
    kind = draw(st.sampled_from(WorkbookKind))
    rows: tuple[object, ...] = ()
    if kind is WorkbookKind.TRACKER:
        rows = tuple(draw(st.lists(statements(), max_size=4)))
    else:
        partner = "IOM" if kind is WorkbookKind.PARTNERS else ""
        rows = tuple(replace(row, partner=partner) for row in draw(st.lists(observations(), max_size=4)))
    return Submission(
        kind=kind,
        countries=tuple(draw(st.sets(st.sampled_from(("KAZ", "UZB", "REG"))))),
        sources=tuple(draw(st.lists(st.sampled_from(SOURCES), unique=True))),
        statements=rows[:3] if kind is WorkbookKind.TRACKER else (),  # type: ignore[arg-type]
        observations=() if kind is WorkbookKind.TRACKER else rows[:3],  # type: ignore[arg-type]
        base=draw(st.none() | st.just(1)),
        taken_out=rows[3:],  # type: ignore[arg-type]
    )


remarks = st.lists(
    st.sampled_from((a_request(), a_reply(), a_reply("UZB"), a_decision(), a_reply(reply_id="y-2", words="Other"))),
    unique=True,
)


def rows_of(contents: StoredContents) -> tuple[object, ...]:
    c = contents
    return c.sources, c.statements, c.observations, c.requests, c.replies, c.decisions


@settings(max_examples=30)
@given(
    first=st.lists(submissions().map(lambda s: replace(s, base=None)), max_size=3),
    second=st.lists(submissions(), max_size=3),
    remarks_before=remarks,
)
def test_applying_equals_publishing_and_reading_back(
    tmp_path_factory: pytest.TempPathFactory,
    first: list[Submission],
    second: list[Submission],
    remarks_before: list,
) -> None:
    folder: Path = tmp_path_factory.mktemp("store")
    store = Store(f"sqlite:///{folder / 'store.sqlite'}")
    store.migrate()
    try:
        store.publish(first, STAMP, remarks_before)
        number = store.publish([], STAMP).number
        newest = store.contents(number)
        expected = merge_rows(second, newest, store.contents).applied_to(newest)
        after = store.publish(second, STAMP)
        assert rows_of(expected) == rows_of(store.contents(after.number))
    finally:
        store.close()


def _two_releases(store: Store) -> StoredContents:
    store.publish([tracker(a_statement(quote="one")), statistics(an_observation())], STAMP)
    store.publish([tracker(a_statement(quote="two"))], STAMP)
    return store.contents(2)


@pytest.mark.parametrize("compared_with", [{"base": 1}, {"received_after": 1}])
def test_what_the_store_refuses_as_outdated_is_refused_before(store: Store, compared_with: dict[str, int]) -> None:
    now = _two_releases(store)
    mine = [replace(tracker(a_statement(quote="three")), **compared_with)]
    with pytest.raises(BaseOutdated) as before:
        merge_rows(mine, now, store.contents).applied_to(now)
    with pytest.raises(BaseOutdated) as then:
        store.publish(mine, STAMP)
    assert (before.value.base, before.value.current, before.value.blocks) == (1, 2, then.value.blocks)
