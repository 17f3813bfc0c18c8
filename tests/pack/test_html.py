"""One HTML document presents itself: it asks for nothing, and has every slide with its notes, source and warning."""

import re
from dataclasses import replace
from html import unescape

import pytest

from bukhara.exports.packs.html import POLICY, to_html
from bukhara.pack import PackChoice

KINDS = ("record", "exercise")
FETCHING = re.compile(
    r"""(?:\bsrc|\bhref)="(?!#)|url\((?!"data:)|@import|\bfetch\(|XMLHttpRequest|\beval\b|https?://"""
)


@pytest.fixture
def document(written):
    """Return the document of a kind in a language."""
    return lambda kind, language="en": written(kind, language, "html").decode()


@pytest.mark.parametrize("kind", KINDS)
def test_it_asks_for_nothing_and_may_not(document, kind) -> None:
    html = document(kind)
    # a link leads out only when somebody follows it
    own = re.sub(
        r'<a class="source" href="https?://[^>]*>[^<]*|url\(#[\w.-]+\)|<(?:p|span|cite|li|b|td|small)\b[^>]*>[^<]*',
        "",
        html,
    )
    assert FETCHING.findall(own) == []
    assert " style=" not in html
    assert POLICY.startswith("default-src 'none'; script-src 'sha256-")
    assert unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', html)[1]) == POLICY


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_slide_has_its_notes_its_sources_and_the_warning(packs, document, kind, language) -> None:
    pack = packs(kind, PackChoice(languages=(language,)))
    pages = document(kind, language).split('class="slide kind-')[1:]
    shown = [re.search(r'data-id="([^"]+)"', page)[1] for page in pages]
    assert shown == [slide.id for slide in pack.slides]
    by_id = {slide.id: slide for slide in pack.slides}
    for name, page in zip(shown, pages, strict=True):
        text = unescape(page)
        assert all(line in text for line in (*by_id[name].notes.say, *by_id[name].sources, pack.footers[language]))
        assert pack.warnings[language] in text
    assert bool(pack.warnings[language]) == (kind == "exercise")


@pytest.mark.parametrize("address", ["https://monitor.example", "https://monitor.example/frozen/p12"])
def test_the_notes_lead_to_the_evidence_of_their_state_where_the_site_is_known(packs, document, address) -> None:
    pack = packs("record", PackChoice(languages=("en",)))
    pages = to_html(replace(pack, address=address)).decode().split('class="slide kind-')[1:]
    links = [unescape(re.search(r'class="quoted"><a href="([^"]+)"', page)[1]) for page in pages]
    first = "https://monitor.example/evidence?lang=en"
    assert set(links) == {first, *(f"{first}&countries={code}" for code in ("KAZ", "KGZ", "TJK", "TKM", "UZB"))}
    assert "/evidence" not in document("record")
