"""Every mark of every chart leads to its evidence; the drawer at the side shows the same as the page."""

import json
import re
import urllib.request
from collections import Counter, defaultdict
from functools import cache
from html import unescape
from itertools import product

import pytest

from bukhara.charts.chart import Chart
from bukhara.charts.svg.matrix import draw
from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of as words_of_language
from bukhara.model.codes import State
from bukhara.views.countries import country
from tests.addresses import framework, pages
from tests.web.reading import get, text
from tests.web.sentences import DISCOURTEOUS
from tests.web.test_first_paint import shown as drawn_text
from tests.web.test_first_paint import visible
from web.evidence_drawer import _content
from web.first_paint import to_html
from web.public_pages import page_at
from web.request import current_request

MARK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"[^>]*>.*?<title>(.*?)</title>', re.DOTALL)
CONDITIONS = [i.conditions for i in framework().indicators if i.conditions]
NOT_ASKED_FOR = [each.in_("en") for c in CONDITIONS for each in (c.none, c.partly, c.not_counted) if each]
"""What no page may print as the finding about a cell: a source that says less than it asks for is no finding."""
EVERY = 10
"""Of every so many figures the drawer is compared with the page, and a figure without a quote is looked at."""


@pytest.fixture(scope="module", params=["record", "exercise"])
def marks(request):
    """The site, and the titles of all marks by the address that they lead to, for every measure as printed and a month."""
    # both are made before a request begins, within which Dash registers no page
    sites = {name: request.getfixturevalue(f"{name}_site") for name in ("record", "exercise")}
    site, found = sites[request.param], defaultdict(set)
    with site.app.server.test_request_context("/"):
        for path in pages(exercise=request.param == "exercise"):
            for query in _asked(path):
                for chart in page_at(path, query)[1].charts:
                    drawing = draw(chart.matrix, (1360, 620)) if chart.matrix else chart.drawing
                    for address, title in MARK.findall(drawing.svg if drawing else ""):
                        found[unescape(address)].add(unescape(title).replace("\u00a0", " "))
        yield found


def _asked(path: str):
    """Yield the queries with which a page is opened: each tab, each measure as printed and a month."""
    for tab in ("", *page_at(path, {"lang": "en"})[1].tabs):
        query = {"lang": "en", **({"tab": tab} if tab else {})}
        yield query
        options = {each.name: each.options for each in page_at(path, query)[1].filters}
        for (measure, _), (rate, _) in product(options.get("measure", ()), options.get("rate", (("", ""),))):
            yield {**query, "measure": measure, **({"rate": rate} if rate else {})}


@pytest.fixture(scope="module")
def page_of(marks):
    """A function that returns the page at an address; each page is made once."""

    return cache(page_of_address)


def page_of_address(address: str):
    path, _, query = address.partition("#")[0].partition("?")
    return page_at(path, dict(each.split("=") for each in query.split("&")))[1]


def html_of(page) -> str:
    sections = [section for section in page.sections if not isinstance(section, Chart)]
    return "".join(section if isinstance(section, str) else to_html(section) for section in sections)


def words_of(page) -> str:
    return text(f"<h1>{page.title}</h1>{html_of(page)}", "en")[0].replace("\u00a0", " ")


def test_every_mark_leads_to_a_page(marks, page_of) -> None:
    print(sum(map(len, marks.values())), "marks with different words,", len(marks), "addresses")
    assert len(marks) > 250
    assert [address for address in marks if not page_of(address).found] == []


def test_the_evidence_of_a_figure_says_its_number_and_period(marks, page_of) -> None:
    seen, wrong = Counter(), []
    for address, titles in marks.items():
        if not address.startswith("/evidence/observation/"):
            continue
        text_of_page = words_of(page_of(address))
        for title in titles:
            # of a share the evidence is that of the count: "2017, female: 68 of 86 victims"
            pieces = re.split(r" · |: |, ", re.sub(r"(: [\d,]+) of .*", r"\1", title))
            parts = [part for part in pieces if part.split(" a month")[0] == part]
            seen["a month" if len(parts) < len(pieces) else "as printed"] += 1
            wrong += [(address, title, part) for part in _figures(parts) if part not in text_of_page]
    assert wrong == []
    assert seen["as printed"] > 100


def _figures(parts: list[str]) -> list[str]:
    """Return the parts of a title that are numbers, periods or one of the six states."""
    return [part for part in parts if re.search(r"\d|not |suppressed", part)]


def test_the_evidence_of_a_cell_says_its_status_and_period(marks, page_of) -> None:
    wrong, seen = [], 0
    for address, titles in marks.items():
        if re.match(r"/evidence/[A-Z]{3}/[^#]*$", address):  # with a fragment it is that of a statement
            text_of_page = words_of(page_of(address))
            for title in titles:
                name, _, status = title.partition(": ")
                seen += 1
                is_count = status.startswith("fact")
                # a mark of a law has the name of the law before its status
                parts = (name,) if is_count else (name, *status.split(",")[0].split(": "))
                if " → " in status:  # a mark of what changed: its state, theme and the status now
                    parts = (*name.split(", ", 1), status.split(" → ")[1])
                wrong += [(address, title) for part in parts if part not in text_of_page]
    assert wrong == []
    assert seen >= 5


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pictures_and_briefs_of_every_state_have_courteous_words(marks, language) -> None:
    words, snapshot, texts_shown = words_of_language(language), current_request().snapshot, []
    for code in (each.code for each in snapshot.framework.countries):
        for tab in ("timeline", "figures"):
            for chart in page_at(f"/countries/{code}", {"lang": language, "tab": tab})[1].charts:
                texts = re.findall(r"<t(?:ext|span)[^>]*>([^<]+)", chart.drawing.svg) if chart.drawing else []
                texts_shown += [chart.title, chart.subtitle, *chart.lines, *texts]
        made = brief(snapshot, country.build(snapshot, code), words)
        # what the state itself said is quoted
        texts_shown += [
            made.counts,
            *made.foot,
            made.figures.apart,
            *(text for each in made.sections for text in (each.heading, each.label, each.empty)),
        ]
        texts_shown += [entry.status for each in (*made.strip, *made.sections) for entry in each.entries]
    assert len(texts_shown) > 200
    assert DISCOURTEOUS[language].findall(" ".join(texts_shown)) == []


