"""The same rows with the same state, note and topics in the API, CSV, XLSX, SDMX and the frames."""

import csv
import io
import json
import urllib.request
import xml.etree.ElementTree as ET

import pytest
from openpyxl import load_workbook

import bukhara
from bukhara.exports import records
from bukhara.exports.to_sdmx import to_sdmx_ml
from bukhara.exports.to_xlsx import to_xlsx

COLUMNS = ("state", "note", "topics")
SDMX = ("OBSERVATION", "STATE", "NOTE", "TOPICS")


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """The record as a program opens it, seeded from the same data as the running dashboard."""
    with bukhara.open(var_dir=tmp_path_factory.mktemp("frames")) as opened:
        yield opened


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as answer:
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
    if name == "evidence":
        assert of_xlsx(to_xlsx(records.evidence(snapshot)), names) == wanted
        return
    assert of_xlsx(fetched(f"{address}?format=xlsx"), names) == wanted
    sdmx = csv.DictReader(io.StringIO(fetched(f"{address}?format=sdmx-csv").decode(), newline=""))
    assert picked(sdmx, SDMX) == wanted
    message = ET.fromstring(to_sdmx_ml(records.observations(snapshot)))
    found = [each.attrib for each in message.iter("Obs")]
    assert picked([{key: each.get(key) for key in SDMX} for each in found], SDMX) == wanted


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
