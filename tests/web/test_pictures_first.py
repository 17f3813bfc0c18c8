"""Pages about all states open with their picture: a mark for each state, named, in fixed order, with its evidence."""

import json
import re

import pytest

from tests.web.reading import get, text

ORDER = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
MARK = re.compile(r'href="/evidence/([A-Z]{3})/([\w.-]+)[^"]*"\s+title="([^"]+)"')


def marks(html: str) -> list[tuple[str, str, str]]:
    """Return country, item and title of every mark of a picture."""
    return MARK.findall(html)


@pytest.fixture(scope="module")
def statuses(base) -> dict[tuple[str, str], str]:
    """The word for the status of each state and theme in the matrix of the Overview."""
    matrix = re.search(r'<table class="scorecard">.*?</table>', get(base)[1], re.DOTALL)[0]
    return {(country, item): title.split(": ", 1)[1].split(",")[0] for country, item, title in marks(matrix)}


def test_every_theme_names_the_five_states_in_fixed_order_with_their_statuses(base, statuses) -> None:
    rows = re.findall(r'<ul class="units">.*?</ul>', get(base + "/themes")[1], re.DOTALL)
    assert len(rows) == len(statuses) / 5
    for row in rows:
        assert [country for country, *_ in marks(row)] == ORDER
        for country, item, title in marks(row):
            assert title.split(": ", 1)[1] == statuses[country, item]


def test_a_theme_of_the_region_opens_with_its_one_mark(base) -> None:
    for item in ("BD-1", "BD-2", "BD-4"):
        strip = re.search(r'<ul class="strip".*?</ul>', get(f"{base}/themes/{item}")[1], re.DOTALL)[0]
        assert (strip.count("<li>"), f"/evidence/REG/{item}" in strip) == (1, True)


def test_each_state_has_a_square_for_each_theme_that_it_can_complete(base, statuses) -> None:
    html = get(base + "/countries")[1]
    strips = re.findall(r'<ul class="tiles-row".*?</ul>', html, re.DOTALL)
    numbers = [int(n) for n in re.findall(r"(\d+) themes: in place", html)]
    assert [len(marks(strip)) for strip in strips] == numbers
    for code, strip in zip(ORDER, strips, strict=True):
        assert {title.rsplit(": ", 1)[1] for *_, title in marks(strip)} <= set(statuses.values())
        assert {country for country, *_ in marks(strip)} == {code}


