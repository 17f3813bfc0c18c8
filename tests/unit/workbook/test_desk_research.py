"""Desk research: the words of the secretariat with an address; no quote is asked, no status is taken, its rows are yellow."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import SourceClass, Status, WorkbookKind
from bukhara.model.source import Source
from bukhara.workbook import read
from bukhara.workbook.writing.template import write
from tests.unit.workbook.forms import FIGURES, STATEMENTS, codes, contents, saved
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER, STATISTICS = WorkbookKind.TRACKER, WorkbookKind.STATISTICS
DESK_RESEARCH_text = Source(
    source_id="desk",
    source_class=SourceClass.DESK_RESEARCH,
    title="A page",
    body="A newspaper",
    date=date(2025, 1, 6),
    address="https://example.org/page",
)
BARE = {"source_id": "desk", "source_locator": "", "quote": ""}


def _contents(kind: WorkbookKind = TRACKER, source: Source = DESK_RESEARCH_text, **changes: object):
    known = contents(kind)
    found = replace(STATEMENTS[0], **({"status": None} | BARE | changes))  # type: ignore[arg-type]
    figure = replace(FIGURES[0], **BARE)
    return replace(
        known,
        statements=(*known.statements, found) if kind is TRACKER else (),
        observations=() if kind is TRACKER else (*known.observations, figure),
        sources=(*known.sources, source),
    )


def _reading(folder: Path, *parts: object, **changes: object):
    return read(saved(folder, write(_contents(*parts, **changes), words_of("en"))), FRAMEWORK)


def _book(language: str = "en"):
    return load_workbook(io.BytesIO(write(_contents(), words_of(language))))


@pytest.mark.parametrize("kind", [TRACKER, STATISTICS])
def test_an_address_replaces_the_quote_and_the_locator(tmp_path: Path, kind: WorkbookKind) -> None:
    reading = _reading(tmp_path, kind)
    assert (codes(reading), len(reading.statements) + len(reading.observations)) == ([], 4)


def test_a_status_needs_a_document_of_the_state(tmp_path: Path) -> None:
    assert codes(_reading(tmp_path, status=Status.IN_PLACE)) == ["status-not-for-source"]


def test_its_rows_are_on_yellow_and_the_others_stay_grey() -> None:
    sheet = _book()["Statements"]
    assert sorted(sheet.cell(row, 1).fill.start_color.rgb for row in (3, 4, 5, 6)) == ["00F2F2F2"] * 3 + ["00FFF2CC"]


def test_read_me_counts_the_rows_and_says_what_to_do() -> None:
    texts = {row[1].value: row[2].value for row in _book()["Read me"].iter_rows() if row[1].value}
    assert texts["Of these from other public sources, please confirm"] == "1"
    assert texts["Yellow rows"].startswith("They come from other public sources")


def test_read_me_says_nothing_of_it_where_there_is_none() -> None:
    front = load_workbook(io.BytesIO(write(contents(TRACKER), words_of("en"))))["Read me"]
    assert not [row for row in front.iter_rows() if "public sources" in f"{row[1].value}{row[2].value}"]
