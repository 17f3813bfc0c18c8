"""The suggested pack: its slides, their order, notes and sources; and what a choice changes."""

import re
from dataclasses import replace

import pytest

from bukhara.charts.shapes import Drawing, Label
from bukhara.model.text import NO_TEXT
from bukhara.pack import ChosenSlide, PackChoice, SlideKind, build, day_of
from bukhara.pack.figures import figure_rows
from bukhara.pack.slides import Plots, Points
from bukhara.situation.situation import situations

KINDS = ("record", "exercise")
LANGUAGES = ("en", "ru")
DISCOURTEOUS = re.compile(
    r"\b(gap|failed?|silent|rank\w*|scores?|league|ahead of|lagging|worst|best performer)\b", re.IGNORECASE
)


def texts(slide) -> list[str]:
    """Return every text of a slide and of its notes, quotes left out: they are the words of others."""
    found = [slide.title, slide.label, *slide.notes.say, *slide.notes.cautions]
    for block in slide.blocks:
        if isinstance(block, Points):
            found += [point.about for point in block.points]
        elif isinstance(block, Drawing):
            found.append(block.description)
    return found


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_come_in_the_suggested_order_with_notes_and_sources(packs, kind, language) -> None:
    slides = packs(kind, PackChoice(languages=(language,))).slides
    found = list(dict.fromkeys(slide.kind for slide in slides))
    assert found == [each for each in SlideKind if each in found]
    assert {SlideKind.TITLE, SlideKind.MATRIX, SlideKind.COUNTRY, SlideKind.STATISTICS} <= set(found)
    assert len({slide.id for slide in slides}) == len(slides)
    for slide in slides:
        assert slide.language == language
        assert slide.sources
        assert slide.is_hidden or 1 <= len(slide.notes.say) <= 3
        assert not [text for text in texts(slide) if DISCOURTEOUS.search(text)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_states_are_in_the_fixed_order_on_every_slide(packs, kind, record, invented) -> None:
    framework = {"record": record, "exercise": invented}[kind].framework()
    slides = packs(kind, PackChoice()).slides
    codes = [country.code for country in framework.countries]
    assert [s.subject for s in slides if s.kind is SlideKind.COUNTRY] == [f"country-{code}" for code in codes]
    names = tuple(country.short.in_("en") for country in framework.countries)
    for block in (block for slide in slides for block in slide.blocks):
        if isinstance(block, Drawing) and block.name == "Themes by state":
            assert tuple(part.text for part in block.parts if isinstance(part, Label))[:5] == names
        if isinstance(block, Plots):
            found = [plot.country for plot in block.plots if plot.country in codes]
            assert found == [code for code in codes if code in found]


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_has_the_statuses_of_the_release(packs, kind, record, invented) -> None:
    (slide,) = [s for s in packs(kind, PackChoice()).slides if s.kind is SlideKind.MATRIX]
    every = {
        f"{s.country}/{s.item}: {s.mark}" for s in situations({"record": record, "exercise": invented}[kind].snapshot())
    }
    assert len(slide.facts) >= 80
    assert set(slide.facts) <= every


def test_a_choice_leaves_out_reorders_and_sets_minutes(packs) -> None:
    chosen = (
        ChosenSlide("all-contested", 7),
        ChosenSlide("matrix-9"),
        ChosenSlide("title"),
    )
    slides = packs("record", PackChoice(slides=chosen)).slides
    assert [slide.id for slide in slides] == ["all-contested-1", "all-contested-2", "title"]
    assert [slide.minutes for slide in slides] == [7, 7, 1]
    assert not any(slide.is_hidden for slide in slides), "what somebody moved before the last slide is shown"


def test_numbers_of_slides_follow_what_is_kept_and_the_chosen_order(packs) -> None:
    chosen = ("all-contested-2", "questions", "all-contested-1")
    slides = packs("record", PackChoice(slides=tuple(map(ChosenSlide, chosen)))).slides
    assert [slide.id for slide in slides] == list(chosen)
    assert [slide.title for slide in slides] == [
        "Contested points (1/2)",
        "The sources leave questions open",
        "Contested points (2/2)",
    ]
    assert slides[1].is_hidden, "nobody has chosen a question"


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_two_languages_alternate_with_the_same_content(packs, kind) -> None:
    both = packs(kind, PackChoice(languages=LANGUAGES))
    english, russian = both.slides[::2], both.slides[1::2]
    assert {slide.language for slide in english} == {"en"}
    for one, other in zip(english, russian, strict=True):
        assert (one.id, other.language) == (other.id, "ru")
        assert list(map(_length, one.blocks)) == list(map(_length, other.blocks)), one.id


def _length(block) -> int:
    return len(
        next((getattr(block, name) for name in ("points", "rows", "plots", "quotes") if hasattr(block, name)), ())
    )


def test_countries_themes_and_measures_can_be_chosen(packs) -> None:
    choice = PackChoice(countries=("UZB", "KGZ"), themes=("BD-12",), measures=("CTX-unodc-victims",))
    slides = packs("record", choice).slides
    assert [s.subject for s in slides if s.kind is SlideKind.COUNTRY] == ["country-KGZ", "country-UZB"]
    assert [s.about for s in slides if s.kind is SlideKind.FIGURES] == ["Victims of trafficking detected (UNODC)"]
    assert not [s for s in slides if s.kind is SlideKind.STATISTICS], "no series is there twice"
    (matrix,) = [slide for slide in slides if slide.kind is SlideKind.MATRIX]
    assert [fact.split(":")[0] for fact in matrix.facts] == ["KGZ/BD-12", "UZB/BD-12"]


def test_a_table_says_of_a_state_that_no_source_covers_that_alone(packs) -> None:
    slides = packs("record", PackChoice(measures=("CTX-victims",))).slides
    blocks = [block for slide in slides for block in slide.blocks if isinstance(block, Plots)]
    rows = {row[1:] for block in blocks for row in figure_rows(block) if row[1] == "not covered"}
    assert rows == {("not covered", "", "")}


def test_a_pack_of_the_exercise_carries_its_warning_and_no_real_state(packs) -> None:
    pack = packs("exercise", PackChoice(languages=LANGUAGES))
    assert pack.warnings["en"].startswith("EXERCISE")
    assert pack.warnings["ru"].startswith("УЧЕБНЫЙ ПРИМЕР")
    assert not re.search("Kazakhstan|Kyrgyz|Tajikistan|Turkmen|Uzbekistan", repr(pack.slides))
    # an organiser who trains with it learns no word of a reading of reports
    assert not re.search(
        r"published sources|not covered by the report|\bthe report\b|confirmed the statuses", repr(pack.slides)
    )


def test_a_long_statement_is_cut_on_the_slide_and_whole_in_the_notes(record) -> None:
    snapshot, long = record.snapshot(), "word " * 400
    spoken = tuple(replace(s, statement=long, statement_translation=NO_TEXT) for s in snapshot.statements)
    slides = build(replace(snapshot, statements=spoken), None, PackChoice()).slides
    for slide in slides:
        points = [p for block in slide.blocks if isinstance(block, Points) for p in block.points]
        assert all(len(point.text) < 600 for point in points)
        if any(point.text.endswith("…") for point in points):
            assert any(long in caution for caution in slide.notes.cautions), slide.id


def test_a_pack_made_from_a_draft_says_so_on_every_slide(record) -> None:
    snapshot = replace(record.snapshot(), draft="12:0f")
    assert build(snapshot, None, PackChoice()).warnings == {"en": "DRAFT UNDER EMBARGO: not published."}
    assert record.pack(PackChoice(), snapshot).warnings["en"].startswith("DRAFT")


def test_the_day_of_a_conference(record) -> None:
    framework = record.framework()
    assert day_of(framework, "astana-2023") is None
    assert str(day_of(framework, "uzbekistan-2022")) == "2022-12-31"
    assert day_of(framework, "no-such-conference") is None
