"""Where the reader is, where links lead, and what the server answers besides pages."""

import re

import pytest
from dash import page_registry

from tests.web.reading import get
from tests.web.site_client import SECRETARIAT, new_site


def current(html: str) -> set[str]:
    """Return the names of the links of the header that are marked as the place where the reader is."""
    header = html.split("</header>", maxsplit=1)[0]
    links = re.findall(r'<a\s+class="nav-link active"\s+href="[^"]*"\s+aria-current="page">([^<]+)</a>', header)
    return set(links)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/", {"Overview"}),
        ("/themes", {"Themes"}),
        ("/themes/BD-3", {"Themes"}),
        ("/needs", {"Themes", "Needs and support"}),
        ("/downloads", {"Panel", "Downloads"}),
        ("/countries/KAZ", {"Countries"}),
        ("/evidence", {"Evidence"}),
        ("/method", {"Method"}),
        ("/nowhere", set()),
    ],
)
def test_the_navigation_marks_where_the_reader_is(base, path, names) -> None:
    assert current(get(base + path)[1]) == names


def test_the_menu_and_the_way_back_are_what_a_page_is_registered_with(site, monkeypatch) -> None:
    monkeypatch.setitem(page_registry["pages.timeline"], "parent", "")
    monkeypatch.setitem(page_registry["pages.theme"], "parent", "/timeline")
    header, main = site.html("/themes/BD-3?lang=ru").split("</header>", maxsplit=1)
    assert current(header) == {"По датам"}
    assert re.search(r'class="breadcrumb-item"><a href="/timeline[^"]*">По датам</a>', main)


def test_links_keep_language_day_release_and_choice(base) -> None:
    html = get(base + "/?lang=ru&as_of=2023-07-28&release=1&pillar=protection")[1]
    assert 'href="/themes?lang=ru&amp;as_of=2023-07-28&amp;release=1&amp;pillar=protection"' in html


def entries(base: str, query: str) -> int:
    return int(
        re.search(r"(\d[\d,]*) entr(?:y|ies) found", get(f"{base}/evidence?lang=en{query}")[1])
        .group(1)
        .replace(",", "")
    )


def test_states_and_topic_chosen_on_another_page_narrow_evidence(base) -> None:
    both = "&topic=children&countries=KAZ,UZB"
    assert (
        entries(base, both) == sum(entries(base, f"&topic=children&countries={state}") for state in ("KAZ", "UZB")) > 0
    )
    assert entries(base, both) < entries(base, "&topic=children")
    html = get(f"{base}/evidence?lang=en{both}")[1]
    assert re.findall(r'class="chip"[^>]*>([^<]+) ×', html) == ["Kazakhstan", "Uzbekistan", "Children"]
    assert "chip idle" not in html


def test_another_language_keeps_the_selection(base) -> None:
    html = get(base + "/?pillar=protection")[1]
    assert re.search(r'href="/language/ru\?next=%2F%3Flang%3Den%26pillar%3Dprotection"[^>]* lang="ru"', html)


def test_the_language_for_testing_is_not_offered_to_readers(base) -> None:
    assert set(re.findall(r'hreflang="(\w+)"', get(base + "/")[1])) == {"en", "ru"}


def test_lead_and_day_are_apart_where_a_phone_shows_them_as_one_text(base) -> None:
    assert re.search(r'<p class="lead">[^<]+</p> <p class="basis-line">', get(base + "/?lang=en")[1])


def test_an_unknown_address_says_so_inside_the_shell(base) -> None:
    status, html, _ = get(base + "/countries/ZZZ")
    assert status == 404
    assert "There is no page at this address" in html
    assert 'class="brand"' in html


@pytest.mark.parametrize("address", ["/download/time-axis.gif?page=/timeline", "/download/time-axis.csv?page=/"])
def test_a_table_that_the_page_has_not_is_not_there(base, address) -> None:
    assert get(base + address)[0] == 404


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


def test_an_office_page_says_whose_the_statuses_are_where_it_shows_some(tmp_path) -> None:
    site = new_site(tmp_path, actor=SECRETARIAT, real=True)
    strap = 'class="basis-line"'
    assert {
        page for page in ("/sign-in", "/upload", "/rounds", "/releases", "/differences") if strap in site.html(page)
    } == set()
    assert strap in site.html("/replies")
