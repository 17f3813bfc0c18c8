"""A chart can be taken away as a picture with its frame, and has a page of its own that can be cited."""

import json
import re
import struct
import urllib.error
import urllib.request

import pytest
import typst

from bukhara.exports.chart_picture import Frame, picture
from bukhara.figures.chart import Cell, Chart, Table
from tests.web.reading import get
from tests.web.test_first_paint import visible

PICTURES = {"png": b"\x89PNG", "svg": b"<svg", "pdf": b"%PDF"}


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("page", "chart"),
    [
        ("/themes", "themes-by-status"),
        ("/statistics", "registered-tjk"),
        ("/compare", "compare-measure"),
        ("/victims", "shares-sex-age"),
        ("/countries/KGZ", "country-timeline"),
    ],
)
def test_every_form_of_chart_is_a_picture_of_1920_by_1080(base, page, chart, language) -> None:
    made = {kind: fetched(f"{base}/download/{chart}.{kind}?page={page}&lang={language}") for kind in PICTURES}
    assert all(made[kind].startswith(first) for kind, first in PICTURES.items())
    assert struct.unpack(">II", made["png"][16:24]) == (1920, 1080)
    assert b'width="1440pt" height="810pt"' in made["svg"][:400]


def test_a_picture_carries_its_frame(monkeypatch) -> None:
    given = {}
    monkeypatch.setattr(typst, "compile", lambda _page, **values: given.update(values) or b"")
    figure = {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "x": [1],
                "y": ["a-<br>b"],
                "name": "kind",
                "customdata": ["/e"],
                "marker": {"color": "#1f77b4", "line": {"color": "#1f77b4", "width": 1}},
            }
        ],
        "layout": {
            "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
            "showlegend": True,
            "xaxis": {"range": [0, 2], "dtick": 1},
            "yaxis": {"automargin": True},
        },
    }
    table = Table(("n",), ((Cell("1"),),))
    chart = Chart(
        id="c", title="T <b>", subtitle="Unit: cases", table=table, source="Source: S", notes=("N",), figure=figure
    )
    picture(chart, figure, Frame("ru", "EXERCISE", "As of 1, release 2", "https://x/chart"), "png")
    data = json.loads(given["sys_inputs"]["frame"])
    names = ("title", "subtitle", "warning", "release", "address", "lines", "language")
    assert [data[name] for name in names] == [
        "T <b>",
        "Unit: cases",
        "EXERCISE",
        "As of 1, release 2",
        "https://x/chart",
        ["Source: S", "N"],
        "ru",
    ]
    assert [name for _, name in data["legend"]] == ["kind"]
    assert ">a-b<" in data["chart"]


@pytest.mark.parametrize("file", ["registered-kaz.gif", "unknown.png", "country-figures.png"])
def test_what_has_no_picture_answers_404(base, file) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetched(f"{base}/download/{file}?page=/countries/KAZ")


def test_metadata_name_measures_release_and_address(base) -> None:
    found = json.loads(fetched(f"{base}/download/registered-kaz.json?page=/statistics&lang=ru"))
    assert found["release"] == 3
    assert found["address"].startswith(f"{base}/chart/statistics/registered-kaz?lang=ru&tab=detail&release=3")
    assert {"id", "name", "definition", "unit"} == set(found["measures"][0])


def test_a_chart_has_a_page_that_can_be_cited(base) -> None:
    status, html = get(f"{base}/chart/statistics/registered-kaz?measure=registered")[:2]
    assert status == 200
    words = " ".join(visible(html))
    assert "Kazakhstan: cases and offences recorded" in words
    assert re.findall(
        "Kazakhstan|Kyrgyz Republic|Tajikistan|Turkmenistan|Uzbekistan", words.split("Coverage by state")[1]
    )[:5] == [
        "Kazakhstan",
        "Kyrgyz Republic",
        "Tajikistan",
        "Turkmenistan",
        "Uzbekistan",
    ]
    assert re.search(r"Release 3, as of \d+ \w+ 202[456]", words)
    pinned = re.search(r'href="(/chart/statistics/registered-kaz[^"]*release=3[^"]*)"', html)[1].replace("&amp;", "&")
    assert get(base + pinned)[0] == 200
    assert 'class="drawn"' in html
    assert "data-full" in html


@pytest.mark.parametrize(
    "path", ["/chart/statistics/none", "/chart/nowhere/x", "/chart/chart/themes/themes-by-status", "/chart/x"]
)
def test_a_page_of_no_chart_answers_404(base, path) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404"):
        fetched(base + path)


def test_a_chart_leads_to_its_page_with_the_same_selection(base) -> None:
    html = get(f"{base}/statistics?measure=CTX-groups&lang=ru")[1]
    address = re.search(r'href="(/chart/statistics/rows-ctx-groups[^"]*)"', html)[1].replace("&amp;", "&")
    assert {"measure=CTX-groups", "lang=ru"} == set(address.split("?")[1].split("&"))
    assert get(base + address)[0] == 200
