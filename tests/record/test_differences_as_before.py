"""The rules that group figures find what the rules that compared all pairs found: a list made by those is kept."""

import json

import pytest

from bukhara.comparability.differences import differences
from bukhara.framework import parse
from bukhara.model.codes import SourceClass
from bukhara.workbook import read
from tests.record.test_planted_differences import AGREEING, PLANTED
from tests.serving import ROOT
from tests.unit.comparability import test_differences as second_set

BEFORE = json.loads((ROOT / "tests/fixtures/differences_before.json").read_text(encoding="utf-8"))


def found(figures) -> list[list[object]]:
    """Every difference as plain values, in an order of its own."""
    return sorted(
        [d.kind.value, sorted(o.observation_id for o in d.observations), d.first, d.second, list(d.causes)]
        for d in differences(figures)
    )


def workbooks(
    folder: str, *, exercise: bool, without: tuple[SourceClass, ...] = (SourceClass.INTERNATIONAL_STATISTICS,)
):
    """The figures of all workbooks of a folder, without those of some classes: the list was made from the report."""
    framework = parse((ROOT / "indicators.yaml").read_text(encoding="utf-8"), exercise=exercise)
    paths = sorted((ROOT / folder).rglob("*.xlsx"))
    books = [read(path, framework) for path in paths if exercise or "exercise" not in path.parts]
    left_out = {s.source_id for book in books for s in book.sources if s.source_class in without}
    return [o for book in books for o in book.observations if o.source_id not in left_out]


def sets() -> dict[str, object]:
    """Every set of figures by name: the record, the exercise, and the planted and sound cases of both testers."""
    cases = {f"first/{name}": rows for name, rows in (PLANTED | AGREEING).items()}
    for kind, planted in (("differing", second_set.DIFFERING), ("agreeing", second_set.AGREEING)):
        cases |= {f"second/{kind}/{case.id}": case.values[0] for case in planted}
    return {
        "record": workbooks(
            "data", exercise=False, without=(SourceClass.DESK_RESEARCH, SourceClass.INTERNATIONAL_STATISTICS)
        ),
        "record with desk research": workbooks("data", exercise=False),
        "exercise": workbooks("data/exercise", exercise=True),
        **cases,
    }


@pytest.fixture(scope="module")
def figures():
    return sets()


@pytest.mark.parametrize("name", BEFORE)
def test_the_same_differences_are_found(name: str, figures) -> None:
    assert found(figures[name]) == BEFORE[name]


def test_every_set_has_its_list_and_most_plants_are_found(figures) -> None:
    assert set(BEFORE) == set(figures)
    assert len(BEFORE) >= 3 + 60 + 60
