"""Our reader and openpyxl read the same from every good workbook: shipped, template or twin of a bad one, cell by cell."""

import io
import warnings
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.workbook.xlsx.cell_values import unescaped
from bukhara.workbook.xlsx.raw_workbook import opened
from tests.bad.bad_shown import ALL_KINDS
from tests.bad.baseline import ROOT

Cells = dict[tuple[str, int, int], object]
SHIPPED = sorted((ROOT / "data").rglob("*.xlsx"))
# openpyxl drops the second cell of a merged range, finds the part of texts by its type alone, and %20 is no blank to it
NOT_READ_BY_OPENPYXL = (
    "geo_merge_whole_sheet", "geo_text_number_missing", "geo_text_number_negative", "xml_part_not_there",
)  # fmt: skip
TWINS = [bad for bad in ALL_KINDS if bad.name not in NOT_READ_BY_OPENPYXL]


def _ours(path: Path) -> Cells:
    found: Cells = {}
    with opened(path) as sheets:
        for sheet in sheets:
            for row in sheet.rows():
                found |= {(sheet.title, row.number, column): value for column, value in row.values.items()}
    return found


def _theirs(content: bytes) -> Cells:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", module="openpyxl")
        book = load_workbook(io.BytesIO(content), data_only=True)
    return {
        (sheet.title, cell.row, cell.column): unescaped(cell.value) if isinstance(cell.value, str) else cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def _differences(path: Path) -> Cells:
    ours, theirs = _ours(path), _theirs(path.read_bytes())
    assert ours
    return {
        cell: (ours.get(cell), theirs.get(cell))
        for cell in ours.keys() | theirs.keys()
        if ours.get(cell) != theirs.get(cell)
    }


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT / "data")))
def test_a_shipped_workbook(path: Path) -> None:
    assert _differences(path) == {}


def test_every_twin_of_a_bad_workbook(tmp_path: Path) -> None:
    # the twins of a family differ from one another by a cell
    twins = {bad.twin(): bad.name for bad in TWINS[::4]}
    assert len(twins) > 50
    path = tmp_path / "twin.xlsx"
    for content, name in twins.items():
        path.write_bytes(content)
        assert _differences(path) == {}, name
