"""The pages that need an account: short sentences, names instead of codes, and no English on Russian pages."""

import re
from itertools import product

import pytest

from bukhara.model.text import Text
from tests.web.desk_client import ADMIN, ORGANISER, SECRETARIAT, commission, desk_site
from tests.web.permission_cases import PLAIN, Place, may, places
from tests.web.sentences import CODE, blocks, latin_words, long_sentences, names
from tests.web.upload_files import changed

# codes, cells, names of accounts, ids of rounds and the beginning of a file's hash
LOGGED = re.compile(rf"{CODE.pattern}|\w+!\w*\d+|commission-\w+|round-\d+-\d+|\b[0-9a-f]{{12}}\b")
# sheets and files of the workbooks, zone of the clock, kinds of files, names of persons and documents, and languages
OFFICE_NAMES = names(
    "Statements Figures Statistics Sources Partners docx xlsx UTC Atom ZIP EX-1/A EX-2/A EX-1/B EX-2/B lena root otto "
    "Türkmençe Oʻzbekcha"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The exercise with a round, and a draft with a change."""
    made = desk_site(tmp_path_factory.mktemp("words"), actor=SECRETARIAT)
    round_id = made.service.rounds.open(SECRETARIAT, Text.of("Round of the matrix", ru="Круг"))
    made.parts = {**PLAIN, "<round_id>": str(round_id), "/upload/<draft>": changed(made, revision_reason="2026")}
    return made


def address_of(site, place: Place) -> str:
    path = place.address
    for name, value in site.parts.items():
        path = path.replace(name, value)
    return path


def office_blocks(site):
    """Return every text of the pages that need an account, once, with its address and language."""
    found = {}
    office = [p for p in places() if p.how == "page" and (p.action != "read" or p.address in ("/releases", "/refused"))]
    readers = (SECRETARIAT, ADMIN, ORGANISER, commission("XAA"))
    for place, language in product(office, ("en", "ru")):
        site.act(next(actor for actor in readers if may(actor, place.action, "XAA")))
        answer = site.client.get(f"{address_of(site, place)}?lang={language}")
        if answer.status_code != 303:
            found |= {(language, block): place.address for block in blocks(answer.text, language)}
    return found


def test_the_pages_of_every_role_have_short_sentences_no_codes_and_no_english_in_russian(site) -> None:
    """Exception: the row of a workbook is named with the code that stands in its columns, on the page of a draft."""
    found = office_blocks(site)
    assert len(found) > 500
    own = {key: address for key, address in found.items() if key[0] == key[1].language and not key[1].of_the_record}
    rows = {key for key, address in found.items() if CODE.search(key[1].text) and address == "/upload/<draft>"}
    assert [(a, s) for key, a in own.items() if key not in rows for s in long_sentences(key[1].text)] == []
    assert [(a, key[1].text) for key, a in found.items() if CODE.search(key[1].text) and key not in rows] == []
    russian = {block.text: address for (language, block), address in own.items() if language == "ru"}
    english = [(a, text) for text, a in russian.items() if latin_words(LOGGED.sub("", text), OFFICE_NAMES)]
    assert english == []
