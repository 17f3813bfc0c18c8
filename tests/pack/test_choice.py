"""A choice survives its text form, whatever is in it, and is written as short as possible."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.pack import ChosenSlide, PackChoice, from_text, to_text
from bukhara.pack.choice import LONGEST, MOST_MINUTES, with_new
from bukhara.pack.choice import chosen as chosen_slides
from bukhara.pack.own_questions import OwnQuestions, cleaned

codes = st.text(string.ascii_letters + string.digits + ".-", min_size=1, max_size=20)
lists = st.lists(codes, max_size=8, unique=True).map(tuple)
chosen = st.builds(ChosenSlide, codes, st.none() | st.integers(0, MOST_MINUTES))
asked = st.lists(st.text(string.printable, min_size=1), min_size=1).map("\n".join).map(cleaned).filter(bool)
choices = st.builds(
    PackChoice,
    conference=codes | st.just(""),
    languages=lists,
    countries=lists,
    themes=lists,
    measures=lists,
    slides=st.lists(chosen, max_size=20, unique_by=lambda each: each.id).map(tuple),
    country=codes | st.just(""),
    questions=st.lists(st.builds(OwnQuestions, codes.map(lambda text: text[:10]), asked), max_size=2).map(tuple),
)


@given(choices)
def test_a_choice_survives_its_text(choice) -> None:
    text = to_text(choice)
    assert len(text) > LONGEST or from_text(text) == choice
    assert set(text) <= set(string.ascii_letters + string.digits + "-._~")


@given(st.text(max_size=300))
def test_any_text_gives_a_choice(text) -> None:
    assert isinstance(from_text(text), PackChoice)


def test_no_address_gives_a_slide_more_than_the_longest_time() -> None:
    given = to_text(PackChoice(slides=(ChosenSlide("opening", 999),)))
    assert from_text(given).slides == (ChosenSlide("opening", MOST_MINUTES),)


@pytest.mark.parametrize("kind", ["record", "exercise"])
def test_every_slide_every_theme_and_every_measure_fit_into_an_address(packs, kind, record, invented) -> None:
    framework = {"record": record, "exercise": invented}[kind].framework()
    slides = packs(kind, PackChoice(languages=("en", "ru"))).slides
    everything = PackChoice(
        conference="turkmenistan-2026",
        languages=("en", "ru"),
        countries=tuple(country.code for country in framework.countries),
        themes=tuple(item.id for item in framework.items),
        measures=tuple(dict.fromkeys(slide.subject.removeprefix("statistics-")[:-2] for slide in slides)),
        slides=tuple(ChosenSlide(each, MOST_MINUTES) for each in dict.fromkeys(slide.id for slide in slides)),
        country=framework.countries[0].code,
    )
    assert len(to_text(everything)) <= LONGEST
    assert from_text(to_text(everything)) == everything


def test_a_subject_that_is_kept_whole_is_one_entry_and_minutes_are_kept_where_they_differ(packs) -> None:
    slides = packs("record", PackChoice()).slides
    assert chosen_slides(PackChoice(), slides, slides) == PackChoice()
    several = [slide for slide in slides if slide.subject == "all-contested"]
    assert len(several) > 1
    rest = [replace(slides[0], minutes=9), slides[1]]
    found = chosen_slides(PackChoice(), [*rest, *several], slides)
    assert found.slides == (ChosenSlide("title", 9), ChosenSlide("matrix"), ChosenSlide("all-contested"))
    assert chosen_slides(PackChoice(), several[1:], slides).slides == tuple(ChosenSlide(s.id) for s in several[1:])


def test_a_new_slide_comes_in_after_the_nearest_one_that_is_suggested_before_it() -> None:
    assert with_new("dba", "ce", "abcde") == ("d", "e", "b", "c", "a")
    assert with_new("", "ca", "abc") == ("a", "c")
