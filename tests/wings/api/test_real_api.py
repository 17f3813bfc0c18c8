"""The API over the shipped record: the same rows, states and masks in every form."""

import csv
import io
import json
import re
import urllib.error
import urllib.request

import pytest
from openpyxl import load_workbook

import bukhara
from bukhara.exports import records
from bukhara.exports.to_xlsx import to_xlsx
from tests.web.reading import get

LISTS = ("observations", "evidence", "sources", "progress", "framework", "releases", "revisions")
OF_THE_NEWEST_SOURCE = ("observations", "sources", "revisions")
ORDER = ["KAZ", "KGZ", "TJK", "TKM", "UZB", "REG", "INT"]


def rows(base: str, address: str) -> list[dict]:
    return json.loads(get(f"{base}/api/v1/{address}")[1])["data"]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_answers_with_rows(base, name) -> None:
    status, body, _ = get(f"{base}/api/v1/{name}?limit=10000")
    answer = json.loads(body)
    day = "2026-12-01" if name in OF_THE_NEWEST_SOURCE else "2023-07-28"
    assert (status, answer["release"], answer["as_of"]) == (200, 3, day)
    assert answer["count"] == len(answer["data"]) > 0


@pytest.mark.parametrize("name", LISTS)
def test_no_field_ranks(base, name) -> None:
    fields = {field for row in rows(base, name) for field in row}
    # the position of a statement is what its state said of it
    assert not [field for field in fields - {"position"} if re.search(r"rank|score|order|position|total", field)]


@pytest.mark.parametrize("name", ["observations", "evidence", "progress"])
def test_states_are_in_the_fixed_order(base, name) -> None:
    found = [code for code in dict.fromkeys(row["country"] for row in rows(base, name + "?limit=10000")) if code]
    assert found == [code for code in ORDER if code in found]
    assert found[:5] == ORDER[:5]


def test_a_reading_has_no_levels(base) -> None:
    levels = {row[name] for row in rows(base, "progress") for name in ("level", "level_capped", "coverage")}
    assert levels == {None}


def test_the_framework_speaks_russian_where_it_is_asked_to(base) -> None:
    assert all(re.search("[а-яё]", row["name"]) for row in rows(base, "framework?lang=ru"))


def test_a_class_of_sources_is_not_cut_off_by_a_hidden_day(base) -> None:
    body = json.loads(get(f"{base}/api/v1/evidence?source_class=desk_research")[1])
    assert body["count"] >= 9
    assert body["as_of"] > "2023-07-28"
    assert body["defaults"] == []


COLUMNS = ("state", "note", "topics")


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """The record as a program opens it, seeded from the same data as the running dashboard."""
    with bukhara.open(var_dir=tmp_path_factory.mktemp("frames")) as opened:
        yield opened


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=120) as answer:
        return answer.read()


def picked(rows, names) -> list[tuple[str, ...]]:
    return [tuple(str(row[name] or "") for name in names) for row in rows]


def of_xlsx(body: bytes, names) -> list[tuple[str, ...]]:
    first, *rest = load_workbook(io.BytesIO(body), read_only=True)["Data"].iter_rows(values_only=True)
    return picked((dict(zip(first, row, strict=True)) for row in rest), names)


@pytest.mark.parametrize(("name", "id_column"), [("observations", "observation_id"), ("evidence", "evidence_id")])
def test_every_form_has_the_same_rows_states_notes_and_topics(base, record, name, id_column) -> None:
    names, address = (id_column, *COLUMNS), f"{base}/api/v1/{name}"
    answer = json.loads(fetched(f"{address}?limit=10000"))["data"]
    wanted = picked([{**row, "topics": " | ".join(row["topics"])} for row in answer], names)
    assert len(wanted) > 400
    assert min(sum(bool(row[n]) for row in wanted) for n in (2, 3)) > 50
    read = csv.DictReader(io.StringIO(fetched(f"{address}?format=csv").decode(), newline=""))
    assert picked(read, names) == wanted
    frame = getattr(record, name)()
    assert picked(frame.to_dict("records"), names) == wanted
    snapshot = record._service.snapshot()
    made = to_xlsx(records.evidence(snapshot)) if name == "evidence" else fetched(f"{address}?format=xlsx")
    assert of_xlsx(made, names) == wanted


def test_a_topic_narrows_rows_of_the_api_and_the_frame_alike(base, record) -> None:
    found = json.loads(fetched(f"{base}/api/v1/evidence?topic=children"))["data"]
    assert found
    assert all("children" in row["topics"] for row in found)
    assert [row["evidence_id"] for row in found] == list(record.evidence(topic="children")["evidence_id"])
    minors = json.loads(fetched(f"{base}/api/v1/observations?topic=children&limit=10000"))["data"]
    assert len(minors) == len(record.observations(topic="children"))
    assert {row["observation_id"] for row in minors} >= {
        row["observation_id"]
        for row in json.loads(fetched(f"{base}/api/v1/observations?age_group=minor&limit=10000"))["data"]
    }