def test_compare_opens_with_the_matrix_of_the_chosen_states(base, statuses) -> None:
    html = get(base + "/compare?countries=UZB,KGZ")[1]
    matrix = re.search(r'<table class="scorecard">.*?</table>', html, re.DOTALL)[0]
    shown = marks(matrix)
    assert [country for country, *_ in shown] == ["KGZ", "UZB"] * (len(statuses) // 5)
    assert {(c, item): title.split(": ", 1)[1].split(",")[0] for c, item, title in shown}.items() <= statuses.items()
    assert "of 5" not in matrix
    assert '<p class="statement-text"' not in html


def test_the_parts_of_compare_keep_the_chosen_states(base) -> None:
    html = get(base + "/compare?countries=KGZ,UZB&lang=en")[1]
    tabs = re.findall(r'href="/compare\?countries=KGZ%2CUZB&amp;[^"]*tab=(\w+)', html)
    assert tabs == ["figures", "timeline", "words"]
    timeline = get(base + "/compare?countries=KGZ,UZB&tab=timeline")[1]
    assert {c for c, _ in re.findall(r'href="/evidence/([A-Z]{3})/([\w.-]+)', timeline)} == {"KGZ", "UZB"}


def test_each_dot_of_challenges_leads_to_as_many_statements_as_it_says(base) -> None:
    html = get(base + "/challenges")[1]
    table = re.search(r'<table class="dot-table">.*?</table>', html, re.DOTALL)[0]
    dots = re.findall(
        r'href="[^"#]*#([^"]+)"\s+title="([^"]+)".*?class="count-dot ([\w-]+)" style="--d:(\d+)px">(\d+)<',
        table,
        re.DOTALL,
    )
    assert {kind for _, _, kind, *_ in dots} == {"own", "by-others"}
    places = dict(re.findall(r'class="place" id="([^"]+)"(.*?)</div>\s*</div>', html, re.DOTALL))
    shown: dict[str, int] = {}
    for place, _, _, size, n in dots:
        assert int(size) == round(24 * int(n) ** 0.5)
        shown[place] = shown.get(place, 0) + int(n)
    listed = {
        place: html[html.index(f'id="{place}"') :].split('class="place"')[0].count('class="point') for place in places
    }
    assert shown == listed
    assert all(f": {n} statement" in title for _, title, _, _, n in dots)


def test_every_contested_cell_has_a_flag_wherever_it_is_drawn(base) -> None:
    listed = get(base + "/contested")[1]
    codings = re.search(r'id="codings".*?</details>', listed, re.DOTALL)[0]
    cells = set(re.findall(r'href="/evidence/([A-Z]{3})/([\w.-]+)', codings))
    assert len(cells) == 3
    picture, lists = listed.split('id="open"')
    assert (
        picture.count("#d-") == lists.count('id="d-') == len(json.loads(get(base + "/api/v1/differences")[1])["data"])
    )
    assert cells <= set(re.findall(r'class="chip" href="/evidence/([A-Z]{3})/([\w.-]+)', picture))
    flagged = re.compile(r'href="/evidence/([A-Z]{3})/([\w.-]+)[?"](?:(?!</a>).)*?class="flag"', re.DOTALL)
    for path in ("/", "/themes", "/compare"):
        found = set(flagged.findall(get(base + path)[1]))
        assert found == {*cells, ("UZB", "BD-15")}, path
    for country, item in cells:
        assert (country, item) in set(flagged.findall(get(f"{base}/themes/{item}")[1]))
        assert 'class="flag"' in get(f"{base}/countries/{country}")[1]


def test_a_chart_about_which_sources_differ_has_a_flag_at_its_head(base) -> None:
    html = get(base + "/compare?tab=figures&measure=CTX-registered-strict")[1]
    head = html[html.index('id="compare-measure"') : html.index('class="frame-graph"')]
    assert "Sources differ" in head
    assert "Sources differ" not in get(base + "/themes?tab=counts")[1]


STATES = ["Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan", "Region"]


def squares(html: str) -> dict[str, list[tuple[int, int]]]:
    """Return the filled and open squares of each cell of the picture, by the name of its row."""
    table = html[html.index('class="topics"') : html.index('class="key topics"')]
    rows = re.findall(r'<th scope="row".*?</tr>', table, re.DOTALL)
    found = {}
    for row in rows:
        cells = re.findall(r"<td.*?</td>", row, re.DOTALL)
        name = " ".join(re.search(r"<a[^>]*>(.*?)</a>", row, re.DOTALL)[1].split())
        found[name] = [
            (len(re.findall(r"<rect", cell)) - cell.count('class="o"'), cell.count('class="o"')) for cell in cells
        ]
    return found


def test_the_picture_has_a_square_for_every_statement_and_no_order_but_the_fixed_one(base) -> None:
    html = get(base + "/topics")[1]
    heads = re.findall(r'<th scope="col">([^<]*)</th>', html)
    assert heads[:7] == ["Topic", *STATES]
    found = squares(html)
    assert list(found)[:3] == ["Investigation and court", "Children", "Online"]
    assert len(found) == 8
    rows = json.loads(get(base + "/api/v1/evidence?topic=children")[1])["data"]
    assert sum(own + others for own, others in found["Children"]) == sum(row["state"] == "value" for row in rows)
    assert found["Children"][1] == (0, 1), "UNODC's handbook for juvenile police is no statement of the state"


def test_a_topic_shows_statements_challenges_what_came_since_and_figures(base) -> None:
    html = get(base + "/topics/children")[1]
    places = re.findall(r'<details class="card fold side">.*?<p id="(\w+)"', html, re.DOTALL)
    assert places == ["KAZ", "KGZ", "TJK", "UZB", "REG"]
    words = " ".join(text(html, "en")[0].split())
    assert "training on trafficking in persons for over 14,000 students" in words
    assert "The Supreme Court suggested paternity testing" in words
    assert "Since then, from public sources, not confirmed" in words
    address = re.search(r'href="(/evidence\?[^"]*country=UZB&amp;indicator=CTX-unodc-victims[^"]*)"', html)[1]
    count = int(re.search(r"(\d+) figures?", html[html.index(address) :])[1])
    shown = get(base + address.replace("&amp;", "&"))[1]
    assert f"{count} entries found." in " ".join(text(shown, "en")[0].split())
    assert get(base + "/topics/nothing")[0] == 404


@pytest.mark.parametrize(
    ("address", "there", "gone"),
    [
        ("/challenges?", "The Supreme Court suggested paternity testing", "The Border Service noted"),
        ("/evidence?kind=figure&country=KAZ&", "seven of them minors", "dismantled a criminal network"),
        ("/statistics?", "Persons convicted (UNODC)", "Offences of trafficking in persons recorded"),
    ],
)
def test_a_topic_narrows_a_page(base, address, there, gone) -> None:
    html = get(f"{base}{address}topic=children")[1]
    words = " ".join(text(re.sub(r"<option.*?</option>", "", html, flags=re.DOTALL), "en")[0].split())
    assert there in words
    assert gone not in words


def test_the_topics_of_the_library_are_a_list_to_choose_from(base) -> None:
    html = get(base + "/evidence?topic=online")[1]
    chosen = re.search(r'aria-current="true"[^>]*>\s*Online <b>(\d+)</b>', html)[1]
    assert f"{chosen} entries found." in " ".join(text(html, "en")[0].split())
    assert re.search(r'href="/evidence\?[^"]*topic=children', html)


def test_evidence_leads_to_the_topic_that_was_chosen(base) -> None:
    assert re.search(r'href="/topics/online(\?[^"]*)?"', get(base + "/evidence?topic=online")[1])
    assert re.search(r'href="/topics(\?[^"]*)?"', get(base + "/evidence")[1])
