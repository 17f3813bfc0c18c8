"""Differences between sources: found as publishing would find them, decided by the secretariat, kept or reverted."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bukhara.model.access import Actor, Role
from bukhara.model.codes import SourceClass, WorkbookKind
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.observation import Observation
from bukhara.model.release import Release
from bukhara.service import Service
from bukhara.service.reading.snapshots import find_differences, visible_differences
from bukhara.store import StoredContents, Submission
from tests.unit.progress.build import source
from tests.unit.service.little_data import REPORT, small_settings
from tests.unit.views.observed import figure

LENA = Actor(name="secretariat", roles=frozenset({Role.SECRETARIAT}))
NOW = datetime(2027, 4, 2, 9, 30, tzinfo=UTC)
ONE = figure(5, source_id=REPORT.source_id)
OTHER = figure(7, source_id=REPORT.source_id, reporter="Other ministry", source_locator="L9")


def publish(service: Service, *figures: Observation) -> None:
    held = Submission(kind=WorkbookKind.STATISTICS, countries=("KAZ",), sources=(REPORT,), observations=figures)
    service.opened().publish([held], replace(service.stamp("tester", "figures"), now=NOW))


@pytest.fixture
def service(tmp_path: Path) -> Service:
    made = Service(small_settings(tmp_path), lambda: NOW)
    publish(made, ONE, OTHER)
    return made


def found(service: Service, release: int | None = None) -> Difference:
    (difference,) = service.snapshot(release=release).differences
    return difference


def test_a_decision_is_read_back_in_the_next_release_and_the_one_after(service: Service) -> None:
    made = service.decisions.decide(LENA, found(service).group, "explained", " The second is\nof eleven months. ")
    seen = found(service, made.number)
    shown = (seen.status, seen.decided_by, seen.decided_on, seen.reason)
    assert shown == (DifferenceStatus.EXPLAINED, "secretariat", date(2027, 4, 2), "The second is of eleven months.")
    publish(service, ONE, OTHER, figure(40, source_id=REPORT.source_id, country="UZB"))
    assert found(service).status is DifferenceStatus.EXPLAINED
    assert found(service, made.number - 1).status is DifferenceStatus.OPEN


def test_a_later_decision_takes_the_place_of_the_earlier_one(service: Service) -> None:
    group = found(service).group
    service.decisions.decide(LENA, group, "explained", "Perhaps other months.")
    service.decisions.decide(LENA, group, "open", "The ministry says that the months are the same.")
    assert (found(service).status, found(service).reason[:12]) == (DifferenceStatus.OPEN, "The ministry")


def test_a_revert_takes_the_decision_back(service: Service) -> None:
    made = service.decisions.decide(LENA, found(service).group, "decided", "The first is final.")
    service.reverts.revert(LENA, made.number, "too early")
    assert (found(service).status, found(service).reason) == (DifferenceStatus.OPEN, "")


def test_a_corrected_figure_opens_the_difference_again_and_says_so(service: Service) -> None:
    made = service.decisions.decide(LENA, found(service).group, "decided", "The first is final.")
    publish(service, ONE, replace(OTHER, value=9.0))
    seen = found(service)
    assert (seen.second, seen.status, seen.reason) == (9.0, DifferenceStatus.OPEN, "")
    assert seen.lapsed is not None
    assert (seen.lapsed.second_value, seen.lapsed.reason) == (7.0, "The first is final.")
    assert found(service, made.number).status is DifferenceStatus.DECIDED


PUBLISHED_AT = datetime(2027, 4, 2, tzinfo=UTC)
TWO = (figure(50), figure(70, reporter="Other ministry", source_locator="L9"))
LATER = figure(90, reporter="Third ministry", source_locator="L11", source_id="later")
RELEASE = Release(number=1, created_at=PUBLISHED_AT, actor="a", note="n", framework_version="1", method_version="1")


def contents(*figures) -> StoredContents:
    sources = (source(), source("later", date=date(2030, 1, 1), source_class=SourceClass.DESK_RESEARCH))
    return StoredContents(
        release=RELEASE, framework_text="", exercise=False, sources=sources, statements=(), observations=figures
    )


def test_a_difference_is_seen_where_all_its_figures_are() -> None:
    held = contents(*TWO, LATER)
    found = find_differences(held.observations, held.sources)
    assert len(visible_differences(found, held.observations, desk_research=True)) == 3
    assert len(visible_differences(found, held.observations, desk_research=False)) == 1
    assert visible_differences(found, held.observations[:1], desk_research=False) == ()
