"""A Russian workbook filled in as a clerk does who has the form and nothing else: what is found is little, and right."""

import io
import re
from collections import Counter

import openpyxl
import pytest

from bukhara.i18n.words import words_of
from bukhara.model.finding import Finding
from bukhara.model.text import NO_TEXT
from bukhara.workbook.finding_groups import grouped
from tests.filled_in import FilledIn
from tests.stages import Stages
from tests.web.site_client import Site, commission
from tests.web.upload_files import sent, text

TJK = commission("TJK")
SINCE = ("2019", "с 2017 г.", "c 2018 года", "март 2024", "янв. 2025", "05.12.2020", "2021 год", "в 2016 году")
DUE = (
    "31 декабря 2027 г.",
    "IV квартал 2027 г.",
    "2028 год",
    "01.06.2027",
    "по 31.12.2027",
    "до конца 2027 года",
    "не позднее 1 марта 2027 г.",
    "до 1 июля 2027 г.",
    "не позднее 1 марта",
    "к концу года",
    "до 2028 года",
)
READ = ["2027-12-31", "2027-12-31", "2028-12-31", "2027-06-01", "2027-12-31", "2027-12-31", "2027-03-01", "2027-07-01"]
BODIES = ("МВД РТ", "Минтруд", "Генпрокуратура")  # as nobody lists them
PERIODS = (("2025", "2025"), ("2024", "2024"), ("2025 год", "2025 год"), ("янв. 2025", "дек. 2025"), (2023, 2023),
           ("2025 г.", "2025 г."), ("I полугодие 2025 г.", "I полугодие 2025 г."), ("2025", "по 31.12.2025"),
           ("с 01.01.2025", "до конца 2025 года"))  # fmt: skip
VALUES = (12, "1 204", "<5", "12 чел.", 0, "около 30", "н/д", "нет данных", "-")


def messy(site: Site) -> bytes:
    """Return the form of Tajikistan with 21 answers in words, 9 figures, and a line with a name under the table."""
    site.act(TJK)
    filled = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data)
    white = filled.rows(answer_row="ответ в этом раунде")
    for n, row in enumerate(white[:19]):
        done = n < len(SINCE)
        filled.write(
            row,
            state="ответ дан",
            status="выполнено" if done else "планируется",
            statement=f"Уполномоченный орган создан, приказ № {n + 1}.",
            body=BODIES[n % 3],
            since=SINCE[n] if done else None,
            due_date=None if done else DUE[n - len(SINCE)],
            next_step=None if done else "Принять порядок работы органа.",
        )
    filled.write(white[18], status="не принят")
    filled.write(white[19], statement="сведений нет")
    filled.write(white[20], statement="—")
    filled.add(indicator="Исп. Каримов А.Б., тел. 227-12-34")
    figures = filled.on("Figures")
    asked = figures.rows(answer_row="ответ в этом раунде")
    for row, (start, end), value in zip(asked, PERIODS, VALUES, strict=False):
        figures.write(row, value=value, period_start=start, period_end=end, reporter=BODIES[0])
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
    lines = grouped(findings)
    assert len(lines) < 15
    assert Counter((each.first.severity.value, each.first.code, len(each.findings)) for each in lines) == {
        ("error", "number-below", 1): 1,  # <5
        ("error", "number-bound", 1): 1,  # около 30
        ("error", "gap-in-words", 1): 1,  # - for a number
        ("error", "no-answer", 1): 1,  # — for an answer
        ("error", "unknown-code", 1): 1,  # не принят
        ("error", "date-unreadable", 3): 1,
        ("error", "person-line", 1): 1,
        ("warning", "unknown-body", 16): 1,
        ("warning", "unknown-body", 6): 2,
        ("warning", "gap-read", 3): 1,
        ("warning", "value-normalised", 8): 1,
        ("warning", "rows-unanswered", 1): 2,
    }


