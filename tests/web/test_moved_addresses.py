"""Every address that a page once had leads to its content: pages, their tabs and selections, charts, frames and files."""

from urllib.parse import parse_qsl, urlsplit

import pytest

# what was linked from outside, and where its content is now
PAGES = {
    "/data-quality": "/contested",
    "/data-quality?tab=coverage": "/method?tab=coverage",
    "/data-quality?tab=grades": "/method?tab=grades",
    "/data-quality?tab=revisions&as_of=2026-01-01": "/method?tab=revisions&as_of=2026-01-01",
    "/challenges?kind=need&speaker=state&topic=children": "/needs?kind=need&speaker=state&topic=children",
    "/partners?kind=training&partner=UNODC": "/needs?tab=support&kind=training&partner=UNODC",
    "/compare?countries=KAZ,UZB": "/?countries=KAZ,UZB",
    "/compare?tab=figures&countries=KAZ,UZB&measure=CTX-groups": "/statistics?countries=KAZ,UZB&measure=CTX-groups",
    "/compare?tab=timeline&countries=KAZ,UZB": "/timeline?countries=KAZ,UZB",
    "/compare?tab=words&pillar=protection": "/themes?pillar=protection",
    "/conclusions": "/declaration?tab=conclusions",
    "/topics": "/evidence",
    "/topics/children": "/evidence?topic=children",
    "/victims": "/statistics?tab=victims",
    "/victims?tab=years": "/statistics?measure=CTX-unodc-victims&part=sex_age",
    "/victims?tab=years&part=form": "/statistics?measure=CTX-unodc-victims&part=form",
    "/victims?tab=bodies": "/statistics?tab=bodies",
    "/victims?tab=routes": "/statistics?tab=routes",
    "/victims?tab=reading": "/statistics?tab=victims",
    "/evidence?country=KAZ&item=BD-5": "/evidence?countries=KAZ&item=BD-5",
    "/statistics?country=KAZ,UZB&measure=CTX-groups": "/statistics?countries=KAZ,UZB&measure=CTX-groups",
    "/statistics?focus=TJK": "/statistics?countries=TJK",
    "/statistics?country=KAZ,UZB&focus=UZB&tab=detail": "/statistics?countries=KAZ,UZB&tab=detail",
}
TABS = {
    "/countries/KAZ?tab=since&as_of=2026-01-01": "/countries/KAZ?as_of=2026-01-01&lang=ru#since",
    "/countries/TJK?tab=challenges": "/countries/TJK?lang=ru#difficult",
    "/countries/UZB?tab=expected": "/countries/UZB?lang=ru#expected",
    "/countries/KGZ?tab=words": "/countries/KGZ?lang=ru&tab=evidence",
    "/themes?tab=status": "/themes?lang=ru",
    "/themes?tab=list&topic=children": "/themes?topic=children&lang=ru",
}
CHARTS = {
    "/data-quality/reported": "/statistics/reported?tab=reported",
    "/data-quality/coverage-by-country?tab=coverage": "/method/coverage-by-country?tab=coverage",
    "/challenges/challenges-by-country?kind=need": "/needs/needs-by-country?kind=need",
    "/compare/compare-matrix": "/themes/status-by-country?tab=picture",
    "/compare/compare-timeline?tab=timeline&countries=KAZ": "/timeline/time-axis?countries=KAZ",
    "/partners/partners-by-country": "/needs/partners-by-country?tab=support",
    "/victims/victim-shares": "/statistics/victim-shares?tab=victims",
    "/victims/rows-ctx-unodc-victims-2?tab=years&part=form": (
        "/statistics/rows-ctx-unodc-victims-2?measure=CTX-unodc-victims&part=form"
    ),
    "/victims/shares-form?tab=reading": "/statistics/shares-form?tab=victims",
    "/statistics/rows-ctx-groups?country=KAZ&measure=CTX-groups": "/statistics/rows-ctx-groups?countries=KAZ&measure=CTX-groups",
}


def parts(address: str) -> tuple[str, dict[str, str]]:
    return urlsplit(address).path, dict(parse_qsl(urlsplit(address).query))


def leads(site, address: str) -> tuple[str, dict[str, str]]:
    """Return where an address leads for good; what it leads to must be there."""
    answer = site.client.get(address)
    assert answer.status_code == 301, (address, answer.status_code)
    assert site.client.get(answer.location).status_code == 200, answer.location
    return parts(answer.location)


@pytest.mark.parametrize("old", PAGES)
def test_a_page_that_is_gone_leads_to_its_content_in_the_readers_language(record_site, old: str) -> None:
    path, query = parts(old)
    shown, chosen = parts(PAGES[old])
    asked = "&".join(f"{name}={value}" for name, value in {**query, "lang": "ru", "release": "3"}.items())
    assert leads(record_site, f"{path}?{asked}") == (shown, {**chosen, "lang": "ru", "release": "3"})


@pytest.mark.parametrize("old", TABS)
def test_a_tab_that_is_gone_leads_to_the_part_that_has_its_content(record_site, old: str) -> None:
    answer = record_site.client.get(f"{old}&lang=ru")
    assert (answer.status_code, answer.location) == (301, TABS[old])
    page, _, part = TABS[old].partition("#")
    assert f'id="{part or "main"}"' in record_site.html(page)


@pytest.mark.parametrize("old", CHARTS)
def test_a_chart_of_such_a_page_its_frame_and_its_files_are_found(record_site, old: str) -> None:
    path, query = parts(old)
    shown, chosen = parts(CHARTS[old])
    page, chart = shown.rsplit("/", 1)
    asked = "&".join(f"{name}={value}" for name, value in {**query, "lang": "en"}.items())
    for before in ("/chart", "/embed"):
        assert leads(record_site, f"{before}{path}?{asked}") == (f"{before}{shown}", {**chosen, "lang": "en"})
    gone, name = path.rsplit("/", 1)
    file = leads(record_site, f"/download/{name}.csv?page={gone}&{asked}")
    assert file == (f"/download/{chart}.csv", {**chosen, "lang": "en", "page": page})


def test_a_chart_without_a_successor_leads_to_the_page(record_site) -> None:
    for old in ("/chart/topics/children/topic-by-country", "/embed/topics/children/topic-by-country"):
        assert leads(record_site, f"{old}?lang=en") == ("/evidence", {"topic": "children", "lang": "en"})
    old = "/chart/compare/compare-measure?tab=figures&measure=CTX-groups&lang=en"
    assert leads(record_site, old) == ("/statistics", {"measure": "CTX-groups", "lang": "en"})
    file = "/download/topic-by-country.csv?page=/topics/children&lang=en"
    assert leads(record_site, file) == ("/evidence", {"topic": "children", "lang": "en"})
