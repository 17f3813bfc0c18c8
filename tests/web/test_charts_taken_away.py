"""A chart can be taken away as a picture and has a page that can be cited."""

import json
import re
from html import unescape

import pytest

from tests.web.reading import get
from tests.web.test_first_paint import visible


def test_a_chart_has_a_page_that_can_be_cited(base) -> None:
    status, html = get(f"{base}/chart/statistics/rows-ctx-unodc-offences?measure=CTX-unodc-offences")[:2]
    assert status == 200
    words = " ".join(visible(html))
    assert "Offences of trafficking in persons recorded" in words
    assert re.findall("Kazakhstan|Kyrgyz Republic|Tajikistan|Turkmenistan|Uzbekistan", words)[:5] == [
        *("Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan")
    ]
    assert "tab=reported" in html
    assert re.search(r"As of \d+ \w+ 202[456], release 3", words)
    assert 'class="drawn"' in html
    assert "data-full" in html


@pytest.mark.parametrize(
    "path", ["/chart/statistics/none", "/chart/nowhere/x", "/chart/chart/timeline/time-axis", "/chart/x"]
)
def test_a_page_of_no_chart_answers_404(base, path) -> None:
    assert get(base + path)[0] == 404


def test_a_chart_leads_to_its_page_with_the_same_selection(base) -> None:
    html = get(f"{base}/statistics?measure=CTX-groups&lang=ru")[1]
    address = re.search(r'href="(/chart/statistics/rows-ctx-groups[^"]*)"', html)[1].replace("&amp;", "&")
    assert {"measure=CTX-groups", "lang=ru"} == set(address.split("?")[1].split("&"))
    assert get(base + address)[0] == 200


CHART = "/statistics/rows-ctx-unodc-offences?measure=CTX-unodc-offences"


@pytest.mark.parametrize("path", ["/", "/statistics", f"/chart{CHART}", "/sign-in"])
def test_a_page_may_not_be_framed(base, path) -> None:
    assert "frame-ancestors 'none'" in get(base + path)[2]["Content-Security-Policy"]


def test_the_address_of_a_release_shows_the_newest_figures_of_that_release(base) -> None:
    html = get(f"{base}/chart/statistics/rows-ctx-unodc-offences?lang=en")[1]
    pinned = unescape(re.search(r'href="(/chart/statistics/[^"]*release=3[^"]*)"', html)[1])
    status, later = get(base + pinned)[:2]
    cited = r"As of \d+ \w+ 20\d\d, release 3"
    assert (status, later.count("<path")) == (200, html.count("<path"))
    assert re.search(cited, later)[0] == re.search(cited, html)[0] != "As of 28 July 2023, release 3"


def test_the_page_of_a_chart_has_the_lines_for_search_engines(base) -> None:
    html = get(f"{base}/chart{CHART}")[1]
    dataset = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    assert (dataset["@type"], dataset["version"]) == ("Dataset", "3")
    assert len(dataset["spatialCoverage"]) == 5
    assert re.search(r'<meta property="og:image" content="https?://[^"]+rows-ctx-unodc-offences\.png\?', html)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_picture_does_not_ask_for_a_click(base, language) -> None:
    address = f"{base}/download/partners-by-country.svg?page=/needs&tab=support&lang={language}"
    assert not re.search("click|нажат", get(address)[1], re.IGNORECASE)
