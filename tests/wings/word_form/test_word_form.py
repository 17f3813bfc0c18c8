"""Our Word form at the page: its answers, and what is wrong in it."""

import io
import re

import docx
import openpyxl
import pytest

from tests.web.site_client import SECRETARIAT, commission
from tests.web.test_days_by_every_way import ANOTHER_FORM, BAD_DAYS, NO_FINDING
from tests.web.upload_files import saved, send, sent, text


@pytest.fixture
def site(shared):
    shared.act(commission("XAA"))
    return shared


class Filled:
    """The form as the page hands it out, filled in as a ministry does it in Word."""

    def __init__(self, site, language: str = "en") -> None:
        answer = site.client.get(f"/upload/form/XAA.docx?lang={language}")
        self.form = docx.Document(io.BytesIO(answer.data))
        self.rows = {
            row.cells[0].text.split(". ")[0]: row.cells
            for table in self.form.tables
            for row in table.rows
            if len(row.cells) == 4
        }

    def answer(self, question: str, words: str, *ticks: int) -> "Filled":
        self.rows[question][2].text = words
        for n in ticks:
            paragraph = self.rows[question][3].paragraphs[n]
            paragraph.text = paragraph.text.replace("☐", "☒")
        return self

    def answer_tick(self, question: str, n: int) -> None:
        paragraph = self.rows[question][3].paragraphs[n]
        paragraph.text = paragraph.text.replace("☐", "☒")

    def letter(self, number: str = "1-2/7", day: str = "20.11.2026") -> "Filled":
        row = self.form.tables[-1].rows[1].cells
        row[1].text, row[2].text = number, day
        return self

    def saved(self) -> bytes:
        return saved(self.form)


def draft_of(site, content: bytes) -> tuple[str, object]:
    address = sent(site, content, "XAA.docx")
    return address, site.service.drafts.reading(SECRETARIAT, int(address.rsplit("/", 1)[1]))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_answers_of_the_form_are_new_answers_of_its_letter(site, language) -> None:
    form = Filled(site, language).letter()
    ticks = [paragraph.text for paragraph in form.rows["BD-5.1"][3].paragraphs]
    before = site.service.stored_contents(site.service.ready()).statements
    content = form.answer("BD-5.1", f"A unit was set up ({language}).", len(ticks) - 6 + 1).saved()
    address, reading = draft_of(site, content)
    assert [each for each in reading.findings if each.severity.value == "error"] == []
    held = {row.evidence_id for row in before}
    new = [row for row in reading.statements if row.evidence_id not in held]
    assert [(row.indicator, row.status, row.statement, row.lang) for row in new] == [
        ("BD-5.1", "under_way", f"A unit was set up ({language}).", language)
    ]
    source = next(each for each in reading.sources if each.source_id == new[0].source_id)
    assert (source.document_number, source.date.isoformat()) == ("1-2/7", "2026-11-20")
    assert "A unit was set up" in site.html(address)
    assert site.client.get(f"{address}/file").data == content
    assert sent(site, content, "XAA.docx") == address


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_number_and_since_when_are_read_behind_their_lines(site, language) -> None:
    form = Filled(site, language).letter()
    ticks = [paragraph.text for paragraph in form.rows["BD-5.1"][3].paragraphs]
    for question, given in (("BD-5.1", ["с 2017 г."]), ("BD-5.2", ["24", "2025"])):
        lines = [each for each in form.rows[question][2].paragraphs if each.text.rstrip().endswith(":")]
        assert len(lines) == len(given), question
        for line, text_ in zip(lines, given, strict=True):
            line.add_run(text_)
    form.rows["BD-5.1"][2].paragraphs[0].add_run("A unit was set up.")
    form.answer_tick("BD-5.1", len(ticks) - 6)
    _, reading = draft_of(site, form.saved())
    assert [each for each in reading.findings if each.severity.value == "error"] == []
    (unit,) = (row for row in reading.statements if row.statement == "A unit was set up.")
    assert unit.since == "2017"
    (staff,) = (row for row in reading.observations if row.indicator == "BD-5.2" and row.source_id == unit.source_id)
    assert (staff.value, str(staff.period_start), str(staff.period_end)) == (24, "2025-01-01", "2025-12-31")


def test_what_is_written_behind_a_line_is_never_lost(site) -> None:
    form = Filled(site).letter()
    for question, given in (("BD-5.1", ("2017",)), ("BD-5.2", ("", "2025")), ("BD-9.1", ("about 24", "2025"))):
        lines = [each for each in form.rows[question][2].paragraphs if each.text.rstrip().endswith(":")]
        for line, written in zip(lines, given, strict=True):
            line.add_run(written)
    _, reading = draft_of(site, form.saved())
    found = {each.sheet: each.code for each in reading.findings if each.severity.value == "error"}
    assert found == {"BD-5.1": "form-no-words", "BD-5.2": "form-no-words", "BD-9.1": "form-number"}


