"""The open data that comes back: unchanged it changes nothing, a changed row is sent to the template."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.exports import records
from bukhara.exports.to_xlsx import to_xlsx
from bukhara.model.codes import WorkbookKind
from bukhara.service import Service
from tests.office.turning import reordered

KINDS = {"observations": WorkbookKind.STATISTICS, "evidence": WorkbookKind.TRACKER}


def export(service: Service, table: str, folder: Path) -> Path:
    path = folder / f"{table}.xlsx"
    path.write_bytes(to_xlsx(getattr(records, table)(service.snapshot())))
    return path


def changed(path: Path, row: int, column: str, value: object) -> Path:
    workbook = load_workbook(path)
    workbook["Data"][f"{column}{row}"].value = value
    workbook.save(path)
    return path


@pytest.mark.parametrize("table", KINDS)
def test_an_export_uploaded_unchanged_changes_nothing(service: Service, tmp_path: Path, table: str) -> None:
    path = export(service, table, tmp_path)
    reading = service.check(path)
    assert (reading.kind, reading.findings) == (KINDS[table], ())
    outcome = service.publish([path], "tester", "untouched")
    assert (outcome.changed, outcome.release and outcome.release.number) == (False, service.ready())


@pytest.mark.parametrize("table", KINDS)
def test_with_its_rows_turned_round_an_export_changes_nothing(service: Service, tmp_path: Path, table: str) -> None:
    outcome = service.publish([reordered(export(service, table, tmp_path), "Data", 2)], "tester", "turned")
    assert (outcome.changed, outcome.checked[0].reading.findings) == (False, ())


@pytest.mark.parametrize("table", KINDS)
def test_saved_by_libreoffice_an_export_changes_nothing(
    service: Service, resaved: Callable[[Path], Path], tmp_path: Path, table: str
) -> None:
    outcome = service.publish([resaved(export(service, table, tmp_path))], "tester", "saved again")
    assert (outcome.changed, outcome.checked[0].reading.findings) == (False, ())


def test_a_part_of_an_export_changes_nothing(service: Service, tmp_path: Path) -> None:
    path = export(service, "observations", tmp_path)
    workbook = load_workbook(path)
    workbook["Data"].delete_rows(5, 40)
    workbook.save(path)
    outcome = service.publish([path], "tester", "a part")
    assert (outcome.changed, outcome.checked[0].reading.findings) == (False, ())


def test_a_changed_figure_in_an_export_is_named_by_its_cell_and_not_published(service: Service, tmp_path: Path) -> None:
    path = changed(export(service, "observations", tmp_path), 4, "D", 987654)
    outcome = service.publish([path], "tester", "changed")
    (finding,) = outcome.checked[0].reading.findings
    assert (finding.code, finding.sheet, finding.cell, finding.value) == ("export-changed", "Data", "D4", "987654")
    assert (outcome.release, outcome.changed) == (None, False)


def test_an_invented_row_in_an_export_is_not_published(service: Service, tmp_path: Path) -> None:
    path = export(service, "evidence", tmp_path)
    row = load_workbook(path)["Data"].max_row + 1
    outcome = service.publish([changed(path, row, "A", "e-0000000000")], "tester", "one more")
    (finding,) = outcome.checked[0].reading.findings
    assert (finding.code, finding.cell) == ("export-changed", f"A{row}")
    assert outcome.release is None
