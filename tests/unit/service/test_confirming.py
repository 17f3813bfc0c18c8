"""A state's next template holds what other public sources say of it, to be confirmed."""

import io
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook

from bukhara.service import Service
from bukhara.settings import ROOT, Settings


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(Settings(var_dir=tmp_path_factory.mktemp("var"), data_dir=ROOT / "data"))
    yield service
    service.close()


@pytest.mark.parametrize(("country", "rows"), [("KAZ", 6), ("KGZ", 0), ("TJK", 6), ("TKM", 6), ("UZB", 6), ("REG", 7)])
def test_each_template_marks_the_rows_of_that_state(shipped: Service, country: str, rows: int) -> None:
    sheet = load_workbook(io.BytesIO(shipped.template(country)))["Statements"]
    yellow = [row for row in sheet.iter_rows(min_row=3) if row[0].fill.start_color.rgb == "00FFF2CC"]
    assert len(yellow) == rows


def test_no_pack_and_no_page_gets_them_by_default(shipped: Service) -> None:
    named = {source.source_id for source in shipped.snapshot().sources}
    assert named == {"astana-2023-report", "unodc-glotip-2025-04-14"}
