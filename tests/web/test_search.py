"""The search of the header: queries in both languages, each with what it should find."""

import re
from html import unescape
from urllib.parse import quote

import pytest

from bukhara.i18n.stems import stem, stems
from tests.web.reading import get

LINK = re.compile(r'<li>\s*<a\s+href="([^"]+)"')
STATEMENTS = "statements"
QUERIES = (
    ("Kazakhstan", "/countries/KAZ"),
    ("Казахстане", "/countries/KAZ"),
    ("Кыргызстана", "/countries/KGZ"),
    ("Киргизия", "/countries/KGZ"),
    ("Туркмению", "/countries/TKM"),
    ("Узбекистану", "/countries/UZB"),
    ("UZB", "/countries/UZB"),
    ("national action plan", "/themes/BD-13"),
    ("планы действий", "/themes/BD-13"),
    ("механизма перенаправления", "/themes/BD-8b"),
    ("bd-8B", "/themes/BD-8b"),
    ("специальным законом", "/themes/BD-12"),
    ("legislation", "/themes/BD-12"),
    ("законодательство", "/themes/BD-12"),
    ("пограничные службы", "/themes/BD-16"),
    ("репатриация", "/themes/BD-14b"),
    ("судебные решения", "/themes/AC-2.4"),
    ("victims Uzbekistan", "/statistics?measure=CTX-victims&countries=UZB"),
    ("план действий Туркменистан", "/evidence/TKM/BD-13"),
    ("convictions", "/statistics?measure=CTX-unodc-convicted"),
    ("осуждённых", "/statistics?measure=CTX-unodc-convicted"),
    ("жертвами", "/statistics?measure=CTX-victims"),
    ("UNODC", "/needs?tab=support&partner=UNODC"),
    ("МОМ", "/needs?tab=support&partner=IOM"),
    ("GLOTIP", "/evidence/unodc-glotip-2025-04-14"),
    ("отчёт Астана", "/evidence/astana-2023-report"),
    ("маршрутов", "/statistics?tab=routes"),
    ("Бахрейна", STATEMENTS),
    ("labour inspectors", STATEMENTS),
    ("детей", STATEMENTS),
    ("referral system", "/themes/BD-8b"),
    ("система перенаправления", "/themes/BD-8b"),
    ("NGOs", "/themes/BD-10"),
    ("НПО", "/themes/BD-10"),
    ("национальная программа", "/themes/BD-13"),
    ("line 221", STATEMENTS),
)


def found(base: str, q: str, language: str) -> str:
    status, html, _ = get(f"{base}/search?q={quote(q)}&lang={language}")
    assert status == 200
    return html.split('<div id="react-entry-point"')[0]


def without_language(address: str) -> str:
    return re.sub(r"[?&]$", "", address.replace("lang=en&", "").replace("lang=en", ""))


@pytest.mark.parametrize(("q", "expected"), QUERIES)
def test_a_query_finds_what_it_names(base, q, expected) -> None:
    html = found(base, q, "en")
    addresses = {without_language(unescape(address)) for address in LINK.findall(html)}
    assert ('<ul class="entries">' in html) if expected == STATEMENTS else expected in addresses


def test_statements_about_the_words_come_before_those_of_a_body_of_that_name(base) -> None:
    first = found(base, "law", "en").split('<ul class="entries">')[1]
    assert "draft law" in first.split("</li>")[0]


def test_every_page_has_the_field_and_a_page_of_results_keeps_the_language(base) -> None:
    html = get(f"{base}/themes/BD-3?lang=ru&as_of=2023-07-28")[1]
    form = re.search(r'<form[^>]*class="site-search.*?</form>', html, re.DOTALL)[0]
    assert 'action="/search"' in form
    assert 'method="get"' in form
    assert dict(re.findall(r'type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', form)) == {
        "lang": "ru",
        "as_of": "2023-07-28",
    }
    assert 'class="site-search' in get(f"{base}/sign-in")[1]
    assert "/countries/KAZ?lang=ru" in found(base, "Казахстан", "ru")


def test_names_are_suggested_in_the_language_of_the_page(base) -> None:
    options = re.findall(r'<option value="([^"]+)">', found(base, "", "ru").split('id="search-names"')[1])
    assert {"Казахстан", "Специальный закон о противодействии торговле людьми"} <= set(options)
    assert "Kazakhstan" not in options


def test_what_is_written_is_shown_as_text_and_nothing_found_says_what_to_do(base) -> None:
    html = found(base, "<script>x</script> %", "en")
    assert "<script>x" not in html
    assert "Nothing was found. Try fewer words" in html


def test_words_lose_the_endings_of_their_alphabet_and_codes_keep_theirs() -> None:
    assert [stem(word) for word in ("Жертвами", "пострадавшим", "policies", "AC-2.4")] == [
        "жертв",
        "пострадавш",
        "polic",
        "ac-2.4",
    ]
    assert stems("«планы», laws!") == ("план", "law")
