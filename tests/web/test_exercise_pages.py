"""The exercise over HTTP: plainly invented, with levels and changes, and never mixed with the real record."""

import re
from urllib.parse import urlsplit

import pytest

from tests.web.reading import get, text

SENTENCE = {
    "en": "EXERCISE: invented states, invented figures.",
    "ru": "УЧЕБНЫЙ ПРИМЕР: вымышленные государства, вымышленные данные.",
}
REAL = re.compile(
    "Kazakhstan|Kyrgyz|Tajikistan|Turkmenistan|Uzbekistan|Казахстан|Кыргыз|Киргиз|Таджикистан|Туркмен|Узбекистан"
)
STATES = ("XAA", "XAB", "XAC", "XAD", "XAE")


@pytest.fixture(scope="module")
def seen(exercise_pages):
    """Every page of the exercise in both languages."""
    return exercise_pages


def read(seen, path: str, language: str = "en") -> str:
    return " ".join(text(seen[f"{path}?lang={language}"][1], language))


def test_every_page_answers(seen) -> None:
    assert len(seen) > 70
    assert {address: status for address, (status, _) in seen.items() if status != 200} == {}


def test_every_page_says_that_it_is_invented(seen) -> None:
    assert [address for address, (_, html) in seen.items() if SENTENCE[address[-2:]] not in html] == []


def test_no_page_says_that_it_comes_from_the_report_of_a_conference(seen) -> None:
    wrong = [address for address, (_, html) in seen.items() if "From the published report of July 2023" in html]
    assert wrong == []


@pytest.mark.parametrize("path", ["/", "/countries", "/statistics", *(f"/countries/{c}" for c in STATES)])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_real_state_is_named_among_invented_ones(seen, path, language) -> None:
    assert REAL.findall(read(seen, path, language)) == []


def test_no_state_of_the_exercise_is_named_on_the_real_record(base) -> None:
    assert not re.search("Alfa|Bravo|Charlie|XAA", get(base + "/countries")[1])


@pytest.mark.parametrize(
    ("server", "code"),
    [*(("exercise", c) for c in ("KAZ", "KGZ", "TJK", "TKM", "UZB", "REG", "xaa")), *(("base", c) for c in STATES)],
)
def test_a_state_of_the_other_record_has_no_page(request, server, code) -> None:
    assert get(f"{request.getfixturevalue(server)}/countries/{code}")[0] == 404


@pytest.mark.parametrize("path", ["/countries", "/countries/XAA"])
def test_a_level_is_never_shown_without_its_cap_coverage_and_bounds(seen, path) -> None:
    page_text = read(seen, path)
    assert re.search(
        r"\d+ of \d+ themes answered: average level [\d.]+ of 1\. "
        r"Answers to the open themes could make it [\d.]+ to [\d.]+\. Documents show [\d.]+ of 1\.",
        page_text,
    )
    assert page_text.count("average level 0") <= page_text.count("Documents show 0")


def test_a_state_that_was_asked_is_not_counted_as_not_covered(seen) -> None:
    row = read(seen, "/").split("Analysis of court decisions", 1)[1].split("Protection")[0]
    assert row.count(": requested, no answer yet") == 4
    assert "requested, no answer yet: Alfa, Bravo, Charlie, Echo" in row
    assert "not covered" not in row


def test_the_first_page_has_the_change_between_two_rounds(seen) -> None:
    page_text = read(seen, "/")
    dated = "Reported on 30 June 2026, compared with 30 June 2025. Only what was reported both times is compared"
    assert dated in page_text
    assert "National action plan: from “in place” to “no longer in force”" in page_text
    assert "Progress: on the 13 themes answered both times" in page_text


@pytest.mark.parametrize("code", STATES)
def test_the_change_of_a_state_names_what_was_answered_both_times(seen, code) -> None:
    page_text = read(seen, f"/countries/{code}")
    assert re.search(r"[Oo]n the \d+ themes? answered|No change on the themes reported both times", page_text)


def test_the_first_round_has_nothing_to_compare_with(exercise) -> None:
    page_text = " ".join(text(get(exercise + "/?as_of=2025-06-30")[1], "en"))
    assert "No earlier reading or round to compare with." in page_text
    assert "answered both times" not in page_text


