"""Open data that is sent in as if it were a workbook."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.errors import DraftConflict
from bukhara.exports import records
from bukhara.exports.to_xlsx import to_xlsx
from bukhara.model.access import Actor, Role
from bukhara.service import Service
from tests.unit.service.little_data import house

LENA = Actor(name="secretariat", roles=frozenset({Role.SECRETARIAT}))


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(house(tmp_path))


def export(service: Service) -> bytes:
    return to_xlsx(records.evidence(service.snapshot()))


def test_unchanged_it_is_published_without_a_release(service: Service) -> None:
    draft = service.drafts.receive(LENA, "evidence.xlsx", export(service))
    assert service.drafts.publish(LENA, draft.draft_id, "Sent back as it was.").number == 1
    assert service.ready() == 1


def test_a_changed_row_comes_back_marked_at_its_cell_and_is_not_published(service: Service) -> None:
    workbook = load_workbook(io.BytesIO(export(service)))
    place = next(cell.coordinate for cell in workbook["Data"][2] if cell.value == "A step was taken.")
    workbook["Data"][place] = "Another step."
    changed = io.BytesIO()
    workbook.save(changed)
    draft = service.drafts.receive(LENA, "evidence.xlsx", changed.getvalue())
    sent_back = load_workbook(io.BytesIO(service.drafts.marked(LENA, draft.draft_id, "en")))
    assert "not as it was exported" in sent_back["Data"][place].comment.text
    with pytest.raises(DraftConflict):
        service.drafts.publish(LENA, draft.draft_id, "Another step.")
