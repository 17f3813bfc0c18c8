"""Tables that could be read as another figure without anybody seeing it: each cell is taken rightly or asked about."""

import pytest

from bukhara.workbook.grid import GridCell
from bukhara.workbook.reading.sheet_grid import SheetGrid
from bukhara.workbook.tables.heading_words import HeadingWords, measure_choices
from bukhara.workbook.tables.layout import tables_of
from bukhara.workbook.tables.mapping import mapped, proposed
from tests.addresses import framework
from tests.clock import NOW

N = None


def uses(rows: list[list[object]]) -> dict[str, str]:
    """Return the mapping of each cell of a sheet that needs no question."""
    cells = tuple(
        GridCell(r, c, f"{value}", float(value) if isinstance(value, int) else None)
        for r, row in enumerate(rows, 1)
        for c, value in enumerate(row, 1)
        if value is not None
    )
    known = framework(exercise=False)
    words = HeadingWords(known, measure_choices(known, others=False))
    found = {}
    for table in tables_of(SheetGrid(title="Лист1", cells=cells)):
        for cell in mapped(table, proposed(table, words, NOW.date()), "KAZ"):
            days = f"{cell.start:%Y-%m}..{cell.end:%m}" if cell.use == "taken" else ""
            days = days[:4] if days.endswith("-01..12") else days
            parts = (cell.measure.rpartition("/")[2], *(code for _, code in cell.breakdown), days)
            found[cell.cell.address] = " ".join(filter(None, parts)) if cell.use == "taken" else cell.reason
    return found


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            [["Генеральная прокуратура, № 12/3 от 15.03.2025"], ["Показатель", 2024], ["Осуждено лиц", 5]],
            {"B3": "convicted 2024"},
            id="the day of a letter is no period",
        ),
        pytest.param(
            [["Сведения о несовершеннолетних, № 12/3 от 15.03.2025"], ["Показатель", 2024], ["Осуждено лиц", 5]],
            {"B3": "heading-open"},
            id="a line with a number and a day that narrows what is counted is asked about",
        ),
        pytest.param(
            [["Осуждено, 2024 год"], [N, "янв", "фев", "Итого"], ["женщины", 1, 2, 3]],
            {"B3": "convicted female 2024-01..01", "C3": "convicted female 2024-02..02", "D3": "no-period"},
            id="a total of months is not of the year in the title",
        ),
        pytest.param(
            [
                ["Показатель", 2023],
                ["Осуждено", "15 чел."],
                ["Возбуждено дел", "более 10"],
                ["Выявлено жертв", "12,5 тыс."],
                ["Направлено в суд", "14 чел."],
                ["Привлечено к уголовной ответственности", "до 20"],
                ["Выявлено потерпевших", 7],
            ],
            {
                "B2": "convicted 2023",
                "B3": "initiated 2023",
                "B4": "identified 2023",
                "B5": "other-unit",
                "B6": "text-open",
                "B7": "identified 2023",
            },
            id="clear numbers with words are taken, persons are no cases",
        ),
        pytest.param(
            [
                ["Показатель", 2023],
                ["Осуждено", 9],
                ["женщины", 2],
                ["Проведено рейдов", 5],
                ["из них женщин", 1],
                ["дети", 3],
                ["Прирост", 1],
                ["женщины", 4],
            ],
            {
                "B2": "convicted 2023",
                "B3": "convicted female 2023",
                **dict.fromkeys(("B4", "B5", "B6", "B8"), "heading-open"),
                "B7": "heading-left",
            },
            id="a part of what is not known is not known",
        ),
        pytest.param(
            [["Показатель", 2023], ["Несовершеннолетние"], ["Осуждено", 2]],
            {"B3": "convicted minor 2023"},
            id="a section between the headings and the first row",
        ),
        pytest.param(
            [["Показатель", "Всего"], ["2022 год"], ["Осуждено", 5], ["2023 год"], ["Осуждено", 6]],
            {"B3": "convicted 2022", "B5": "convicted 2023"},
            id="years between the rows, one before the first",
        ),
        pytest.param(
            [["Осуждено", 2023], ["женщины", 5], ["Без учёта несовершеннолетних"], ["Исп. Каримов, тел. 55"]],
            {"B2": "heading-open"},
            id="what a text below says of the numbers is asked about, who signed is not",
        ),
        pytest.param(
            [["Выявлено жертв", 2023], ["из них женщины", 5], ["Всего по республике", 9]],
            {"B2": "identified female 2023", "B3": "identified 2023"},
            id="what stands above the names of the rows holds for them",
        ),
        pytest.param(
            [[N, N, N, "Несовершеннолетние"], ["Показатель", 2023], ["Осуждено", 2]],
            {"B3": "convicted minor 2023"},
            id="a title that stands beside the table",
        ),
        pytest.param(
            [["Показатель", 2023, "Примечание"], ["Осуждено", 2, "без учёта апелляций"], ["Направлено в суд", 3]],
            {"B2": "heading-open", "B3": "sent_to_court 2023"},
            id="a remark beside a number is asked about",
        ),
        pytest.param(
            [["Осуждено"], ["Страна", 2023], ["Казахстан", 2], ["Турция", 3]],
            {"B3": "heading-open", "B4": "heading-open"},
            id="a list of countries with others is not of the reporting state",
        ),
        pytest.param(
            [["Выявлено жертв по странам назначения"], ["Страна", 2023], ["Казахстан", 2]],
            {"B3": "heading-open"},
            id="a country of destination is not the reporting state",
        ),
        pytest.param(
            [["Осуждено"], ["Страна", 2023], ["Казахстан", 2], ["Кыргызстан", 3]],
            {"B3": "states-listed", "B4": "other-country"},
            id="several states in the table of one",
        ),
        pytest.param(
            [["Осуждено нарастающим итогом"], ["Показатель", "I кв. 2023", "II кв. 2023", 2023], ["женщины", 1, 2, 3]],
            {"B3": "convicted female 2023-01..03", "C3": "convicted female 2023-01..06", "D3": "no-period"},
            id="cumulative quarters begin in January",
        ),
        pytest.param(
            [["Осуждено за 9 месяцев"], ["Показатель", 2022, "6 мес. 2023"], ["женщины", 1, 2]],
            {"B3": "convicted female 2022-01..09", "C3": "no-period"},
            id="the part of a year in a title holds for years, or is asked about",
        ),
        pytest.param(
            [["Показатель", "2023", "женщины"], ["Возбуждено уголовных дел", 9, 2]],
            {"B2": "initiated 2023", "C2": "case-of-persons"},
            id="a case has no sex",
        ),
        pytest.param(
            [["Показатель", 2023], ["Возбуждено дел", 2015], ["Осуждено", 15]],
            {"B2": "initiated 2023", "B3": "convicted 2023"},
            id="a count that looks like a year is a count",
        ),
        pytest.param(
            [["Год", "Выявлено жертв", "из них детей", "Осуждено"], [2023, 9, 2, 4]],
            {"B2": "identified 2023", "C2": "identified minor 2023", "D2": "convicted 2023"},
            id="a part belongs to the column before it",
        ),
        pytest.param(
            [["Показатель", 2023, N, 2024], [N, "жен", "муж", "жен"], ["Осуждено", 1, 2, 3]],
            {"B3": "convicted female 2023", "C3": "convicted male 2023", "D3": "convicted female 2024"},
            id="a year written once above two columns",
        ),
        pytest.param(
            [["Показатель", 2023], ["Преступления, связанные с торговлей людьми", 5], ["Осуждено за вербовку", 2]],
            {"B2": "heading-open", "B3": "heading-open"},
            id="related offences are never taken for trafficking",
        ),
        pytest.param(
            [["Показатель", 2022, 2023], ["Осуждено", 1, 2], ["Итого", 4, 6]],
            {"B2": "convicted 2022", "C2": "convicted 2023", "B3": "no-measure", "C3": "no-measure"},
            id="a total of different things has no measure",
        ),
        pytest.param(
            [["Показатель", 2023, N], [N, "ж", "м"], ["Осуждено", 1, 2]],
            {"B3": "heading-open", "C3": "heading-open"},
            id="letters that mean something do not count columns",
        ),
        pytest.param(
            [["%"], ["Показатель", "Годы", N], [N, 2022, 2023], ["Осуждено", 1, 2]],
            {"B4": "heading-open", "C4": "heading-open"},
            id="a table below a sign of shares is asked about, not left out; the word above years says nothing",
        ),
        pytest.param(
            [["План на 2023-2027 годы"], ["Показатель", 2023, "%"], ["Осуждено", 1, 2]],
            {"B3": "heading-open", "C3": "heading-left"},
            id="a plan is asked about, a column of shares is no figure",
        ),
        pytest.param(
            [["Осуждено за 2023-2027 годы"], ["Показатель", 2026, "2023-2027", 2027], ["женщины", 1, 2, 3]],
            {"B3": "convicted female 2026", "C3": "no-period", "D3": "no-period"},
            id="a count of years to come is asked about, not a span in the title that holds the year",
        ),
        pytest.param(
            [["МВД"], ["Выявлено жертв", 2023], ["КНБ", 2], ["Всего", 5]],
            {"B3": "heading-open", "B4": "identified 2023"},
            id="a body beside a number is a part of it, above the table its author",
        ),
    ],
)
def test_a_cell_is_taken_rightly_or_asked_about(rows: list[list[object]], expected: dict[str, str]) -> None:
    assert uses(rows) == expected
