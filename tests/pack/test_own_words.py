"""Title and text of the organisers: kept in the choice, within limits, marked as theirs and escaped in every format."""

import base64
import io
import json
import zlib
from dataclasses import replace

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from bukhara.exports.packs import WRITERS
from bukhara.exports.packs.pptx import master
from bukhara.exports.packs.to_pdf import contents as brief
from bukhara.exports.packs.to_slides_pdf import contents
from bukhara.pack import PackChoice, from_text, to_text
from bukhara.pack.choice import LONGEST
from bukhara.pack.own_words import LONGEST_TEXT, LONGEST_TITLE, MOST, OwnWords, can_have_text, cleaned, from_code

MARK = {"en": "The organisers' words", "ru": "Слова организаторов"}
TITLE, POINTS = '<b>Our</b> & "title" #let', ("<i>one</i>", "two & $x$")
lines = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=20)


@given(st.lists(st.builds(OwnWords, lines, st.sampled_from(["en", "ru"]), lines, lines), max_size=MOST).map(tuple))
def test_own_words_survive_the_text_of_a_choice(own) -> None:
    own = tuple(each for each in own if each.title or each.text)
    assert from_text(to_text(PackChoice(own=own))).own == own


@given(st.text(max_size=200))
def test_any_code_gives_own_words_or_none(code) -> None:
    assert isinstance(from_code(code), tuple)


@pytest.mark.parametrize("rows", [7, [1], [["a"]], [["a", "en", 1, ""]], {"a": 1}, [None], "[" * 9000])
def test_what_is_no_list_of_own_words_is_none(rows) -> None:
    assert from_code(packed(rows if isinstance(rows, str) else json.dumps(rows))) == ()


def packed(text) -> str:
    return base64.b64encode(zlib.compress(text.encode()), b"-.").decode().rstrip("=")


def test_own_words_are_one_line_within_limits_and_so_many_fit_into_an_address() -> None:
    assert cleaned(" a\x00\n b\u202e ", 9) == "a b"
    long = json.dumps([["title", "en", "x" * 999, "y" * 999]] * 9)
    found = from_code(packed(long))
    assert len(found) == MOST
    assert (len(found[0].title), len(found[0].text)) == (LONGEST_TITLE, LONGEST_TEXT)
    assert from_code(packed("[" + " " * 50_000_000 + "]")) == ()
    text = "Как это сделано в других государствах, можно обсудить на сессии. " * 9
    own = tuple(
        OwnWords(f"country-XA{n}", "ru", text[n : n + LONGEST_TITLE], text[n : n + LONGEST_TEXT]) for n in range(MOST)
    )
    assert len(to_text(PackChoice(own=own))) < LONGEST


@pytest.fixture(scope="module", params=["en", "ru"])
def edited(request, packs):
    """A pack whose slide of the whole has another title, and whose questions have another title and text."""
    language = request.param
    own = tuple(OwnWords(slide, language, TITLE, "|".join(POINTS)) for slide in ("matrix", "questions", "sources"))
    return packs("exercise", PackChoice(languages=(language,))), packs(
        "exercise", PackChoice(languages=(language,), own=own)
    )


def test_a_slide_with_own_words_says_so_and_what_is_no_list_keeps_the_record(edited) -> None:
    before, pack = ({slide.id: slide for slide in each.slides} for each in edited)
    language = edited[1].languages[0]
    for slide in (pack["matrix"], pack["questions"]):
        assert slide.title == TITLE
        assert slide.label.startswith(MARK[language])
        assert before[slide.id].label in slide.label
        assert slide.sources == before[slide.id].sources
    assert pack["matrix"].blocks == before["matrix"].blocks
    assert [point.text for point in pack["questions"].blocks[0].points] == list(POINTS)
    assert {each: slide for each, slide in pack.items() if not slide.is_own} == {
        each: slide for each, slide in before.items() if each not in ("matrix", "questions", "sources-1", "sources")
    } | {each: slide for each, slide in pack.items() if each.startswith("sources") and not slide.is_own}
    assert not can_have_text(before["matrix"])


def test_own_words_are_plain_text_with_their_mark_in_every_format(edited) -> None:
    pack = edited[1]
    mark, at = (
        MARK[pack.languages[0]],
        [n for n, slide in enumerate(pack.slides) if slide.id in ("matrix", "questions")],
    )
    pages = Presentation(io.BytesIO(WRITERS["pptx"](pack))).slides
    html = WRITERS["html"](pack).decode()
    for n in at:
        page = pages[n]
        (label,) = [s for s in page.placeholders if s.placeholder_format.idx == master.LABEL]
        assert page.shapes.title.text_frame.text == TITLE
        assert mark in label.text_frame.text
        drawn = contents(pack)["slides"][n]
        assert (drawn["title"], mark in drawn["label"]) == (TITLE, True)
    assert html.count("&lt;b&gt;Our&lt;/b&gt; &amp; &#34;title&#34; #let</h2>") == len(at)
    assert "<b>Our" not in html
    assert "&lt;i&gt;one&lt;/i&gt;" in html
    texts = [paragraph.text for paragraph in Document(io.BytesIO(WRITERS["docx"](pack))).paragraphs]
    assert texts.count(f"{TITLE}.") >= len(at)
    assert sum(text.startswith(mark) for text in texts) == len(at)
    assert sum(mark in slide["label"] for slide in brief(pack)["slides"]) == len(at)
    assert all(WRITERS[kind](replace(pack, slides=(pack.slides[at[0]],))) for kind in ("pdf", "slides.pdf"))
