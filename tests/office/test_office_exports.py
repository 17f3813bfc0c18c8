"""The open data that comes back: unchanged it changes nothing, a changed row is sent to the template."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.exports import records
from bukhara.exports.to_xlsx import to_xlsx
from bukhara.model.codes import WorkbookKind
from tests.office.turning import reordered

KINDS = {"observations": WorkbookKind.STATISTICS, "evidence": WorkbookKind.TRACKER}


@pytest.fixture(scope="module")
def exported(service, tmp_path_factory) -> dict[str, Path]:
    """The export of each table."""
    made = {table: tmp_path_factory.mktemp("exported") / f"{table}.xlsx" for table in KINDS}
    for table, path in made.items():
        path.write_bytes(to_xlsx(getattr(records, table)(service.snapshot())))
    return made


def changed(path: Path, row: int, column: str, value: object) -> Path:
    workbook = load_workbook(path)
    workbook["Data"][f"{column}{row}"].value = value
    workbook.save(path.with_name("changed.xlsx"))
    return path.with_name("changed.xlsx")


@pytest.mark.parametrize("table", KINDS)
def test_an_export_uploaded_unchanged_changes_nothing(service, exported, table) -> None:
    path = exported[table]
    reading = service.check(path)
    assert (reading.kind, reading.findings) == (KINDS[table], ())
    outcome = service.publish([path], "tester", "untouched")
    assert (outcome.changed, outcome.release and outcome.release.number) == (False, service.ready())


@pytest.mark.parametrize("table", KINDS)
def test_with_its_rows_turned_round_an_export_changes_nothing(service, exported, table) -> None:
    outcome = service.publish([reordered(exported[table], "Data", 2)], "tester", "turned")
    assert (outcome.changed, outcome.checked[0].reading.findings) == (False, ())


@pytest.mark.parametrize("table", KINDS)
def test_saved_by_libreoffice_an_export_changes_nothing(service, resaved, exported, table) -> None:
    outcome = service.publish([resaved(exported[table])], "tester", "saved again")
    assert (outcome.changed, outcome.checked[0].reading.findings) == (False, ())


def test_a_part_of_an_export_changes_nothing(service, exported, tmp_path) -> None:
    path = tmp_path / "part.xlsx"
    workbook = load_workbook(exported["observations"])
    workbook["Data"].delete_rows(5, 40)
    workbook.save(path)
    outcome = service.publish([path], "tester", "a part")
    assert (outcome.changed, outcome.checked[0].reading.findings) == (False, ())


def test_a_changed_figure_in_an_export_is_named_by_its_cell_and_not_published(service, exported) -> None:
    path = changed(exported["observations"], 4, "D", 987654)
    outcome = service.publish([path], "tester", "changed")
    (finding,) = outcome.checked[0].reading.findings
    assert (finding.code, finding.sheet, finding.cell, finding.value) == ("export-changed", "Data", "D4", "987654")
    assert (outcome.release, outcome.changed) == (None, False)


def test_an_invented_row_in_an_export_is_not_published(service, exported) -> None:
    path = exported["evidence"]
    row = load_workbook(path)["Data"].max_row + 1
    outcome = service.publish([changed(path, row, "A", "e-0000000000")], "tester", "one more")
    (finding,) = outcome.checked[0].reading.findings
    assert (finding.code, finding.cell) == ("export-changed", f"A{row}")
    assert outcome.release is None
