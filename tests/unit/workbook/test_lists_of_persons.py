"""Lists of persons are recognised by their columns, in seven languages; tables that only count persons are not."""

from itertools import product
from pathlib import Path

import pytest

from bukhara.workbook.grid import GridCell
from bukhara.workbook.reading.persons import place_of_persons

HERE = Path(__file__).parent
HEADS = (
    "Осуждено | Из них женщин", "Число потерпевших | Дети", "2022 | 2023", "Паспорта выданы | Паспорта возвращены",
    "Victims identified | Persons assisted", "Passports returned | Calls by telephone", "Жәбірленушілер | Сотталғандар",
    "Жабырлануучулар | Соттолгондор", "Ҷабрдидагон | Маҳкумшудагон", "Pidalar | Günäkärler",
    "Jabrlanuvchilar | Sudlanganlar", "Фамилии установлены | Адреса проверены",
)  # fmt: skip
ROWS = (
    "Ошская область | Баткенская область | г. Бишкек", "Женщины | Мужчины | Несовершеннолетние",
    "МВД | Генеральная Прокуратура | Верховный Суд", "Northern Region | Osh City | Jalal Abad",
    "Qashqadaryo Viloyati | Toshkent Shahri | Xorazm", "Турар Рыскулов ауданы | Шал Ақын ауданы | Алматы",
    "Adult Women | Minor Boys | Foreign Nationals",
)  # fmt: skip


def tables(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return text.partition("\n")[2].split("\n\n")


def cells(table: str) -> list[GridCell]:
    rows = [line.split("|") for line in table.strip("\n").split("\n")]
    return [
        GridCell(r, c, text.strip(), float(text) if text.strip().isdigit() else None)
        for r, row in enumerate(rows, 1)
        for c, text in enumerate(row, 1)
        if text.strip()
    ]


def counts() -> list[str]:
    made = (
        "\n".join(
            [f"Показатель | {head}", *(f"{row} | {n + 3} | {n * 7 + 1}" for n, row in enumerate(rows.split("|")))]
        )
        for head, rows in product(HEADS, ROWS)
    )
    return [*tables("counts_about_persons.txt"), *made]


@pytest.mark.parametrize("table", tables("lists_of_persons.txt"))
def test_a_list_of_persons_is_found(table: str) -> None:
    assert place_of_persons(cells(table))


def test_a_table_of_counts_is_no_list_of_persons() -> None:
    assert len(counts()) > 100
    assert [each for each in counts() if place_of_persons(cells(each))] == []


@pytest.mark.parametrize(
    "line",
    [
        "Исп. Каримов А.Б., тел. 227-12-34",
        "Исп. Каримов А.Б. | тел. 227-12-34",
        "Исполнитель: Каримов Азиз | 8 (7172) 22-33-44",
        "Исп. Каримов\nтел. 227-12-34",
        "Prepared by A.B. Karimov, tel. 227-12-34",
        "Орындаған: Каримов А.Б. | тел.: 227-12-34",
    ],
)
def test_a_name_with_a_telephone_below_a_table_is_found(line: str) -> None:
    assert place_of_persons(cells(f"Показатель | 2023\nОсуждено | 5\n\n{line}")).startswith("A")