def test_the_drawer_shows_what_the_page_shows(marks, page_of) -> None:
    evidence = [address for address in marks if address.startswith("/evidence/")]
    for address in evidence[::EVERY]:
        page, html = page_of(address), to_html(_content(address))
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert all(name.startswith("drawer-") for name in ids if name != "evidence-title"), address
        assert all(to_html(section) in html.replace("drawer-", "") for section in page.sections), address
        assert str(page.title) in unescape(html)


CELL = re.compile(r'<a\s+class="c s-(\w+)[^"]*"\s+href="(/evidence/[^"#]+)')
LINK = re.compile(r'href="(/evidence/[^"]+)"')
PUBLIC = (
    "/",
    "/countries/KAZ",
    "/themes/BD-12?tab=states",
    "/contested",
    "/statistics?tab=reported",
    "/needs",
    "/themes/BD-8b",
    "/statistics",
    "/needs?tab=support",
)


def drawer(base: str, address: str) -> list[dict]:
    """Return the components that the callback draws into the drawer for the address of an evidence page."""
    body = {
        "output": "evidence.children",
        "outputs": {"id": "evidence", "property": "children"},
        "inputs": [{"id": "evidence-asked", "property": "data", "value": address}],
        "changedPropIds": ["evidence-asked.data"],
        "state": [],
    }
    body = json.dumps(body).encode()
    request = urllib.request.Request(base + "/_dash-update-component", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as answer:
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
        said = " ".join(text(why, "en"))
        named = [condition for condition in NOT_ASKED_FOR if condition in said]
        assert (named, "ondition met" in said, "No condition" in said) == ([], False, False), address
        if mark in ("in_place", "under_way", "planned", "continuing") and server == cells[0][0]:
            assert "<blockquote" in why, address


def test_drawer_and_page_have_the_same_markup(base, exercise) -> None:
    for server, address in ((base, "/evidence/KAZ/BD-12?lang=ru"), (exercise, "/evidence/XAA/BD-13?lang=en")):
        path, language = address.removeprefix("/evidence/").split("?")
        opened = get(f"{server}/?evidence={path}&{language}")[1].split("<dialog")[1].split("</dialog>")[0]
        shown = evidence_in(opened.replace("drawer-", ""))
        assert shown in get(server + address)[1].split("</main>")[0]
        filled = drawer(server, address)
        assert [each["type"] for each in filled] == ["Fragment"], "one component: Dash draws hundreds slowly"
        assert visible(f"<dialog {opened}") == visible(drawn_text(filled))
        assert f'href="{address}" data-page' in opened


@pytest.mark.parametrize("address", ["/evidence/KAZ/BD-99", "/", "/evidence", "/evidence/a/b/c", "//evil.invalid/x"])
def test_the_drawer_shows_nothing_but_evidence(base, address) -> None:
    assert drawer(base, address) == []


@pytest.mark.parametrize(
    "address", ["/evidence/ZZZ/BD-1", "/evidence/KAZ/BD-99", "/evidence/observation/o-0", "/evidence/a/b/c"]
)
def test_evidence_of_nothing_is_not_found(base, address) -> None:
    assert get(base + address)[0] == 404


def test_an_address_with_evidence_shows_the_drawer_in_the_first_response(base) -> None:
    html = get(base + "/?evidence=KAZ/BD-12&lang=en")[1]
    opened = re.search(r"<dialog[^>]* open=.*?</dialog>", html, re.DOTALL)[0]
    assert "Law No. 110-VIII" in opened
    assert "<dialog" in get(base + "/?evidence=KAZ/BD-99")[1]
    assert " open=" not in re.search(r"<dialog[^>]*>", get(base + "/?evidence=../method")[1])[0]


def test_figures_of_the_api_have_a_page_with_their_words_and_source(record_site) -> None:
    rows = record_site.rows("observations")
    assert len(rows) > 200
    for row in [row for number, row in enumerate(rows) if row["quote"] or number % EVERY == 0]:
        with record_site.app.server.test_request_context("/"):
            page = page_of_address(f"/evidence/observation/{row['observation_id']}?lang=en")
        assert page.found
        html = html_of(page)
        if row["state"] == State.VALUE and row["quote"]:
            assert row["quote"][0] in unescape(html)


def test_every_link_to_evidence_on_public_pages_is_there(record_site) -> None:
    found = {unescape(link).split("#")[0] for path in PUBLIC for link in LINK.findall(record_site.html(path))}
    assert len(found) > 200
    with record_site.app.server.test_request_context("/"):
        assert [link for link in sorted(found) if not page_of_address(link).found] == []


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
