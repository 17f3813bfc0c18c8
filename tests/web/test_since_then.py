"""What public sources report since the conference is shown on its pages, with its day, and on no earlier day."""

import html
import re

import pytest

from tests.web.reading import get

LAW = "Law No. 110-VIII on countering trafficking in persons was adopted on 5 July 2024."
PAGES = ("/", "/countries/KAZ", "/countries/KAZ?tab=since", "/themes/BD-12", "/evidence/KAZ/BD-12")


def page(base, address):
    return html.unescape(get(base + address)[1])


def block(base, address):
    found = re.search(r'id="since".*?</section>', page(base, address), re.DOTALL)
    return found[0] if found else ""


@pytest.mark.parametrize("address", PAGES[2:])
def test_a_fact_is_shown_as_not_confirmed_with_its_source_and_day(base, address) -> None:
    since = block(base, address)
    assert "Since then, from public sources, not confirmed" in since
    assert re.search(r"Sources up to \d+ \w+ \d{4}\. They set no status and no count\.", since)
    assert LAW in since
    assert "5 July 2024" in since.split(LAW)[1]
    assert 'href="https://www.adilet.zan.kz/eng/docs/Z2400000110/compare"' in since


def test_an_event_before_the_conference_is_not_in_the_report(base) -> None:
    since = block(base, "/countries/TKM?tab=since")
    later, earlier = since.split("Earlier, and not in the report")
    assert "A national working group was established in 2014." in earlier
    assert "An Interdepartmental Commission was set up in 2024." in later


def test_a_page_without_a_day_is_marked_as_read_on_a_day(base) -> None:
    since = block(base, "/countries/KGZ?tab=since")
    assert "read on 26 November 2026, day of publication not known" in since
    assert "31 December" not in since
    assert re.search(r"105\b", since)


def test_a_figure_says_what_it_counts_and_what_to_mind(base) -> None:
    since = block(base, "/countries/KAZ?tab=since")
    assert "trafficking and related offences together" in since
    assert "Recipients of support; they are not the victims identified by the police." in since
    assert "Please confirm" not in since


def test_the_tab_is_named_since_2023_in_both_languages(base) -> None:
    for language, name in (("en", "Since 2023"), ("ru", "С 2023 года")):
        assert re.search(rf'tab=since[^"]*">\s*{name}\s*<', page(base, f"/countries/TJK?lang={language}"))


def test_the_overview_has_at_most_three_lines_that_lead_to_the_cell(base) -> None:
    since = block(base, "/")
    assert len(re.findall(r"<li>", since)) == 3
    links = re.findall(r'href="(/evidence/\w+/[\w-]+)\?lang=en#since"', since)
    assert len(links) == 3
    assert all(block(base, link) for link in links)
    assert 'href="/countries/KAZ?lang=en&tab=since"' in since


def test_at_the_day_of_the_conference_its_reading_is_shown_as_it_is(base) -> None:
    for address in PAGES:
        then = page(base, f"{address}{'&' if '?' in address else '?'}as_of=2023-07-28")
        assert 'id="since"' not in then
        assert "Since 2023" not in then
        assert "As of 28 July 2023, release" in then
    assert LAW not in block(base, "/themes/BD-12?as_of=2024-07-04")
    assert LAW in block(base, "/themes/BD-12?as_of=2024-07-05")


def test_the_head_of_a_page_says_both_days(base) -> None:
    assert re.search(r"Statuses as of 28 July 2023, sources read up to \d+ \w+ 2026, release \d\.", page(base, "/"))
