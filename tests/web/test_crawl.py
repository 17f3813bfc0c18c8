"""Every page read as text, public or of the office: courteous words, no person, no single case, nothing from outside, no order."""

import re
from itertools import product

import pytest

from bukhara.model.text import Text
from tests.addresses import framework
from tests.clock import NOW
from tests.quoting import fixture, hashed, tells_a_single_case, words
from tests.web.permission_cases import PLAIN, Place, may, office_pages, places
from tests.web.reading import text
from tests.web.sentences import CODE, DISCOURTEOUS, blocks, latin_words, long_sentences, names
from tests.web.site_client import ADMIN, ORGANISER, SECRETARIAT, commission, new_site
from tests.web.upload_files import changed

NAMES = fixture("report_person_names.txt")
# a link that a reader may follow to a public source is no address that the page loads from
ADDRESS = re.compile(r'(?:src|href|action)="(https?:)?//[^"]+"(?!\s+rel="noreferrer")')


@pytest.fixture(scope="module")
def texts(record_pages):
    """The words of every page: its own, and those that it quotes."""
    return {address: text(html, address[-2:]) for address, (_, html) in record_pages.items()}


def test_every_page_answers(record_pages) -> None:
    assert len(record_pages) > 70
    assert {address: status for address, (status, _) in record_pages.items() if status != 200} == {}


def test_no_discourteous_word_on_any_page(texts) -> None:
    assert {a: hits for a, (own, _) in texts.items() if (hits := DISCOURTEOUS[a[-2:]].findall(own))} == {}


def test_no_person_is_named_on_any_page(record_pages) -> None:
    found = {
        a: n for a, (_, html) in record_pages.items() if (n := [w for w in set(words(html)) if hashed(w) in NAMES])
    }
    assert found == {}


def test_no_single_case_is_described_on_any_page(texts) -> None:
    assert [address for address, parts in texts.items() if tells_a_single_case(" ".join(parts))] == []


def test_no_page_names_another_host_to_load_from(record_pages) -> None:
    assert {a: m.group(0) for a, (_, html) in record_pages.items() if (m := ADDRESS.search(html))} == {}


def test_every_page_says_that_it_speaks_for_no_government(record_pages) -> None:
    sentence = {"en": "Not a statement of any government", "ru": "Не является заявлением"}
    assert [a for a, (_, html) in record_pages.items() if sentence[a[-2:]] not in html] == []


def test_states_are_in_the_fixed_order_on_every_page_with_columns(record_pages) -> None:
    order = {"en": ["Kazakhstan", "Kyrgyz Republic", "Tajikistan", "Turkmenistan", "Uzbekistan"]}
    order["ru"] = ["Казахстан", "Кыргыз", "Таджикистан", "Туркменистан", "Узбекистан"]
    wrong = []
    for address, (_, html) in record_pages.items():
        for head in re.findall(r"<thead>.*?</thead>", html, re.DOTALL):
            places = [head.find(name) for name in order[address[-2:]]]
            if all(place >= 0 for place in places) and places != sorted(places):
                wrong.append(address)
    assert wrong == []


# on the page Method these notes name items by their codes
VERSION_NOTES = {each.note.in_(language) for each in framework().versions for language in ("en", "ru")}
# the places of figures in a data set in its own words, formulas, and quotes
NOT_OURS = re.compile(r"“|low = |s\* = |[ -:<-~]+(?:; [ -:<-~]+){4,}$")


@pytest.fixture(scope="module")
def read(record_pages):
    """The blocks of every page in both languages, without repeats."""
    return {language: _blocks(record_pages, language) for language in ("en", "ru")}


def _blocks(record_pages, language):
    found = {}
    for address, (_, html) in record_pages.items():
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


# codes, cells, names of accounts, ids of rounds, the note of a release and the beginning of a file's hash
LOGGED = re.compile(rf"{CODE.pattern}|\w+!\w*\d+|commission-\w+|round-\d+-\d+|Round of the matrix|\b[0-9a-f]{{12}}\b")
# sheets and files of the workbooks, zone of the clock, kinds of files, names of persons and documents, and languages
OFFICE_NAMES = names(
    "Statements Figures Statistics Sources Partners docx xlsx UTC Atom ZIP EX-1/A EX-2/A EX-1/B EX-2/B EX-3/C lena root otto "
    "pptx potx eml ics Türkmençe Oʻzbekcha"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The exercise with a round, and a draft with a change."""
    made = new_site(tmp_path_factory.mktemp("words"), actor=SECRETARIAT)
    round_id = made.service.rounds.open(SECRETARIAT, Text.of("Round of the matrix", ru="Круг"))
    made.service.rounds.send(SECRETARIAT, round_id, ["XAB"], sent=NOW.date(), due=NOW.date())
    draft = changed(made, revision_reason="2026")
    made.parts = {**PLAIN, "<country>": "XAA", "<round_id>": str(round_id), "/upload/<draft>": draft}
    made.parts["<letter>"] = f"request-{round_id}-XAB"
    figures = made.service.snapshot().observations
    made.parts["<observation_id>"] = next(each.observation_id for each in figures if each.country == "XAA")
    return made


def address_of(site, place: Place) -> str:
    path = place.address
    for name, value in site.parts.items():
        path = path.replace(name, value)
    return path


def office_blocks(site):
    """Return every text of the pages that need an account, once, with its address and language."""
    found = {}
    office = [p for p in places() if p.how == "page" and (p.action != "read" or p.address in office_pages())]
    readers = (SECRETARIAT, ADMIN, ORGANISER, commission("XAA"))
    for place, language in product(office, ("en", "ru")):
        site.act(next(actor for actor in readers if may(actor, place.action, "XAA")))
        answer = site.client.get(f"{address_of(site, place)}?lang={language}")
        if answer.status_code != 303:
            found |= {(language, block): place.address for block in blocks(answer.text, language)}
    return found


def test_the_pages_of_every_role_have_short_sentences_no_codes_and_no_english_in_russian(site) -> None:
    """Exceptions: the row of a workbook is named with the code of its columns, on the page of a draft; the list of all
    findings has their codes and names of formats, and tests/project/test_sentences.py reads its sentences."""
    found = office_blocks(site)
    assert len(found) > 500
    own = {key: address for key, address in found.items() if key[0] == key[1].language and not key[1].of_the_record}
    rows = {key for key, address in found.items() if CODE.search(key[1].text) and address == "/upload/<draft>"}
    assert [(a, s) for key, a in own.items() if key not in rows for s in long_sentences(key[1].text)] == []
    assert [(a, key[1].text) for key, a in found.items() if CODE.search(key[1].text) and key not in rows] == []
    russian = {block.text: a for (language, block), a in own.items() if language == "ru" and a != "/upload/findings"}
    english = [(a, text) for text, a in russian.items() if latin_words(LOGGED.sub("", text), OFFICE_NAMES)]
    assert english == []


def test_what_is_about_one_state_is_marked_with_its_number_alone(record_pages) -> None:
    """A name there would let a cell fade with no state chosen, and a chip say that a choice has an effect."""
    found = {state for _, html in record_pages.values() for state in re.findall(r'data-state="([^"]*)"', html)}
    assert found == set("01234")
