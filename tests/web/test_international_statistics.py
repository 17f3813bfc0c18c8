"""UNODC's figures as readers see them: a measure at a time, never beside another state's, told with their edition."""

import csv
import io
import json
import re

import pytest

from tests.web.reading import get

VICTIMS = "/statistics?measure=CTX-unodc-victims"
REPORT = "?as_of=2023-07-28"


def page(base, address):
    status, body = get(base + address)[:2]
    assert status == 200, address
    return body


def api(base, table, **query):
    asked = "&".join(f"{key}={value}" for key, value in query.items())
    return json.loads(page(base, f"/api/v1/{table}?limit=10000&{asked}"))


def test_the_newest_edition_is_shown_by_default_and_the_one_of_the_day_if_asked(base) -> None:
    for query, day, count, masked in (
        ({"as_of": "2025-04-14"}, "2025-04-14", 1484, 628),
        ({"as_of": "2024-06-01"}, "2024-06-01", 1153, 367),
        ({"as_of": "2023-07-28"}, "2023-07-28", 0, 0),
    ):
        found = api(base, "observations", source_class="international_statistics", **query)
        assert (found["as_of"], found["count"]) == (day, count)
        assert sum(row["qualifier"] == "range" and row["value"] is None for row in found["data"]) == masked
    default = api(base, "observations")
    assert default["as_of"] >= "2025-04-14"
    assert sum(row["source_class"] == "international_statistics" for row in default["data"]) == 1484
    editions = [row["edition"] for row in api(base, "sources")["data"] if row["dataset"]]
    assert editions == ["2025-04-14"]


def test_it_sets_no_status_and_the_day_of_statuses_stays(base) -> None:
    now, then = (api(base, "progress", **query) for query in ({}, {"as_of": "2023-07-28"}))
    assert now["as_of"] == "2023-07-28"
    assert now["data"] == then["data"]


def test_every_revision_is_in_the_api(base) -> None:
    rows = api(base, "revisions")["data"]
    kinds = [row["kind"] for row in rows]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {"changed": 137, "now_masked": 6, "no_longer_published": 16, "added": 347}
    assert {row["old"] for row in rows if row["kind"] == "now_masked"} == {"number"}
    table = list(csv.DictReader(io.StringIO(page(base, "/api/v1/revisions?format=csv&country=TKM"))))
    assert table
    assert {row["country"] for row in table} == {"TKM"}
    assert api(base, "revisions", as_of="2024-06-01")["count"] == 0
    assert get(f"{base}/api/v1/revisions?country=XXX")[0] == 400


def test_the_number_that_is_masked_now_is_nowhere_on_the_pages(base) -> None:
    quality = page(base, "/data-quality?tab=revisions")
    assert quality.count("number, now masked") == 6
    assert len(re.findall(r"<details>\s*<summary>Changed \(143\)", quality)) == 1
    assert "No longer published (16)" in quality
    assert "Changed since the edition of 17 May 2024: 143; no longer published: 16; added: 347." in quality
    rows = [row for row in re.findall(r"<tr>.*?</tr>", quality, re.DOTALL) if "number, now masked" in row]
    cells = [re.findall(r"<td>([^<]*)</td>", row)[-2:] for row in rows]
    assert cells == [["number, now masked", "&lt;5"]] * 6


@pytest.mark.parametrize("part", ["", "&part=sex_age", "&part=form", "&part=citizenship", "&part=repatriated"])
def test_a_measure_is_shown_by_state_with_a_choice_of_breakdown(base, part) -> None:
    shown = page(base, VICTIMS + part)
    rows = shown.count("Detected trafficking victims; ")
    assert 40 < rows < 700, "a choice, not the whole data set"
    assert "edition of 14 April 2025" in shown
    if not part:
        assert "&lt;5" in shown
        assert "0–4" not in shown
        assert "A year without a mark or a “&lt;5” has no published figure" in shown


