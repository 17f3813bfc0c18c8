"""UNODC figures that contradict their own file: the page, its files, the API and the evidence say so in both languages."""

import csv
import io
import json
import re
from html import unescape

import pytest

from tests.web.reading import get

REMARK = {
    "en": "the parts of this figure do not agree in the source",
    "ru": "части этого числа в источнике не согласуются между собой",
}
PROSECUTED = "/statistics?measure=CTX-unodc-prosecuted&part=sex_age"
MINORS_2019 = "Persons prosecuted; Total; Total; Total; 0 to 17 years; 2019"


def page(base: str, address: str) -> str:
    status, body = get(base + address)[:2]
    assert status == 200, address
    return body


@pytest.fixture(scope="module")
def prosecuted(base) -> list[dict]:
    """The figures of persons prosecuted, from the API."""
    return json.loads(page(base, "/api/v1/observations?indicator=CTX-unodc-prosecuted&limit=1000"))


@pytest.mark.parametrize("language", REMARK)
def test_marks_of_the_chart_have_the_remark_beside_their_published_number(base, language) -> None:
    shown = page(base, f"{PROSECUTED}&countries=TJK&lang={language}")
    marks = [mark.partition(": ")[2].split(" · ") for mark in re.findall(r"<title>([^<]*)</title>", shown)]
    remarks = {tuple(parts[:2]): parts[3:] for parts in marks}
    assert remarks["34", "2019"] == [REMARK[language]]
    assert remarks["&lt;5", "2019"] == [REMARK[language]]
    assert remarks["54", "2017"] == [], "what agrees has no remark"
    assert "24\u00a0×" in shown, "the label of the newest figure"
    assert f"×: {REMARK[language]}" in shown, "the note under the chart"


@pytest.mark.parametrize("language", REMARK)
def test_the_table_of_a_chart_has_the_remark(base, language) -> None:
    drawn = page(base, f"{PROSECUTED}&countries=TJK&lang={language}")
    charts = {unescape(address) for address in re.findall(r'"(/chart/statistics/[^"]+)"', drawn)}
    shown = "".join(page(base, address) for address in charts)
    rows = [row for row in re.findall(r"<tr>.*?</tr>", shown, re.DOTALL) if MINORS_2019 in row]
    assert rows
    assert all(REMARK[language] in row for row in rows)
    agreeing = [row for row in re.findall(r"<tr>.*?</tr>", shown, re.DOTALL) if "18 years or over; 2017" in row]
    assert not [row for row in agreeing if REMARK[language] in row]


def test_the_api_and_its_csv_mark_the_figures_and_keep_their_values(base, prosecuted) -> None:
    rows = [row for row in prosecuted["data"] if row["country"] == "TJK" and row["parts_disagree"]]
    minors = {row["period_code"]: row["value"] for row in rows if row["age_group"] == "minor" and not row["sex"]}
    assert minors == {"2019": 34, "2020": 15, "2021": 15, "2022": 24}
    warned = [each for each in prosecuted["warnings"] if each["code"] == "parts_disagree"]
    marked = [row["observation_id"] for row in prosecuted["data"] if row["parts_disagree"]]
    assert [each["observation_ids"] for each in warned] == [marked]
    assert {row["parts_disagree"] for row in prosecuted["data"] if row["country"] == "TKM"} == {False}
    written = csv.DictReader(io.StringIO(page(base, "/api/v1/observations?indicator=CTX-unodc-prosecuted&format=csv")))
    assert [row["observation_id"] for row in written if row["parts_disagree"] == "true"] == marked


def test_a_filter_does_not_hide_that_a_figure_disagrees_with_others(base) -> None:
    asked = "/api/v1/observations?indicator=CTX-unodc-prosecuted&countries=TJK&age_group=minor&period_from=2019&period_to=2019"
    rows = json.loads(page(base, asked))["data"]
    assert {row["parts_disagree"] for row in rows if not row["sex"]} == {True}


@pytest.mark.parametrize("language", REMARK)
def test_the_evidence_of_the_figure_has_the_remark_and_the_published_number(base, prosecuted, language) -> None:
    (found,) = [
        row["observation_id"]
        for row in prosecuted["data"]
        if (row["country"], row["source_locator"]) == ("TJK", MINORS_2019)
    ]
    shown = page(base, f"/evidence/observation/{found}?lang={language}")
    assert f"× {REMARK[language]}" in shown
    assert '<span class="big">34</span>' in shown


def test_no_difference_is_told_with_such_a_figure(base) -> None:
    marked = {
        row["observation_id"]
        for row in json.loads(page(base, "/api/v1/observations?source_class=international_statistics&limit=10000"))[
            "data"
        ]
        if row["parts_disagree"]
    }
    assert marked
    told = json.loads(page(base, "/api/v1/differences?limit=1000"))["data"]
    assert not [row for row in told if marked & set(row["observation_ids"])]


def test_no_share_of_victims_uses_such_a_figure(base) -> None:
    shown = page(base, "/statistics?tab=victims&lang=en")
    assert "2017: parts do not agree in the source" in shown
    assert "2021: 70 victims" not in shown
