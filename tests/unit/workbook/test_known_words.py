"""Words of columns, labels of drop-downs and sentences of findings."""

import re
from pathlib import Path

import pytest

import bukhara.workbook
from bukhara import framework
from bukhara.i18n.units import UNITS
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook import sentence
from bukhara.workbook.findings import MESSAGES, severity_of
from bukhara.workbook.labels import LABELLED, codes_of, label_of, labels_of
from bukhara.workbook.letters import matched
from bukhara.workbook.reading.lookups import lookups_of
from bukhara.workbook.reading.values import as_word

FRAMEWORK = framework.load(Path(__file__).parents[3] / "indicators.yaml")
WORDS = lookups_of(FRAMEWORK).words


def test_every_counting_unit_that_has_a_name_is_known() -> None:
    assert [unit for unit in UNITS if as_word(unit, WORDS["counting_unit"]).doubt] == []


def test_a_counting_unit_of_the_framework_is_kept_as_the_framework_writes_it() -> None:
    assert as_word("treaty or instrument", WORDS["counting_unit"]).value == "treaty or instrument"


@pytest.mark.parametrize(
    ("key", "word"), [("territorial_scope", "TUR"), ("citizenship", "KAZ"), ("territorial_scope", "abroad")]
)
def test_a_place_of_the_framework_is_known(key: str, word: str) -> None:
    assert not as_word(word, WORDS[key]).doubt


def test_another_word_is_kept_and_doubted() -> None:
    read = as_word(" victms ", WORDS["counting_unit"])
    assert (read.value, read.doubt, read.normalised) == ("victms", "unknown-word", True)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_label_is_a_code_and_each_is_read_back(language) -> None:
    shown = {
        (column, code): label_of(column, code, words_of(language)) for column in LABELLED for code in codes_of(column)
    }
    assert [label for label in shown.values() if "_" in label] == []
    assert [
        key
        for key, label in shown.items()
        if labels_of(key[0], ("ru",)).get(
            label.casefold().replace(" ", "_").replace("ё", "е").replace("-", "_"), key[1]
        )
        != key[1]
    ] == []


@pytest.mark.parametrize(
    ("column", "word", "code"),
    [
        ("sex", "муж.", "male"),
        ("sex", "жен", "female"),
        ("sex", "ayollar", "female"),
        ("sex", "Всего", "total"),
        ("age_group", "дети", "minor"),
        ("age_group", "до 18 лет", "minor"),
        ("age_group", "балдар", "minor"),
        ("age_group", "взрослые", "adult"),
        # the word of templates that were sent before
        ("state", "not covered by the report", "not_asked"),
        ("state", "в отчёте не освещено", "not_asked"),
        *(("state", each, "not_available") for each in ("нет св.", "маалымат жок", "маълумот йўқ", "маълумот нест")),
        *(
            ("state", each, "not_available")
            for each in ("Н/Д", "дерек жоқ", "ma’lumot yo‘q", "maglumat ýok", "no data")
        ),
    ],
)
def test_words_of_ministries_tables_are_known_in_cells(column: str, word: str, code: str) -> None:
    assert labels_of(column, ("ru",))[matched(word)] == code


PACKAGE = Path(bukhara.workbook.__file__).parent
# what needs the record is found by the service, which holds it
WINGS = PACKAGE.parents[1] / "wings"
FINDERS = (*PACKAGE.rglob("*.py"), *(PACKAGE.parent / "service").rglob("*.py"), *WINGS.glob("*/*.py"))
SOURCE = "\n".join(path.read_text() for path in FINDERS)


def test_every_code_is_kebab_case_and_used() -> None:
    assert [code for code in MESSAGES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []
    assert [code for code in MESSAGES if SOURCE.count(f'"{code}"') < 2] == []


@pytest.mark.parametrize("code", MESSAGES)
def test_every_sentence_can_be_filled(code: str) -> None:
    names = set(re.findall(r"{(\w+)}", MESSAGES[code])) - {"value", "sheet", "column"}
    finding = Finding(
        code=code,
        severity=severity_of(code),
        sheet="S",
        column="state",
        value="{x}",
        values=dict.fromkeys(names, "7") | ({"differs": "stage|convicted|registered"} if "differs" in names else {}),
    )
    stated = sentence(finding, words_of("en"))
    assert stated.endswith(".")
    assert "{x}" in stated or "{value}" not in MESSAGES[code]


def test_a_sentence_names_the_label_of_the_column() -> None:
    finding = Finding(code="missing-value", severity=Severity.ERROR, column="state")
    assert sentence(finding, words_of("en")) == "“State of the answer” is empty. Please fill it in."


def test_values_that_are_compared_are_written_as_on_pages() -> None:
    def text(code: str, column: str, value: str, **values: str) -> str:
        found = Finding(code=code, severity=Severity.WARNING, column=column, value=value, values=values)
        return sentence(found, words_of("ru"))

    assert "«действует»" in text("changed-without-reason", "status", "in_place", before="–")
    assert "0,5" in text("level-differs", "level", "0.5", status="in_place", expected="1")
