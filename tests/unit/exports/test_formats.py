"""CSV, JSON and XLSX tell six states, a zero and a formula apart."""

import csv
import io
import json
import re
import zipfile

import openpyxl
import pytest

from bukhara.exports import records
from bukhara.exports.columns import OBSERVATIONS
from bukhara.exports.to_csv import safe, to_csv
from bukhara.exports.to_json import to_json
from bukhara.exports.to_xlsx import to_xlsx
from bukhara.model.codes import State
from tests.unit.exports.sample import FORMULAS, figure, sample

STATES = {s.value for s in State}


def read_csv(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_sheet(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    head, *rows = list(book["Data"].values)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_csv_keeps_states_and_zero():
    rows = read_csv(to_csv(records.observations(sample())))
    assert tuple(rows[0]) == OBSERVATIONS
    assert {r["state"] for r in rows} == STATES
    assert {r["value"] for r in rows if r["state"] != "value"} == {""}
    assert {r["value"] for r in rows if r["state"] == "value"} == {"0", "5", "-2.5"}
    assert "no case | none" in {r["quote"] for r in rows}


def test_csv_is_rfc_4180_without_a_mark():
    lines = to_csv(records.observations(sample(figure(quote='say "a, b"\nand c')))).split("\r\n")
    assert (len(lines), lines[2]) == (3, "")
    assert not lines[0].startswith("\ufeff")
    assert '"say ""a, b""\nand c"' in lines[1]


@pytest.mark.parametrize("payload", FORMULAS)
def test_csv_does_not_run(payload):
    (row,) = read_csv(to_csv(records.observations(sample(figure(quote=payload)))))
    assert row["quote"] == "'" + payload


@pytest.mark.parametrize("text", ["plain", "L195", "2022-01-01/P7M", "a = b", "", -1, 0, None, "Казахстан"])
def test_what_is_harmless_stays(text):
    assert safe(text) == text


def test_json_keeps_states_zero_and_lists():
    found = json.loads(to_json(records.observations(sample())))
    assert (found["release"], found["as_of"], found["count"]) == (3, "2023-07-28", 8)
    assert {r["state"] for r in found["data"]} == STATES
    assert all((r["value"] is None) == (r["state"] != "value") for r in found["data"])
    assert next(r["quote"] for r in found["data"] if r["sex"] == "female") == ["no case", "none"]


def test_json_pages_count_the_whole():
    found = json.loads(to_json(records.observations(sample()), 6, limit=5))
    assert (found["count"], len(found["data"])) == (8, 2)


def test_xlsx_keeps_states_and_zero():
    rows = read_sheet(to_xlsx(records.observations(sample())))
    assert tuple(rows[0]) == OBSERVATIONS
    assert {r["state"] for r in rows} == STATES
    assert all((r["value"] is None) == (r["state"] != "value") for r in rows)
    assert next(r["value"] for r in rows if r["sex"] == "female") == 0


def test_xlsx_says_what_it_is():
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(records.observations(sample()))))
    assert book.sheetnames == ["Read me", "Data"]
    assert str(book.properties.created.date()) == "2023-07-28"
    stated = [row[:2] for row in book["Read me"].values]
    assert ("Release", "3") in stated
    assert ("As of", "2023-07-28") in stated
    assert ("Source", "report: Report, Secretariat, 2023-07-28") in stated


@pytest.mark.parametrize("payload", [*FORMULAS, "https://example.org", "{=1}", "mailto:a@b.c", "internal:A1"])
def test_xlsx_holds_text_only(payload):
    content = to_xlsx(records.observations(sample(figure(quote=payload))))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        texts = {name: parts.read(name).decode() for name in parts.namelist()}
    assert not any("<f>" in t or "<f " in t for t in texts.values())
    assert not any('TargetMode="External"' in t for t in texts.values())
    assert "<hyperlink" not in texts["xl/worksheets/sheet2.xml"]
    (row,) = read_sheet(content)
    assert re.sub(r"_x000D_|\r", "\n", row["quote"]) == payload.replace("\r", "\n")


def test_xlsx_says_it_in_the_language_asked_for():
    shown_here = [
        openpyxl.load_workbook(io.BytesIO(to_xlsx(records.observations(sample()), lang))) for lang in ("en", "ru")
    ]
    names = [[row[1] for row in book["Read me"].values if row[0] == "state = suppressed"] for book in shown_here]
    assert names == [["withheld by the disclosure rule"], ["не раскрывается по правилу конфиденциальности"]]
