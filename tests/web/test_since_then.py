"""What public sources report since the conference, and locators that open their passage or say why not."""

import csv
import html
import re

import pytest

from tests.passages import FILE, SOURCE, cited_lines
from tests.quoting import SINGLE_CASES, fixture, hashed, run_hashes, tells_a_single_case, words
from tests.serving import ROOT
from tests.web.reading import get, text

LAW = "Law No. 110-VIII on countering trafficking in persons was adopted on 5 July 2024."
SINCE_PAGES = ("/", "/countries/KAZ", "/themes/BD-12", "/evidence/KAZ/BD-12")


def page_at(base, address):
    return html.unescape(get(base + address)[1])


def block(base, address):
    found = re.search(r'id="since".*?</section>', page_at(base, address), re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("address", SINCE_PAGES[1:])
def test_an_act_is_shown_with_its_name_day_source_and_where_its_text_is(base, address) -> None:
    since = block(base, address)
    assert "<b>Law 110-VIII of 5 July 2024, text: Adilet</b>" in since
    assert re.search(r"Sources up to \d+ \w+ \d{4}\. They set no status and no count until the state answers\.", since)
    assert "5 July 2024" in since.split(LAW)[1]
    # the day is that of the law: "Article 1 of 5 July 2024" gave it to the article
    assert "Law 110-VIII, Article 1, 5 July 2024, text" in since
    assert 'href="https://www.adilet.zan.kz/eng/docs/Z2400000110/compare"' in since


def test_an_event_before_the_conference_is_not_in_the_report(base) -> None:
    since = block(base, "/countries/TKM")
    later, earlier = since.split("Earlier, and not in the report")
    assert "A national working group was established in 2014." in earlier
    assert "An Interdepartmental Commission was set up in 2024." in later


def test_a_page_without_a_day_is_marked_as_read_on_a_day(base) -> None:
    since = block(base, "/countries/KGZ")
    assert "read on 26 November 2026, day of publication not known" in since
    assert "31 December" not in since
    assert re.search(r"105\b", since)


def test_a_figure_says_what_it_counts_and_what_to_mind(base) -> None:
    since = block(base, "/countries/KAZ")
    assert "trafficking and related offences together" in since
    assert "Recipients of support; they are not the victims identified by the police." in since
    assert "Please confirm" not in since


def test_the_part_is_named_since_2023_in_both_languages(base) -> None:
    for language, name in (("en", "Since 2023"), ("ru", "С 2023 года")):
        assert re.search(rf'href="#since">{name}<', page_at(base, f"/countries/TJK?lang={language}"))


def test_the_overview_has_an_act_of_each_state_that_leads_to_all_of_them(base) -> None:
    since = block(base, "/")
    links = re.findall(r'href="(/countries/\w+)\?lang=en#since"', since)
    assert [link.split("/")[2] for link in links] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert all(block(base, link) for link in links)


def test_at_the_day_of_the_conference_its_reading_is_shown_as_it_is(base) -> None:
    for address in SINCE_PAGES:
        then = page_at(base, f"{address}{'&' if '?' in address else '?'}as_of=2023-07-28")
        assert 'id="since"' not in then
        assert "Since 2023" not in then
        assert "As of 28 July 2023, release" in then
    assert LAW not in block(base, "/themes/BD-12?as_of=2024-07-04")
    assert LAW in block(base, "/themes/BD-12?as_of=2024-07-05")


def test_the_head_of_a_page_says_both_days(base) -> None:
    assert re.search(r"of 28 July 2023, sources on record up to \d+ \w+ 2026, release \d\.", page_at(base, "/"))
    # it read "as others report itNo such mark says nothing"
    assert "as others report it</span><span> The absence of these two marks" in page_at(base, "/")


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
        "/needs",
        "/statistics",
        "/statistics?tab=routes",
        "/needs?tab=support",
    ),
    *(f"/countries/KGZ?tab={tab}" for tab in ("themes", "figures", "evidence")),
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


def test_each_state_lists_in_which_languages_acts_were_looked_for_and_where_nothing_was(record_site) -> None:
    rows = list(csv.DictReader((ROOT / "data" / "searched.csv").read_text(encoding="utf-8").splitlines()))
    snapshot = record_site.service.snapshot()
    method = html.unescape(record_site.html("/method"))
    for state in snapshot.framework.countries:
        page = html.unescape(record_site.html(f"/countries/{state.code}"))
        listed = page.partition(f'id="searched-{state.code}"')[2].partition("</details>")[0]
        assert listed in method
        told = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", listed))
        named = {theme: term for term, themes in told.items() for theme in themes.split("; ")}
        assert {"Dedicated law", "Border services"} <= named.keys()
        for item in snapshot.framework.items:
            if (term := named.get(item.short.in_("en"))) is not None:
                made = {row["language"] for row in rows if (row["country"], row["item"]) == (state.code, item.id)}
                assert (term == "not searched") == (not made)
                assert ("English" in term) == ("en" in made)
    assert "searched-KAZ" not in record_site.html("/countries/KAZ?as_of=2023-07-28")
