"""Every page read as text: courteous words, no person, no single case, nothing from outside, no order."""

import re

import pytest

from tests.addresses import crawl, framework
from tests.quoting import fixture, hashed, tells_a_single_case, words
from tests.web.reading import get, text
from tests.web.sentences import CODE, blocks, latin_words, long_sentences

DISCOURTEOUS = {
    "en": re.compile(
        r"\b(not reported|silent|silence|conflict\w*|disputed|claim\w*|gaps?|not started|well behind|revers(?:ing|ed)|overdue"
        r"|withdrawn|inferred commitment|rank\w*|scores?|league|ahead of|lagging|worst|best performer)\b",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"\b(не сообщил\w*|не отчитал\w*|молч\w*|конфликт\w*|оспарива\w*|утвержда[ею]т|пробел\w*|не начат\w*"
        r"|сильно отста\w*|отста[её]т|просроч\w*|отозван\w*|рейтинг\w*|баллы?|лидер\w*|опережа\w*|хуже|лучше)\b",
        re.IGNORECASE,
    ),
}
NAMES = fixture("report_person_names.txt")
# a link that a reader may follow to a public source is no address that the page loads from
ADDRESS = re.compile(r'(?:src|href|action)="(https?:)?//[^"]+"(?!\s+rel="noreferrer")')


@pytest.fixture(scope="module")
def seen(base):
    """Every page in both languages."""
    return {address: get(base + address) for address in crawl()}


def test_every_page_answers(seen) -> None:
    assert len(seen) > 70
    assert {address: status for address, (status, _, _) in seen.items() if status != 200} == {}


def test_no_discourteous_word_on_any_page(seen) -> None:
    found = {}
    for address, (_, html, _) in seen.items():
        language = address[-2:]
        own, _ = text(html, language)
        if hits := DISCOURTEOUS[language].findall(own):
            found[address] = sorted(set(hits))
    assert found == {}


def test_no_person_is_named_on_any_page(seen) -> None:
    found = {a: n for a, (_, html, _) in seen.items() if (n := [w for w in words(html) if hashed(w) in NAMES])}
    assert found == {}


def test_no_single_case_is_told_on_any_page(seen) -> None:
    told = {a for a, (_, html, _) in seen.items() if tells_a_single_case(" ".join(text(html, "en")))}
    assert told == set()


def test_no_page_names_another_host_to_load_from(seen) -> None:
    assert {a: m.group(0) for a, (_, html, _) in seen.items() if (m := ADDRESS.search(html))} == {}


def test_every_page_carries_the_standing_sentence(seen) -> None:
    sentence = {"en": "Not a statement of any government", "ru": "Не является заявлением"}
    assert [a for a, (_, html, _) in seen.items() if sentence[a[-2:]] not in html] == []


def test_states_stand_in_the_fixed_order_on_every_page_with_columns(seen) -> None:
    order = {"en": ["Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan"]}
    order["ru"] = ["Казахстан", "Кыргыз", "Таджикистан", "Туркменистан", "Узбекистан"]
    wrong = []
    for address, (_, html, _) in seen.items():
        for head in re.findall(r"<thead>.*?</thead>", html, re.DOTALL):
            places = [head.find(name) for name in order[address[-2:]]]
            if all(place >= 0 for place in places) and places != sorted(places):
                wrong.append(address)
    assert wrong == []


def test_a_russian_page_speaks_russian(seen) -> None:
    latin = re.compile(r"\b(the|and|of|with|from)\b")
    mixed = {}
    for address, (_, html, _) in seen.items():
        if address.endswith("ru"):
            own, _ = text(html, "ru")
            if hits := latin.findall(own):
                mixed[address] = len(hits)
    assert mixed == {}


# on the page Method these notes name items by their codes
VERSION_NOTES = {each.note.in_(language) for each in framework().versions for language in ("en", "ru")}
# the places of figures in a data set in its own words, formulas, and quotes
NOT_OURS = re.compile(r"“|low = |s\* = |[ -:<-~]+(?:; [ -:<-~]+){4,}$")


@pytest.fixture(scope="module")
def read(seen):
    """The blocks of every page in both languages, without repeats."""
    return {language: _blocks(seen, language) for language in ("en", "ru")}


def _blocks(seen, language):
    found = {}
    for address, (_, html, _) in seen.items():
        if address.endswith(language):
            found |= {block: address for block in blocks(html, language) if block not in found}
    return found


def test_a_sentence_has_at_most_25_words(read) -> None:
    """Statements and notes of the record keep the sentences in which they were recorded."""
    found = [
        (address, sentence)
        for language in read
        for block, address in read[language].items()
        if block.language == language and not block.of_the_record
        for sentence in long_sentences(block.text)
    ]
    assert found == []


def test_codes_are_on_hover_only(read) -> None:
    found = [
        (address, codes, block.text[:80])
        for blocks_of in read.values()
        for block, address in blocks_of.items()
        if (codes := CODE.findall(block.text)) and block.text not in VERSION_NOTES
    ]
    assert found == []


def test_a_russian_page_has_no_english_but_quotes_and_names(read) -> None:
    found = [
        (address, english, block.text[:80])
        for block, address in read["ru"].items()
        if not NOT_OURS.match(block.text) and block.text not in VERSION_NOTES
        if (english := latin_words(block.text))
    ]
    assert found == []