def test_an_institution_that_is_called_by_a_short_name_is_asked_about_by_its_name(findings: list[Finding]) -> None:
    asked = {each.value: each.values.get("likely") for each in findings if each.code == "unknown-body"}
    assert asked == {
        "МВД РТ": "Министерство внутренних дел Республики Таджикистан",
        "Минтруд": None,  # not on the list of institutions of Tajikistan
        "Генпрокуратура": "Генеральная прокуратура Республики Таджикистан",
    }
    sentences = " ".join(each.sentence(words_of("ru")) for each in grouped(findings))
    assert "Если имеется в виду «Генеральная прокуратура Республики Таджикистан»" in sentences


def test_a_faulty_row_makes_no_finding_at_another(stages: Stages) -> None:
    site = stages.open("first start")
    site.act(TJK)
    filled = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data)
    (row, *_) = filled.rows(indicator="BD-13.1", answer_row="последний принятый ответ")
    filled.write(row, answer_row="исправление последнего ответа", status="действует", valid_until="2027")
    filled.on("Sources").write(3, body="Министерство", document_number="12/345", date="2026-11-20")
    draft = int(sent(site, filled.saved()).rsplit("/", 1)[1])
    found = site.service.drafts.reading(TJK, draft).findings
    assert [(each.code, each.row) for each in found if each.row and each.sheet == "Сообщения"] == [
        ("missing-value", row)
    ]


def test_a_figure_of_another_body_names_both_in_the_language_of_the_page(stages: Stages) -> None:
    site = stages.open("first start")
    site.act(TJK)
    filled = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data)
    figures = filled.on("Figures")
    (row, *_) = figures.rows(indicator="CTX-registered-strict", answer_row="ответ в этом раунде")
    interior = "Министерство внутренних дел Республики Таджикистан"
    figures.write(row, value=21, period_start="2025", period_end="2025", reporter=interior)
    filled.on("Sources").write(3, body=interior, document_number="12/345", date="2026-11-20")
    page = text(site.html(f"{sent(site, filled.saved())}?lang=ru"))
    assert page.count(f"здесь — {interior}, в ряду — Генеральная прокуратура Республики Таджикистан") == 2


def test_what_is_read_is_what_the_clerk_meant(stages: Stages) -> None:
    site = stages.open("first start")
    draft = int(sent(site, messy(site), "форма.xlsx").rsplit("/", 1)[1])
    reading = site.service.drafts.reading(TJK, draft)
    mine = [row for row in reading.statements if row.statement.startswith("Уполномоченный орган создан")]
    assert [row.since for row in mine if row.since] == [
        "2019", "2017", "2018", "2024-03", "2025-01", "2020-12-05", "2021", "2016"
    ]  # fmt: skip
    assert [str(row.due_date) for row in mine if row.due_date] == READ
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
    assert "17 statements are new or changed: implementation 17 6 figures are new or changed" in read
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


def test_accepted_answers_stand_in_the_language_of_the_file_and_come_back_as_the_record_has_them(
    stages: Stages,
) -> None:
    site = stages.open("first start")
    held = {row.evidence_id: row for row in site.service.snapshot().statements}
    site.act(TJK)
    filled = FilledIn(site.client.get("/upload/template/TJK.xlsx?lang=ru").data)
    grey = [n for n in filled.rows(lang="русский") if filled.value(n, "statement_translation")]
    assert len(grey) > 40
    assert all(re.search("[А-я]", filled.value(n, "statement")) for n in grey)
    filled.write(grey[0], answer_row="исправление последнего ответа", statement="Иначе.", revision_reason="Письмо 5")
    draft = int(sent(site, filled.saved()).rsplit("/", 1)[1])
    read = site.service.drafts.reading(TJK, draft).statements
    reworded = [row for row in read if row != held.get(row.evidence_id, row)]
    assert [(row.statement, row.lang, row.statement_translation) for row in reworded] == [("Иначе.", "ru", NO_TEXT)]
