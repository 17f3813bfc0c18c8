"""A reading under the codings that were not kept."""

from dataclasses import replace

from bukhara.model.codes import Status
from bukhara.model.framework import OtherCoding
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.second_coding import recoded
from bukhara.progress.status import statuses
from tests.unit.progress.build import framework, item, snapshot, statement


def coded(status: Status, *stated: Statement) -> Snapshot | None:
    frame = framework(item("BD-1"))
    reading = replace(
        frame.readings[0],
        source_id="report",
        second_coding=(OtherCoding(country="KAZ", indicator="BD-1.1", status=status),),
    )
    return recoded(snapshot(replace(frame, readings=(reading,)), *stated))


def status_of(found: Snapshot | None) -> Status:
    assert found is not None
    return statuses(found)[0].status


def test_without_another_coding_there_is_nothing_to_show() -> None:
    assert recoded(snapshot(framework(item("BD-1")), statement(Status.IN_PLACE))) is None


def test_the_other_status_takes_the_place_of_the_one_kept() -> None:
    assert status_of(coded(Status.UNDER_WAY, statement(Status.IN_PLACE))) is Status.UNDER_WAY


def test_not_covered_takes_the_status_away() -> None:
    assert status_of(coded(Status.NOT_ASKED, statement(Status.UNDER_WAY))) is Status.NOT_ASKED


def test_a_status_can_be_inserted_where_none_was_kept() -> None:
    assert status_of(coded(Status.PLANNED)) is Status.PLANNED
