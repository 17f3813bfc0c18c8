"""What changed on one slide: the same marks before and now in every file."""

import io
from datetime import date

import pytest
from pptx import Presentation

from bukhara.model.marks import MARKS
from bukhara.pack import PackChoice
from bukhara.pack.slides import SlideKind
from bukhara.progress.status import statuses
from bukhara.views.status import narrative

DAYS = (date(2025, 6, 30), date(2026, 6, 30))


@pytest.fixture(scope="module")
def view(invented):
    snapshot = invented.snapshot()
    return narrative.before_now(snapshot.framework, narrative.build(snapshot, invented.past(snapshot)))


def test_only_what_was_reported_both_times_has_a_before_and_a_now(invented, view) -> None:
    before, now = ({(s.country, s.item): s for s in statuses(invented.snapshot(day))} for day in DAYS)
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
    pairs = [pair for row in block.rows for pair in row.pairs if pair[1]]
    assert sorted(pairs) == sorted((m.before.mark, m.after.mark) for m in view.moves.values())
    at = pack.slides.index(slide)
    page = Presentation(io.BytesIO(written("exercise", language, "pptx"))).slides[at]
    (table,) = [shape.table for shape in page.shapes if shape.has_table]
    cells = [cell.text_frame.text for row in list(table.rows)[1:-1] for cell in list(row.cells)[1:]]
    assert [(text[0], text.split()[-1]) for text in cells if text] == [
        tuple(MARKS[kind].character for kind in pair) for pair in pairs
    ]
    assert block.last in table.cell(len(block.rows) + 1, 0).text_frame.text
    words = dict(block.key)
    html = written("exercise", language, "html").decode()
    assert html.count('aria-label="{} → {}"'.format(*(words[kind] for kind in pairs[0]))) >= 1
    assert block.last in html