def test_what_is_wrong_in_the_form_names_question_and_field(site) -> None:
    form = Filled(site).letter()
    form.answer("BD-5.1", "Two boxes.", 1, 2).answer("BD-6a.1", "No box.").answer("BD-5.2", "some 30")
    form.answer("BD-6b.1", "", 1).answer("BD-8b.1", "Words.", 0)
    form.rows["BD-9.1"][2].paragraphs[0].add_run("gone").font.strike = True
    address, reading = draft_of(site, form.saved())
    found = {each.sheet: each.code for each in reading.findings if each.code.startswith("form-")}
    assert found == {
        "BD-5.1": "form-two-ticks",
        "BD-6a.1": "form-no-tick",
        "BD-5.2": "form-figure",
        "BD-6b.1": "form-no-words",
        "BD-8b.1": "form-words-beside-tick",
        "BD-9.1": "form-struck",
    }
    html = site.html(address)
    assert "BD-5.1" in html
    assert "More than one box is ticked" in html
    assert "отмечено больше одного варианта" in site.html(f"{address}?lang=ru")
    assert "Publish now" not in html
    _, without = draft_of(site, Filled(site).answer("BD-5.1", "No letter.", 1).saved())
    assert [each.code for each in without.findings if each.severity.value == "error"] == ["form-no-letter"]


def test_another_word_file_stays_refused_and_another_states_form_too(site) -> None:
    other = docx.Document()
    other.add_paragraph("Letter")
    answer = send(site, saved(other), "letter.docx")
    assert "This is a Word document" in re.sub(r"\s+", " ", site.html(answer.headers["Location"]))
    content = Filled(site).letter().answer("BD-5.1", "Ours.", 1).saved()
    site.act(commission("XAB"))
    assert send(site, content, "XAA.docx").status_code == 403


def test_a_day_of_the_form_is_read_as_by_every_other_way(site) -> None:
    def page(day: str) -> str:
        return text(
            site.html(sent(site, Filled(site).letter(day=day).answer("BD-5.1", "A unit.", 1).saved(), "XAA.docx"))
        )

    for day, finding in BAD_DAYS.items():
        assert finding in page(day), day
    assert not any(sentence in page(ANOTHER_FORM) for sentence in NO_FINDING)


def test_the_form_is_there_for_states_that_an_account_answers_for(site) -> None:
    assert site.client.get("/upload/form/XAA.docx").data.startswith(b"PK")
    page = site.html("/upload")
    assert 'href="/upload/form/XAA.docx"' in page
    assert "or our Word form (.docx)" in page
    assert site.client.get("/upload/form/XAB.docx").status_code == 403
    site.act(SECRETARIAT)
    assert site.client.get("/upload/form/statistics.docx").status_code == 404


def test_the_form_of_a_round_is_handed_out(site) -> None:
    site.act(SECRETARIAT)
    site.client.post("/rounds/open", data={"title": "Third round", "title_ru": "Третий раунд", "scope": "all"})
    site.client.post("/rounds/round-2026-1/send", data={"country": ["XAA"], "sent": "2026-11-20", "due": "2026-12-20"})
    assert site.client.get("/rounds/round-2026-1/XAA.docx").data.startswith(b"PK")
    assert 'href="/rounds/round-2026-1/XAA.docx"' in site.html("/rounds/round-2026-1")
    assert site.client.get("/rounds/round-2026-1/KAZ.docx").status_code == 404


def test_a_form_as_a_clerk_fills_it_in_comes_back_with_findings_at_its_questions(site) -> None:
    form = Filled(site, "ru").letter(day="«20» ноября 2026 г.")
    words = [paragraph.text[2:] for paragraph in form.rows["BD-5.1"][3].paragraphs]
    for question, given in (("BD-5.1", ["II кв. 2025"]), ("BD-5.2", ["не ведется", "2025"])):
        lines = [each for each in form.rows[question][2].paragraphs if each.text.rstrip().endswith(":")]
        for line, written in zip(lines, given, strict=True):
            line.add_run(written)
    form.rows["BD-5.1"][2].paragraphs[0].add_run("Подразделение действует.")
    tick = form.rows["BD-5.1"][3].paragraphs[words.index("действует")]
    tick.text = tick.text.replace("☐", "+")
    form.rows["BD-2.2"][2].paragraphs[0].add_run("нет данных")
    address, reading = draft_of(site, form.saved())
    assert [row.statement for row in reading.statements if row.state == "not_available"] == [""]
    found = [(each.reference, each.code) for each in reading.findings if each.severity.value == "error"]
    assert found == [("BD-5.1", "partial-date-unreadable"), ("BD-5.2", "form-number")]
    assert "отметьте «данных у органа нет»" in site.html(f"{address}?lang=ru")
    assert "Download the marked workbook" not in site.html(address), "who sent a form corrects it in Word"
    assert "Each finding below names its place. Correct them in your form in Word" in text(site.html(address))
    marked = openpyxl.load_workbook(io.BytesIO(site.client.get(f"{address}/marked.xlsx").data))
    assert sum(
        "II кв. 2025" in str(cell.comment.text) for sheet in marked for row in sheet for cell in row if cell.comment
    )
    form.letter(day="скоро")
    _, reading = draft_of(site, form.saved())
    said = [each.sheet for each in reading.findings if each.code == "date-unreadable"]
    assert said == ["Согласовано"], "one letter is asked about once, however many answers stand on it"
