"""Figures as readers see them: a measure at a time, with edition, differences, few cases and who reports what."""

import csv
import io
import json
import re
from collections import defaultdict

import pytest

from tests.web.reading import get, text

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
    # whether a period has ended by now is of the calendar
    rows, before = ([{**row, "period_ended": None} for row in each["data"]] for each in (now, then))
    assert rows == before


def test_every_revision_is_in_the_api(base) -> None:
    rows = api(base, "revisions")["data"]
    kinds = [row["kind"] for row in rows]
    counts = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counts == {"changed": 137, "now_masked": 6, "no_longer_published": 16, "added": 347}
    assert {row["old"] for row in rows if row["kind"] == "now_masked"} == {"number"}
    table = list(csv.DictReader(io.StringIO(page(base, "/api/v1/revisions?format=csv&countries=TKM"))))
    assert table
    assert {row["country"] for row in table} == {"TKM"}
    assert api(base, "revisions", as_of="2024-06-01")["count"] == 0
    assert get(f"{base}/api/v1/revisions?countries=XXX")[0] == 400


@pytest.mark.parametrize("part", ["", "&part=sex_age", "&part=form", "&part=citizenship", "&part=repatriated"])
def test_a_measure_is_shown_by_state_with_a_choice_of_breakdown(base, part) -> None:
    shown = page(base, VICTIMS + part)
    marks = set(re.findall(r'<a href="(/evidence/observation/[^"]*)"><title>', shown))
    assert 40 <= len(marks) < 700, "a choice, not the whole data set"
    assert "edition of 14 April 2025" in shown
    if not part:
        assert "&lt;5" in shown
        assert "0–4" not in shown
        assert "A year without a mark or a “&lt;5” has no published figure" in shown


def test_the_pages_of_the_report_are_as_before_and_lead_there(base) -> None:
    for address in ("/statistics?tab=bodies", "/countries/TJK", "/countries/TJK?tab=figures"):
        shown = page(base, address)
        assert "Detected trafficking victims; " not in shown, address
        assert "Persons convicted; " not in shown, address
    assert "/statistics?lang=en&amp;measure=CTX-unodc-victims" in page(base, "/statistics?tab=victims")
    assert "measure=CTX-unodc-offences" in page(base, "/countries/KAZ?tab=figures")
    assert "CTX-unodc" not in page(base, "/statistics" + REPORT + "&tab=victims")


def test_a_difference_is_beside_the_report(base) -> None:
    assert "14 / 6" in [text for _, text in under(page(base, "/statistics?countries=KGZ"))]


def test_statistics_open_with_one_measure_and_name_the_others_with_their_newest_figures(base) -> None:
    shown = page(base, "/statistics")
    assert re.findall(r'<select[^>]*name="(\w+)"', shown) == ["measure", "part", "from", "to", "source", "topic"]
    assert re.findall(r'<section[^>]*id="rows-([\w-]+)" class="frame compact"', shown) == ["ctx-unodc-offences"]
    assert "Do not compare heights between countries" in shown
    others = shown[shown.index('id="other-measures"') :].split("</section>")[0]
    lines = [text(each, "en")[0].split() for each in re.findall(r"<tr>(.*?)</tr>", others, re.DOTALL)[1:]]
    convicted = next(line for line in lines if line[:2] == ["Persons", "convicted"])
    assert convicted[-10:] == ["35", "2021", "<5", "2018", "31", "2021", "<5", "2022", "204", "2022"]
    opened = page(base, re.search(r'href="([^"]*CTX-unodc-convicted[^"]*)#', others)[1].replace("&amp;", "&"))
    assert 'id="rows-ctx-unodc-convicted"' in opened
    narrow = page(base, "/statistics?source=unodc&from=2015&countries=KAZ,TJK")
    assert "--subplots:2" in narrow
    assert "Statistics, 2015 to 2022" in narrow
    assert "<title>Statistics · " in page(base, "/statistics?measure=CTX-prosecuted")


def test_a_revised_figure_is_marked_and_its_evidence_has_both_editions(base) -> None:
    shown = page(base, "/statistics?measure=CTX-unodc-victims&from=2003")
    marks = re.findall(r'href="(/evidence/observation/[^"]*)"><title>[^<]*revised since the edition before', shown)
    assert len(set(marks)) > 3
    for address in sorted(set(marks))[:5]:
        history = page(base, address.replace("&amp;", "&")).split("<h2>History</h2>")[1].split("</section>")[0]
        assert re.findall(r"Edition here dated (\d+ \w+ \d+)", history) == ["14 April 2025", "17 May 2024"]


