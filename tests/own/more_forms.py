"""More workbooks as ministries might send them: titles, parts of a year, regions and words in six languages."""

from tests.own.form import Answers, Form
from tests.own.forms import CONVICTED, INITIATED, MINOR, TO_COURT, VICTIMS, F, N

PROSECUTED = "CTX-prosecuted/prosecuted"
MORE_FORMS = (
    Form(
        "numbers with words, masked by their format, merged over two years",
        {
            "Лист1": [
                ["Предварительные данные"],
                ["Показатель", 2022, 2023],
                ["Осуждено", "около 95", "14 чел."],
                ["Выявлено жертв", 3, "12,5 тыс."],
                ["Возбуждено дел", 7, N],
            ]
        },
        formats={"B4": '[<5]"<5";0'},
        merges=("B5:C5",),
        asked="text-open",
        answers=(Answers(gaps={"7 [B5:C5]": "leave"}),),
        expected=f"""
            B3 {CONVICTED} 2022-01 2022-12 about 95 preliminary
            C3 {CONVICTED} 2023-01 2023-12 14 preliminary
            B4 {VICTIMS} 2022-01 2022-12 suppressed preliminary
            C4 {VICTIMS} 2023-01 2023-12 about 12500 preliminary""",
    ),
    Form(
        "Kyrgyz: parts of a year, a title with its year",
        {
            "Маалымат": [
                ["Адам сатуу боюнча маалымат, 2024-жыл"],
                ["Көрсөткүч", "1-чейрек", "6 ай", "9 ай"],
                ["Козголгон кылмыш иштери", 2, 5, 7],
                ["Соттолгондор", 1, 3, 4],
                ["анын ичинде аялдар", 0, 1, 2],
            ]
        },
        country="KGZ",
        expected=f"""
            B3 {INITIATED} 2024-01 2024-03 2
            C3 {INITIATED} 2024-01 2024-06 5
            D3 {INITIATED} 2024-01 2024-09 7
            B4 {CONVICTED} 2024-01 2024-03 1
            C4 {CONVICTED} 2024-01 2024-06 3
            D4 {CONVICTED} 2024-01 2024-09 4
            B5 {CONVICTED} {F} 2024-01 2024-03 0
            C5 {CONVICTED} {F} 2024-01 2024-06 1
            D5 {CONVICTED} {F} 2024-01 2024-09 2""",
    ),
    Form(
        "Tajik: half-years, a negation beside",
        {
            "Маълумот": [
                ["Нишондиҳанда", "нимсолаи якуми соли 2023", "нимсолаи дуюми соли 2023"],
                ["Маҳкумшудагон", 4, 6],
                ["Маҳкумнашудагон", 1, 2],
            ]
        },
        country="TJK",
        asked="heading-open",
        answers=(Answers(meanings={"Маҳкумнашудагон": ("leave",)}),),
        expected=f"""
            B2 {CONVICTED} 2023-01 2023-06 4
            C2 {CONVICTED} 2023-07 2023-12 6""",
    ),
    Form(
        "Turkmen: a region in the title, quarters",
        {
            "Sheet1": [
                ["Ahal welaýaty"],
                ["Görkeziji", "2023-nji ýylyň 1-nji çärýegi", "2023-nji ýylyň 6 aýy"],
                ["Iş kesilenler", 1, 2],
                ["Kazyýete iberilen işler", 3, 4],
            ]
        },
        country="TKM",
        expected=f"""
            B3 {CONVICTED} Ahal welaýaty 2023-01 2023-03 1
            C3 {CONVICTED} Ahal welaýaty 2023-01 2023-06 2
            B4 {TO_COURT} Ahal welaýaty 2023-01 2023-03 3
            C4 {TO_COURT} Ahal welaýaty 2023-01 2023-06 4""",
    ),
    Form(
        "Uzbek in Cyrillic: 9 months of two years",
        {
            "Жадвал": [
                ["Одам савдоси бўйича маълумот"],
                ["Кўрсаткич", "2023 йил 9 ойи", "2024 йилнинг 9 ойида"],
                ["Аниқланган жабрланувчилар", 20, 18],
                ["шу жумладан вояга етмаганлар", 3, "йўқ"],
                ["Судланмаганлар", 5, 6],
            ]
        },
        country="UZB",
        asked="text-open",
        answers=(Answers(meanings={"Судланмаганлар": ("leave",)}, gaps={"йўқ": "zero"}),),
        expected=f"""
            B3 {VICTIMS} 2023-01 2023-09 20
            C3 {VICTIMS} 2024-01 2024-09 18
            B4 {VICTIMS} {MINOR} 2023-01 2023-09 3
            C4 {VICTIMS} {MINOR} 2024-01 2024-09 0""",
    ),
    Form(
        "Kazakh: the sheet is a region, another the nation",
        {
            "Алматы облысы": [["Көрсеткіш", "2023 жылғы 6 ай"], ["Сотталғандар", 2], ["Қозғалған қылмыстық істер", 3]],
            "Қазақстан": [["Көрсеткіш", "2023 жылғы 6 ай"], ["Сотталғандар", 9], ["Қозғалған қылмыстық істер", 12]],
        },
        expected=f"""
            B2 {CONVICTED} Алматы облысы 2023-01 2023-06 2
            B3 {INITIATED} Алматы облысы 2023-01 2023-06 3
            B2 {CONVICTED} 2023-01 2023-06 9
            B3 {INITIATED} 2023-01 2023-06 12""",
    ),
    Form(
        "sheets named by cities alone are asked about",
        {
            "Бишкек": [["Показатель", 2023], ["Осуждено", 2]],
            "Ош": [["Показатель", 2023], ["Осуждено", 3]],
        },
        country="KGZ",
        asked="heading-open",
        answers=(Answers(meanings={"Бишкек": ("territory",)}), Answers(general={"take": "leave"})),
        expected=f"B2 {CONVICTED} Бишкек 2023-01 2023-12 2",
    ),
    Form(
        "not convicted, refused, planned and a share beside what is asked",
        {
            "Лист1": [
                ["Показатель", "за 9 мес. 2024", "план 2025"],
                ["Осуждено", 7, 9],
                ["Не осуждено", 2, N],
                ["Отказано в возбуждении уголовных дел", 4, N],
                ["Доля осужденных женщин, %", 30, N],
                ["Привлечено к уголовной ответственности", 11, N],
            ]
        },
        asked="heading-open",
        answers=(
            Answers(
                meanings={
                    "план 2025": ("leave",),
                    "Не осуждено": ("leave",),
                    "Отказано в возбуждении уголовных дел": ("leave",),
                    "Доля осужденных женщин, %": ("leave",),
                }
            ),
        ),
        expected=f"""
            B2 {CONVICTED} 2024-01 2024-09 7
            B6 {PROSECUTED} 2024-01 2024-09 11""",
    ),
    Form(
        "comments: what they say is asked about and kept",
        {"Парақ1": [["Көрсеткіш", 2022, 2023], ["Сотталғандар", 10, 14], ["Выявлено жертв", 5, 6]]},
        comments={"C2": "без учёта несовершеннолетних", "A3": "проверено"},
        asked="heading-open",
        answers=(
            Answers(
                meanings={"Выявлено жертв «проверено»": (f"measure:{VICTIMS}",)},
                gaps={"14 «без учёта несовершеннолетних»": "number"},
            ),
        ),
        expected=f"""
            B2 {CONVICTED} 2022-01 2022-12 10
            C2 {CONVICTED} 2023-01 2023-12 14
            B3 {VICTIMS} 2022-01 2022-12 5
            C3 {VICTIMS} 2023-01 2023-12 6""",
    ),
    Form(
        "no plain number in a column, small ones masked by the format of all, two languages in a heading",
        {
            "Лист1": [
                ["Показатель / Көрсеткіш", "2022 год / 2022 жыл", "2023"],
                ["Осуждено / Сотталғандар", "более 10", 3],
                ["Выявлено жертв", "не менее 4", 7],
                ["Возбуждено дел", "-", 12000],
            ]
        },
        formats={f"C{row}": '[<5]"<5";0' for row in (2, 3, 4)},
        asked="text-open",
        answers=(Answers(gaps={"-": "not_available"}),),
        expected=f"""
            B2 {CONVICTED} 2022-01 2022-12 more_than 10
            C2 {CONVICTED} 2023-01 2023-12 suppressed
            B3 {VICTIMS} 2022-01 2022-12 at_least 4
            C3 {VICTIMS} 2023-01 2023-12 7
            B4 {INITIATED} 2022-01 2022-12 not_available
            C4 {INITIATED} 2023-01 2023-12 12000""",
    ),
)
