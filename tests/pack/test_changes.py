"""What changed as one picture: the same marks before and now on the page, on the slide and in every file."""

import io
from datetime import date

import pytest
from pptx import Presentation

from bukhara.charts import before_now as picture
from bukhara.i18n.words import words_of
from bukhara.model.marks import MARKS
from bukhara.pack import PackChoice
from bukhara.pack.slides import SlideKind
from bukhara.progress.status import statuses
from bukhara.views import before_now, narrative
from bukhara.views.marks import mark

DAYS = (date(2025, 6, 30), date(2026, 6, 30))


@pytest.fixture(scope="module")
def view(invented):
    snapshot = invented.snapshot()
    return before_now.build(snapshot.framework, narrative.build(snapshot, invented.past(snapshot)))


def chart_of(view, framework, language="en"):
    return picture.chart(view, framework, words_of(language), source="", href="/evidence/{}/{}".format)


def test_only_what_was_reported_both_times_has_a_before_and_a_now(invented, view) -> None:
    before, now = ({(s.country, s.item): s for s in statuses(invented.snapshot(day))} for day in DAYS)
    assert view.moves
    for key, move in view.moves.items():
        assert (mark(move.before), mark(move.after)) == (mark(before[key]), mark(now[key]))
        assert before[key].answered
        assert now[key].answered
    others = {code: dict(numbers) for code, numbers in view.others}
    new = [key for key in now if now[key].answered and not before[key].answered]
    assert others[narrative.SentenceCode.NEWLY] == {c: sum(key[0] == c for key in new) for c in dict(new)}
    assert not set(new) & set(view.moves)


def test_the_picture_is_in_the_order_of_the_framework_and_has_no_colour_but_those_of_statuses(invented, view) -> None:
    framework = invented.framework()
    chart = chart_of(view, framework)
    states, themes = [c.short.in_("en") for c in framework.countries], [i.name.in_("en") for i in framework.items]
    rows = [(row[0].text, row[1].text) for row in chart.table.rows]
    assert rows == sorted(rows, key=lambda row: (states.index(row[0]), themes.index(row[1])))
    marked = [trace for trace in chart.figure["data"] if trace["mode"] == "markers"]
    assert [trace["customdata"][0] for trace in marked] == [row[1].href for row in chart.table.rows]
    for trace, move in zip(marked, (m for s in view.states for m in view.of(s.country)), strict=True):
        shown = [MARKS[mark(status)] for status in (move.before, move.after)]
        assert trace["marker"]["symbol"] == [each.symbol for each in shown]
        assert trace["marker"]["color"] == [each.light for each in shown]


def test_marks_that_a_change_can_have_differ_in_plotly_too() -> None:
    answers = ("in_place", "under_way", "planned", "challenge", "continuing", "last_reported", "ended", "no_step")
    assert len({MARKS[kind].symbol for kind in answers}) == len(answers)


def test_one_sentence_says_what_is_no_change_and_which_states_did_not_change(invented, view) -> None:
    notes = chart_of(view, invented.framework()).notes
    assert "Not a change in a country: newly covered: Alfa 2, Charlie 4; corrected: Delta 1." in notes
    assert "Bravo, Charlie, Echo: No change on the themes reported both times." in notes


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_slide_has_the_same_marks_in_every_format(packs, written, view, language) -> None:
    pack = packs("exercise", PackChoice(languages=(language,)))
    (slide,) = [s for s in pack.slides if s.kind is SlideKind.CHANGES]
    (block,) = slide.blocks
    pairs = [pair for row in block.rows for pair in row.pairs if pair[1]]
    assert sorted(pairs) == sorted((mark(m.before), mark(m.after)) for m in view.moves.values())
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
