"""Style sheets are written by a formatter (`make format`): one statement a line, at most 120 columns."""

from __future__ import annotations

import cssbeautifier
import pytest

from tests.house.formatting import OPTIONS, SHEETS

WIDTH = 120


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_is_formatted(sheet) -> None:
    text = sheet.read_text(encoding="utf-8")
    assert text == cssbeautifier.beautify(text, OPTIONS), "run make format"
    assert max(map(len, text.splitlines())) <= WIDTH
