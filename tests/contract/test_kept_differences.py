"""Differences are kept when a release is published, by country; on SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, func, select

from bukhara.model.codes import SourceClass, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.store import FrameworkVersion, Store, Submission, kept_differences, tables
from tests.unit.views.observed import figure

FRAMEWORK_VERSION = FrameworkVersion(framework_text="version: '1'", framework_version="1", method_version="1")
NOW = datetime(2027, 4, 2, tzinfo=UTC)
REPORT = Source(
    source_id="report",
    source_class=SourceClass.CONFERENCE_REPORT,
    title="A report",
    body="A body",
    date=date(2026, 7, 1),
    document_number="12",
)
ARTICLE = replace(REPORT, source_id="article", source_class=SourceClass.DESK_RESEARCH)
TWO_BODIES = (figure(50), figure(70, reporter="Other ministry", source_locator="L9"))


def publish(store: Store, country: str, *figures: Observation, sources: tuple[Source, ...] = (REPORT,)) -> int:
    rows = tuple(replace(each, country=country) for each in figures)
    held = Submission(kind=WorkbookKind.STATISTICS, countries=(country,), sources=sources, observations=rows)
    return store.publish([held], framework_version=FRAMEWORK_VERSION, actor="tester", note="figures", now=NOW).number


def kept(store: Store) -> int:
    with store.connect() as connection:
        return connection.execute(select(func.count()).select_from(tables.kept_difference)).scalar_one()


def read(store: Store, number: int):
    return store.differences(number, store.contents(number).observations)


def test_a_published_difference_is_read_back_over_the_figures_of_the_release(store: Store) -> None:
    number = publish(store, "KAZ", *TWO_BODIES)
    (found,) = read(store, number)["KAZ"].public
    assert found.observations == TWO_BODIES
    assert (found.first, found.second, found.causes[0]) == (50, 70, "other_body")


def test_a_release_computes_only_the_country_that_it_changes(store: Store) -> None:
    publish(store, "KAZ", *TWO_BODIES)
    second = publish(store, "UZB", *TWO_BODIES)
    assert kept(store) == 2
    assert set(read(store, second)) == {"KAZ", "UZB"}
    third = publish(store, "UZB", *TWO_BODIES[:1])
    assert kept(store) == 3
    assert read(store, third)["UZB"].public == ()
    assert len(read(store, second)["UZB"].public) == 1


def test_desk_research_makes_no_difference_by_default(store: Store) -> None:
    rows = (TWO_BODIES[0], replace(TWO_BODIES[1], source_id="article"))
    number = publish(store, "KAZ", *rows, sources=(REPORT, ARTICLE))
    found = read(store, number)["KAZ"]
    assert found.public == ()
    assert len(found.with_desk_research) == 1


def test_what_is_not_kept_is_kept_on_request(store: Store) -> None:
    number = publish(store, "KAZ", *TWO_BODIES)
    with store.transaction() as connection:
        connection.execute(delete(tables.kept_difference))
    assert read(store, number) == {}
    store.keep_differences(number)
    assert len(read(store, number)["KAZ"].public) == 1
    store.keep_differences(number)
    assert kept(store) == 1


def test_other_rules_are_another_key(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    number = publish(store, "KAZ", *TWO_BODIES)
    monkeypatch.setattr(kept_differences, "RULES", "next")
    assert read(store, number) == {}


def test_a_corrected_source_is_another_key(store: Store) -> None:
    publish(store, "KAZ", *TWO_BODIES)
    publish(store, "KAZ", *TWO_BODIES, sources=(replace(REPORT, access="internal"),))
    assert kept(store) == 2
