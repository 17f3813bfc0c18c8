"""Pages about all states open with their picture: a mark for each state, named, in fixed order, with its evidence."""

import json
import re
from collections import Counter

import pytest

from tests.addresses import framework
from tests.web.reading import get, text

CONTINUING = {item.id for item in framework().items if item.kind == "continuing"}
ORDER = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
MARKED = re.compile(r'href="/evidence/([A-Z]{3})/')
MARK = re.compile(r'href="/evidence/([A-Z]{3})/([\w.-]+)[^"]*"\s+title="([^"]+)"')


def marks(html: str) -> list[tuple[str, str, str]]:
    """Return country, item and title of every mark of a picture."""
    return MARK.findall(html)


@pytest.fixture(scope="module")
def statuses(base) -> dict[tuple[str, str], str]:
    """The word for the status of each state and theme in the matrix of the Overview."""
    matrix = re.search(r'<table class="scorecard">.*?</table>', get(base)[1], re.DOTALL)[0]
    return {(country, item): title.split(": ", 1)[1].split(",")[0] for country, item, title in marks(matrix)}


def test_every_theme_of_the_list_names_the_states_of_each_mark(base, statuses) -> None:
    page = get(base + "/themes?lang=en")[1]
    listed = re.findall(r'href="/themes/([\w-]+)\?.*?</li>', page, re.DOTALL)
    titles = re.findall(r'<span class="n" role="img" title="([^"]*)"', page)
    assert len(listed) > len(titles)
    names = dict(zip(("Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan"), ORDER, strict=True))
    said = Counter(
        (names[name], status)
        for title in titles
        for status, states in (part.split(": ") for part in title.split("; "))
        for name in re.sub(r" \([^)]*\)", "", states).split(", ")
    )
    completed = [(country, status) for (country, item), status in statuses.items() if item not in CONTINUING]
    assert said == Counter(completed)
    assert len(completed) == 5 * len(titles)


def test_a_theme_of_the_region_opens_with_its_one_mark(base) -> None:
    for item in ("BD-1", "BD-2", "BD-4"):
        strip = re.search(r'<ul class="strip".*?</ul>', get(f"{base}/themes/{item}")[1], re.DOTALL)[0]
        assert (strip.count("<li>"), f"/evidence/REG/{item}" in strip) == (1, True)


def test_each_state_has_a_square_for_each_theme_that_it_can_complete(base, statuses) -> None:
    html = get(base + "/countries")[1]
    strips = re.findall(r'<ul class="tiles-row[^"]*".*?</ul>', html, re.DOTALL)
    numbers = [int(n) for n in re.findall(r"(\d+) themes: in place", html)]
    assert [len(marks(strip)) for strip in strips] == numbers
    for page in (html, get(base + "/themes/BD-13?tab=states")[1]):
        assert page.count("2021–2023, period ended") == 1 + (page is html)
    for code, strip in zip(ORDER, strips, strict=True):
        assert {title.rsplit(": ", 1)[1].split(" · ")[0] for *_, title in marks(strip)} <= set(statuses.values())
        assert {country for country, *_ in marks(strip)} == {code}


@pytest.mark.parametrize("path", ["/timeline", "/themes/BD-12?tab=states"])
def test_the_chosen_states_narrow_a_page_and_another_one_is_a_link_away(base, path) -> None:
    html = get(base + path + ("&" if "?" in path else "?") + "countries=UZB,KGZ&lang=en")[1]
    main = html.split("<main")[1]
    assert list(dict.fromkeys(MARKED.findall(main))) == ["KGZ", "UZB"]
    assert re.search(r'countries=KAZ%2CKGZ%2CUZB[^"]*"[^>]*aria-label="Add Kazakhstan"', main)
    assert re.search(r'countries=KGZ["&][^>]*aria-label="Remove Uzbekistan"', main)


