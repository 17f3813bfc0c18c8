"""Every mark leads to its evidence: a page of its own, and the same markup in the panel at the side."""

import json
import re
import urllib.request
from html import unescape

import pytest

from bukhara.model.codes import State
from tests.web.reading import get, text

CELL = re.compile(r'<a\s+class="c s-(\w+)[^"]*"\s+href="(/evidence/[^"#]+)')
LINK = re.compile(r'href="(/evidence/[^"]+)"')
PUBLIC = (
    "/",
    "/countries/KAZ",
    "/compare",
    "/compare?tab=words",
    "/data-quality",
    "/challenges",
    "/themes/BD-8b",
    "/statistics",
    "/partners",
)


def panel(base: str, address: str) -> list[dict]:
    """Return what the callback draws into the panel for the address of an evidence page."""
    wish = {
        "output": "evidence.children",
        "outputs": {"id": "evidence", "property": "children"},
        "inputs": [{"id": "evidence-asked", "property": "title", "value": address}],
        "changedPropIds": ["evidence-asked.title"],
        "state": [],
    }
    body = json.dumps(wish).encode()
    request = urllib.request.Request(base + "/_dash-update-component", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)["response"]["evidence"]["children"]


def evidence_in(html: str) -> str:
    return re.search(r'<div class="evidence">.*</div>', html, re.DOTALL)[0].split('<p class="small"><a href="/ev')[0]


@pytest.fixture(scope="module")
def cells(base, exercise):
    """The cells of both matrices: server, mark and address of the evidence."""
    return [(server, *cell) for server in (base, exercise) for cell in CELL.findall(get(server + "/")[1])]


def test_the_page_of_every_cell_gives_its_status_and_why(cells) -> None:
    assert len(cells) > 160
    for server, mark, address in cells:
        status, html, _ = get(server + unescape(address))
        assert status == 200, address
        assert re.search(rf'class="verdict c s-{mark}"', html), address
        why = html.split('<section class="why">')[1].split("</section>")[0]
        assert len(text(why, "en")[0]) > 25, address
        if mark in ("in_place", "under_way", "planned", "continuing") and server == cells[0][0]:
            assert "<blockquote" in why, address


def test_panel_and_page_have_the_same_markup(base, exercise) -> None:
    for server, address in ((base, "/evidence/KAZ/BD-12?lang=ru"), (exercise, "/evidence/XAA/BD-13?lang=en")):
        (fragment,) = panel(server, address)
        page = get(server + address)[1].split("</main>")[0]
        shown = evidence_in(fragment["props"]["html"].replace("panel-", ""))
        assert shown.strip().removesuffix("</div>").strip() in page
        assert f'href="{address}" data-page' in fragment["props"]["html"]


@pytest.mark.parametrize("address", ["/evidence/KAZ/BD-99", "/", "/evidence", "/evidence/a/b/c", "//evil.invalid/x"])
def test_the_panel_shows_nothing_but_evidence(base, address) -> None:
    assert panel(base, address) == []


@pytest.mark.parametrize(
    "address", ["/evidence/ZZZ/BD-1", "/evidence/KAZ/BD-99", "/evidence/observation/o-0", "/evidence/a/b/c"]
)
def test_evidence_of_nothing_is_not_found(base, address) -> None:
    assert get(base + address)[0] == 404


def test_an_address_with_evidence_shows_the_panel_in_the_first_response(base) -> None:
    html = get(base + "/?evidence=KAZ/BD-12&lang=en")[1]
    opened = re.search(r"<dialog[^>]* open=.*?</dialog>", html, re.DOTALL)[0]
    assert "Law No. 110-VIII" in opened
    assert "<dialog" in get(base + "/?evidence=KAZ/BD-99")[1]
    assert " open=" not in re.search(r"<dialog[^>]*>", get(base + "/?evidence=../method")[1])[0]


def test_every_figure_of_the_api_has_a_page_with_its_words_and_source(base) -> None:
    rows = json.loads(get(base + "/api/v1/observations?limit=5000")[1])["data"]
    assert len(rows) > 200
    for row in rows:
        status, html, _ = get(f"{base}/evidence/observation/{row['observation_id']}")
        assert status == 200
        if row["state"] == State.VALUE and row["quote"]:
            assert row["quote"][0] in unescape(html)


def test_every_link_to_evidence_on_public_pages_is_there(base) -> None:
    found = {unescape(link).split("#")[0] for path in PUBLIC for link in LINK.findall(get(base + path)[1])}
    assert len(found) > 200
    assert {link: status for link in sorted(found) if (status := get(base + link)[0]) != 200} == {}


def test_the_evidence_of_a_round_tells_its_history(exercise) -> None:
    page = get(exercise + "/evidence/XAA/BD-8b")[1]
    history = page.split("<h2>History</h2>")[1].split("</section>")[0]
    assert re.findall(r"release (\d+) of", history) == ["2", "1"]


def test_a_figure_that_is_missing_says_which_of_the_six_states_it_has(exercise) -> None:
    rows = json.loads(get(exercise + "/api/v1/observations?limit=5000")[1])["data"]
    heard = set()
    for state in State:
        row = next(row for row in rows if row["state"] == state)
        html = get(f"{exercise}/evidence/observation/{row['observation_id']}")[1]
        heard.add(text(re.search(r'class="verdict">(.*?)</p>', html, re.DOTALL)[1], "en")[0])
    assert len(heard) == len(State)
