"""A clean document becomes the model; a faulty one raises with its findings."""

import re
from datetime import date
from pathlib import Path

import pytest

from bukhara.errors import FrameworkInvalid
from bukhara.framework import check, parse
from bukhara.model.codes import EvidenceGrade, ReadingKind, Severity
from bukhara.model.countries import COUNTRY_ORDER

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")


def test_the_small_document_becomes_the_model() -> None:
    found = parse(SMALL)
    assert [country.code for country in found.countries] == ["KAZ", "UZB"], "in the order of the file"
    assert found.item("BD-1").name.in_("ru") == "Пункт"
    assert (found.indicator("BD-1.2").item, found.indicator("CTX-cases").item) == ("BD-1", "")
    assert found.item("BD-1").crosswalk.glotip == ""
    assert found.method.cap(EvidenceGrade.STATEMENT_ON_RECORD) == 0.75
    assert found.method.bukhara_date == date(2021, 11, 25)
    assert [reading.kind for reading in found.readings] == [ReadingKind.READING]
    body = found.body("Ministry")
    assert body is not None
    assert body.name.in_("ru") == "Министерство"


def test_a_release_keeps_its_framework_when_a_key_of_it_is_not_read_any_more() -> None:
    older = SMALL.replace("  noise_p: 0.1", "  pace: {on_pace: 0.95}\n  noise_p: 0.1")
    assert [finding.code for finding in check(older)] == ["unknown-key"]
    assert parse(older, stored=True) == parse(SMALL)
    with pytest.raises(FrameworkInvalid):
        parse(older)


def test_the_framework_of_an_older_release_has_the_russian_names_of_bodies_beside_the_english_ones() -> None:
    older = re.sub(r'name: \{(en: )("[^"]*Ministry"), (ru: "[^"]*")\}', r"name: \2, \3", SMALL)
    assert '{name: "Ministry", ru: "Министерство", country' in older
    for exercise in (False, True):
        assert parse(older, exercise=exercise, stored=True) == parse(SMALL, exercise=exercise)


def test_a_conference_without_a_day_has_no_dates() -> None:
    text = SMALL.replace("start: 2023-07-27", "start: null").replace("    end: 2023-07-28\n", "")
    (conference,) = parse(text).conferences
    assert [conference.start, conference.end] == [None, None]


def test_the_exercise_has_rounds_with_their_days() -> None:
    (first,) = parse(SMALL, exercise=True).readings
    assert first.kind is ReadingKind.ROUND
    assert [first.sent, first.due] == [date(2025, 4, 1), date(2025, 5, 31)]


def test_the_exercise_knows_its_own_and_the_international_bodies() -> None:
    real = '- {name: {en: "Ministry", ru: "Министерство"}, country: "KAZ", kind: state}'
    assert real in SMALL
    more = SMALL.replace(real, real + '\n  - {name: {en: "UN", ru: "ООН"}, country: "REG", kind: international}')
    assert [body.key for body in parse(more, exercise=True).bodies] == ["Invented Ministry", "UN"]
    assert [body.key for body in parse(more).bodies] == ["Ministry", "UN"]


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


FILE = Path(__file__).parents[3] / "indicators.yaml"


@pytest.fixture(scope="module")
def shipped() -> str:
    return FILE.read_text(encoding="utf-8")


def test_the_shipped_framework_is_clean(shipped: str) -> None:
    assert check(shipped) == ()


def test_the_countries_are_in_the_order_of_the_model(shipped: str) -> None:
    framework = parse(shipped)
    assert tuple(country.code for country in (*framework.countries, *framework.regions)) == COUNTRY_ORDER


def test_the_exercise_is_of_invented_states(shipped: str) -> None:
    codes = [country.code for country in parse(shipped, exercise=True).countries]
    assert codes == ["XAA", "XAB", "XAC", "XAD", "XAE"]


def test_only_the_first_three_items_are_attested(shipped: str) -> None:
    attested = [item.id for item in parse(shipped).items if item.basis == "attested"]
    assert attested == ["BD-1", "BD-2", "BD-3"]


def test_a_body_that_was_renamed_is_one_body_under_all_its_names(shipped: str) -> None:
    first, name, rest = shipped.partition('  - name: {en: "Ministry of Labour of Kazakhstan"')
    body, kind, others = rest.partition("    kind: state\n")
    earlier = '    earlier:\n      - name: {en: "Labour Agency", ru: "Агентство труда"}\n        until: 2024-03-01\n'
    framework = parse("".join((first, name, body, kind, earlier, others)))
    known = {framework.body(each) for each in ("Labour Agency", "Агентство труда", "Ministry of Labour of Kazakhstan")}
    assert [each.key for each in known] == ["Ministry of Labour of Kazakhstan"]


def test_all_codings_that_were_not_kept_are_listed(shipped: str) -> None:
    (reading,) = parse(shipped).readings
    assert len(reading.second_coding) == (reading.compared or 0) - (reading.agreed or 0)
    assert [(c.country, c.indicator, c.status.value) for c in reading.second_coding] == [
        ("KAZ", "BD-16.1", "under_way"),
        ("KGZ", "BD-7.1", "not_asked"),
        ("KGZ", "BD-17.2", "under_way"),
        ("TJK", "BD-14a.1", "not_asked"),
        ("TKM", "BD-14a.1", "under_way"),
    ]