def test_the_pages_of_the_report_are_as_before_and_lead_there(base) -> None:
    for address in ("/victims?tab=bodies", "/countries/TJK", "/countries/TJK?tab=figures", "/compare"):
        shown = page(base, address)
        assert "Detected trafficking victims; " not in shown, address
        assert "Persons convicted; " not in shown, address
    assert "/statistics?lang=en&amp;measure=CTX-unodc-victims" in page(base, "/victims")
    assert "measure=CTX-unodc-offences" in page(base, "/countries/KAZ?tab=figures")
    assert "CTX-unodc" not in page(base, "/compare")
    assert "CTX-unodc" not in page(base, "/victims" + REPORT)


def test_a_difference_and_a_possible_reason_stand_beside_the_report(base) -> None:
    shown = page(base, "/statistics?country=KGZ")
    assert re.search(r"Two different figures are given: 14 and 6", shown)
    reason = page(base, "/statistics?country=UZB")
    assert "may be the one from 162 (2021) to 165 (2022)" in reason
    assert "a possible reason, not a fact" in reason


def test_statistics_open_with_filters_and_a_row_for_each_measure(base) -> None:
    shown = page(base, "/statistics")
    assert re.findall(r'<select[^>]*name="(\w+)"', shown) == [
        "measure",
        "part",
        "from",
        "to",
        "scale",
        "show",
        "source",
        "topic",
    ]
    rows = re.findall(r'<section[^>]*id="rows-([\w-]+)" class="frame compact columns-5"', shown)
    assert rows[:2] == ["ctx-unodc-offences", "ctx-unodc-contact"]
    assert len(rows) <= 8
    assert "Do not compare heights between countries" in shown
    narrow = page(base, "/statistics?source=unodc&from=2015&country=KAZ,TJK&scale=country")
    assert 'class="frame compact columns-2"' in narrow
    assert "Statistics, 2015 to 2022" in narrow
    assert "<title>Statistics · " in page(base, "/statistics?measure=CTX-prosecuted")


def test_a_revised_figure_is_marked_and_its_evidence_has_both_editions(base) -> None:
    shown = page(base, "/statistics?source=unodc")
    marks = re.findall(r'href="(/evidence/observation/[^"]*)"><title>[^<]*revised since the edition before', shown)
    assert len(set(marks)) > 10
    for address in sorted(set(marks))[:5]:
        history = page(base, address.replace("&amp;", "&")).split("<h2>History</h2>")[1].split("</section>")[0]
        assert re.findall(r"Edition of (\d+ \w+ \d+)", history) == ["14 April 2025", "17 May 2024"]


def test_the_name_of_a_country_greys_the_others_without_drawing_anything_else(base) -> None:
    plain, pressed = (page(base, f"/statistics?country=KAZ,UZB,TJK{more}") for more in ("", "&focus=UZB"))
    buttons = re.findall(r'href="([^"]*)"\s+role="button"\s+aria-pressed="(\w+)"\s+data-focus="(\w+)">(\w+)<', pressed)
    assert [(pressed, code) for _, pressed, code, _ in buttons] == [("false", "KAZ"), ("false", "TJK"), ("true", "UZB")]
    assert "focus=TJK" in buttons[1][0]
    assert "focus" not in buttons[2][0]
    drawn = [re.findall(r'<svg class="plot">.*?</svg>', html, re.DOTALL) for html in (plain, pressed)]
    assert drawn[0] == drawn[1] != []
    assert 'aria-pressed="true"' not in page(base, "/statistics?country=KAZ,UZB&focus=TJK")


def test_an_empty_choice_names_the_filter_to_leave_out(base) -> None:
    shown = page(base, "/statistics?measure=CTX-groups&country=TKM&from=2022")
    assert "have no figure for this selection" in shown
    relaxed = dict(re.findall(r'btn-sm"\s+href="(/statistics[^"]*)">\s*(\w+)', shown))
    assert {"Countries", "Measure"} <= set(relaxed.values())
    assert all(page(base, address.replace("&amp;", "&")) for address in relaxed)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "In words, without figures by year"), ("ru", "Только словами, без данных по годам")]
)
def test_a_trend_without_figures_by_year_is_beside_the_charts_in_words(base, language, words) -> None:
    html = page(base, f"/statistics?lang={language}")
    trend = html[html.index('id="trends"') :]
    assert words in trend
    assert "2017" in trend
    assert "#L147" in trend
