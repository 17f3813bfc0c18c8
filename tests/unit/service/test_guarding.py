"""The guard stands between the store and every reader; only forms that go back to their authors pass it by."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from bukhara.disclosure import Policy
from bukhara.model.codes import State
from bukhara.model.release import Release
from bukhara.service import Service
from bukhara.service.disclosure_guard import Guarding, policy_of
from bukhara.settings import Settings
from bukhara.store import StoredContents
from tests.properties.disclosure_tables import SOURCE, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def held(number: int, *values: float) -> StoredContents:
    rows = [row(value, key) for value, key in zip(values, (("", "", "", ""), ("female", "", "", "")), strict=False)]
    stamp = datetime(2026, 1, number, tzinfo=UTC)
    return StoredContents(
        release=Release(number=number, created_at=stamp, actor="a", note="", framework_version="1", method_version="1"),
        framework_text="",
        exercise=False,
        sources=(SOURCE,),
        statements=(),
        observations=tuple(rows),
    )


RELEASES = {1: held(1, 60, 4), 2: held(2, 60, 25), 3: held(3, 80, 27)}


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    service = Service(Settings(exercise=True, var_dir=tmp_path_factory.mktemp("var")))
    yield service
    service.close()


def test_a_mask_outlives_the_release_that_made_it() -> None:
    seen = Guarding(Policy()).shown(3, RELEASES.__getitem__).observations
    assert [r.state for r in seen] == [State.VALUE, State.SUPPRESSED]


def test_releases_look_the_same_in_whatever_order_they_are_asked_for() -> None:
    one, other = Guarding(Policy()), Guarding(Policy())
    up = {n: one.shown(n, RELEASES.__getitem__) for n in (1, 2, 3)}
    down = {n: other.shown(n, RELEASES.__getitem__) for n in (3, 1, 2, 3)}
    assert up == down


def test_the_policy_is_that_of_the_settings() -> None:
    settings = Settings(
        disclosure_guard=False,
        disclosure_threshold_victims=11,
        disclosure_threshold_persons=6,
        disclosure_rounding=3,
        disclosure_width=7,
        disclosure_published=False,
    )
    assert policy_of(settings) == Policy(guard=False, victims=11, persons=6, rounding=3, width=7, published=False)
    assert policy_of(Settings()) == Policy()


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


def test_every_day_and_release_of_the_exercise_has_one_answer_for_a_count(exercise: Service) -> None:
    seen: dict[str, set[tuple[object, ...]]] = {}
    newest = exercise.snapshot()
    for release in (1, 2):
        for as_of in {reading.date for reading in newest.framework.readings}:
            persons = [f for f in exercise.snapshot(as_of, release).observations if f.counting_unit != "offence"]
            for figure in persons:
                seen.setdefault(figure.observation_id, set()).add((figure.state, figure.value, figure.value_high))
    assert [name for name, answers in seen.items() if len(answers) > 1] == []


def test_no_small_breakdown_of_victims_of_the_exercise_is_shown(exercise: Service) -> None:
    shown = [f for f in exercise.snapshot().observations if f.indicator == "CTX-victims" and f.sex + f.age_group]
    assert {f.state for f in shown} > {State.SUPPRESSED, State.VALUE}
    assert [f for f in shown if f.value is not None and (f.value < 10 or f.value % 10)] == []


def test_a_template_holds_the_figures_as_they_were_given(exercise: Service) -> None:
    book = openpyxl.load_workbook(io.BytesIO(exercise.template("statistics")))
    sheet = book["Statistics"]
    keys = [cell.value for cell in sheet[1]]
    column = {key: n for n, key in enumerate(keys)}
    rows = [r for r in sheet.iter_rows(min_row=3, values_only=True) if r[column["country"]] == "XAA"]
    women = [r[column["value"]] for r in rows if r[column["sex"]] == "female"]
    assert women == [22, 33, 33]
