"""Style sheets and templates are written by formatters (`make format`): one statement a line, at most 120 columns."""

import pytest

from tests.project.formatting import ROOT, SHEETS, TEMPLATES, format_sheet
from tests.project.template_format import WIDTH, format_template


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_style_sheet_is_formatted(sheet) -> None:
    text = sheet.read_text(encoding="utf-8")
    assert text == format_sheet(text), "run make format"
    assert max(map(len, text.splitlines())) <= WIDTH


def test_templates_are_formatted() -> None:
    texts = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in TEMPLATES}
    assert len(texts) > 50
    assert [str(path) for path, text in texts.items() if text != format_template(text)] == [], "run make format"
    assert [str(path) for path, text in texts.items() if max(map(len, text.splitlines())) > WIDTH] == []
