"""The workbook for a native reader: every Russian sentence once, and corrections that come back unchanged in meaning."""

import json
import shutil

import pytest
from openpyxl import load_workbook

from tests import russian
from tests.serving import ROOT

LISTED = ["## first, ru: 1 new", "- Источники: УНП ООН. По состоянию на 28 июля 2023 года, версия 3.  [/statistics +4]"]


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The files with Russian texts and the workbook made of them; no test changes these."""
    made = tmp_path_factory.mktemp("russian")
    for file in russian.FILES:
        (made / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, made / file)
    russian.write(made / "russian.xlsx", LISTED, made)
    return made


@pytest.fixture
def folder(tmp_path, written):
    return shutil.copytree(written, tmp_path / "copy")


def test_a_workbook_that_nobody_touched_changes_nothing(folder) -> None:
    before = {file: (folder / file).read_bytes() for file in russian.FILES}
    assert russian.read(folder / "russian.xlsx", folder) == (0, [])
    assert {file: (folder / file).read_bytes() for file in russian.FILES} == before


def test_a_correction_changes_its_sentence_alone_and_one_that_loses_a_number_is_refused(folder) -> None:
    before, written = russian.sentences(folder), (folder / russian.FRAMEWORK).read_text(encoding="utf-8")
    name, correction = "Free legal aid for victims in law", '"Бесплатная" помощь в законе'
    corrections = {"in place": "имеется", name: correction, "{k} of {n} in place": "действует часть"}
    book = load_workbook(folder / "russian.xlsx")
    for row in book.active.iter_rows(min_row=2):
        row[5].value = corrections.get(row[2].value)
    book.save(folder / "russian.xlsx")
    taken, refused = russian.read(folder / "russian.xlsx", folder)
    assert (taken, len(refused)) == (2, 1)
    assert "{k} {n}" in refused[0]
    after = russian.sentences(folder)
    changed = [(old.russian, new.russian) for old, new in zip(before, after, strict=True) if old != new]
    now = "Бесплатная юридическая помощь пострадавшим в законе"
    assert changed == [("действует", "имеется"), (now, correction)]
    lines = zip(written.splitlines(), (folder / russian.FRAMEWORK).read_text("utf-8").splitlines(), strict=True)
    [(old, new)] = [pair for pair in lines if pair[0] != pair[1]]
    assert name in old
    assert new == old.replace(f'ru: "{now}"', f"ru: {json.dumps(correction, ensure_ascii=False)}")


def test_every_russian_text_of_the_framework_can_be_corrected() -> None:
    texts = [each for each in russian.sentences() if each.file == russian.FRAMEWORK]
    written = (ROOT / russian.FRAMEWORK).read_text(encoding="utf-8")
    assert len(texts) > 400
    assert [each for each in texts if russian.reworded(written, each.english, each.russian, "иначе") == written] == []


def test_a_sentence_is_found_where_readers_see_it() -> None:
    text = "По состоянию на {day}, версия {release}."
    assert russian.places(LISTED, [text, "Нет такого"]) == {text: ("/statistics",), "Нет такого": ()}
