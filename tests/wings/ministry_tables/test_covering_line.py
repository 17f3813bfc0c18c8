"""The line above a table that names a letter, and the cells of a table that was copied."""

import io

import openpyxl
import pytest

from wings.ministry_tables.covering_line import covering_line
from wings.ministry_tables.pasted import pasted


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Верховный суд, № 12/345 от 15.03.2024", ("Верховный суд", "12/345", "2024-03-15")),
        ("Письмо ГУВД исх. № 7-04/1 от 3 мая 2023 г.", ("ГУВД", "7-04/1", "2023-05-03")),
        ("Letter of the Prosecutor General No. 44 dated 2 July 2025", ("Prosecutor General", "44", "2025-07-02")),
        ("Бош прокуратура (№ 5 от 2024-01-31)", ("Бош прокуратура", "5", "2024-01-31")),
    ],
)
def test_a_line_with_institution_number_and_day_is_a_letter(line: str, said: tuple[str, str, str]) -> None:
    found = covering_line(line)
    assert (found.body, found.document_number, found.date) == said


@pytest.mark.parametrize(
    "line",
    [
        "Осуждено лиц за 2023 год",
        "Таблица № 3",
        "Форма № 1 от 32.13.2024",
        "№ 12 от 15.03.2024",
        "Министерство, № 12 от 15.03.2024, в том числе женщины",
        "Министерство от 15.03.2024",
    ],
)
def test_a_line_that_names_less_or_more_is_none(line: str) -> None:
    assert covering_line(line) is None


def test_copied_cells_are_kept_as_they_are_shown() -> None:
    copied = '"Центр ""Тумарис""\nАлматы"\t"Родник" центр\t "7"\n=1+1\t007\t<5\n\t1 240\t'
    sheet = openpyxl.load_workbook(io.BytesIO(pasted(copied))).worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ['Центр "Тумарис" Алматы', '"Родник" центр', '"7"'],
        ["=1+1", "007", "<5"],
        [None, "1 240", None],
    ]
    assert sheet["A2"].data_type == "s"
