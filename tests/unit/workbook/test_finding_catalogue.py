"""Every code has a sentence in words, and a severity."""

import re
from pathlib import Path

import pytest

import bukhara.workbook
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook import sentence
from bukhara.workbook.findings import MESSAGES, severity_of

PACKAGE = Path(bukhara.workbook.__file__).parent
# what needs the record is found by the service, which holds it
FINDERS = (*PACKAGE.rglob("*.py"), *(PACKAGE.parent / "service").rglob("*.py"))
SOURCE = "\n".join(path.read_text() for path in FINDERS)


@pytest.mark.parametrize("code", MESSAGES)
def test_every_code_is_kebab_case_and_used(code: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert SOURCE.count(f'"{code}"') > 1


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

    assert "«внедрено»" in text("changed-without-reason", "status", "in_place", before="–")
    assert "0,5" in text("level-differs", "level", "0.5", status="in_place", expected="1")
