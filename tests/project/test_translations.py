"""The workbook of a language: every text once, corrections and signatures come back, a broken sentence is found."""

import gettext
import shutil
from datetime import date

import pytest
from openpyxl import load_workbook

from bukhara.i18n.readers import SIGNED, WHOLE, fingerprint
from bukhara.model.languages import LANGUAGES
from tests import translations
from tests.project import catalogue
from tests.serving import ROOT

LISTED = ["## first, ru: 1 new", "- Источники: УНП ООН. По состоянию на 28 июля 2023 года, версия 3.  [/statistics +4]"]
READ_HERE = sorted({"ru", *(path.parts[-3] for path in catalogue.LOCALE.glob("*/LC_MESSAGES/bukhara.po"))})
NAMED_OTHERWISE = {"Third conference"}
"""Texts of which the Russian has a year that the English has not."""
FORMS = {"ru": "2012200", "tg": "0011111"}
BROKEN = [
    ("places lost", "kk", "{n} of {k}", "{n} ішінен"),
    ("wrong script", "ky", "The theme of the round", "Tegerektin temasy"),
    ("wrong script", "tk", "The theme of the round", "Тегелегиň мовзугы"),
    ("letters of another alphabet: ў", "tg", "state", "давлатў"),
    ("letters of another alphabet: ş", "uz", "figure", "şakl"),
    ("left in English", "kk", "Open the themes", "Open the themes"),
    ("longer than its place", "uz", "state", "davlat organlari " * 3),
    ("digits changed", "tg", "28 July 2023", "27.07.2023"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A copy of the files with Russian and Kazakh texts."""
    made = tmp_path_factory.mktemp("translations")
    for file in (*translations.files("ru"), *translations.files("kk"), translations.FRAMEWORK):
        (made / file).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / file).exists():
            shutil.copy(ROOT / file, made / file)
    return made


@pytest.mark.parametrize("language", READ_HERE)
def test_no_translation_has_a_finding(language) -> None:
    rows = [each for each in translations.sentences(language) if each.english not in NAMED_OTHERWISE]
    found = [(each, translations.findings(language, each.english, each.own, each.russian)) for each in rows]
    assert len(rows) > 3000
    assert [(row.english, row.own, wrong) for row, wrong in found if wrong] == []


@pytest.mark.parametrize(("finding", "language", "english", "own"), BROKEN)
def test_a_broken_sentence_is_found(finding, language, english, own) -> None:
    assert finding in "; ".join(translations.findings(language, english, own))


def _filled(path, cells):
    book = load_workbook(path)
    for row in book.active.iter_rows(min_row=2):
        for column, value in (cells(row) or {}).items():
            row[column].value = value
    book.save(path)


def test_corrections_change_their_sentences_alone_and_one_that_loses_a_number_is_refused(folder) -> None:
    files = [file for file in (*translations.files("ru"), translations.FRAMEWORK) if (folder / file).exists()]
    bytes_before = {file: (folder / file).read_bytes() for file in files}
    translations.write("ru", folder / "ru.xlsx", LISTED, folder)
    assert translations.read("ru", folder / "ru.xlsx", folder) == (0, [])
    assert {file: (folder / file).read_bytes() for file in files} == bytes_before
    before, name = translations.sentences("ru", folder), "Free legal aid for victims in law"
    own = {"in place": "имеется", name: '"Бесплатная" помощь в законе', "{k} of {n} in place": "действует часть"}
    _filled(folder / "ru.xlsx", lambda row: own.get(row[2].value) and {translations.CORRECTION: own[row[2].value]})
    taken, refused = translations.read("ru", folder / "ru.xlsx", folder)
    assert (taken, len(refused)) == (2, 1)
    assert "{k} {n}" in refused[0]
    pairs = zip(before, translations.sentences("ru", folder), strict=True)
    assert [new.own for old, new in pairs if old != new] == [own["in place"], own[name]]


def test_a_language_is_signed_as_a_whole_once_each_text_is(folder) -> None:
    (folder / "bukhara/locale/kk").mkdir(exist_ok=True, parents=True)
    signed = {translations.BY_INSTITUTION: "Министерство", translations.DAY: date(2026, 12, 1)}

    def sign(texts) -> bool:
        own = {"Third conference": "Третья конференция"}
        given = {each.english: own.get(each.english, each.russian) for each in texts}
        translations.write("kk", folder / "kk.xlsx", LISTED, folder)
        corrected = translations.CORRECTION
        _filled(
            folder / "kk.xlsx",
            lambda row: signed | {corrected: given.get(row[2].value)} if row[2].value in given else {},
        )
        assert translations.read("kk", folder / "kk.xlsx", folder)[1] == []
        return WHOLE in translations.readers("kk", folder)

    texts = translations.sentences("kk", folder)
    one = next(each for each in texts if each.english == "in place")
    assert not sign([one])
    assert translations.readers("kk", folder)[fingerprint(one.english, one.russian)].state == SIGNED
    assert sign(texts)


def test_every_russian_text_of_the_framework_can_be_corrected() -> None:
    texts = [each for each in translations.sentences("ru") if each.file == translations.FRAMEWORK]
    written = (ROOT / translations.FRAMEWORK).read_text(encoding="utf-8")
    assert len(texts) > 400
    assert [e for e in texts if translations.reworded(written, e.english, e.russian, "иначе") == written] == []


def test_a_sentence_is_found_where_readers_see_it() -> None:
    text = "По состоянию на {day}, версия {release}."
    assert translations.places(LISTED, [text, "Нет такого"]) == {text: ("/statistics",), "Нет такого": ()}


@pytest.mark.parametrize(("language", "forms"), [(each, FORMS.get(each, "1011111")) for each in LANGUAGES])
def test_plural_forms_of_0_1_2_5_11_21_101_follow_the_rule_of_the_table(language, forms) -> None:
    rule = gettext.c2py(LANGUAGES[language].plural.rstrip(";").rpartition("plural=")[2])
    assert "".join(str(rule(n)) for n in (0, 1, 2, 5, 11, 21, 101)) == forms
