"""The first response and what the scripts draw later are the same page."""

import json
import re
import urllib.request
from html import unescape
from urllib.parse import quote, urlsplit

import pytest

from tests.serving import ROOT
from tests.web.reading import get
from tests.web.site_client import callback_body

PAGES = [
    "/",
    "/?lang=ru",
    "/?pillar=protection",
    "/themes",
    "/themes/BD-3?lang=ru",
    "/countries",
    "/countries/KAZ",
    "/countries/UZB?lang=ru",
    "/needs",
    "/themes/BD-12?tab=states",
    "/statistics",
    "/needs?tab=support",
    "/evidence?q=plan",
    "/method",
    "/nowhere",
]


def drawn(base: str, address: str):
    """Return the components that Dash is given for an address."""
    parts = urlsplit(address)
    search = f"?{parts.query}" if parts.query else ""
    wanted = json.dumps(callback_body(parts.path, search)).encode()
    request = urllib.request.Request(base + "/_dash-update-component", wanted, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)["response"]["_pages_content"]["children"]


def shown(node) -> str:
    """Return the text of a tree of components with its markup, as the browser will hold it."""
    if isinstance(node, list):
        return " ".join(shown(child) for child in node)
    if not isinstance(node, dict):
        return "" if node is None else str(node).replace("&", "&amp;").replace("<", "&lt;")
    props = node["props"]
    if node["type"] == "Fragment":
        return props["html"]
    if node["type"] == "Select":
        return shown([option["label"] for option in props["options"]])
    return shown(props.get("children"))


def components(node) -> int:
    """Return the number of components in a tree."""
    if isinstance(node, list):
        return sum(map(components, node))
    return 1 + components(node["props"].get("children")) if isinstance(node, dict) else 0


