"""Rows of a workbook that were left as they were are never called confirmed: nobody confirmed them."""

import io

import openpyxl
import pytest

from tests.web.site_client import SECRETARIAT, commission, new_site
from tests.web.upload_files import changed


@pytest.mark.parametrize(
    ("language", "left", "as_before", "confirmed"),
    [
        ("en", "Left as they were", "Leaving a row does not confirm it.", ("Confirmed", "are confirmed", "to confirm")),
        (
            "ru",
            "Оставлены без изменений",
            "этим не подтверждается",
            ("Подтвержд", "строки подтвержден", "для подтверждения"),
        ),
    ],
)
def test_a_row_that_was_left_alone_is_never_called_confirmed(tmp_path, language, left, as_before, confirmed) -> None:
    site = new_site(tmp_path, actor=commission("XAA"))
    address = changed(site)
    site.service.drafts.publish(SECRETARIAT, int(address.rsplit("/", 1)[1]), "By letter")
    receipt = words(site.client.get(f"{address}/receipt.xlsx?lang={language}").data)
    front = words(site.client.get(f"/upload/template/XAA.xlsx?lang={language}").data, first_sheet=True)
    assert left in receipt
    assert as_before in receipt
    for said in confirmed:
        assert said not in receipt
        assert said not in front
    upload = site.read(f"/upload?lang={language}", language)
    assert "Confirm them" not in upload
    assert "Подтвердите их" not in upload


def words(content: bytes, *, first_sheet: bool = False) -> str:
    sheets = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    chosen = sheets[:1] if first_sheet else sheets
    return "\n".join(str(cell) for sheet in chosen for row in sheet.iter_rows(values_only=True) for cell in row if cell)
