"""What changed on one slide: the same marks before and now in every file."""

import io
from datetime import date
from html import unescape

import pytest
from pptx import Presentation

from bukhara.charts.shapes import Glyph
from bukhara.pack import PackChoice
from bukhara.pack.slides import SlideKind
from bukhara.situation.situation import situations
from bukhara.views.status import narrative

DAYS = (date(2025, 6, 30), date(2026, 6, 30))


@pytest.fixture(scope="module")
def view(invented):
    snapshot = invented.snapshot()
    return narrative.before_now(snapshot.framework, narrative.build(snapshot, invented.past(snapshot)))


def test_only_what_was_reported_both_times_has_a_before_and_a_now(invented, view) -> None:
    before, now = ({(s.country, s.item): s for s in situations(invented.snapshot(day))} for day in DAYS)
    assert view.moves
    for key, move in view.moves.items():
        assert (move.before.mark, move.after.mark) == (before[key].mark, now[key].mark)
        assert before[key].answered
        assert now[key].answered
    others = {code: dict(numbers) for code, numbers in view.others}
    new = [key for key in now if now[key].answered and not before[key].answered]
    assert others[narrative.SentenceCode.NEWLY] == {c: sum(key[0] == c for key in new) for c in dict(new)}
    assert not set(new) & set(view.moves)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_slide_has_the_same_marks_in_every_format(packs, written, view, language) -> None:
    pack = packs("exercise", PackChoice(languages=(language,)))
    (slide,) = [s for s in pack.slides if s.kind is SlideKind.CHANGES]
    (block,) = slide.blocks
    assert block.description.count("→") == len(view.moves)
    marks = [part.kind for part in block.parts if isinstance(part, Glyph)][: 2 * len(view.moves)]
    pairs = list(zip(marks[::2], marks[1::2], strict=True))
    assert sorted(pairs) == sorted((m.before.mark, m.after.mark) for m in view.moves.values())
    page = Presentation(io.BytesIO(written("exercise", language, "pptx"))).slides[pack.slides.index(slide)]
    assert block.description in [shape._element.find(".//{*}cNvPr").get("descr") for shape in page.shapes]
    assert block.description in unescape(written("exercise", language, "html").decode())
