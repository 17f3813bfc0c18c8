"""Headings and titles as offices of five states write them: each is read rightly or asked about, never as another."""

import csv
from pathlib import Path

import pytest

from bukhara.workbook.grid import GridCell
from bukhara.workbook.heading_vocabulary import tokens_of, vocabulary
from bukhara.workbook.reading.sheet_grid import SheetGrid
from tests.addresses import framework
from tests.clock import NOW
from wings.ministry_tables.heading_words import HeadingWords, measure_choices
from wings.ministry_tables.layout import tables_of
from wings.ministry_tables.mapping import mapped, proposed

ASK, YEAR = "ask", "2023-01:2023-12"
MOST_NEEDLESS = 0.05
SHORT = {
    "female": "F",
    "male": "M",
    "sexual_exploitation": "sexual",
    "labour_exploitation": "labour",
    "identified": "victims",
    "sent_to_court": "court",
}
with (Path(__file__).parent / "headings.csv").open(encoding="utf-8") as file:
    CORPUS = list(csv.DictReader(file, delimiter=";"))
_FRAMEWORK = framework(exercise=False)
_WORDS = HeadingWords(_FRAMEWORK, measure_choices(_FRAMEWORK, others=False))


def rows_of(kind: str, text: str) -> list[list[object]]:
    heading: object = int(text) if text.isdigit() else text
    return {
        "period": [["Показатель", heading], ["Осуждено", 7]],
        "part": [["Показатель", 2023], ["Осуждено", 9], [text, 7]],
        "title": [[text], ["Показатель", 2023], ["Выявлено жертв", 7]],
    }.get(kind, [["Показатель", 2023], [text, 7]])


def outcome(kind: str, text: str) -> str:
    """Return what the last number of a sheet with this heading is taken for, `leave`, or `ask`."""
    cells = tuple(
        GridCell(r, c, f"{value}", float(value) if isinstance(value, int) else None)
        for r, row in enumerate(rows_of(kind, text), 1)
        for c, value in enumerate(row, 1)
    )
    tables = tables_of(SheetGrid(title="Лист1", cells=cells))
    if not tables:
        return ASK
    cell = mapped(tables[-1], proposed(tables[-1], _WORDS, NOW.date()), "KAZ")[-1]
    if cell.use != "taken":
        return "leave" if cell.use == "left" else ASK
    period = f"{cell.start:%Y-%m}:{cell.end:%Y-%m}"
    stage = cell.measure.rpartition("/")[2]
    codes = [SHORT.get(stage, stage), *(SHORT.get(code, code) for _, code in cell.breakdown)]
    codes += ["T"] if cell.territory else []
    codes += ["total"] if cell.total else []
    return period if kind == "period" else " ".join(codes if period == YEAR else [*codes, period])


def judged(row: dict[str, str]) -> str:
    found = outcome(row["kind"], row["text"])
    expected = row["expected"]
    if row["kind"] == "title" and ":" in expected:
        expected = f"victims {expected}"
    if found == expected:
        return "right"
    return "needless" if found == ASK else "wrong"


@pytest.mark.parametrize("kind", ["period", "measure", "part", "negation", "title"])
def test_no_heading_is_read_as_another(kind: str) -> None:
    of_kind = [row for row in CORPUS if row["kind"] == kind]
    wrong = {row["text"]: outcome(kind, row["text"]) for row in of_kind if judged(row) == "wrong"}
    assert wrong == {}


def test_each_phrase_of_the_vocabulary_is_found_as_it_is_written() -> None:
    assert [phrase for phrase in vocabulary() if tokens_of(" ".join(phrase)) != phrase] == []


def test_what_is_clear_is_seldom_asked_about() -> None:
    clear = [row for row in CORPUS if row["expected"] != ASK]
    needless = [row["text"] for row in clear if judged(row) == "needless"]
    assert len(needless) / len(clear) < MOST_NEEDLESS, needless
