"""Every locator of the shipped record opens its passage, or the page of its source that says why it is not there."""

import re

import pytest

from tests.passages import FILE, SOURCE, cited_lines
from tests.quoting import SINGLE_CASES, fixture, hashed, run_hashes, tells_a_single_case, words
from tests.web.reading import get, text

LINK = re.compile(rf'href="/evidence/{SOURCE}(?:\?lang=\w+)?(?:#L(\d+))?"')
PRINTED = re.compile(r"\blines?\s[\d, ]+\d")


@pytest.fixture(scope="module")
def page(base):
    return get(base + f"/evidence/{SOURCE}")[1]


def test_every_cited_line_opens_with_its_words_or_says_why_it_is_left_out(page) -> None:
    opened = {
        int(n) for n, own in re.findall(r'<li id="L(\d+)">\s*<span[^>]*>(\d+)</span>\s*<p>\s*\S', page) if n == own
    }
    single = {line for case in SINGLE_CASES for line in case}
    assert len(opened & cited_lines()) > 120
    assert cited_lines() - opened <= single
    # the first line of a single case says it for all of them
    for case in SINGLE_CASES:
        entry = re.search(rf'<li id="L{case[0]}">(.*?)</li>', page, re.DOTALL)[1]
        assert "Left out: a single case." in entry


def test_each_passage_names_its_source_and_the_single_cases_say_why_they_are_left_out(page) -> None:
    assert page.count('class="card fold passage"') == page.count("<figcaption>") > 5
    assert page.count("Source: Report of the Third International Conference") == page.count("<figcaption>")
    assert all(f'<li id="L{line}"' in page for case in SINGLE_CASES for line in case)
    assert page.count("Left out: a single case.") == len(SINGLE_CASES)
    assert re.search(r"<summary>\s*Line 141\b", page)
    assert re.search(r"Lines (\d+) to \1\b", page) is None


def test_the_shipped_lines_are_the_reports_without_a_name_and_without_a_single_case() -> None:
    shipped = dict(row.split("\t") for row in FILE.read_text(encoding="utf-8").splitlines() if row[0] != "#")
    known = fixture("report_five_word_runs.txt")
    pieces = [piece for text in shipped.values() for piece in text.split("[name]")]
    assert [p for p in pieces if not run_hashes(p) <= known] == []
    assert [w for w in words(" ".join(shipped.values())) if hashed(w) in fixture("report_person_names.txt")] == []
    assert not tells_a_single_case(" ".join(shipped.values()))
    assert {shipped[str(line)] for case in SINGLE_CASES for line in case} == {""}


PAGES = (
    *(
        "/evidence",
        "/themes/BD-8b",
        "/evidence/KAZ/BD-8b",
        "/challenges",
        "/statistics",
        "/victims?tab=routes",
        "/partners",
        "/compare?tab=words&item=BD-8b",
    ),
    *(f"/countries/KGZ?tab={tab}" for tab in ("themes", "figures", "challenges", "words", "expected")),
)


@pytest.mark.parametrize("path", PAGES)
def test_every_line_printed_on_a_page_leads_to_its_passage(base, page, path) -> None:
    _, html, _ = get(base + path)
    links = LINK.findall(html)
    assert [line for line in links if line]
    assert [line for line in links if line and f'<li id="L{line}">' not in page] == []
    without_links = re.sub(r"<a [^>]*>.*?</a>", "", html, flags=re.DOTALL)
    assert PRINTED.findall(" ".join(text(without_links, "en"))) == []


def test_a_source_that_is_not_reproduced_says_so_with_its_address(base) -> None:
    status, html, _ = get(base + "/evidence/desk-kaz-law-2024")
    assert status == 200
    assert "The text of this source is not reproduced here." in html
    assert 'href="https://www.adilet.zan.kz/eng/docs/Z2400000110/compare"' in html
    assert "Law No. 110-VIII on countering trafficking in persons was adopted" in html
    assert get(base + "/evidence/no-such-source")[0] == 404


def test_what_is_taken_from_a_source_has_its_state_and_says_if_it_is_in_our_words(base) -> None:
    law = get(base + "/evidence/desk-kaz-order-844-2024")[1]
    taken = law[law.index("What is used from it") :]
    assert "In our words; no passage is quoted." in taken
    assert "<b>Kazakhstan</b>" in taken
    assert "26 November 2026" in law[: law.index("What is used from it")]
    unodc = get(base + "/evidence/unodc-glotip-2025-04-14")[1]
    assert "In our words" not in unodc
    assert "The first 50 of 1,484 are shown." in " ".join(text(unodc, "en"))
    assert unodc.count("Persons convicted") > 1
