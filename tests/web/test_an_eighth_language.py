"""A language is a row and a catalogue: an eighth one is on every page, in its files, and falls back where it is silent."""

import io
import re
import shutil
from dataclasses import replace

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from pptx import Presentation

from bukhara.exports.packs import FILES
from bukhara.i18n import languages, words
from bukhara.model.languages import LANGUAGES
from bukhara.pack import PackChoice
from tests.addresses import FIXED
from tests.web.site_client import VIEWER, new_site

WORDS = {"Themes": "Themen", "in place": "vorhanden", "Countries": "Länder"}
ADDRESSES = (*FIXED, "/countries/XAA", "/themes/BD-12", "/sign-in", "/releases")


@pytest.fixture(scope="module")
def german(tmp_path_factory):
    """A site of the exercise with German, of which three messages are translated."""
    folder = tmp_path_factory.mktemp("german")
    shutil.copytree(languages.LOCALE_DIR, folder / "locale")
    catalogue = Catalog(locale="de")
    for english, own in WORDS.items():
        catalogue.add(english, own)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(languages, "LOCALE_DIR", folder / "locale")
        patch.setitem(LANGUAGES, "de", replace(LANGUAGES["uz"], code="de", own_name="Deutsch", tag="de-DE"))
        languages.catalogue_of("de").parent.mkdir(parents=True)
        with languages.catalogue_of("de").open("wb") as file:
            write_po(file, catalogue)
        yield new_site(folder, actor=VIEWER, languages=("en", "ru", "de"))
    words.words_of.cache_clear()
    words._catalogue.cache_clear()


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_page_is_in_it(german, address) -> None:
    answer = german.client.get(address, query_string={"lang": "de"})
    assert answer.status_code == 200
    assert '<html lang="de">' in answer.text
    assert re.search(r'<a [^>]*lang="de"[^>]*>Deutsch</a>', answer.text)
    assert "Themen" in answer.text


def test_slides_name_their_language_and_dates_are_in_figures(german) -> None:
    pack = FILES["pptx"](german.service.pack(PackChoice(languages=("de",))))
    runs = {run.get("lang") for slide in Presentation(io.BytesIO(pack)).slides for run in slide.element.iter("{*}rPr")}
    assert runs - {None, "en-GB"} == {"de-DE"}
    assert re.search(r"\b\d\d\.\d\d\.20\d\d\b", german.client.get("/?lang=de").text)
