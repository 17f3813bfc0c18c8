"""Drawings: nothing outside, no words over others, the same facts in every language, and the words in every format."""

import re
from html import unescape
from itertools import combinations

import pytest

from bukhara.charts.fit import HEIGHT, WIDTH, word_width
from bukhara.charts.shapes import Drawing, Label
from bukhara.pack import PackChoice
from bukhara.pack.own_questions import OwnQuestions
from bukhara.pack.slides import SlideKind
from tests.pack.conftest import CASES
from tests.pack.test_honesty import office_text

SMALLEST = 12


def drawings(pack) -> list[tuple[str, Drawing]]:
    return [(slide.id, block) for slide in pack.slides for block in slide.blocks if isinstance(block, Drawing)]


def box(label: Label) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the words of a label."""
    wide = max(word_width(line) * label.size for line in label.lines)
    left = label.x + {"start": 0.0, "middle": (label.width - wide) / 2, "end": label.width - wide}[label.align]
    return left, label.y, left + wide, label.y + label.height


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_words_are_inside_not_over_one_another_and_large_enough(packs, kind, language) -> None:
    found = []
    for name, block in drawings(packs(kind, PackChoice(languages=(language,)))):
        labels = [part for part in block.parts if isinstance(part, Label) and part.text]
        boxes = [(label.text, *box(label)) for label in labels]
        found += [(name, b) for b in boxes if b[1] < -1 or b[2] < -1 or b[3] > WIDTH + 1 or b[4] > HEIGHT + 1]
        for one, other in combinations(boxes, 2):
            across, down = min(one[3], other[3]) - max(one[1], other[1]), min(one[4], other[4]) - max(one[2], other[2])
            found += [(name, one, other)] if across > 1 and down > 1 else []
        found += [(name, label) for label in labels if label.size < SMALLEST and label.text != "*"]
    assert found == []


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_every_language_shows_the_same_facts(packs, kind) -> None:
    english, russian = (packs(kind, PackChoice(languages=(each,))).slides for each in ("en", "ru"))
    assert [(slide.id, slide.facts) for slide in english] == [(slide.id, slide.facts) for slide in russian]
    assert all(slide.facts for slide in english if slide.kind is SlideKind.COUNTRY)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_words_of_a_drawing_are_in_every_format(packs, written, kind, language) -> None:
    pages = office_text(written(kind, language, "pptx"), r"ppt/slides/slide\d+\.xml")
    document = unescape(re.sub(r"<[^>]*>", " ", written(kind, language, "html").decode()))
    document, pages = (" ".join(document.split()), [" ".join(page.split()) for page in pages])
    for slide, page in zip(packs(kind, PackChoice(languages=(language,))).slides, pages, strict=True):
        parts = [part for b in slide.blocks if isinstance(b, Drawing) for part in b.parts]
        texts = [" ".join(part.text.split()) for part in parts if isinstance(part, Label)]
        assert [text for text in texts if text not in page] == [], slide.id
        assert [text for text in texts if text not in document] == [], slide.id


def test_a_question_is_on_the_slide_of_its_state_only_where_the_organisers_ask_it(packs) -> None:
    line = "Kazakhstan: would you report on Law 110-VIII?"
    asked = PackChoice(questions=(OwnQuestions("en", (line,)),))
    shown = [name for name, block in drawings(packs("record", asked)) if line in block.description]
    assert shown == ["country-KAZ"]
    assert line not in repr(packs("record", PackChoice()).slides)
