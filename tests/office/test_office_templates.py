"""A template that went through LibreOffice has the same content, and still helps to fill it in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.service import Service
from bukhara.workbook.writing.marks import marked
from tests.office.turning import reordered

SUBJECTS = {"KAZ": "Сообщения", "REG": "Сообщения", "statistics": "Статистика", "partners": "Партнёры"}


def template(service: Service, subject: str, folder: Path, language: str = "ru") -> Path:
    path = folder / f"{subject}.xlsx"
    path.write_bytes(service.template(subject, language))
    return path


@pytest.mark.parametrize("subject", SUBJECTS)
def test_uploaded_unchanged_it_changes_nothing(service: Service, tmp_path: Path, subject: str) -> None:
    outcome = service.publish([template(service, subject, tmp_path)], "tester", "untouched")
    assert outcome.release is not None, outcome.checked[0].reading.findings
    assert not outcome.changed


@pytest.mark.parametrize("subject", SUBJECTS)
def test_with_its_rows_turned_round_it_changes_nothing(service: Service, tmp_path: Path, subject: str) -> None:
    path = reordered(template(service, subject, tmp_path), SUBJECTS[subject], 3)
    outcome = service.publish([path], "tester", "turned")
    assert outcome.release is not None, outcome.checked[0].reading.findings
    assert not outcome.changed


@pytest.mark.parametrize("subject", SUBJECTS)
def test_saved_by_libreoffice_it_reads_the_same_and_changes_nothing(
    service: Service, resaved: Callable[[Path], Path], tmp_path: Path, subject: str
) -> None:
    given = template(service, subject, tmp_path)
    again = resaved(given)
    before, after = service.check(given), service.check(again)
    assert (after.statements, after.observations) == (before.statements, before.observations)
    assert (after.sources, after.base_release, after.kind) == (before.sources, before.base_release, before.kind)
    assert [f.code for f in after.findings] == [f.code for f in before.findings]
    assert not service.publish([again], "tester", "saved again").changed


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_drop_downs_hints_and_warnings_by_colour_outlive_libreoffice(
    service: Service, resaved: Callable[[Path], Path], tmp_path: Path, kind: WorkbookKind
) -> None:
    subject = "TJK" if kind is WorkbookKind.TRACKER else kind.value
    given = template(service, subject, tmp_path)
    before, after = load_workbook(given), load_workbook(resaved(given))
    title = SUBJECTS.get(subject, "Сообщения")
    mine, theirs = (book[title].data_validations.dataValidation for book in (before, after))
    lists = {(v.formula1, v.prompt) for v in mine if v.type == "list"}
    assert len(lists) >= 5
    assert lists <= {(v.formula1, v.prompt) for v in theirs if v.type == "list"}
    assert {name for name in before.defined_names if name.startswith("list_")} <= set(after.defined_names)
    coloured = [rule.formula for ranges in before[title].conditional_formatting for rule in ranges.rules]
    kept = [rule.formula for ranges in after[title].conditional_formatting for rule in ranges.rules]
    assert len(kept) == len(coloured) >= 6


def test_a_marked_workbook_saved_by_libreoffice_and_corrected_is_read_without_a_word_about_its_marks(
    service: Service, resaved: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = template(service, "UZB", tmp_path)
    workbook = load_workbook(path)
    workbook["Сообщения"]["E3"].value, right = "valu", workbook["Сообщения"]["E3"].value
    workbook.save(path)
    sent_back = tmp_path / "marked.xlsx"
    sent_back.write_bytes(marked(path.read_bytes(), service.check(path).findings, words_of("ru")))
    workbook = load_workbook(resaved(sent_back))
    assert workbook.sheetnames[0] == "Замечания"
    workbook["Сообщения"]["E3"].value = right
    workbook.save(sent_back)
    reading = service.check(sent_back)
    assert reading.count(Severity.ERROR) == 0
    assert {f.code for f in reading.findings} <= {"rows-unanswered"}
    assert not service.publish([sent_back], "tester", "corrected").changed
