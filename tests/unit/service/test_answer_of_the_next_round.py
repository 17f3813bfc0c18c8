"""An answer is never overwritten by the next one: the earlier answer stays, and a correction says that it is one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.service import Service
from bukhara.service.drafts.preview import workbook_changes
from bukhara.service.publish_result import as_submission
from bukhara.store.row_merge import merge_rows
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges
from bukhara.views.status import narrative
from bukhara.workbook import WorkbookReading, sentence
from tests.filled_in import FilledIn
from tests.unit.service.small_record import LENA
from tests.unit.service.two_rounds import ASKED, NOVEMBER, THEMES, after_june, letter

ITEM, STEADY = THEMES[:2]
NEW = {"status": "in_place", "level": 1, "statement": "The law is in force.", "source_id": "letter-november"}
ASKED_ANEW = {"indicator": f"{ITEM}.1", "answer_row": "answer in this round"}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    made = after_june(tmp_path_factory.mktemp("two-rounds"))
    yield made
    made.close()


def add_source(filled: FilledIn, source: Source) -> None:
    sources = filled.on("Sources")
    sources.add(**{key: getattr(source, key) or None for key in sources.column})


@pytest.fixture(scope="module")
def template(service: Service) -> bytes:
    return service.template("KAZ")


@pytest.fixture
def filled(template: bytes) -> FilledIn:
    """Return the template of November with the new letter on the sheet Sources."""
    filled = FilledIn(template)
    add_source(filled, letter("letter-november", NOVEMBER))
    return filled


def grey(filled: FilledIn, item: str = ITEM, source_id: str = "letter-june") -> int:
    (row,) = filled.rows(item=item, source_id=source_id)
    return row


def changes(service: Service, reading: WorkbookReading) -> WorkbookChanges:
    asked, newest = as_submission(reading), service.stored_contents(service.ready())
    return workbook_changes(merge_rows([asked], newest, service.stored_contents), asked)


def after(service: Service, reading: WorkbookReading) -> list[str]:
    """Return the sources of the answers about the theme once a workbook is published."""
    newest = service.stored_contents(service.ready())
    then = merge_rows([as_submission(reading)], newest, service.stored_contents).applied_to(newest)
    return [row.source_id for row in then.statements if (row.country, row.item) == ("KAZ", ITEM)]


def judged(service: Service, filled: FilledIn, folder: Path) -> WorkbookReading:
    return service.check(filled.save(folder / "back.xlsx"))


def errors(reading: WorkbookReading) -> list[tuple[str, int | None, str]]:
    return [(f.code, f.row, f.column) for f in reading.findings if f.severity is Severity.ERROR]


def about(reading: WorkbookReading, item: str = ITEM) -> list[Statement]:
    return [row for row in reading.statements if row.item == item]


def test_each_question_of_the_round_has_its_dated_answer_and_one_white_row_below(filled: FilledIn) -> None:
    for item, grey_rows in ((ITEM, ["letter-2025", "letter-june"]), (STEADY, ["letter-june"])):
        rows = filled.rows(indicator=f"{item}.1")
        assert rows == list(range(rows[0], rows[0] + len(rows)))
        sources = [filled.value(row, "source_id") for row in rows]
        assert [each for each in sources if each != "astana-2023-report"] == [*grey_rows, "kaz-answer-6"]
        assert [filled.value(row, "answer_row") for row in rows][-2:] == [
            "last accepted answer",
            "answer in this round",
        ]
        assert str(filled.value(rows[-2], "answered_on")).startswith("2026-06-10")
        assert str(filled.value(rows[-1], "asked_on")).startswith(ASKED.isoformat())


def test_the_template_sent_back_as_it_came_is_no_change(service: Service, tmp_path: Path) -> None:
    reading = judged(service, FilledIn(service.template("KAZ")), tmp_path)
    assert {finding.code for finding in reading.findings} == {"rows-unanswered"}
    assert changes(service, reading).nothing


@pytest.mark.parametrize("kind", ["implementation", "challenge"])
def test_an_answer_written_over_a_grey_row_is_kept_beside_the_last_one(
    service: Service, filled: FilledIn, tmp_path: Path, kind: str
) -> None:
    row = grey(filled)
    status = {"status": "challenge", "level": 0} if kind == "challenge" else {}
    filled.write(row, **NEW | {"kind": kind} | status)
    reading = judged(service, filled, tmp_path)
    assert errors(reading) == []
    (beside,) = [finding for finding in reading.findings if finding.code == "answer-beside"]
    assert (beside.row, beside.values["day"]) == (row, "2026-06-10")
    assert "rows-not-held" not in {finding.code for finding in reading.findings}
    assert after(service, reading) == ["letter-2025", "letter-june", "letter-november"]
    assert about(reading)[1].asked_on == ASKED
    found = {(each.sort, each.source_id) for each in changes(service, reading).rows if each.sort != "confirmed"}
    assert found == {("added", "letter-november")}
    for language in ("en", "ru"):
        assert "2026-06-10" in sentence(beside, words_of(language))


def test_an_answer_on_the_white_row_is_taken_as_it_is(service: Service, filled: FilledIn, tmp_path: Path) -> None:
    (white,) = filled.rows(**ASKED_ANEW)
    body = filled.value(grey(filled), "body")
    filled.write(white, **NEW, state="value", body=body, evidence_grade="statement_on_record")
    reading = judged(service, filled, tmp_path)
    assert {finding.code for finding in reading.findings} == {"rows-unanswered"}
    assert after(service, reading) == ["letter-2025", "letter-june", "letter-november"]


def test_the_citation_of_the_answer_before_is_not_given_to_the_new_one(
    service: Service, filled: FilledIn, tmp_path: Path
) -> None:
    row = filled.rows(source_id="astana-2023-report")[0]
    filled.write(row, **NEW | {"level": None})
    reading = judged(service, filled, tmp_path)
    assert errors(reading) == []
    (new,) = [s for s in reading.statements if s.source_id == "letter-november"]
    assert (new.quote, new.source_locator) == ("", "")
    assert {(each.sort, each.source_id) for each in changes(service, reading).differing} == {
        ("added", "letter-november")
    }


def test_another_answer_from_the_same_source_needs_a_reason(service: Service, filled: FilledIn, tmp_path: Path) -> None:
    row = grey(filled)
    filled.write(row, status="in_place", level=1)
    reading = judged(service, filled, tmp_path)
    assert errors(reading) == [("changed-without-reason", row, "status")]
    (found,) = [finding for finding in reading.findings if finding.code == "changed-without-reason"]
    assert "For a new answer, name your new document." in sentence(found, words_of("en"))
    assert "Для нового ответа укажите новый документ." in sentence(found, words_of("ru"))
    filled.write(row, answer_row="correction")
    assert ("missing-value", row, "revision_reason") in errors(judged(service, filled, tmp_path))
    filled.write(row, revision_reason="The letter said so already.")
    corrected = judged(service, filled, tmp_path)
    assert errors(corrected) == []
    assert after(service, corrected) == ["letter-2025", "letter-june"]


def no_front(book: Workbook) -> None:
    del book["Read me"]


def no_release(book: Workbook) -> None:
    front = book["Read me"]
    (release,) = [cell for cell in front["A"] if cell.value == "base_release"]
    front.cell(release.row, 3).value = None


def copied(book: Workbook) -> None:
    for title in {*book.sheetnames} - {"Statements", "Sources"}:
        del book[title]


@pytest.mark.parametrize("damage", [no_front, no_release, copied])
def test_a_template_that_lost_its_release_overwrites_no_answer(
    service: Service, filled: FilledIn, tmp_path: Path, damage: Callable[[Workbook], None]
) -> None:
    damage(filled.book)
    assert {finding.code for finding in judged(service, filled, tmp_path).findings} <= {"rows-unanswered"}
    row = grey(filled)
    filled.write(row, status="in_place", level=1)
    reading = judged(service, filled, tmp_path)
    assert errors(reading) == [("changed-without-reason", row, "status")]
    (lost,) = [finding for finding in reading.findings if finding.code == "release-missing"]
    assert "compared with the newest release of when" in sentence(lost, words_of("en"))
    filled.write(row, **NEW)
    expected = ["letter-2025", "letter-june", "letter-november"]
    assert after(service, judged(service, filled, tmp_path)) == expected


def test_a_source_that_was_deleted_with_its_rows_stays_and_is_named(service: Service, filled: FilledIn) -> None:
    count = len(filled.rows(source_id="letter-june"))
    for sheet in (filled, filled.on("Sources")):
        for row in reversed(sheet.rows(source_id="letter-june")):
            sheet.sheet.delete_rows(row)
    draft_id = service.drafts.receive(LENA, "kaz.xlsx", filled.saved()).draft_id
    assert not service.drafts.beside(LENA, draft_id).changes.of(Sort.REMOVED)
    (found,) = [each for each in service.drafts.reading(LENA, draft_id).findings if each.code == "rows-not-held"]
    assert found.values["count"] == str(count)


def test_a_correction_with_another_source_is_a_new_answer_beside(
    service: Service, filled: FilledIn, tmp_path: Path
) -> None:
    row = grey(filled)
    filled.write(row, **NEW, answer_row="correction", revision_reason="A newer letter.")
    reading = judged(service, filled, tmp_path)
    assert errors(reading) == []
    assert "answer-beside" in {finding.code for finding in reading.findings}
    assert after(service, reading) == ["letter-2025", "letter-june", "letter-november"]


def test_a_note_or_a_translation_is_no_other_answer(service: Service, filled: FilledIn, tmp_path: Path) -> None:
    filled.write(grey(filled), note="The text is in the annex.", statement_translation="Проект закона готов.")
    assert errors(judged(service, filled, tmp_path)) == []


def test_the_same_answer_on_both_rows_is_refused_at_its_rows(
    service: Service, filled: FilledIn, tmp_path: Path
) -> None:
    row, (white,) = grey(filled), filled.rows(**ASKED_ANEW)
    body = filled.value(row, "body")
    filled.write(row, **NEW)
    filled.write(white, **NEW | {"statement": "In force."}, state="value", body=body)
    assert "duplicate-conflict" in {code for code, _, _ in errors(judged(service, filled, tmp_path))}


def test_a_template_of_another_version_is_not_read(service: Service, filled: FilledIn, tmp_path: Path) -> None:
    filled.write(grey(filled), **NEW)
    front = filled.book["Read me"]
    (version,) = [cell for cell in front["A"] if cell.value == "template_version"]
    front.cell(version.row, 3).value = "2"
    reading = judged(service, filled, tmp_path)
    (finding,) = reading.findings
    assert (finding.code, finding.reference) == ("template-of-another-version", f"Read me!C{version.row}")
    assert "download a fresh template" in sentence(finding, words_of("en"))
    assert about(reading) == []


def test_challenge_then_under_way_then_in_place_are_three_answers(tmp_path: Path) -> None:
    service = after_june(tmp_path)
    before = service.snapshot()
    sentences = {each.country: each.sentences for each in narrative.build(before, service.past(before))}
    filled = FilledIn(service.template("KAZ"))
    add_source(filled, letter("letter-november", NOVEMBER))
    filled.write(grey(filled), **NEW)
    done = service.publish([filled.save(tmp_path / "back.xlsx")], "lena", "letter of November")
    assert done.release is not None, [finding.code for finding in done.checked[0].reading.findings]
    now = service.snapshot()
    country_changes = {each.country: each for each in narrative.build(now, service.past(now))}
    # one answer to the round of November is not compared with that of June: what was said stays
    assert country_changes["KAZ"].sentences == sentences["KAZ"]
    assert country_changes["KAZ"].given[0] == 1 < country_changes["KAZ"].given[1] / 2
    answers = [s for s in now.statements if (s.item, s.country) == (ITEM, "KAZ") and s.source_id.startswith("letter")]
    assert [(s.source_id, s.status) for s in answers] == [
        ("letter-2025", "challenge"),
        ("letter-june", "under_way"),
        ("letter-november", "in_place"),
    ]
    again = FilledIn(service.template("KAZ"))
    assert again.rows(**ASKED_ANEW) == []
    assert len(again.rows(answer_row="answer in this round", indicator=f"{STEADY}.1")) == 1
    service.close()
