"""What the server answers besides pages: unknown addresses, readiness, headers, caching, downloads."""

import csv
import io
import re

import pytest

from tests.web.reading import get


@pytest.mark.parametrize(
    "address", ["/nowhere", "/countries/ZZZ", "/themes/BD-99", "/console", "/_mcp", "/download/none.csv"]
)
def test_an_unknown_address_answers_404(base, address) -> None:
    assert get(base + address)[0] == 404


def test_health_and_readiness(base) -> None:
    assert get(base + "/healthz")[0] == 200
    status, body, _ = get(base + "/readyz")
    assert (status, '"release":3' in body.replace(" ", "")) == (200, True)


def test_a_page_allows_only_its_own_server(base) -> None:
    policy = get(base + "/")[2]["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "http" not in policy


def test_assets_are_kept_for_a_year(base) -> None:
    html = get(base + "/")[1]
    style = re.search(r'href="(/assets/all-\w+\.css)"', html).group(1)
    assert "immutable" in get(base + style)[2]["Cache-Control"]


def test_a_download_is_the_table_on_the_screen(base) -> None:
    status, body, headers = get(base + "/download/themes-by-status.csv?page=/themes")
    rows = list(csv.reader(io.StringIO(body.removeprefix("\ufeff"))))
    assert status == 200
    assert "attachment" in headers["Content-Disposition"]
    assert rows[0][0] == "Theme"
    assert len(rows) > 10


@pytest.mark.parametrize(
    "query", ["?as_of=yesterday", "?release=999", "?release=-1", "?pillar=%3Cscript%3E", "?lang=xx"]
)
def test_a_wish_that_cannot_be_met_is_ignored(base, query) -> None:
    status, html, _ = get(base + "/" + query)
    assert status == 200
    assert "<script>" not in html.split("<body>")[1].split("_dash-config")[0]
