"""The API over the shipped record, asked as a program would ask it."""

import csv
import gzip
import io
import json
import re
import urllib.error
import urllib.request

import pytest

from tests.web.reading import get

LISTS = ("observations", "evidence", "sources", "progress", "framework", "releases", "revisions")
OF_THE_NEWEST_SOURCE = ("observations", "sources", "revisions")
ORDER = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "REG", "INT"]
STATES = {"value", "not_applicable", "not_available", "not_asked", "not_reported", "suppressed"}


def rows(base: str, address: str) -> list[dict]:
    return json.loads(get(f"{base}/api/v1/{address}")[1])["data"]


def table(base: str, address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(get(f"{base}/api/v1/{address}")[1], newline="")))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_answers_with_rows(base, name) -> None:
    status, body, _ = get(f"{base}/api/v1/{name}?limit=10000")
    answer = json.loads(body)
    day = "2026-11-26" if name in OF_THE_NEWEST_SOURCE else "2023-07-28"
    assert (status, answer["release"], answer["as_of"]) == (200, 3, day)
    assert answer["count"] == len(answer["data"]) > 0


@pytest.mark.parametrize("address", ["progress", "observations?format=csv", "observations?format=sdmx-csv"])
def test_every_text_is_sent_packed(base, address) -> None:
    request = urllib.request.Request(f"{base}/api/v1/{address}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read()).decode() == get(f"{base}/api/v1/{address}")[1]


@pytest.mark.parametrize("name", LISTS)
def test_no_field_ranks(base, name) -> None:
    fields = {field for row in rows(base, name) for field in row}
    assert not [field for field in fields if re.search(r"rank|score|order|position|total", field)]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("wish", ["sort=value", "sort=country", "order=desc", "order_by=level", "rank=1"])
def test_nothing_can_be_sorted(base, name, wish) -> None:
    assert get(f"{base}/api/v1/{name}?{wish}")[0] == 400


@pytest.mark.parametrize("name", ["observations", "evidence", "progress"])
def test_states_stand_in_the_fixed_order(base, name) -> None:
    found = [code for code in dict.fromkeys(row["country"] for row in rows(base, name + "?limit=10000")) if code]
    assert found == [code for code in ORDER if code in found]
    assert found[:5] == ORDER[:5]


@pytest.mark.parametrize("address", ["observations?format=csv", "evidence?format=csv"])
def test_a_gap_in_csv_has_a_state_and_no_number(base, address) -> None:
    found = table(base, address)
    assert {row["state"] for row in found} <= STATES
    assert all(row.get("value", "") == "" for row in found if row["state"] != "value")


def test_six_states_are_told_apart_in_csv(exercise) -> None:
    found = table(exercise, "observations?format=csv")
    assert {row["state"] for row in found} == STATES
    assert all(row["value"] or row["qualifier"] == "range" for row in found if row["state"] == "value")
    assert {row["value"] for row in found if row["state"] != "value"} == {""}


def test_a_reported_zero_is_a_value(exercise) -> None:
    assert any(row["value"] == 0 and row["state"] == "value" for row in rows(exercise, "observations?limit=10000"))


def test_a_reading_has_no_levels(base) -> None:
    levels = {row[name] for row in rows(base, "progress") for name in ("level", "level_capped", "coverage")}
    assert levels == {None}


def test_a_round_has_levels_and_no_cap_is_above_its_level(exercise) -> None:
    found = [row for row in rows(exercise, "progress") if row["level"] is not None]
    assert found
    assert all(row["level_capped"] <= row["level"] for row in found)
    assert any(row["level_capped"] < row["level"] for row in found)


def test_counts_lie_between_their_bounds(base) -> None:
    counted = [row for row in rows(base, "progress") if row["n"]]
    assert counted
    assert all(row["low"] == row["in_place"] <= row["high"] <= row["n"] for row in counted)
    assert all(row["high"] == row["in_place"] + row["not_covered"] for row in counted)


@pytest.mark.parametrize("name", ["observations", "evidence"])
def test_every_value_has_its_source_place_and_words(base, name) -> None:
    bare = [
        row
        for row in rows(base, name + "?limit=10000")
        if row["state"] == "value" and not (row["source_id"] and row["source_locator"] and row["quote"])
    ]
    assert bare == []


def test_every_value_has_a_known_source(base) -> None:
    known = {row["source_id"] for row in rows(base, "sources")}
    cited = {row["source_id"] for row in rows(base, "observations?limit=10000") if row["state"] == "value"}
    assert cited <= known


@pytest.mark.parametrize("name", ["observations", "evidence"])
def test_no_two_rows_share_a_name(base, name) -> None:
    ids = [
        row["observation_id" if name == "observations" else "evidence_id"] for row in rows(base, f"{name}?limit=10000")
    ]
    values = [i for i, row in zip(ids, rows(base, f"{name}?limit=10000"), strict=True) if row["state"] == "value"]
    assert len(set(values)) == len(values)


@pytest.mark.parametrize("name", ["observations", "evidence", "progress"])
def test_pages_of_a_list_are_the_list(base, name) -> None:
    whole = rows(base, name + "?limit=10000")
    half = len(whole) // 2
    assert rows(base, f"{name}?limit={half}") + rows(base, f"{name}?limit=10000&offset={half}") == whole


def test_the_framework_speaks_russian_where_it_is_asked_to(base) -> None:
    assert all(re.search("[а-яё]", row["name"]) for row in rows(base, "framework?lang=ru"))


def test_before_the_report_nothing_was_known(base) -> None:
    assert rows(base, "observations?as_of=2023-07-27") == []


def test_a_class_of_sources_is_not_cut_off_by_a_hidden_day(base) -> None:
    body = json.loads(get(f"{base}/api/v1/evidence?source_class=desk_research")[1])
    assert body["count"] >= 9
    assert body["as_of"] > "2023-07-28"
    assert body["defaults"] == []


def test_an_answer_says_which_rows_a_default_hides(base) -> None:
    body = json.loads(get(f"{base}/api/v1/observations?limit=10000")[1])
    hidden = {each["parameter"]: each["hidden"] for each in body["defaults"]}
    every = json.loads(
        get(f"{base}/api/v1/observations?source_class=desk_research,conference_report,international_statistics")[1]
    )
    assert hidden == {"source_class": every["count"] - len([r for r in body["data"] if r["source_id"]])}
