"""A form retyped by a ministry: the secretariat says once which column a heading is."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.errors import NotAllowed, Refused
from bukhara.model.access import Actor, Role
from bukhara.service import Service
from tests.unit.service.little_data import house, save, statement

LENA = Actor(name="secretariat", roles=frozenset({Role.SECRETARIAT}))
ASTANA = Actor(name="astana", roles=frozenset({Role.COMMISSION}), country="KAZ")


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(house(tmp_path))


def retyped(folder: Path) -> bytes:
    """A tracker without the key row, whose statements stand under a heading of the ministry's own."""
    path = save(folder / "retyped.xlsx", statement(statement="A step, retyped."))
    workbook = load_workbook(path)
    sheet = workbook["Statements"]
    sheet["J2"] = "Ответ министерства"
    sheet.delete_rows(1)
    workbook.save(path)
    return path.read_bytes()


def test_an_unknown_heading_is_a_finding_until_it_was_said_what_it_means(service: Service, tmp_path: Path) -> None:
    draft = service.drafts.receive(LENA, "KAZ.xlsx", retyped(tmp_path), subject="KAZ")
    assert {"unknown-column", "missing-column"} <= {
        f.code for f in service.drafts.reading(LENA, draft.draft_id).findings
    }
    service.headings.remember_heading(LENA, "KAZ", "tracker", "  ответ  Министерства", "statement")
    reading = service.drafts.reading(LENA, draft.draft_id)
    assert reading.acceptable, reading.findings
    assert [row.statement for row in reading.statements] == ["A step, retyped."]


def test_what_one_country_calls_a_column_means_nothing_for_another(service: Service, tmp_path: Path) -> None:
    service.headings.remember_heading(LENA, "UZB", "tracker", "Ответ министерства", "statement")
    draft = service.drafts.receive(LENA, "KAZ.xlsx", retyped(tmp_path), subject="KAZ")
    assert not service.drafts.reading(LENA, draft.draft_id).acceptable


def test_it_is_listed_and_leaves_a_row_in_the_trail(service: Service) -> None:
    service.headings.remember_heading(LENA, "KAZ", "tracker", "Ответ", "statement")
    (heading,) = service.headings.headings(LENA, "KAZ")
    assert (heading.text, heading.column) == ("ответ", "statement")
    entry = service.opened().audit()[-1]
    assert (entry.actor, entry.action, json.loads(entry.detail)["column"]) == ("secretariat", "heading", "statement")


def test_a_heading_can_be_forgotten(service: Service) -> None:
    for column in ("statement", ""):
        service.headings.remember_heading(LENA, "KAZ", "tracker", "Ответ", column)
    assert service.headings.headings(LENA, "KAZ") == ()


@pytest.mark.parametrize(
    ("kind", "text", "column"),
    [("tracker", "Ответ", "value"), ("statistics", "Ответ", "statement"), ("other", "Ответ", "note"), ("tracker", " ", "note")],
)  # fmt: skip
def test_a_column_that_is_not_there_or_no_heading_is_refused(
    service: Service, kind: str, text: str, column: str
) -> None:
    with pytest.raises(Refused):
        service.headings.remember_heading(LENA, "KAZ", kind, text, column)
    assert service.headings.headings(LENA, "KAZ") == ()


def test_a_commission_speaks_for_its_own_forms_alone(service: Service) -> None:
    service.headings.remember_heading(ASTANA, "KAZ", "tracker", "Ответ", "statement")
    with pytest.raises(NotAllowed):
        service.headings.remember_heading(ASTANA, "UZB", "tracker", "Ответ", "statement")
    with pytest.raises(NotAllowed):
        service.headings.headings(ASTANA, "UZB")
