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
from bukhara.i18n import languages, readers, words
from bukhara.model.languages import LANGUAGES
from bukhara.model.text import Text
from bukhara.pack import PackChoice
from tests.addresses import FIXED, of_tables
from tests.web.site_client import SECRETARIAT, VIEWER, new_site

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
        _read_anew()
        patch.setattr(languages, "LOCALE_DIR", folder / "locale")
        patch.setitem(LANGUAGES, "de", replace(LANGUAGES["uz"], code="de", own_name="Deutsch", tag="de-DE"))
        languages.catalogue_of("de").parent.mkdir(parents=True)
        with languages.catalogue_of("de").open("wb") as file:
            write_po(file, catalogue)
        yield new_site(folder, actor=VIEWER, languages=("en", "ru", "de"))
    _read_anew()


def _read_anew() -> None:
    for each in (words.words_of, words._catalogue, readers.readings):
        each.cache_clear()


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


def test_what_it_lacks_is_in_the_language_it_falls_back_to_and_says_so(german) -> None:
    text = german.client.get("/themes?lang=de").text
    assert re.search(r'<[^>]+lang="ru"[^>]*>Свод</|<[^>]+lang="ru"[^>]*>Обзор</', text)
    assert not re.search(r'lang="ru"[^>]*>Themen<', text)
    assert {words.words_of("de")("ZZZ").lang, words.words_of("de").text(Text.of("ZZZ")).lang} == {"en"}
    assert '<meta name="robots" content="noindex">' in text
    assert "This translation is a draft: no institution has signed it." in text


def test_the_record_offers_it_once_an_institution_has_signed_and_a_changed_sentence_is_a_draft_again(
    german, tmp_path
) -> None:
    ask = {"lang": "de"}
    unsigned = new_site(tmp_path, actor=VIEWER, real=True, languages=("en", "ru", "de"))
    for client in (unsigned.client, unsigned.app.server.test_client()):
        client.set_cookie("lang", "de")
        for answer in (
            client.get("/themes", query_string=ask),
            client.get("/themes", headers={"Accept-Language": "de"}),
        ):
            assert '<html lang="en">' in answer.text
            assert "Deutsch" not in answer.text
        assert client.get("/language/de").status_code == 404
        assert "lang=de" not in client.get("/sitemap.xml").text
        assert {client.get(each).status_code for each in of_tables("framework", query="?lang=de")} == {400}
        assert "Themen" not in client.get("/nothing", query_string=ask).text
    unsigned.act(SECRETARIAT)
    assert '<html lang="de">' in unsigned.client.get("/themes", query_string=ask).text
    with (languages.LOCALE_DIR / "de/readers.csv").open("w", encoding="utf-8") as file:
        keys = [readers.fingerprint(*each) for each in WORDS.items() if each[0] != "Countries"]
        file.writelines(f"{key},signed,Ministry,2026-12-01\n" for key in (readers.WHOLE, *keys))
    _read_anew()
    signed = new_site(tmp_path, actor=VIEWER, real=True, made=True, languages=("en", "ru", "de"))
    text = signed.client.get("/themes", query_string=ask).text
    assert '<html lang="de">' in text
    assert ">Themen<" in text
    assert re.search(r'lang="ru"[^>]*>Страны<', text)
    assert "noindex" not in text
    (languages.LOCALE_DIR / "de/readers.csv").unlink()
    _read_anew()