def test_needs_of_the_chosen_states_still_say_of_all_where_a_theme_is_in_place(base) -> None:
    html = get(base + "/needs?countries=UZB,KGZ&lang=en")[1]
    heads = re.findall(r'<th scope="col">([^<]*)</th>', html)
    assert heads == ["Theme", "Kyrgyz Republic", "Uzbekistan", "Reported in place or continuing in"]
    assert "Tajikistan, since 2017" in words_of(html)


def test_each_theme_says_who_named_what_which_partner_speaks_of_it_and_where_it_is_in_place(base) -> None:
    html = get(base + "/needs")[1]
    heads = re.findall(r'<th scope="col">([^<]*)</th>', html)
    assert heads == ["Theme", *STATES[:5], "Reported in place or continuing in"]
    rows = {
        m[1]: m[0] for m in re.finditer(r'<tr><th[^>]*><a[^>]*href="/themes/([\w.-]+)[?"].*?</tr>', html, re.DOTALL)
    }
    cells = [words_of(cell) for cell in re.findall(r"<td.*?</td>", rows["BD-16"], re.DOTALL)]
    assert "challenge named: Border Service" in cells[0]
    assert cells[1:5] == [""] * 4
    assert cells[5].startswith("Tajikistan")
    assert "UNODC" in words_of(re.findall(r"<td.*?</td>", rows["BD-13"], re.DOTALL)[3])
    places = [re.search(rf'id="{item}"', html) for item in ("BD-16", "BD-17", "AC-1")]
    assert all(places), "the statements are below, those of the region too"


def words_of(html: str) -> str:
    return " ".join(text(html, "en")[0].split())


def test_every_contested_cell_has_a_flag_wherever_it_is_drawn(base) -> None:
    listed = get(base + "/contested")[1]
    codings = re.search(r'id="codings".*?</details>', listed, re.DOTALL)[0]
    cells = set(re.findall(r'href="/evidence/([A-Z]{3})/([\w.-]+)', codings))
    assert len(cells) == 5
    assert listed.count('id="d-') == len(json.loads(get(base + "/api/v1/differences")[1])["data"])
    flagged = re.compile(r'href="/evidence/([A-Z]{3})/([\w.-]+)[?"](?:(?!</a>).)*?class="flag"', re.DOTALL)
    assert set(flagged.findall(get(base)[1])) == {*cells, ("UZB", "BD-15")}
    for country, item in cells:
        assert (country, item) in set(flagged.findall(get(f"{base}/themes/{item}")[1]))
        assert 'class="flag"' in get(f"{base}/countries/{country}")[1]


def test_a_chart_about_which_sources_differ_has_a_flag_at_its_head(base) -> None:
    html = get(base + "/statistics?measure=CTX-unodc-offences")[1]
    head = html[html.index('id="rows-ctx-unodc-offences"') : html.index('class="frame-graph')]
    assert "Sources differ" in head
    assert "Sources differ" not in get(base + "/timeline")[1]


STATES = ["Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan", "Region"]


@pytest.mark.parametrize(
    ("address", "there", "gone"),
    [
        ("/needs?", "The Supreme Court suggested paternity testing", "The Border Service noted"),
        ("/evidence?kind=figure&countries=KAZ&", "seven of them minors", "dismantled a criminal network"),
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


def test_a_topic_says_when_a_statement_belongs_to_it_and_what_came_since(base) -> None:
    words = words_of(get(base + "/evidence?topic=children")[1])
    assert "Children ×" in words
    assert next(topic.condition.in_("en") for topic in framework().topics if topic.code == "children") in words
    assert "Since then, from public sources" in words


def test_a_day_on_which_no_theme_applies_yet_has_a_table_and_no_picture(record_site) -> None:
    page = record_site.html("/themes?tab=picture&as_of=2019-05-05&lang=en")
    files = re.findall(r"/download/[\w-]+\.(\w+)", page)
    assert set(files) == {"csv", "xlsx"}
