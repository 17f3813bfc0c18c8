"""Workbooks as ministries of five states might really send them, with what is asked about each and what is taken.

`expected` is written by hand: cell of the file, measure, breakdown, first and last month, value or the reason for none.
"""

from tests.own.form import Answers, Form

INITIATED, TO_COURT = "CTX-proceedings/initiated", "CTX-proceedings/sent_to_court"
CONVICTED, VICTIMS, STRICT = "CTX-prosecuted/convicted", "CTX-victims/identified", "CTX-registered-strict"
F, M, MINOR, ADULT = "sex:female", "sex:male", "age_group:minor", "age_group:adult"
N = None
FORMS = (
    Form(
        "years across, a column of counts, totals with parts",
        {
            "Статистика": [
                ["Сведения о противодействии торговле людьми"],
                [],
                ["№", "Показатель", 2022, 2023, "за 7 месяцев 2024 г."],
                [1, "Возбуждено уголовных дел", 12, 14, 5],
                [2, "Осуждено лиц, всего", 10, "-", 3],
                [N, "из них женщин", 4, 5, 1],
                ["Исп. отдел статистики, тел. 55"],
            ]
        },
        merges=("A1:E1",),
        asked="text-open",
        answers=(Answers(gaps={"-": "not_available"}),),
        expected=f"""
            C4 {INITIATED} 2022-01 2022-12 12
            D4 {INITIATED} 2023-01 2023-12 14
            E4 {INITIATED} 2024-01 2024-07 5
            C5 {CONVICTED} 2022-01 2022-12 10 total
            D5 {CONVICTED} 2023-01 2023-12 not_available total
            E5 {CONVICTED} 2024-01 2024-07 3 total
            C6 {CONVICTED} {F} 2022-01 2022-12 4
            D6 {CONVICTED} {F} 2023-01 2023-12 5
            E6 {CONVICTED} {F} 2024-01 2024-07 1""",
    ),
    Form(
        "half-years under merged years, through LibreOffice",
        {
            "Лист1": [
                ["Показатели", 2023, N, 2024, N],
                [N, "1-е полугодие", "2-е полугодие", "1-е полугодие", "2-е полугодие"],
                ["Направлено в суд", 3, 4, 5, "н/д"],
                ["Осуждено", 0, 2, 1, "н/д"],
            ]
        },
        country="KGZ",
        merges=("A1:A2", "B1:C1", "D1:E1"),
        through_office=True,
        asked="text-open",
        answers=(Answers(gaps={"н/д": "leave"}),),
        expected=f"""
            B3 {TO_COURT} 2023-01 2023-06 3
            C3 {TO_COURT} 2023-07 2023-12 4
            D3 {TO_COURT} 2024-01 2024-06 5
            B4 {CONVICTED} 2023-01 2023-06 0
            C4 {CONVICTED} 2023-07 2023-12 2
            D4 {CONVICTED} 2024-01 2024-06 1""",
    ),
    Form(
        "long: a year, a measure and a sex beside each number",
        {
            "Выгрузка": [
                ["Год", "Показатель", "Пол", "Количество"],
                [2022, "Осуждено", "мужчины", 7],
                [2022, "Осуждено", "женщины", 3],
                [2023, "Осуждено", "мужчины", 8],
                [2023, "Осуждено", "женщины", 0],
            ]
        },
        country="UZB",
        expected=f"""
            D2 {CONVICTED} {M} 2022-01 2022-12 7
            D3 {CONVICTED} {F} 2022-01 2022-12 3
            D4 {CONVICTED} {M} 2023-01 2023-12 8
            D5 {CONVICTED} {F} 2023-01 2023-12 0""",
    ),
    Form(
        "years in rows, measures across",
        {
            "Sheet1": [
                ["Годы", "Возбуждено уголовных дел", "Осуждено лиц", "Выявлено потерпевших"],
                [2021, 1, 2, 3],
                [2022, 2, 2, 4],
                ["2023 г.", 3, 1, 5],
            ]
        },
        country="TKM",
        expected=f"""
            B2 {INITIATED} 2021-01 2021-12 1
            C2 {CONVICTED} 2021-01 2021-12 2
            D2 {VICTIMS} 2021-01 2021-12 3
            B3 {INITIATED} 2022-01 2022-12 2
            C3 {CONVICTED} 2022-01 2022-12 2
            D3 {VICTIMS} 2022-01 2022-12 4
            B4 {INITIATED} 2023-01 2023-12 3
            C4 {CONVICTED} 2023-01 2023-12 1
            D4 {VICTIMS} 2023-01 2023-12 5""",
    ),
    Form(
        "two tables below one another, through LibreOffice",
        {
            "Форма 1": [
                ["1. Осуждено лиц"],
                ["Пол", "2022 год", "2023 год"],
                ["женщины", 1, 2],
                ["мужчины", 3, 4],
                [],
                ["2. Потерпевшие, выявленные за период"],
                ["Возраст", "6 месяцев 2023 г.", "6 месяцев 2024 г."],
                ["взрослые", 5, 6],
                ["несовершеннолетние", 0, 1],
            ]
        },
        through_office=True,
        expected=f"""
            B3 {CONVICTED} {F} 2022-01 2022-12 1
            C3 {CONVICTED} {F} 2023-01 2023-12 2
            B4 {CONVICTED} {M} 2022-01 2022-12 3
            C4 {CONVICTED} {M} 2023-01 2023-12 4
            B8 {VICTIMS} {ADULT} 2023-01 2023-06 5
            C8 {VICTIMS} {ADULT} 2024-01 2024-06 6
            B9 {VICTIMS} {MINOR} 2023-01 2023-06 0
            C9 {VICTIMS} {MINOR} 2024-01 2024-06 1""",
    ),
    Form(
        "two tables side by side",
        {
            "свод": [
                ["Показатель", 2023, N, "Показатель", "1 полугодие 2024"],
                ["Осуждено", 11, N, "Осуждено", 6],
                ["Передано в суд", 12, N, "Передано в суд", 7],
            ]
        },
        country="UZB",
        expected=f"""
            B2 {CONVICTED} 2023-01 2023-12 11
            B3 {TO_COURT} 2023-01 2023-12 12
            E2 {CONVICTED} 2024-01 2024-06 6
            E3 {TO_COURT} 2024-01 2024-06 7""",
    ),
    Form(
        "a measure merged over the rows of its parts",
        {
            "Данные": [
                ["Показатель", "Разрез", 2023],
                ["Выявлено жертв торговли людьми", "Всего", 9],
                [N, "женщины", 5],
                [N, "мужчины", 4],
                ["Осуждено лиц", "Всего", 3],
                [N, "женщины", 1],
            ]
        },
        country="KGZ",
        merges=("A2:A4", "A5:A6"),
        expected=f"""
            C2 {VICTIMS} 2023-01 2023-12 9 total
            C3 {VICTIMS} {F} 2023-01 2023-12 5
            C4 {VICTIMS} {M} 2023-01 2023-12 4
            C5 {CONVICTED} 2023-01 2023-12 3 total
            C6 {CONVICTED} {F} 2023-01 2023-12 1""",
    ),
    Form(
        "regions with a total row, which is not added up",
        {
            "По областям": [
                ["Зарегистрировано преступлений, торговля людьми"],
                ["Регион", "2023 год", "2024 год"],
                ["г. Бишкек", 2, 3],
                ["Ошская область", 1, 0],
                ["ИТОГО", 4, 3],
            ]
        },
        country="KGZ",
        asked="heading-open",
        answers=(
            Answers(
                meanings={
                    "По областям": ("nothing",),
                    "Зарегистрировано преступлений, торговля людьми": (f"measure:{STRICT}",),
                }
            ),
        ),
        expected=f"""
            B3 {STRICT} г. Бишкек 2023-01 2023-12 2
            C3 {STRICT} г. Бишкек 2024-01 2024-12 3
            B4 {STRICT} Ошская область 2023-01 2023-12 1
            C4 {STRICT} Ошская область 2024-01 2024-12 0
            B5 {STRICT} 2023-01 2023-12 4 total
            C5 {STRICT} 2024-01 2024-12 3 total""",
    ),
    Form(
        "last year's period without its year, change and per cent left out",
        {
            "Динамика": [
                ["Показатель", "АППГ", "6 мес. 2024", "+/-, %"],
                ["Осуждено", 8, 10, 25],
                ["Возбуждено дел", 4, 2, -50],
            ]
        },
        asked="heading-open",
        answers=(Answers(meanings={"Динамика": ("nothing",)}, periods={"АППГ": ("2023-01-01", "2023-06-30")}),),
        expected=f"""
            B2 {CONVICTED} 2023-01 2023-06 8
            C2 {CONVICTED} 2024-01 2024-06 10
            B3 {INITIATED} 2023-01 2023-06 4
            C3 {INITIATED} 2024-01 2024-06 2""",
    ),
    Form(
        "four texts in place of numbers, each answered",
        {
            "Лист1": [
                ["Показатель", 2020, 2021, 2022, 2023],
                ["Осуждено", "-", "нет", "н/д", "…"],
                ["Возбуждено дел", 1, 2, 3, 4],
            ]
        },
        country="TJK",
        asked="text-open",
        answers=(Answers(gaps={"-": "zero", "нет": "not_applicable", "н/д": "not_available", "…": "suppressed"}),),
        expected=f"""
            B2 {CONVICTED} 2020-01 2020-12 0
            C2 {CONVICTED} 2021-01 2021-12 not_applicable
            D2 {CONVICTED} 2022-01 2022-12 not_available
            E2 {CONVICTED} 2023-01 2023-12 suppressed
            B3 {INITIATED} 2020-01 2020-12 1
            C3 {INITIATED} 2021-01 2021-12 2
            D3 {INITIATED} 2022-01 2022-12 3
            E3 {INITIATED} 2023-01 2023-12 4""",
    ),
    Form(
        "numbers as text, with a footnote, with words in their format",
        {
            "Лист1": [
                ["Показатель", 2022, 2023],
                ["Осуждено", "1 012", "12*"],
                ["Возбуждено дел", 7, 8],
                ["* с учётом апелляции"],
            ]
        },
        formats={"C3": '"> "0'},
        asked="text-open",
        answers=(Answers(gaps={"12*": "number"}),),
        expected=f"""
            B2 {CONVICTED} 2022-01 2022-12 1012
            C2 {CONVICTED} 2023-01 2023-12 12
            B3 {INITIATED} 2022-01 2022-12 7
            C3 {INITIATED} 2023-01 2023-12 more_than 8""",
    ),
    Form(
        "formulas that nobody has computed, a hidden column, a hidden sheet",
        {
            "Лист1": [["Показатель", 2022, 2023, 2024], ["Осуждено", 3, 4, 5], ["Возбуждено дел", "=B2+1", 4, 6]],
            "Архив": [["Осуждено", 99]],
        },
        hidden=("C", "Архив"),
        asked="text-open",
        answers=(Answers(gaps={"=B2+1": "leave", "(4)": "number"}),),
        expected=f"""
            B2 {CONVICTED} 2022-01 2022-12 3
            C2 {CONVICTED} 2023-01 2023-12 4
            C3 {INITIATED} 2023-01 2023-12 4
            D2 {CONVICTED} 2024-01 2024-12 5
            D3 {INITIATED} 2024-01 2024-12 6""",
    ),
    Form(
        "the same figure of two services, one left out",
        {
            "МВД": [["Показатель", 2023], ["Осуждено лиц", 10]],
            "Прокуратура": [["Показатель", 2023], ["Осуждено лиц", 11]],
        },
        asked="same-figure",
        answers=(Answers(), Answers(general={"take": "leave"})),
        expected=f"B2 {CONVICTED} 2023-01 2023-12 10",
    ),
    Form(
        "English, two headings above, thousands in another table",
        {
            "Data": [
                ["Border service"],
                ["Indicator", "First half of 2023", N, "First half of 2024", N],
                [N, "women", "girls", "women", "girls"],
                ["Victims identified", 4, 1, 5, 0],
                [],
                ["Passengers checked, thousand"],
                ["Year", 2023, 2024],
                ["Passengers", 870, 912],
            ]
        },
        country="TKM",
        merges=("B2:C2", "D2:E2"),
        asked="heading-open",
        answers=(Answers(), Answers(general={"take": "leave"})),
        expected=f"""
            B4 {VICTIMS} {F} 2023-01 2023-06 4
            C4 {VICTIMS} {F} {MINOR} 2023-01 2023-06 1
            D4 {VICTIMS} {F} 2024-01 2024-06 5
            E4 {VICTIMS} {F} {MINOR} 2024-01 2024-06 0""",
    ),
    Form(
        "several states, sent by the secretariat",
        {"Сводная": [["Осуждено за 2023 год"], ["Государство", "Человек"], ["Казахстан", 30], ["Таджикистан", 10]]},
        country="",
        expected=f"""
            B3 {CONVICTED} KAZ 2023-01 2023-12 30
            B4 {CONVICTED} TJK 2023-01 2023-12 10""",
    ),
    Form("no numbers at all", {"Письмо": [["Сообщаем, что осуждённых за период не было."]]}),
    Form("a sheet too large to map", {"Журнал": [["Дата", "Число"], *([f"{n}", n] for n in range(600))]}),
)
