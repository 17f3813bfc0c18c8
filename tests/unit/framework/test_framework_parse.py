"""A clean document becomes the model; a faulty one raises with its findings."""

from datetime import date
from pathlib import Path

import pytest

from bukhara.errors import FrameworkInvalid
from bukhara.framework import check, parse
from bukhara.model.codes import EvidenceGrade, ReadingKind, Severity

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


def test_countries_keep_the_order_of_the_file() -> None:
    assert [country.code for country in parse(SMALL).countries] == ["KAZ", "UZB"]


def test_texts_have_every_language() -> None:
    assert parse(SMALL).item("BD-1").name.in_("ru") == "Пункт"


def test_an_indicator_knows_its_item() -> None:
    assert parse(SMALL).indicator("BD-1.2").item == "BD-1"


def test_a_measure_belongs_to_no_item() -> None:
    assert parse(SMALL).indicator("CTX-cases").item == ""


def test_caps_are_numbers_by_grade() -> None:
    assert parse(SMALL).method.cap(EvidenceGrade.STATEMENT_ON_RECORD) == 0.75


def test_unquoted_days_are_days() -> None:
    assert parse(SMALL).method.bukhara_date == date(2021, 11, 25)


def test_a_body_has_a_russian_name() -> None:
    body = parse(SMALL).body("Ministry")
    assert body is not None
    assert body.translated.in_("ru") == "Министерство"


def test_a_conference_without_a_day_has_no_dates() -> None:
    text = SMALL.replace("start: 2023-07-27", "start: null").replace("    end: 2023-07-28\n", "")
    (conference,) = parse(text).conferences
    assert [conference.start, conference.end] == [None, None]


def test_a_crosswalk_without_a_question_is_empty() -> None:
    assert parse(SMALL).item("BD-1").crosswalk.glotip == ""


def test_published_reports_are_readings() -> None:
    assert [reading.kind for reading in parse(SMALL).readings] == [ReadingKind.READING]


def test_the_exercise_has_invented_countries() -> None:
    assert [country.code for country in parse(SMALL, exercise=True).countries] == ["XAA", "XAB"]


def test_the_exercise_has_rounds_with_their_days() -> None:
    (first,) = parse(SMALL, exercise=True).readings
    assert first.kind is ReadingKind.ROUND
    assert [first.sent, first.due] == [date(2025, 4, 1), date(2025, 5, 31)]


def test_the_exercise_knows_its_own_and_the_international_bodies() -> None:
    real = '- {name: "Ministry", ru: "Министерство", country: "KAZ", kind: state}'
    assert real in SMALL
    more = SMALL.replace(real, real + '\n  - {name: "UN", ru: "ООН", country: "REG", kind: international}')
    assert [body.name for body in parse(more, exercise=True).bodies] == ["Invented Ministry", "UN"]
    assert [body.name for body in parse(more).bodies] == ["Ministry", "UN"]


def test_a_missing_exercise_is_a_missing_key() -> None:
    with pytest.raises(FrameworkInvalid) as raised:
        parse(SMALL[: SMALL.index("exercise:\n")], exercise=True)
    assert [finding.value for finding in raised.value.findings] == ["exercise"]


def test_a_missing_translation_is_a_warning_and_does_not_stop() -> None:
    text = SMALL.replace(', ru: "Пункт"', "")
    assert [finding.severity for finding in check(text)] == [Severity.WARNING]
    assert parse(text).item("BD-1").name.in_("ru") == "Item"


def test_errors_raise_with_their_findings() -> None:
    with pytest.raises(FrameworkInvalid) as raised:
        parse(SMALL.replace("basis: theme", "basis: hearsay"))
    assert [finding.code for finding in raised.value.findings] == ["not-in-list"]
