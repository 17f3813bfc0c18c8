"""What a template asks: what has no answer, what the round is about, what others have figures for, what is to be confirmed."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from bukhara.model.codes import Kind, SourceClass, State, Status, WorkbookKind
from bukhara.model.observation import Observation
from bukhara.model.release import Release, Snapshot
from bukhara.model.round import Round
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.root import ROOT
from bukhara.service import Service
from bukhara.service.workbooks.template_contents import Wanted, template_contents
from bukhara.settings import Settings
from bukhara.workbook import asked
from tests.filled_in import FilledIn
from tests.unit.service.little_data import FRAMEWORK, LETTER, REPORT, statement

NOW = datetime(2027, 1, 1, tzinfo=UTC)
WEB_PAGE = Source(
    source_id="desk", source_class=SourceClass.DESK_RESEARCH, title="D", body="UNODC", date=date(2026, 1, 1),
    address="https://example.org",
)  # fmt: skip
FIRST = next(question for question in asked(FRAMEWORK, "KAZ") if question.kind is not None)
# a number is asked for on the sheet of figures
IN_WORDS = {question.indicator for question in asked(FRAMEWORK, "KAZ") if question.kind is not Kind.FIGURE}
GAP: dict[str, Any] = {"state": State.NOT_ASKED, "status": Status.NOT_ASKED, "statement": "", "quote": ""}


def answered(**changes: Any) -> Statement:
    return statement(item=FIRST.item, indicator=FIRST.indicator, **changes)


def held(*rows: Statement, figures: tuple[Observation, ...] = ()) -> Snapshot:
    release = Release(number=3, created_at=NOW, actor="a", note="n", framework_version="1", method_version="1")
    return Snapshot(
        release=release, as_of=date.max, framework=FRAMEWORK, sources=(REPORT, LETTER, WEB_PAGE), statements=rows,
        observations=figures,
    )  # fmt: skip


def opened(*rows: Statement, **wanted: Any) -> set[str]:
    contents = template_contents(held(*rows), Wanted(subject="KAZ", language="en", **wanted), FRAMEWORK)
    return {question.indicator for question in contents.questions}


def test_what_was_never_answered_is_open() -> None:
    assert opened(answered()) == IN_WORDS - {FIRST.indicator}


@pytest.mark.parametrize("state", [State.NOT_ASKED, State.NOT_REPORTED])
def test_a_gap_that_waits_for_an_answer_is_open(state: State) -> None:
    assert FIRST.indicator in opened(answered(**GAP | {"state": state}))


def test_an_open_row_is_of_the_kind_of_its_gap() -> None:
    rows = (answered(**GAP | {"kind": Kind.CHALLENGE}),)
    questions = template_contents(held(*rows), Wanted(subject="KAZ", language="en"), FRAMEWORK).questions
    assert {q.kind for q in questions if q.indicator == FIRST.indicator} == {Kind.CHALLENGE}


@pytest.mark.parametrize("state", [State.NOT_APPLICABLE, State.NOT_AVAILABLE, State.SUPPRESSED])
def test_a_gap_that_is_an_answer_is_not(state: State) -> None:
    assert FIRST.indicator not in opened(answered(**GAP | {"state": state, "status": None}))


def test_an_answer_in_a_later_letter_closes_the_gap_of_the_report() -> None:
    assert FIRST.indicator not in opened(answered(**GAP), answered(source_id=LETTER.source_id))


def test_a_row_to_be_confirmed_is_itself_the_place_of_the_answer() -> None:
    assert FIRST.indicator not in opened(answered(source_id="desk", status=None))


def test_a_round_asks_also_about_what_other_public_sources_say() -> None:
    round_ = Round(round_id="r", title=Text.of("Spring", ru="Весна"), items=(), created_at=NOW, created_by="a")
    rows = (answered(), answered(source_id="desk", status=None))
    assert FIRST.indicator in opened(*rows, round_=round_, asked_on=date(2026, 11, 20))


def test_a_round_about_some_items_asks_for_these_alone_and_names_itself() -> None:
    other = next(question for question in asked(FRAMEWORK, "KAZ") if question.item != FIRST.item)
    round_ = Round(
        round_id="r", title=Text.of("Spring", ru="Весна"), items=(other.item,), created_at=NOW, created_by="a"
    )
    wanted = Wanted(subject="KAZ", language="ru", round_=round_)
    contents = template_contents(held(answered()), wanted, FRAMEWORK)
    assert {question.item for question in contents.questions} == {other.item}
    assert contents.round_title == "Весна"


def test_without_the_last_values_everything_is_asked() -> None:
    assert opened(answered(), empty=True) == IN_WORDS


def test_a_figure_that_one_state_gives_is_asked_of_the_others() -> None:
    figure = Observation(
        country="KAZ", indicator="CTX-victims", value=5.0, state=State.VALUE, unit="count", source_id=REPORT.source_id
    )
    partner = replace(figure, indicator="PRT-trained", partner="IOM")
    wanted = Wanted(subject=WorkbookKind.STATISTICS, language="en")
    contents = template_contents(held(figures=(figure, partner)), wanted, FRAMEWORK)
    states = {country.code for country in FRAMEWORK.countries} - {"KAZ"}
    assert {(question.country, question.indicator) for question in contents.questions} == {
        (state, "CTX-victims") for state in states
    }
    assert contents.observations == (figure,)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(Settings(var_dir=tmp_path_factory.mktemp("var"), data_dir=ROOT / "data"))
    yield service
    service.close()


@pytest.mark.parametrize(
    ("country", "rows"), [("KAZ", 18), ("KGZ", 14), ("TJK", 20), ("TKM", 13), ("UZB", 25), ("REG", 19)]
)
def test_each_template_marks_the_rows_of_that_state(shipped: Service, country: str, rows: int) -> None:
    sheet = load_workbook(io.BytesIO(shipped.template(country)))["Statements"]
    yellow = [row for row in sheet.iter_rows(min_row=3) if row[0].fill.start_color.rgb == "00FFF2CC"]
    assert len(yellow) == rows


def test_a_question_for_a_number_leaves_open_who_reports_it_and_is_about_the_whole_state(shipped: Service) -> None:
    filled = FilledIn(shipped.template("KGZ", "ru"), "Figures")
    asked_for = [
        [filled.value(row, key) for key in ("reporter", "identifying_body", "territorial_scope", "question")]
        for row in filled.rows(value=None, state=None)
    ]
    assert {tuple(each[:3]) for each in asked_for} == {(None, None, "вся страна")}
    assert len({each[3] for each in asked_for}) == len(asked_for)


def test_where_the_record_has_gaps_alone_a_first_number_is_compared_with_no_series(
    shipped: Service, tmp_path: Path
) -> None:
    filled, day = FilledIn(shipped.template("KGZ", "ru"), "Figures"), date(2025, 12, 31)
    body = "Министерство внутренних дел Кыргызской Республики"
    filled.on("Sources").write(3, body=body, date=date(2026, 11, 1))
    row = filled.rows(indicator="CTX-victims")[0]
    filled.write(row, value=42, period_start=date(2025, 1, 1), period_end=day, reporter=body, identifying_body="police")
    assert {each.code for each in shipped.check(filled.save(tmp_path / "kgz.xlsx")).findings} == {"rows-unanswered"}


def test_the_notes_of_the_secretariat_are_not_in_the_file_of_a_state_and_stay_in_the_record(
    shipped: Service, tmp_path: Path
) -> None:
    filled = FilledIn(shipped.template("KGZ", "ru"))
    for sheet in (filled, filled.on("Figures")):
        assert {sheet.value(row, "note") for row in sheet.rows()} == {None}
    path = filled.save(tmp_path / "kgz.xlsx")
    held = shipped.stored_contents(shipped.ready())
    notes = {row.evidence_id: row.note for row in held.statements}
    back = {row.evidence_id: row.note for row in shipped.check(path).statements}
    assert any(back.values())
    assert back == {name: notes[name] for name in back}
    row = filled.rows(indicator="BD-9.0")[0]
    filled.write(row, note="Наше примечание.")
    assert "Наше примечание." in {each.note for each in shipped.check(filled.save(path)).statements}


def test_no_pack_and_no_page_gets_them_by_default(shipped: Service) -> None:
    named = {source.source_id for source in shipped.snapshot().sources}
    assert named == {"astana-2023-report", "unodc-glotip-2025-04-14"}
