"""The talk: few slides with few words in large letters, an annex that a show passes over, and notes that can be said."""

import io
import re
from collections import Counter
from datetime import date

import pytest
from pptx import Presentation

from bukhara.charts.fit import MOST_IN_NOTES
from bukhara.charts.shapes import Drawing, Label
from bukhara.exports.packs.pptx.master import FOOT_LEFT, NUMBER, SOURCE
from bukhara.i18n.codes import label, short_label
from bukhara.i18n.subjects import body_name
from bukhara.i18n.words import words_of
from bukhara.model.marks import MARKS
from bukhara.pack import PackChoice
from bukhara.pack.notes import notes_text
from bukhara.pack.slides import ANNEX, Plots, SlideKind
from bukhara.situation.contested import points
from bukhara.situation.situation import situations
from tests.pack.conftest import CASES, MOST_WORDS, number_of_words

SMALLEST, SMALL = 16, 13
SHORT_NAME = 24


def talk_of(packs, kind, language):
    return [s for s in packs(kind, PackChoice(languages=(language,))).slides if not s.is_hidden]


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_talk_is_short_and_the_annex_is_hidden_behind_it(packs, written, kind, language) -> None:
    slides, talk = packs(kind, PackChoice(languages=(language,))).slides, talk_of(packs, kind, language)
    assert 10 <= len(talk) <= 16
    assert list(slides[: len(talk)]) == talk
    assert {slide.kind for slide in slides if slide.is_hidden} <= {*ANNEX, SlideKind.QUESTIONS}
    assert sum(slide.minutes for slide in slides if slide.is_hidden) == 0
    assert {slide.id: n for slide in talk if (n := number_of_words(slide)) > MOST_WORDS} == {}
    shown = [p._element.get("show", "1") for p in Presentation(io.BytesIO(written(kind, language, "pptx"))).slides]
    assert shown == ["1"] * len(talk) + ["0"] * (len(slides) - len(talk))


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_no_two_slides_have_the_same_title(packs, kind, language) -> None:
    titles = Counter(slide.title for slide in packs(kind, PackChoice(languages=(language,))).slides)
    assert [title for title, n in titles.items() if n > 1] == []


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_letters_of_the_talk_are_read_from_the_back_row(packs, written, kind, language) -> None:
    talk = talk_of(packs, kind, language)
    for slide, page in zip(talk, Presentation(io.BytesIO(written(kind, language, "pptx"))).slides, strict=False):
        texts = [s.text_frame for s in page.shapes if s.has_text_frame and not is_small(s)]
        # what a native chart cannot draw is below it, and in the notes
        assert min(sizes(texts)) >= (SMALL if slide.kind is SlideKind.FIGURES else SMALLEST), slide.id
        # a title is larger than every text, and a text that has a slide alone is not much smaller
        name, drawn = page.shapes.title.text_frame, [b for b in slide.blocks if isinstance(b, Drawing)]
        below = [part.size for block in drawn for part in block.parts if isinstance(part, Label)] or [slide.letters]
        assert max(below) < min(sizes([name])), slide.id
        assert min(sizes([name])) >= 24, slide.id


def sizes(frames):
    return [run.font.size.pt for frame in frames for p in frame.paragraphs for run in p.runs if run.text.strip()]


def is_small(shape) -> bool:
    return shape.is_placeholder and shape.placeholder_format.idx in (SOURCE, FOOT_LEFT, NUMBER)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_notes_can_be_said_and_repeat_nothing_but_cautions(packs, kind, language) -> None:
    talk = talk_of(packs, kind, language)
    assert {slide.id: n for slide in talk if (n := len(to_be_said(slide).split())) > MOST_IN_NOTES} == {}
    said = Counter(line for slide in packs(kind, PackChoice(languages=(language,))).slides for line in slide.notes.say)
    assert [line for line, n in said.items() if n > 1] == []


