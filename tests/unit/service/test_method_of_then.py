"""Two releases under two methods: the older can be asked for, and the change between them is no progress."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bukhara.model.codes import EvidenceGrade, SourceClass, WorkbookKind
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.service import Service
from bukhara.settings import Settings
from bukhara.situation.rows import progress_rows
from bukhara.store import FrameworkVersion, Store, Submission
from bukhara.store.publishing import Stamp
from bukhara.views.status import narrative
from bukhara.views.status.narrative import SentenceCode
from tests.unit.service.little_data import FRAMEWORK_FILE

FIRST, SECOND = date(2025, 6, 30), date(2026, 6, 30)
OLD = FRAMEWORK_FILE.read_text(encoding="utf-8").replace("    bar: 0.60", "    bar: 0.05")


def heavier(text: str) -> str:
    """Return the framework with method 9.9, in which the theme BD-5 weighs ten times as much."""
    text = re.sub(r'(?m)^(method:\n  version: )"[^"]*"', r'\1"9.9"', text, count=1)
    return re.sub(r"(- id: BD-5\n(?:    .*\n)*?    weight: )[0-9.]+", r"\g<1>10.0", text, count=1)


def answer(item: str, level: float, source: str) -> Statement:
    return Statement(
        country="XAA",
        item=item,
        indicator=f"{item}.1",
        kind="implementation",  # type: ignore[arg-type]
        state="value",  # type: ignore[arg-type]
        level=level,
        statement="An invented answer.",
        body="Ministry of the Interior of Alfa",
        source_id=source,
        evidence_grade=EvidenceGrade.PRIMARY_DOCUMENT,
    )


def submitted(source: str, day: date) -> Submission:
    return Submission(
        kind=WorkbookKind.TRACKER,
        countries=("XAA",),
        sources=(Source(source_id=source, source_class=SourceClass.EXERCISE, title=source, body="Alfa", date=day),),
        statements=(answer("BD-5", 1, source), answer("BD-12", 0, source)),
        observations=(),
        base=None,
    )


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Service:
    folder = tmp_path_factory.mktemp("then")
    settings = Settings(var_dir=folder, data_dir=folder, framework_file=Path(FRAMEWORK_FILE), exercise=True)
    store = Store(settings.database_url)
    store.migrate()
    framework_version = FrameworkVersion(framework_text=OLD, framework_version="1", method_version="2.0", exercise=True)
    now = datetime(2026, 7, 1, tzinfo=UTC)
    store.seed(
        [[submitted("round-1", date(2025, 5, 1))]],
        Stamp(actor="system", note="", now=now, framework_version=framework_version),
    )
    new = replace(framework_version, framework_text=heavier(OLD), method_version="9.9")
    second = [submitted("round-2", date(2026, 5, 1))]
    store.publish(second, Stamp(actor="system", note="", now=now, framework_version=new))
    store.close()
    return Service(settings)


def test_an_earlier_day_is_shown_under_the_present_method_unless_asked_otherwise(service: Service) -> None:
    now = service.snapshot(FIRST)
    assert (now.framework.method.version, now.method_of) == ("9.9", None)


def test_an_earlier_day_can_be_shown_under_the_method_of_then(service: Service) -> None:
    then = service.snapshot(FIRST, method_then=True)
    assert (then.framework.method.version, then.method_of, then.release.number) == ("2.0", 1, 2)
    assert {row.method_version for row in progress_rows(then)} == {"2.0"}


def test_the_two_methods_give_two_levels(service: Service) -> None:
    levels = [
        next(r.level for r in progress_rows(service.snapshot(FIRST, method_then=t)) if r.country) for t in (False, True)
    ]
    assert levels[0] != levels[1]


def test_views_of_the_two_methods_are_kept_apart(service: Service) -> None:
    snapshots = [service.snapshot(FIRST, method_then=then) for then in (False, True)]
    assert [service.view(_version, snapshot) for snapshot in snapshots] == ["9.9", "2.0"]


def test_a_change_of_method_cannot_pass_as_progress(service: Service) -> None:
    now = service.snapshot(SECOND)
    changes = narrative.build(now, service.past(now))[0]
    change = changes.change.change
    assert change is not None
    assert change.matched == 0
    assert change.method is not None
    assert change.method > 0.1
    assert [sentence.code for sentence in changes.sentences] == [SentenceCode.SAME, SentenceCode.RESTATED_MEAN]


def _version(snapshot: object) -> str:
    return snapshot.framework.method.version  # type: ignore[attr-defined,no-any-return]
