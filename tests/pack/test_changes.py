"""What changed on one slide: the same marks before and now in every file."""

import io
from datetime import date
from html import unescape

import pytest
from pptx import Presentation

from bukhara.charts.shapes import Area
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
    rings, dots = ([p for p in block.parts if isinstance(p, Area) and p.look == look] for look in ("ring", "dot"))
    pairs = [(one.kind, other.kind) for one, other in zip(rings, dots, strict=True) if one.kind != "ink"]
    # one status is at one place of the axis, before and now
    places = {(part.kind, round(part.x)) for part in (*rings, *dots) if part.kind != "ink"}
    assert len(places) == len({kind for kind, _ in places})
    assert sorted(pairs) == sorted((m.before.mark, m.after.mark) for m in view.moves.values())
    page = Presentation(io.BytesIO(written("exercise", language, "pptx"))).slides[pack.slides.index(slide)]
    assert block.description in [shape._element.find(".//{*}cNvPr").get("descr") for shape in page.shapes]
    assert block.description in unescape(written("exercise", language, "html").decode())