def test_the_chosen_states_narrow_the_rows_and_each_plot_can_be_brought_out(base) -> None:
    shown = page(base, "/statistics?measure=CTX-unodc-victims&countries=TJK,KAZ")
    row = shown[shown.index('id="rows-ctx-unodc-victims"') :]
    assert re.findall(r'<svg data-state="(\d)" class="plot"', row)[:2] == ["0", "2"]
    links = [tag for tag in re.findall(r'<a class="toggle[^>]*>', shown) if 'data-pointed="state"' in tag]
    assert [re.search(r'data-state="(\d)"', tag)[1] for tag in links] == ["0", "1", "2", "3", "4"]
    assert 'aria-label="Remove Tajikistan"' in links[2]
    assert "countries=KAZ&amp;" in links[2]
    quoted = shown[shown.index("Every figure with its quotation, by country") :].split("</p>")[0]
    assert re.findall(r'href="/countries/(\w+)[^"]*tab=figures#country-figures"', quoted) == ["KAZ", "TJK"]


def test_an_empty_choice_names_the_filter_to_leave_out(base) -> None:
    shown = page(base, "/statistics?measure=CTX-groups&countries=TKM&from=2022")
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


def test_monthly_averages_are_chosen_beside_the_filters_and_named_over_their_axes(base) -> None:
    plain = page(base, "/statistics?measure=registered")
    address = re.search(r'href="([^"]+)">☐ Monthly average', plain)[1].replace("&amp;", "&")
    assert "rate=monthly" in address
    rated = page(base, address)
    assert "☑ Monthly average" in rated
    assert ("monthly average</tspan>" in rated, "monthly average</tspan>" in plain) == (True, False)


SENTENCE = "2020 and 2021: too few cases to read a change."


def test_where_cases_are_too_few_to_read_a_change_a_sentence_leads_to_what_it_means(base) -> None:
    shown = get(base + "/statistics?measure=CTX-registered-related")[1]
    assert SENTENCE in shown
    address = re.search(r'href="([^"]+)">\s*Why\?', shown)[1]
    assert address.startswith("/method")
    assert f'id="{address.split("#")[1]}"' in get(base + "/method")[1]


SOURCES_DIFFER = {"en": "Sources differ about figures in this chart. All of them are kept as published:"}
LINK = re.compile(r'<a href="(/contested[^"#]*)#(d-[0-9a-f]{10})">([^<]+)</a>')


def under(html: str) -> list[tuple[str, str]]:
    """The (group, numbers) named under the charts of a page."""
    parts = [part.split("</p>")[0] for part in html.split(SOURCES_DIFFER["en"])[1:]]
    return [(group, text) for each in parts for _, group, text in LINK.findall(each)]


@pytest.mark.parametrize(
    ("path", "numbers"),
    [
        ("/statistics?measure=registered&countries=KAZ", "more than 100 / 77"),
        ("/countries/KAZ?tab=figures", "more than 100 / 77"),
        ("/statistics?measure=CTX-registered-strict", "0 / 2"),
    ],
)
def test_the_picture_names_the_difference_and_leads_to_it(base, path: str, numbers: str) -> None:
    found = under(get(base + path)[1])
    assert numbers in [text for _, text in found]
    page = get(base + "/contested")[1]
    assert [group for group, _ in found if f'id="{group}"' not in page] == []


def test_the_file_of_the_picture_says_it_too(base) -> None:
    rows = get(base + "/download/rows-ctx-registered-related.csv?page=/countries/KAZ&tab=figures")[1]
    (line,) = [row for row in rows.splitlines() if SOURCES_DIFFER["en"] in row]
    assert "more than 100 / 77" in line


DETECTED = "CTX-unodc-victims"


def years_on_page(html: str, measure: str) -> list[tuple[list[int], list[int]]]:
    """Return published and masked years of a measure, a pair for each state in the order of the columns."""
    row = next(
        r
        for r in re.findall(r"<tr>(.*?)</tr>", html[html.index('id="measures"') :], re.DOTALL)
        if f"measure={measure}&" in r
    )
    found = []
    for cell in re.findall(r"<td.*?>(.*?)</td>", re.sub(r' title="[^"]*"', "", row), re.DOTALL):
        own = " ".join(text(cell, "en")[0].split())
        published, _, masked = own.partition("masked:")
        found.append((spans(published), spans(masked)))
    return found


def spans(printed: str) -> list[int]:
    years = re.findall(r"(20\d\d)(?:–(20\d\d))?", printed)
    return [year for first, last in years for year in range(int(first), int(last or first) + 1)]


def test_the_years_of_each_state_are_those_of_the_open_data(base) -> None:
    rows = json.loads(get(f"{base}/api/v1/observations?limit=10000&indicator={DETECTED}")[1])["data"]
    kinds = defaultdict(lambda: defaultdict(set))
    for row in rows:
        kinds[row["country"]][int(row["period_start"][:4])].add(row["value"] is None)
    expected = [
        (
            sorted(year for year, masked in kinds[code].items() if False in masked),
            sorted(year for year, masked in kinds[code].items() if masked == {True}),
        )
        for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB")
    ]
    assert sum(len(published) for published, _ in expected) > 20
    html = get(base + "/statistics?tab=reported")[1]
    assert years_on_page(html, DETECTED) == expected
    assert "no figure" in html[html.index('id="measures"') :]
