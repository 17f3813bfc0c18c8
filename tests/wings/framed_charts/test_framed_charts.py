"""A chart may be shown in a frame on another site, and nothing else may."""

import re
import urllib.request
from html import unescape

import pytest

from tests.web.reading import get

CHART = "/statistics/rows-ctx-unodc-offences?measure=CTX-unodc-offences"


def test_a_chart_may_be_framed_and_has_no_script_and_no_cookie(base) -> None:
    asked = urllib.request.Request(f"{base}/embed{CHART}&lang=ru", headers={"Cookie": "bukhara=" + "x" * 43})
    with urllib.request.urlopen(asked) as response:
        html, headers = response.read().decode(), response.headers
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'none'" in policy
    assert (headers["Set-Cookie"], "Cookie" in (headers["Vary"] or "")) == (None, False)
    assert "<script" not in html
    assert "<svg" in html
    assert re.search(r"Источник: .+[\s\S]+версия данных 3", html)


@pytest.mark.parametrize(
    "address", ["none", "statistics/none", "chart/statistics/rows-ctx-unodc-offences", "../sign-in"]
)
def test_what_is_no_chart_is_not_framed(base, address) -> None:
    status, _, headers = get(f"{base}/embed/{address}")
    assert status == 404
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_the_page_of_a_chart_has_the_lines_for_another_site(base) -> None:
    html = get(f"{base}/chart{CHART}")[1]
    frame = unescape(re.search(r'id="embed"[^>]*>(.*?)</textarea>', html, re.DOTALL)[1])
    address = re.search(r'src="https?://[^/]+(/embed/[^"]+)"', frame)[1].replace("&amp;", "&")
    assert "release=3" in address
    assert get(base + address)[0] == 200
