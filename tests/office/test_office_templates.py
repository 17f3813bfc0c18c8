"""A template that went through LibreOffice has the same content, and still helps to fill it in."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.workbook.writing.marks import marked
from tests.office.turning import reordered

SUBJECTS = {"KAZ": "Сообщения", "REG": "Сообщения", "statistics": "Статистика", "partners": "Партнёры"}


def template(service, subject, folder) -> Path:
    path = folder / f"{subject}.xlsx"
    path.write_bytes(service.template(subject, "ru"))
    return path


@pytest.fixture(scope="module")
def given(service, tmp_path_factory) -> dict[str, Path]:
    """The template of each subject."""
    folder = tmp_path_factory.mktemp("given")
    return {subject: template(service, subject, folder) for subject in SUBJECTS}


@pytest.fixture(scope="module")
def saved(given, resaved) -> dict[str, Path]:
    """Each of them as LibreOffice saves it."""
    first = resaved(*given.values())
    return {subject: first.with_name(path.name) for subject, path in given.items()}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_with_its_rows_turned_round_it_changes_nothing(service, given, subject) -> None:
    path = reordered(given[subject], SUBJECTS[subject], 3)
    outcome = service.publish([path], "tester", "turned")
    assert outcome.release is not None, outcome.checked[0].reading.findings
    assert not outcome.changed


@pytest.mark.parametrize("subject", SUBJECTS)
def test_saved_by_libreoffice_it_reads_the_same_and_changes_nothing(service, given, saved, subject) -> None:
    before, after = service.check(given[subject]), service.check(saved[subject])
    assert (after.statements, after.observations) == (before.statements, before.observations)
    assert (after.sources, after.base_release, after.kind) == (before.sources, before.base_release, before.kind)
    assert [f.code for f in after.findings] == [f.code for f in before.findings]
    assert not service.publish([saved[subject]], "tester", "saved again").changed


@pytest.mark.parametrize("subject", ["KAZ", "statistics", "partners"])
def test_drop_downs_and_hints_outlive_libreoffice(given, saved, subject) -> None:
    before, after = load_workbook(given[subject]), load_workbook(saved[subject])
    title = SUBJECTS[subject]
    mine, theirs = (book[title].data_validations.dataValidation for book in (before, after))
    lists = {(v.formula1, v.prompt) for v in mine if v.type == "list"}
    assert len(lists) >= 5
    assert lists <= {(v.formula1, v.prompt) for v in theirs if v.type == "list"}
    assert {name for name in before.defined_names if name.startswith("list_")} <= set(after.defined_names)


def test_a_marked_workbook_saved_by_libreoffice_and_corrected_is_read_without_a_word_about_its_marks(
    service, resaved, tmp_path
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