def visible(html: str) -> list[str]:
    """Return the words between the tags, without those of drawn charts: plotly writes them in the browser."""
    html = re.sub(r'<div\s+class="drawn".*?</div>', " ", html, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", html)).split()


@pytest.mark.parametrize("address", PAGES)
def test_the_first_paint_is_what_the_scripts_will_draw(base, address) -> None:
    html = get(base + address)[1]
    painted = html.split('<div id="first-paint">')[1].split('<div id="react-entry-point"')[0]
    later = shown(drawn(base, address))
    assert visible(painted) == visible(later)
    assert len(visible(later)) > 50


MOST, MOST_OF_OVERVIEW = 975, 730
"""Components of a page when it is opened: each costs the browser about 0.15 ms."""
LARGE = [
    "/evidence",
    "/evidence/astana-2023-report",
    "/method",
    "/panel",
]


@pytest.mark.parametrize("address", LARGE)
def test_a_large_page_has_no_more_components_than_a_browser_draws_at_once(base, address) -> None:
    assert 100 < components(drawn(base, address)) <= MOST


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_overview_has_no_more_components_than_its_budget(base, language) -> None:
    assert 500 < components(drawn(base, f"/?lang={language}")) <= MOST_OF_OVERVIEW


@pytest.mark.parametrize("address", ["/countries/KAZ?lang=ru", "/themes/BD-3?lang=ru&as_of=2023-07-28"])
def test_what_the_path_says_does_not_leak_into_the_query(base, address) -> None:
    later = shown(drawn(base, address))
    assert "lang=ru" in later
    own = re.escape(quote(urlsplit(address).path, safe=""))
    queries = re.findall(rf'next={own}%3F([^"]*)"|href="/download/[^"]*\?([^"]*)"', later)
    assert queries
    assert not [query for query in queries if re.search(r"\b(code|item)(=|%3D)", "".join(query))]


@pytest.mark.parametrize("path", ["/countries/KAZ", "/themes/BD-3"])
def test_the_address_of_another_language_is_the_same_page(base, path) -> None:
    choice = 'href="/language/ru?next={}%3Flang%3Den"'.format(quote(path, safe=""))
    assert choice in get(base + path)[1]
    assert choice in shown(drawn(base, f"{path}?lang=en"))


def test_the_title_and_the_language_are_in_the_first_response(base) -> None:
    html = get(base + "/countries/KAZ?lang=ru")[1]
    assert '<html lang="ru">' in html
    assert re.search(r"<title>[^<]*Казахстан[^<]* · Bukhara Monitor</title>", html)


@pytest.mark.parametrize(
    "address",
    [
        "/timeline",
        "/themes/BD-12",
        "/statistics",
        "/statistics?tab=victims",
        "/countries/KGZ?lang=ru&tab=timeline",
    ],
)
def test_every_chart_is_drawn_in_the_first_response(base, address) -> None:
    html = get(base + address)[1]
    frames = len(re.findall(r'class="frame-graph[ "]', html))
    assert frames == len(re.findall(r'<div\s+class="drawn(?: wide)?"', html)) > 0
    drawings = re.findall(r'<div\s+class="drawn(?: wide)?".*?class="frame-foot"', html, re.DOTALL)
    assert len(drawings) == frames
    assert all("<title>" in drawing and 'href="/' in drawing for drawing in drawings)


LARGEST = 20_500
"""Bytes on the wire, packed with Brotli."""


def fetched(address: str, *, plain: bool = False) -> tuple[bytes, str]:
    wanted = urllib.request.Request(address, headers={} if plain else {"Accept-Encoding": "br"})
    with urllib.request.urlopen(wanted, timeout=120) as answer:
        return answer.read(), answer.headers["Content-Encoding"]


@pytest.mark.parametrize("address", ["/", "/statistics", "/countries/KAZ?lang=ru", "/evidence/KAZ/BD-8b"])
def test_what_the_first_view_needs_comes_with_the_page_and_all_else_after_it_is_painted(base, address) -> None:
    page = get(base + address)[1]
    own = page.replace(page[page.index("<template id") : page.index("</template>")], "")
    assert re.findall(r'rel="stylesheet"|<script [^>]*src=', own) == []
    fonts, styles = re.findall("<style>(.*?)</style>", own, re.DOTALL)
    assert "latin" in fonts
    assert ("cyrillic" in fonts) == ("lang=ru" in address)
    assert ".top" in styles
    assert len(styles) < len(fetched(sheet_of(base, page), plain=True)[0]) * 2 / 3


def sheet_of(base: str, page: str) -> str:
    return base + re.search(r'<link rel="stylesheet" href="([^"]+)"', page)[1]


@pytest.mark.parametrize("address", ["/", "/countries/KAZ", "/sign-in"])
def test_a_page_has_one_small_style_sheet_and_sets_the_colour_mode_before_it_is_drawn(base, address) -> None:
    _, page, _ = get(base + address)
    packed, encoding = fetched(sheet_of(base, page))
    assert encoding == "br"
    assert len(packed) <= LARGEST
    head = page[: page.index("</head>")]
    assert "bsTheme" in head


def test_a_public_page_loads_neither_the_script_nor_the_style_sheet_of_the_office(base) -> None:
    loaded = [
        re.findall(r'(?:src|href)="[^"]*/assets/(\w+)-\w+\.(?:css|js)', get(base + each)[1])
        for each in ("/", "/sign-in")
    ]
    assert loaded == [["all", "client"], ["all", "office", "office"]]


def test_no_rule_is_checked_again_for_every_letter_of_a_chart() -> None:
    """A `:has` of a part that holds charts made Statistics twice as slow: its children change while charts are drawn."""
    sheets = "".join(path.read_text() for path in (ROOT / "assets").glob("*.css"))
    assert (
        re.findall(r"(?:^|[\s,}])(?:html|body|main|div|\.page|\.frame[\w-]*|\.wrap|#[\w-]+):has\([^)]*\)", sheets) == []
    )
