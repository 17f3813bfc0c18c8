"""The workbook for a native reader: every Russian sentence once, and corrections that come back unchanged in meaning."""

import shutil

import pytest
from openpyxl import load_workbook

from tests import russian

LISTED = ["## first, ru: 1 new", "- Источники: УНП ООН. По состоянию на 28 июля 2023 года, версия 3.  [/statistics +4]"]


@pytest.fixture
def folder(tmp_path):
    for file in russian.FILES:
        shutil.copy(russian.FOLDER / file, tmp_path / file)
    return tmp_path


def corrected(folder, **corrections: str):
    """Write the workbook with corrections by the English sentence, and read it back."""
    path = folder / "russian.xlsx"
    russian.write(path, LISTED, folder)
    book = load_workbook(path)
    sheet = book.active
    for row in sheet.iter_rows(min_row=2):
        if row[2].value in corrections:
            row[5].value = corrections[row[2].value]
    book.save(path)
    return russian.read(path, folder)


def test_a_workbook_that_nobody_touched_changes_nothing(folder) -> None:
    before = {file: (folder / file).read_bytes() for file in russian.FILES}
    assert corrected(folder) == (0, [])
    assert {file: (folder / file).read_bytes() for file in russian.FILES} == before


def test_a_correction_changes_its_sentence_alone(folder) -> None:
    before = russian.sentences(folder)
    assert corrected(folder, **{"in place": "имеется"}) == (1, [])
    after = russian.sentences(folder)
    changed = [(old.russian, new.russian) for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [("действует", "имеется")]


def test_a_correction_that_loses_a_number_is_refused(folder) -> None:
    taken, refused = corrected(folder, **{"{k} of {n} in place": "действует часть"})
    assert (taken, len(refused)) == (0, 1)
    assert "{k} {n}" in refused[0]


def test_a_sentence_is_found_where_readers_see_it() -> None:
    text = "По состоянию на {day}, версия {release}."
    assert russian.places(LISTED, [text, "Нет такого"]) == {text: ("/statistics",), "Нет такого": ()}
