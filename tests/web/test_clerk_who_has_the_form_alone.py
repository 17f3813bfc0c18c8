"""A Russian workbook filled in as a clerk does who has the form and nothing else: what is found is little, and right."""

import io
from collections import Counter
from typing import Any

import openpyxl
import pytest

from bukhara.model.finding import Finding
from tests.filled_in import FilledIn
from tests.stages import Stages
from tests.web.site_client import Site, commission
from tests.web.upload_files import sent, text

TJK = commission("TJK")
SINCE = ("2019", "с 2017 г.", "c 2018 года", "март 2024", "янв. 2025", "05.12.2020", "2021 год", "в 2016 году")
DUE = ("31 декабря 2027 г.", "IV квартал 2027 г.", "2028 год", "01.06.2027")
PERIODS = (("2025", "2025"), ("2024", "2024"), ("2025 год", "2025 год"), ("янв. 2025", "дек. 2025"), (2023, 2023),
           ("2025 г.", "2025 г."), ("I полугодие 2025 г.", "I полугодие 2025 г."), ("2025", "2025"))  # fmt: skip
VALUES: tuple[tuple[Any, str], ...] = (
    (12, ""), ("1 204", ""), ("<5", ""), (None, "нет данных"), (0, ""), ("около 30", ""), (7, ""), (None, "сведений нет"),
)  # fmt: skip


def messy(site: Site) -> bytes:
    """Return the form of Tajikistan with 13 answers in words, 8 figures, and a line with a name under the table."""
    site.act(TJK)
    filled = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data)
    white = filled.rows(answer_row="ответ в этом раунде")
    for n, row in enumerate(white[:13]):
        done = n < len(SINCE)
        filled.write(
            row,
            state="нет данных" if n == 12 else "ответ дан",
            status=None if n == 12 else "выполнено" if done else "планируется",
            statement=None if n == 12 else f"Уполномоченный орган создан, приказ № {n + 1}.",
            since=SINCE[n] if done else None,
            due_date=None if n == 12 or done else DUE[n - len(SINCE)],
            next_step=None if n == 12 or done else "Принять порядок работы органа.",
        )
    filled.add(indicator="Исп. Каримов А.Б., тел. 227-12-34")
    figures = filled.on("Figures")
    asked = figures.rows(answer_row="ответ в этом раунде")
    for row, (start, end), (value, gap) in zip(asked, PERIODS, VALUES, strict=False):
        figures.write(row, value=value, state=gap or None, period_start=start, period_end=end)
    filled.on("Sources").write(
        3, body="Министерство внутренних дел Таджикистана", document_number="12/345", date="20 ноября 2026 г."
    )
    return filled.saved()


def found(site: Site) -> list[Finding]:
    draft = int(sent(site, messy(site), "форма.xlsx").rsplit("/", 1)[1])
    return list(site.service.drafts.reading(TJK, draft).findings)


@pytest.fixture(scope="module")
def findings(stages: Stages) -> list[Finding]:
    return found(stages.open("first start"))


def test_a_messy_form_has_few_findings_and_each_is_right(findings: list[Finding]) -> None:
    assert Counter((each.severity.value, each.code, each.value) for each in findings) == {
        ("error", "number-below", "<5"): 1,
        ("error", "number-bound", "около 30"): 1,
        ("error", "person-line", "Исп. Каримов А.Б., тел. 227-12-34"): 1,
        ("warning", "value-normalised", "1 204"): 1,
        ("warning", "value-normalised", "IV квартал 2027 г."): 1,
        ("warning", "value-normalised", "2028 год"): 1,
        ("warning", "rows-unanswered", ""): 2,
        ("warning", "figure-joins-no-series", ""): 2,
    }


def test_what_is_read_is_what_the_clerk_meant(stages: Stages) -> None:
    site = stages.open("first start")
    draft = int(sent(site, messy(site), "форма.xlsx").rsplit("/", 1)[1])
    reading = site.service.drafts.reading(TJK, draft)
    mine = [row for row in reading.statements if row.statement.startswith("Уполномоченный орган создан")]
    assert [row.since for row in mine if row.since] == [
        "2019", "2017", "2018", "2024-03", "2025-01", "2020-12-05", "2021", "2016"
    ]  # fmt: skip
    assert [str(row.due_date) for row in mine if row.due_date] == [
        "2027-12-31",
        "2027-12-31",
        "2028-12-31",
        "2027-06-01",
    ]
    spans = [
        (str(row.period_start), str(row.period_end))
        for row in reading.observations
        if row.source_id.startswith("tjk-answer")
    ]
    assert ("2025-01-01", "2025-12-31") in spans
    assert ("2025-01-01", "2025-06-30") in spans
    assert ("2023-01-01", "2023-12-31") in spans


def test_what_was_read_counts_what_the_clerk_wrote(stages: Stages) -> None:
    site = stages.open("first start")
    page = text(site.html(sent(site, messy(site), "форма.xlsx")))
    read = page.split("What was read")[1]
    assert "13 statements are new or changed: implementation 13 6 figures are new or changed" in read
    assert "rows as before" in read


def test_rows_copied_out_of_the_form_are_known_as_ours(stages: Stages) -> None:
    site = stages.open("first start")
    site.act(TJK)
    for title in ("Statements", "Figures"):
        form = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data, title)
        copy = openpyxl.Workbook()
        for row in form.sheet.iter_rows(min_row=2, max_col=11, values_only=True):
            copy.worksheets[0].append(row)
        out = io.BytesIO()
        copy.save(out)
        page = text(site.html(f"{sent(site, out.getvalue(), f'{title}.xlsx')}?lang=ru"))
        assert "заголовки нашей формы" in page
        assert "числа из неё можно взять" not in page


def test_a_year_typed_into_an_empty_cell_stays_a_year(stages: Stages) -> None:
    site = stages.open("first start")
    site.act(TJK)
    figures = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data, "Figures")
    (row, *_) = figures.rows(answer_row="ответ в этом раунде")
    formats = {
        key: figures.sheet.cell(row, figures.column[key]).number_format for key in ("period_start", "period_end")
    }
    assert set(formats.values()) == {"General"}
