"""Texts that tell of sums and measures are not taken for persons."""

import pytest

from bukhara.workbook.reading.ledger import DataRow, Ledger
from bukhara.workbook.reading.privacy import check_privacy


def _codes_in(text: str) -> list[str]:
    ledger = Ledger()
    row = DataRow(ledger, "Statements", 3, {"note": 1}, {"note": text}, fields={"note": text})
    check_privacy(row)
    return [finding.code for finding in ledger.closed()]


@pytest.mark.parametrize(
    "text",
    [
        "I кв. 2022 г.", "женщины в возрасте 18 лет и старше", "дети до 18 лет", "17-летние девушки", "women aged 18 and over",
        "15-year-old girls", "the Sharof Rashidov district", "улучшение работы в 12 районах", "Order No. 123456789 of 2019",
        "hotline 11616", "x@y", "Law No. 110-VIII of 5 July 2024", "a draft of 12 articles", "a woman of the ministry",
    ],
)  # fmt: skip
def test_measures_and_sums_name_nobody(text: str) -> None:
    assert _codes_in(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a boy of 9 was found", "single-case"), ("a 4-month-old baby", "single-case"), ("женщина, 34 года", "single-case"),
        ("ул. Абая, д. 12, кв. 5", "contact-details"), ("t.me/helper", "contact-details"), ("гр. А. показал", "personal-name"),
        ("Aliyev Rustam Olimovich", "personal-name"), ("Айгүл Серікқызы", "personal-name"),
    ],
)  # fmt: skip
def test_one_person_is_noticed(text: str, code: str) -> None:
    assert code in _codes_in(text)
