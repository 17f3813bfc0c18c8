"""Checking, publishing, reverting and templates through the service."""

from datetime import date
from pathlib import Path

import pytest

from bukhara.errors import BaseOutdated
from bukhara.model.release import RevertScope
from bukhara.service import Service
from bukhara.service.accounts.operator import OPERATOR
from tests.unit.service.little_data import LETTER, REPORT, house, save, statement


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(house(tmp_path))


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "sheet.xlsx"


def test_publishing_the_same_workbook_changes_nothing(service: Service, sheet: Path) -> None:
    outcome = service.publish([save(sheet, statement())], "tester", "again")
    assert outcome.release is not None
    assert (outcome.release.number, outcome.changed) == (1, False)


def test_publishing_a_change_makes_a_release(service: Service, sheet: Path) -> None:
    outcome = service.publish([save(sheet, statement(statement="Another step."))], "tester", "why")
    assert outcome.release is not None
    assert (outcome.release.number, outcome.changed, outcome.release.note) == (2, True, "why")
    assert service.snapshot().statements[0].statement == "Another step."


def test_one_faulty_workbook_keeps_all_from_being_published(service: Service, sheet: Path, tmp_path: Path) -> None:
    save(sheet, statement(statement="Another step."))
    outcome = service.publish([sheet, tmp_path / "none.xlsx"], "tester", "why")
    assert (outcome.release, outcome.changed) == (None, False)
    assert [each.reading.readable for each in outcome.checked] == [True, False]
    assert service.ready() == 1


def test_rows_changed_since_the_base_are_not_overwritten(service: Service, sheet: Path) -> None:
    service.publish([save(sheet, statement(statement="By one."))], "one", "n")
    late = save(sheet, statement(statement="By two.", revision_reason="A slip."), base=1)
    with pytest.raises(BaseOutdated):
        service.publish([late], "two", "n")


def test_a_revert_shows_the_earlier_rows_again(service: Service, sheet: Path) -> None:
    service.publish([save(sheet, statement(statement="Another step."))], "tester", "why")
    assert service.reverts.revert(OPERATOR, 1, "back", scope=RevertScope.RETURN).number == 3
    assert service.snapshot().statements == service.snapshot(release=1).statements


def test_desk_research_is_left_out_unless_asked_for(service: Service, sheet: Path) -> None:
    desk = {"source_class": "desk_research", "source_id": "desk", "title": "D", "body": "UNODC"}
    source = type(REPORT)(date=date(2022, 1, 1), access="public", address="https://example.org", **desk)
    found = statement(source_id="desk", status=None, evidence_grade=None)
    outcome = service.publish([save(sheet, found, sources=(source,))], "tester", "n")
    assert outcome.release is not None, outcome.checked[0].reading.findings
    assert len(service.snapshot().statements) == 2
    assert len(service.snapshot(desk_research=True).statements) == 3


def test_a_template_holds_the_last_rows_and_its_base(service: Service, sheet: Path) -> None:
    later = statement(source_id=LETTER.source_id, statement="Said in a letter.")
    service.publish([save(sheet, later, sources=(LETTER,))], "tester", "n")
    sheet.write_bytes(service.template("KAZ", "ru"))
    reading = service.check(sheet)
    assert reading.acceptable, reading.findings
    assert (reading.base_release, reading.countries) == (2, ("KAZ",))
    assert len(reading.statements) == 2
    assert not service.publish([sheet], "tester", "untouched").changed


@pytest.mark.parametrize("subject", ["statistics", "partners", "REG"])
def test_every_subject_has_a_template(service: Service, sheet: Path, subject: str) -> None:
    sheet.write_bytes(service.template(subject))
    assert service.check(sheet).readable


def test_an_empty_template_holds_no_answers(service: Service, sheet: Path) -> None:
    sheet.write_bytes(service.template("KAZ", empty=True))
    assert service.check(sheet).statements == ()


def test_an_unknown_country_has_no_template(service: Service) -> None:
    with pytest.raises(KeyError):
        service.template("ABC")
