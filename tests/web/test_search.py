"""The search of the header: queries in both languages, each with what it should find."""

import re
from html import unescape
from urllib.parse import quote, unquote

import pytest

from bukhara.i18n.stems import stem, synonyms
from bukhara.views.evidence import evidence, search
from bukhara.views.evidence.evidence import LibraryQuery
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


PAIRS = (
    ("Kazakhstan", "Казахстан"),
    ("action plan Kyrgyzstan", "план действий Кыргызстан"),
    ("Kazakhstan victims 2021", "Казахстан пострадавшие 2021"),
    ("victims in Uzbekistan and Kazakhstan", "жертвы в Узбекистане и Казахстане"),
    ("special law Uzbekistan", "специальный закон Узбекистан"),
    ("registered cases Tajikistan", "зарегистрированные дела Таджикистан"),
    ("training of the police in Tajikistan", "обучение полиции Таджикистана"),
    ("OSCE", "ОБСЕ"),
    ("UNODC", "УНП ООН"),
    ("IOM", "МОМ"),
    ("Interpol", "Интерпол"),
    ("European Union", "Европейский союз"),
    ("Bahrain", "Бахрейн"),
    ("NGOs", "НПО"),
    ("Ministry of Internal Affairs", "Министерство внутренних дел"),
    ("interagency commission", "межведомственная комиссия"),
    ("prosecutor", "прокуратура"),
    ("labour inspectors", "инспекторы труда"),
    ("border guards", "пограничники"),
    ("victims", "пострадавшие"),
    ("children", "дети"),
    ("migrants", "мигранты"),
    ("girls 2018", "девочки 2018"),
    ("law", "закон"),
    ("criminal code", "уголовный кодекс"),
    ("national programme", "национальная программа"),
    ("referral mechanism", "механизм перенаправления"),
    ("shelters", "приюты"),
    ("airports", "аэропорты"),
    ("identification of victims", "выявление жертв"),
    ("repatriation", "репатриация"),
    ("court decisions", "судебные решения"),
    ("convicted 2020", "осуждённые 2020"),
    ("training of judges", "обучение судей"),
    ("labour exploitation", "трудовая эксплуатация"),
    ("sexual exploitation of women", "сексуальная эксплуатация женщин"),
    ("information campaign", "информационная кампания"),
    ("international cooperation", "международное сотрудничество"),
    ("internet", "интернет"),
    ("statistics", "статистика"),
)
"""Questions in English and in Russian that ask for the same."""


def found(base: str, q: str, language: str) -> str:
    status, html, _ = get(f"{base}/search?q={quote(q)}&lang={language}")
    assert status == 200
    return html.split('<div id="react-entry-point"')[0]


def links(html: str) -> set[str]:
    found = (unescape(address).replace("lang=en&", "").replace("lang=en", "") for address in LINK.findall(html))
    return {re.sub(r"[?&]$", "", address) for address in found}


@pytest.mark.parametrize(("q", "expected"), QUERIES)
def test_a_query_finds_what_it_names(base, q, expected) -> None:
    html = found(base, q, "en")
    assert ('<ul class="entries">' in html) if expected == STATEMENTS else expected in links(html)


def test_statements_about_the_words_come_before_those_of_a_body_of_that_name(base) -> None:
    first = found(base, "law", "en").split('<ul class="entries">')[1]
    assert "Law Enforcement" not in first.split("</li>")[0]
    assert "draft law" in first


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


def test_a_stem_is_that_of_every_form_of_a_word_and_no_word_names_two_things() -> None:
    forms = ("Жертвами жертвы", "органов орган", "policies Policy", "state's states", "AC-2.4 ac-2.4")
    assert [len({stem(form) for form in each.split()}) for each in forms] == [1] * len(forms)
    groups = set(synonyms().values())
    assert sum(map(len, groups)) == len(synonyms())


@pytest.mark.parametrize(("english", "russian"), PAIRS)
def test_a_question_finds_the_same_in_either_language(record_site, english, russian) -> None:
    snapshot = record_site.service.snapshot()
    names, records = search.find(snapshot, english), evidence.build(snapshot, LibraryQuery(q=english))
    assert (search.find(snapshot, russian), evidence.build(snapshot, LibraryQuery(q=russian))) == (names, records)
    assert records.found or set(names) - {"country"}


def test_states_of_a_question_narrow_what_is_found_and_a_misspelt_word_leads_to_what_is_near(record_site, base) -> None:
    library = evidence.build(record_site.service.snapshot(), LibraryQuery(q="план Кыргызстана и Таджикистана"))
    assert {record.country for record in library.entries} == {"KGZ", "TJK"}
    asked = found(base, "victims in Uzbekistan, Kazakhstan", "en")
    assert "/statistics?measure=CTX-victims&countries=KAZ,UZB" in {unquote(each) for each in links(asked)}
    chips = found(base, "Казакстан прокуротура", "ru").split('class="chips plain"')[1].split("</ul>")[0]
    assert {"Казахстан", "прокуратуре"} <= set(re.findall(">([^<]+)</a>", chips))
