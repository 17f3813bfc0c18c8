"""Tables that could be read as another figure without anybody seeing it: each cell is taken rightly or asked about."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from bukhara.workbook.grid import GridCell
from bukhara.workbook.reading.sheet_grid import SheetGrid, grids_in
from tests.addresses import framework
from tests.clock import NOW
from wings.ministry_tables.heading_words import HeadingWords, measure_choices
from wings.ministry_tables.layout import tables_of
from wings.ministry_tables.mapping import mapped, proposed

TRAPS = yaml.safe_load(Path(__file__).with_name("own_table_traps.yaml").read_text(encoding="utf-8"))


def uses(rows: list[list[object]]) -> dict[str, str]:
    """Return the mapping of each cell of a sheet that needs no question."""
    cells = tuple(
        GridCell(r, c, f"{value}", float(value) if isinstance(value, int) else None)
        for r, row in enumerate(rows, 1)
        for c, value in enumerate(row, 1)
        if value is not None
    )
    known = framework(exercise=False)
    words = HeadingWords(known, measure_choices(known, others=False))
    found = {}
    for table in tables_of(SheetGrid(title="Лист1", cells=cells)):
        for cell in mapped(table, proposed(table, words, NOW.date()), "KAZ"):
            days = f"{cell.start:%Y-%m}..{cell.end:%m}" if cell.use == "taken" else ""
            days = days[:4] if days.endswith("-01..12") else days
            parts = (cell.measure.rpartition("/")[2], *(code for _, code in cell.breakdown), days)
            found[cell.cell.address] = " ".join(filter(None, parts)) if cell.use == "taken" else cell.reason
    return found


@pytest.mark.parametrize("trap", TRAPS, ids=[trap["name"] for trap in TRAPS])
def test_a_cell_is_taken_rightly_or_asked_about(trap: dict[str, Any]) -> None:
    assert uses(trap["rows"]) == trap["cells"]


def test_what_is_printed_above_and_below_each_page_holds_for_its_tables(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["Показатель", 2024], ["Осуждено лиц", 3]):
        book.active.append(row)
    head, foot = book.active.oddHeader, book.active.oddFooter
    head.center.text, head.right.text, foot.left.text, foot.left.size = "за 9 месяцев", "Стр. &P из &N", "тыс. чел.", 12
    book.save(tmp_path / "a.xlsx")
    (table,) = tables_of(*grids_in(tmp_path / "a.xlsx"))
    assert table.titles == ("за 9 месяцев", "тыс. чел.")
