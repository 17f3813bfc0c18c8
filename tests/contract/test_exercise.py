"""The exercise that is shipped: two rounds of five invented states, in which everything can be seen once."""

import re
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from bukhara.framework import parse
from bukhara.model.codes import Qualifier, Scope, SourceClass, State, WorkbookKind
from bukhara.model.difference import DifferenceStatus
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.period import PeriodType
from bukhara.model.round import ReplyKind
from bukhara.model.statement import Statement
from bukhara.progress.coverage import NoLevel, country_coverage
from bukhara.service import Service
from bukhara.situation.situation import Situation, situations
from bukhara.workbook import WorkbookReading, read
from tests.seeded import shipped

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "exercise"
STATES = ("XAA", "XAB", "XAC", "XAD", "XAE")
FIRST, SECOND = date(2025, 6, 30), date(2026, 6, 30)
FILES = [f"round-{number}/{name}.xlsx" for number in (1, 2) for name in (*STATES, "statistics")]
REAL = re.compile(
    r"kazak|kyrgy|tajik|turkm|uzbe|astana|bishkek|dushanbe|ashgabat|tashkent|bukhara"
    r"|казах|кыргыз|киргиз|таджик|туркмен|узбек|астан|бишкек|душанбе|ашхабад|ташкент|бухар",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def framework() -> Framework:
    return parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"), exercise=True)


@pytest.fixture(scope="module")
def workbooks(framework: Framework) -> dict[str, WorkbookReading]:
    return {name: read(FOLDER / name, framework) for name in FILES}


@pytest.fixture(scope="module")
def service() -> Service:
    return shipped(exercise=True)


@pytest.fixture(scope="module")
def previous(service: Service) -> tuple[Situation, ...]:
    return situations(service.snapshot(as_of=FIRST))


@pytest.fixture(scope="module")
def now(service: Service) -> tuple[Situation, ...]:
    return situations(service.snapshot())


def _statements(workbooks: dict[str, WorkbookReading]) -> list[Statement]:
    return [statement for workbook in workbooks.values() for statement in workbook.statements]


def _observations(workbooks: dict[str, WorkbookReading]) -> list[Observation]:
    return [figure for workbook in workbooks.values() for figure in workbook.observations]


def _rows(workbooks: dict[str, WorkbookReading]) -> list[Statement | Observation]:
    return [*_statements(workbooks), *_observations(workbooks)]


def test_nothing_else_is_shipped() -> None:
    assert sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.xlsx")) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_workbook_reads_without_findings(name: str, workbooks: dict[str, WorkbookReading]) -> None:
    workbook = workbooks[name]
    assert workbook.acceptable
    assert workbook.findings == ()


@pytest.mark.parametrize("name", [name for name in FILES if "statistics" not in name])
def test_a_tracker_answers_every_milestone(
    name: str, workbooks: dict[str, WorkbookReading], framework: Framework
) -> None:
    workbook, code = workbooks[name], Path(name).stem
    own = f"{code}-{name.split('/', maxsplit=1)[0]}"
    asked = {i.id for item in framework.items if item.scope is Scope.COUNTRY for i in item.milestones}
    settled = {
        row.indicator
        for row in workbook.statements
        if row.source_id == own and (row.level is not None or row.state is not State.VALUE)
    }
    assert (workbook.kind, workbook.countries) == (WorkbookKind.TRACKER, (code,))
    assert asked <= settled


def test_every_source_says_that_it_is_an_exercise(workbooks: dict[str, WorkbookReading]) -> None:
    sources = [source for workbook in workbooks.values() for source in workbook.sources]
    assert {source.source_class for source in sources} == {SourceClass.EXERCISE, SourceClass.PANEL}
    assert all(source.title.startswith("EXERCISE (invented)") for source in sources)


def test_every_statement_is_in_both_languages(workbooks: dict[str, WorkbookReading]) -> None:
    rows = [row for row in _statements(workbooks) if row.statement]
    assert all(row.lang == "en" and re.search("[а-я]", str(row.statement_translation)) for row in rows)
    assert not any(re.search("[а-яА-Я]", row.statement) for row in rows)


def test_nothing_of_the_real_states_is_in_it(workbooks: dict[str, WorkbookReading]) -> None:
    sources = [source for workbook in workbooks.values() for source in workbook.sources]
    for record in (*_rows(workbooks), *sources):
        texts = [str(getattr(record, field.name)) for field in fields(record)]
        assert not REAL.search(" ".join(texts)), record


def test_all_states_of_a_value_occur(workbooks: dict[str, WorkbookReading]) -> None:
    assert {figure.state for figure in _observations(workbooks)} == set(State)
    assert {row.state for row in _statements(workbooks)} == set(State) - {State.SUPPRESSED, State.NOT_ASKED}


def test_what_does_not_apply_has_its_reason(workbooks: dict[str, WorkbookReading]) -> None:
    rows = _rows(workbooks)
    assert all(row.note for row in rows if row.state is State.NOT_APPLICABLE)


def test_figures_show_every_qualifier_zero_and_half_years(workbooks: dict[str, WorkbookReading]) -> None:
    figures = _observations(workbooks)
    assert {figure.qualifier for figure in figures} == {*Qualifier, None}
    assert any(figure.value == 0 for figure in figures)
    assert {PeriodType.YEAR, PeriodType.HALF_YEAR, PeriodType.DAY} == {f.period.type for f in figures}


def test_the_rounds_are_two_releases(service: Service) -> None:
    assert [release.number for release in service.releases()] == [1, 2]
    assert service.snapshot().as_of == SECOND


@pytest.mark.parametrize("on", [FIRST, SECOND])
def test_the_five_show_every_rule_of_display(
    on: date, framework: Framework, previous: tuple[Situation, ...], now: tuple[Situation, ...]
) -> None:
    found = previous if on == FIRST else now
    covered = {code: country_coverage(found, framework, code, on=on) for code in STATES}
    assert {code: (cover.no_level, cover.band is not None) for code, cover in covered.items() if cover} == {
        "XAA": (None, True),
        "XAB": (None, False),
        "XAC": (NoLevel.FEW_ANSWERS, False),
        "XAD": (None, True),
        "XAE": (None, False),
    }


def test_what_is_contested_can_be_practised(service: Service) -> None:
    """One difference is explained and one is open, and a state objects."""
    snapshot = service.snapshot()
    assert {(d.country, d.first, d.second): d.status for d in snapshot.differences} == {
        ("XAC", 33, 29): DifferenceStatus.OPEN,
        ("XAD", 99, 103): DifferenceStatus.EXPLAINED,
    }
    (reply,) = snapshot.replies
    assert (reply.country, reply.item, reply.kind) == ("XAC", "BD-8b", ReplyKind.OBJECTION)
    assert not REAL.search(f"{reply.words} {reply.translation} {snapshot.decisions}")