def test_links_lead_to_pages_that_are_there(exercise, seen) -> None:
    links = {
        urlsplit(link).path
        for address in ("/?lang=en", "/countries?lang=en", "/countries/XAA?lang=en", "/themes?lang=en")
        for link in re.findall(r'href="(/[^"#]*)', seen[address][1])
    }
    pages = [link for link in links if not link.startswith(("/assets", "/api", "/download")) and "." not in link]
    assert len(pages) > 30
    assert {link: status for link in pages if (status := get(exercise + link)[0]) != 200} == {}


def test_the_key_explains_every_mark_of_the_table_and_no_other(seen) -> None:
    page = seen["/?lang=en"][1]
    key, table = (re.search(f'class="{name}[" ].*?</{tag}>', page, re.DOTALL)[0] for name, tag in
                  (("key", "p"), ("scorecard", "table")))  # fmt: skip
    assert set(re.findall(r'class="g s-(\w+)"', key)) == set(re.findall(r'class="g s-(\w+)"', table))


def test_the_days_of_the_rounds_are_chosen_on_the_line(seen, exercise) -> None:
    line = re.search(r'class="conferences".*?</nav>', seen["/?lang=en"][1], re.DOTALL)[0]
    days = re.findall(r'href="/\?lang=en&amp;as_of=([\d-]+)"(\s+aria-current="true")?', line)
    assert [(day, bool(current)) for day, current in days] == [("2025-06-30", False), ("2026-06-30", True)]
    before = get(exercise + "/?as_of=2025-06-30")[1]
    assert "answered by 30 June 2025" in before
    assert 'class="changed"' not in before


def test_a_changed_cell_is_outlined_and_says_what_it_was(seen, exercise) -> None:
    cells = re.findall(r'<td class="changed"[^>]*>.*?</td>', seen["/?lang=en"][1], re.DOTALL)
    assert len(cells) > 5
    then = get(exercise + "/?as_of=2025-06-30&lang=en")[1]
    for cell in cells:
        address, was = re.search(r'href="(/evidence/[^"?]+)', cell)[1], re.search(r"was: ([^<]+)<", cell)[1]
        old = re.search(rf'href="{address}\?[^>]*>.*?<span class="w">([^<]+)<', then, re.DOTALL)[1]
        assert (address, was) == (address, old.strip())


def test_a_theme_shows_the_five_states_before_anything_else(seen) -> None:
    page = seen["/themes/BD-8b?lang=en"][1]
    strip = re.search(r'class="strip".*?</ul>', page, re.DOTALL)[0]
    assert re.findall(r'href="/evidence/(\w+)/BD-8b', strip) == list(STATES)
    assert page.index(strip) < page.index("<details")


def test_links_within_a_page_lead_to_parts_that_are_there(seen) -> None:
    lost = {}
    for address, (_, page) in seen.items():
        within = set(re.findall(r'href="#([\w-]+)"', page))
        if gone := within - set(re.findall(r'id="([\w-]+)"', page)):
            lost[address] = gone
    assert lost == {}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_disclosure_rule_is_printed_in_three_sentences(base, seen, language) -> None:
    real, invented = get(f"{base}/method?lang={language}")[1], seen[f"/method?lang={language}"][1]
    rules = [re.search(r'id="disclosure".*?<p>(.*?)</p>', page, re.DOTALL)[1] for page in (real, invented)]
    printed = [re.split(r"(?<=\.)\s+", rule.strip()) for rule in rules]
    assert [len(sentences) for sentences in printed] == [3, 3]
    assert all("10" in sentences[0] and "5" in sentences[0] for sentences in printed)
    assert ("published" if language == "en" else "опубликован") in printed[0][2]
    assert printed[0][2] != printed[1][2]


def test_the_objection_of_the_exercise_can_be_practised(exercise_site) -> None:
    """A change of the exercise's workbook changes what Charlie saw: then `seen` in remarks.json is written anew."""
    contested = exercise_site.html("/contested?lang=en")
    assert "None in the sources of this day" not in contested.split("The state disagrees")[1].split("Sources differ")[0]
    assert "No decision yet" in exercise_site.html("/evidence/XAC/BD-8b?lang=en")