def to_be_said(slide) -> str:
    """Return the notes of a slide without its sources, which nobody reads out."""
    return notes_text(slide).removesuffix("\n".join(slide.sources))


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_the_notes_of_a_state_count_and_name_the_themes_without_a_status(packs, kind, language) -> None:
    words = words_of(language)
    short = {label(words, code): short_label(words, code) for code in MARKS}
    states = [slide for slide in talk_of(packs, kind, language) if slide.kind is SlideKind.COUNTRY]
    for slide in states:
        start = words("Without a status: {themes}.", themes="").rstrip(".")
        (line,) = [text for text in slide.notes.cautions if text.startswith(start)]
        marks = Counter(re.findall(r"\(([^()]*)\)(?=; |\.$)", line))
        assert marks
        counted = slide.notes.say[0].split(": ", 1)[1].split(".")[0].split(", ")
        assert [name for name, n in marks.items() if f"{short[name]} {n}" not in counted] == [], slide.id
    assert len(states) == 5


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_pairs_on_which_sources_differ_have_both_numbers_and_bodies(packs, record, invented, kind, language) -> None:
    snapshot, words = {"record": record, "exercise": invented}[kind].snapshot(), words_of(language)
    (slide,) = [s for s in talk_of(packs, kind, language) if s.kind is SlideKind.CONTESTED]
    text = slide.blocks[0].description
    shown = [d for d in points(snapshot).open if {each.observation_id for each in d.observations} <= set(slide.facts)]
    assert len(shown) >= min(4, len(points(snapshot).open))
    for own in shown:
        assert words.text(snapshot.framework.country(own.country).short) in text
        assert all(words.number(value) in text for value in (own.first, own.second))
        for figure in {own.observations[0], own.observations[own.sides]}:
            assert body_name(figure.reporter, words, snapshot.framework) in text


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_title_of_what_changed_counts_the_changed_statuses_of_each_state(packs, invented, language) -> None:
    snapshot = invented.snapshot()
    before = {(s.country, s.item): s.mark for s in situations(invented.snapshot(date(2025, 6, 30)))}
    (slide,) = [s for s in talk_of(packs, "exercise", language) if s.kind is SlideKind.CHANGES]
    rows = Counter(re.findall(r"(\w+): [^:;.]+ → ", slide.blocks[0].description))
    now = [s for s in situations(snapshot) if before.get((s.country, s.item), "") not in ("", s.mark)]
    names = {c.code: c.short.in_(language) for c in snapshot.framework.countries}
    changed = Counter(names[status.country] for status in now)
    assert all(changed[state] >= n for state, n in rows.items())
    assert slide.title.endswith(": " + ", ".join(f"{state} {rows[state]}" for state in names.values() if rows[state]))
    assert f"{rows.total()} " in slide.title


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_talk_has_the_figures_of_unodc_with_an_axis_for_each_state_and_a_title_about_the_data(
    packs, language
) -> None:
    (slide,) = [s for s in talk_of(packs, "record", language) if s.kind is SlideKind.FIGURES]
    (plots,) = [block for block in slide.blocks if isinstance(block, Plots)]
    assert [plot.country for plot in plots.plots] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert f" {plots.first}" in slide.title
    assert str(plots.last) in slide.title
    assert set(slide.facts) == {mark.figure.observation_id for p in plots.plots for mark in (*p.marks, *p.beside)}
    assert not [s for s in talk_of(packs, "exercise", language) if s.kind is SlideKind.FIGURES]


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_short_names_are_short_and_differ_in_both_languages(kind, record, invented) -> None:
    framework = {"record": record, "exercise": invented}[kind].framework()
    for language in ("en", "ru"):
        names = [item.short.in_(language) for item in framework.items]
        assert max(map(len, names)) <= SHORT_NAME
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_what_was_reported_is_not_told_as_of_today(packs, kind, language) -> None:
    said = {"en": ("reported in place",), "ru": ("действующей мере",)}[language]
    talk = talk_of(packs, kind, language)
    titles = [s.title for s in talk if s.kind in (SlideKind.COUNTRY, SlideKind.MATRIX)]
    assert [
        title for title in titles if re.search(r"\d", title) and not any(told in title.lower() for told in said)
    ] == []
