"""A figure ten times that of the neighbouring period, or a tenth of it, is asked about; revisions and copies are not."""

import io
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bukhara.errors import DraftConflict
from bukhara.i18n.words import words_of
from bukhara.model.codes import PeriodBasis, Qualifier, Severity, State, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.service import Service, sentence
from bukhara.service.drafts.warnings_ack import fingerprint, removed_count
from bukhara.workbook import WorkbookContents
from bukhara.workbook.writing.template import write
from tests.unit.service.little_data import FRAMEWORK, LETTER, REPORT
from tests.unit.service.small_record import LENA, MIRA, small_service

MEASURE = FRAMEWORK.measures[0].id


def figure(year: int, number: float, **changes: Any) -> Observation:
    values: dict[str, Any] = {
        "country": "KAZ",
        "indicator": MEASURE,
        "value": number,
        "state": State.VALUE,
        "unit": "count",
        "counting_unit": "victim",
        "period_start": date(year, 1, 1),
        "period_end": date(year, 12, 31),
        "period_basis": PeriodBasis.STATED,
        "source_id": LETTER.source_id,
        "source_locator": f"p. {year}",
    }
    return Observation(**(values | changes))


@cache
def book(*rows: Observation, base: int | None = None, sources: tuple[Source, ...] = (REPORT, LETTER)) -> bytes:
    contents = WorkbookContents(
        kind=WorkbookKind.STATISTICS, framework=FRAMEWORK, observations=rows, sources=sources, base_release=base
    )
    return write(contents, words_of("en"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a record with 100 victims in 2022 and 110 in 2023."""
    folder = tmp_path_factory.mktemp("figures")
    service = small_service(folder)
    draft = service.drafts.receive(LENA, "first.xlsx", book(figure(2022, 100), figure(2023, 110)))
    service.drafts.publish(LENA, draft.draft_id, "The first figures.")
    service.close()
    return folder


@pytest.fixture
def service(home: Path, tmp_path: Path) -> Service:
    shutil.copytree(home, tmp_path, dirs_exist_ok=True)
    return small_service(tmp_path)


def far_off(service: Service, content: bytes) -> list[tuple[str | None, str]]:
    draft = service.drafts.receive(LENA, "figures.xlsx", content)
    found = service.drafts.reading(LENA, draft.draft_id).findings
    words = words_of("en")
    return [(each.cell, sentence(each, words)) for each in found if each.code == "figure-far-off"]


def cells(service: Service, *rows: Observation, **more: Any) -> list[str | None]:
    return [cell for cell, _ in far_off(service, book(*rows, **more))]


def test_the_template_sent_back_unchanged_says_nothing(service: Service) -> None:
    assert far_off(service, service.template(WorkbookKind.STATISTICS)) == []


def test_an_ordinary_revision_says_nothing(service: Service) -> None:
    assert cells(service, figure(2022, 95, revision_reason="Counted again."), figure(2023, 110)) == []


def test_a_far_off_value_of_the_record_may_be_revised_without_a_question(service: Service) -> None:
    draft = service.drafts.receive(LENA, "next.xlsx", book(figure(2022, 100), figure(2023, 110), figure(2024, 2000)))
    service.drafts.publish(LENA, draft.draft_id, "So it is.")
    rows = (figure(2022, 100), figure(2023, 110), figure(2024, 2100, revision_reason="Counted again."))
    assert cells(service, *rows) == []


@pytest.mark.parametrize(("value", "asked"), [(1100, True), (1099, False), (11, True), (12, False), (0, True)])
def test_ten_times_or_a_tenth_of_last_year_is_asked_about(service: Service, value: float, asked: bool) -> None:
    assert bool(cells(service, figure(2022, 100), figure(2023, 110), figure(2024, value))) is asked


def test_both_figures_and_both_cells_are_named(service: Service) -> None:
    ((cell, text),) = far_off(service, book(figure(2022, 100), figure(2023, 110), figure(2024, 1100)))
    assert cell == "C5"
    assert text == (
        "1100 is at least ten times larger or smaller than the figure of the neighbouring period 2023: 110 "
        "(Statistics!C4). Please check both figures."
    )


def test_a_neighbour_that_is_not_in_the_workbook_is_named_by_its_source(service: Service) -> None:
    source = Source(**{name: getattr(LETTER, name) for name in Source.__slots__} | {"source_id": "letter-2026"})
    ((_, text),) = far_off(service, book(figure(2024, 1100, source_id="letter-2026"), sources=(source,)))
    assert "110 (letter-2025, p. 2023)" in text


def test_the_year_after_is_a_neighbour_too(service: Service) -> None:
    assert cells(service, figure(2021, 5), figure(2022, 100), figure(2023, 110)) == ["C3"]


def test_of_two_new_figures_the_later_one_is_asked_about(service: Service) -> None:
    rows = (figure(2010, 50, country="UZB"), figure(2011, 700, country="UZB"))
    assert cells(service, figure(2022, 100), figure(2023, 110), *rows) == ["C6"]


@pytest.mark.parametrize(
    "changes",
    [
        {"country": "UZB"},
        {"sex": "female"},
        {"counting_unit": "case"},
        {"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)},
        {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)},
        {"qualifier": Qualifier.CHANGE_PERCENT, "unit": "percent"},
        {"state": State.NOT_AVAILABLE, "value": None},
    ],
)
def test_another_series_another_length_or_no_neighbour_says_nothing(service: Service, changes: dict[str, Any]) -> None:
    assert cells(service, figure(2022, 100), figure(2023, 110), figure(2024, 1100, **changes)) == []


def test_it_is_a_warning_and_the_receipt_keeps_who_published_it_all_the_same(service: Service) -> None:
    draft = service.drafts.receive(LENA, "f.xlsx", book(figure(2022, 100), figure(2023, 110), figure(2024, 1100)))
    (found,) = service.drafts.reading(LENA, draft.draft_id).findings
    assert (found.code, found.severity) == ("figure-far-off", Severity.WARNING)
    assert "warnings" in {check.code for check in service.drafts.checklist(LENA, draft.draft_id)}
    service.drafts.publish(LENA, draft.draft_id, "The figure is right.")
    receipt = openpyxl.load_workbook(io.BytesIO(service.drafts.receipt(LENA, draft.draft_id, "en")))
    text = [str(cell) for sheet in receipt for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any("1100 is at least ten times" in each for each in text)
    assert text[text.index("Warnings of the check confirmed by") + 1] == "lena"
    assert "figure-far-off Statistics!C5" in str(service.opened().audit()[-1])


def test_who_approves_for_an_hour_confirms_the_notes_too(service: Service) -> None:
    draft = service.drafts.receive(LENA, "f.xlsx", book(figure(2022, 100), figure(2023, 110), figure(2024, 1100)))
    service.drafts.submit(LENA, draft.draft_id, "n")
    service.drafts.approve(LENA, draft.draft_id)
    assert "figure-far-off Statistics!C5" in str(service.opened().audit()[-1])


def test_a_note_that_nobody_saw_is_shown_before_anything_is_published(service: Service) -> None:
    mine = service.drafts.receive(LENA, "f.xlsx", book(figure(2024, 100, source_locator="p. 9", sex="female")))
    seen = fingerprint(service.drafts.reading(LENA, mine.draft_id))
    rows = (figure(2022, 100), figure(2023, 110), figure(2023, 2000, sex="female", source_id="other"))
    other = Source(**{name: getattr(LETTER, name) for name in Source.__slots__} | {"source_id": "other"})
    between = service.drafts.receive(MIRA, "g.xlsx", book(*rows, sources=(LETTER, other)))
    service.drafts.publish(MIRA, between.draft_id, "n")
    with pytest.raises(DraftConflict, match="found something else"):
        service.drafts.publish(LENA, mine.draft_id, "n", seen=seen, removal="3")
    now = service.drafts.reading(LENA, mine.draft_id)
    service.drafts.publish(LENA, mine.draft_id, "n", seen=fingerprint(now), removal=removed_count(now))
