"""The talk: few slides with few words in large letters, an annex that a show passes over, and notes that can be said."""

import io
from collections import Counter

import pytest
from pptx import Presentation

from bukhara.exports.packs.pptx.master import FOOT_LEFT, NUMBER, SOURCE
from bukhara.exports.packs.to_pdf import contents
from bukhara.pack import PackChoice
from bukhara.pack.fit import MOST_IN_NOTES, MOST_WORDS, number_of_words
from bukhara.pack.notes import notes_text
from bukhara.pack.slides import ANNEX, SlideKind, SlideMatrix
from tests.pack.conftest import CASES

SMALLEST, SMALLEST_IN_A_TABLE = 16, 14
SHORT_NAME = 24


def talk_of(packs, kind, language):
    return [s for s in packs(kind, PackChoice(languages=(language,))).slides if not s.is_hidden]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_talk_is_short_and_the_annex_is_hidden_behind_it(packs, written, kind, language) -> None:
    slides, talk = packs(kind, PackChoice(languages=(language,))).slides, talk_of(packs, kind, language)
    assert 10 <= len(talk) <= 16
    assert list(slides[: len(talk)]) == talk
    assert {slide.kind for slide in slides if slide.is_hidden} <= ANNEX
    assert sum(slide.minutes for slide in slides if slide.is_hidden) == 0
    assert {slide.id: n for slide in talk if (n := number_of_words(slide)) > MOST_WORDS} == {}
    shown = [p._element.get("show", "1") for p in Presentation(io.BytesIO(written(kind, language, "pptx"))).slides]
    assert shown == ["1"] * len(talk) + ["0"] * (len(slides) - len(talk))


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_letters_of_the_talk_are_read_from_the_back_row(packs, written, kind, language) -> None:
    talk = talk_of(packs, kind, language)
    for slide, page in zip(talk, Presentation(io.BytesIO(written(kind, language, "pptx"))).slides, strict=False):
        frames = [cell.text_frame for s in page.shapes if s.has_table for cell in s.table.iter_cells()]
        frames += [s.text_frame for s in page.shapes if s.has_text_frame and not is_small(s)]
        sizes = [run.font.size.pt for frame in frames for p in frame.paragraphs for run in p.runs if run.text.strip()]
        is_table = slide.kind in (SlideKind.MATRIX, SlideKind.CHANGES)
        lowest = SMALLEST_IN_A_TABLE if is_table else SMALLEST
        assert min(sizes) >= lowest, slide.id


def is_small(shape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.idx in (SOURCE, FOOT_LEFT, NUMBER)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_notes_can_be_said_and_repeat_nothing_but_cautions(packs, kind, language) -> None:
    talk = talk_of(packs, kind, language)
    assert {slide.id: n for slide in talk if (n := len(notes_text(slide).split())) > MOST_IN_NOTES} == {}
    said = Counter(line for slide in packs(kind, PackChoice(languages=(language,))).slides for line in slide.notes.say)
    assert [line for line, n in said.items() if n > 1] == []


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_short_names_are_short_and_differ_in_both_languages(kind, record, invented) -> None:
    framework = {"record": record, "exercise": invented}[kind].framework()
    for language in ("en", "ru"):
        names = [item.short.in_(language) for item in framework.items]
        assert max(map(len, names)) <= SHORT_NAME
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_whole_is_one_table_and_a_document_says_its_dates_once(packs, kind, language) -> None:
    pack = packs(kind, PackChoice(languages=(language,)))
    (block,) = [b for s in pack.slides for b in s.blocks if isinstance(b, SlideMatrix) and b.last]
    assert len(block.rows) >= 16
    (whole,) = [slide for slide in contents(pack)["slides"] if slide["kind"] == SlideKind.MATRIX]
    dates = {"en": "before the Declaration", "ru": "до Декларации"}[language]
    assert sum(dates in caution for caution in whole["cautions"]) == 1
    assert [row[0]["text"] for row in whole["blocks"][0]["rows"]] == [row.name for row in block.rows]
