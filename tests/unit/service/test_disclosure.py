"""The disclosure rule is applied to every release before it is shown; forms that go back to their authors are exempt."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bukhara.disclosure import Policy
from bukhara.disclosure.persons import of_persons
from bukhara.disclosure.rounding import withheld
from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import Observation
from bukhara.service import Service
from bukhara.settings import Settings
from tests.filled_in import FilledIn


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(Settings(exercise=True, var_dir=tmp_path_factory.mktemp("var")))
    yield service
    service.close()


def test_the_rule_is_that_of_the_settings(tmp_path: Path) -> None:
    assert Service(Settings(var_dir=tmp_path)).policy == Policy()
    assert Service(Settings(var_dir=tmp_path, disclosure_guard=False)).policy == Policy(guard=False)


def test_the_published_report_is_the_same_with_and_without_the_guard(tmp_path: Path) -> None:
    guarded = Service(Settings(var_dir=tmp_path / "a"))
    open_ = Service(Settings(var_dir=tmp_path / "b", disclosure_guard=False))
    for desk_research in (False, True):
        one = guarded.snapshot(desk_research=desk_research)
        other = open_.snapshot(desk_research=desk_research)
        assert one == replace(other, release=one.release)
        assert len(one.observations) > 150
    guarded.close()
    open_.close()


def persons(exercise: Service, release: int, as_of: date | None = None) -> list[Observation]:
    return [f for f in exercise.snapshot(as_of, release).observations if of_persons(f)]


def test_an_unchanged_count_of_the_exercise_is_the_same_on_every_day_and_in_every_release(exercise: Service) -> None:
    seen: dict[str, set[tuple[object, ...]]] = {}
    days = {reading.date for reading in exercise.snapshot().framework.readings}
    for release, as_of in itertools.product((1, 2), days):
        for figure in persons(exercise, release, as_of):
            seen.setdefault(figure.observation_id, set()).add((figure.state, figure.value, figure.value_high))
    assert [name for name, answers in seen.items() if len(answers) > 1] == []


@pytest.mark.parametrize("release", [1, 2])
def test_a_round_of_the_exercise_shows_a_figure_a_rounded_one_and_a_withheld_one(
    exercise: Service, release: int
) -> None:
    figures = exercise.snapshot(release=release).observations
    assert [f for f in figures if not of_persons(f) and f.state is State.VALUE and f.qualifier is Qualifier.EXACT]
    one, trained = figures[0], ("CTX-victims", "BD-9.1")
    assert [of_persons(replace(one, indicator=each, counting_unit="person")) for each in trained] == [True, False]
    rounded = [f for f in persons(exercise, release) if f.state is State.VALUE and f.value_low is not None]
    assert {f.qualifier for f in rounded} >= {Qualifier.ABOUT}
    stored = {state(f) for f in exercise.stored_contents(release).observations if f.state is State.SUPPRESSED}
    assert [f for f in persons(exercise, release) if f.state is State.SUPPRESSED and state(f) not in stored]


@pytest.mark.parametrize("release", [1, 2])
def test_no_small_nor_exact_count_of_persons_of_the_exercise_is_shown(exercise: Service, release: int) -> None:
    shown = [f for f in persons(exercise, release) if f.state is State.VALUE and f.unit == "count"]
    assert len(shown) > 20
    numbers = {number for f in shown for number in (f.value, f.value_low) if number is not None}
    assert min(numbers) >= 10
    assert [f for f in shown if f.value is not None and f.value % 5] == []
    assert [f for f in shown if f.quote or f.note] == []


def state(figure: Observation) -> Observation:
    """The row without its number and words, so that it can be found again."""
    return replace(withheld(figure), source_locator="")


def test_a_template_holds_the_figures_as_they_were_given(exercise: Service) -> None:
    book = FilledIn(exercise.template("statistics"), "Statistics")
    assert [book.value(row, "value") for row in book.rows(country="XAA", sex="female")] == [22, 33, 33]
