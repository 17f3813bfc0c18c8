"""The brief of a state: one full page in letters that can be read, or two sides, with the statuses of the open data."""

import re
import zlib
from dataclasses import replace
from itertools import product
from math import sqrt

import pytest

from bukhara.exports.brief import brief
from bukhara.exports.brief_figures import _groups, _values, brief_figures
from bukhara.i18n.words import words_of
from bukhara.pack import PackChoice, SlideKind
from bukhara.views.countries import country
from bukhara.views.statistics import statistics
from tests.pdf_text import pdf_text

SMALLEST = 9.0
SHOWN = re.compile(rb"\[.*?\] ?TJ|\(.*?\) ?Tj", re.DOTALL)
BASELINE = re.compile(rb"q 1 0 0 -1 [-\d.]+ (-?[\d.]+) cm/c\d cs")
MARGIN = 28.3
STEP = re.compile(rb"(?P<cm>(?:[-\d.]+ ){6})cm\b|(?P<save>\bq\b)|(?P<back>\bQ\b)|/f\d+ (?P<size>[\d.]+) Tf")


def streams(pdf: bytes) -> list[bytes]:
    """Return what the pages and pictures of a PDF draw."""
    found = re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)
    return [zlib.decompress(stream) if stream[:1] == b"x" else stream for stream in found]


def lowest(pdf: bytes) -> float:
    """Return how many points above the edge of its page the lowest line of text is."""
    return min(float(height) for drawn in streams(pdf) for height in BASELINE.findall(drawn))


def letters(pdf: bytes) -> set[float]:
    """Return the sizes of the letters on the pages, in points, as the drawings around them scale them."""
    found = set()
    for drawn in streams(pdf):
        scales = [1.0]
        for step in STEP.finditer(SHOWN.sub(b"", drawn)):
            if step["cm"]:
                a, b, c, d, *_ = map(float, step["cm"].split())
                scales[-1] *= sqrt(abs(a * d - b * c))
            elif step["save"]:
                scales.append(scales[-1])
            elif step["back"] and len(scales) > 1:
                scales.pop()
            elif step["size"]:
                found.add(round(float(step["size"]) * scales[-1], 2))
    return found


@pytest.mark.parametrize("which", ["record_site", "exercise_site"])
def test_the_foot_of_the_one_page_is_on_the_page_in_both_languages(which, request) -> None:
    site = request.getfixturevalue(which)
    for state, language in product(site.service.snapshot().framework.countries, ("en", "ru")):
        answer = site.client.get(f"/countries/{state.code}/brief.pdf?lang={language}")
        assert re.findall(rb"/Type\s*/Pages\b[^>]*/Count (\d+)", answer.data) == [b"1"]
        assert lowest(answer.data) >= MARGIN, (state.code, language)


def test_a_source_without_places_is_named_once_and_its_lines_have_its_number(exercise_site) -> None:
    snapshot, words = exercise_site.service.snapshot(), words_of("en")
    page = brief(snapshot, country.build(snapshot, "XAA"), words)
    places = [entry.place for section in page.sections for entry in section.entries]
    assert places.count("[1]") > 1
    assert "[1] EXERCISE (invented): answers of Alfa, round 2" in page.foot[0]
    assert not any("answers of Alfa" in place for place in places)


def test_its_strip_has_the_marks_of_the_open_data_under_the_pillars(record_site) -> None:
    snapshot, words = record_site.service.snapshot(), words_of("en")
    rows = record_site.rows("progress")
    for state in snapshot.framework.countries:
        page = brief(snapshot, country.build(snapshot, state.code), words)
        tiles = [tile for pillar in page.strip for tile in pillar.entries]
        status = {row["item"]: row["status"] for row in rows if row["country"] == state.code}
        names = {words.text(item.short): item.id for item in snapshot.framework.items}
        assert len({tile.name for tile in tiles}) == len(tiles) == 16
        said = {tile.name: tile.mark for tile in tiles if tile.mark in ("in_place", "under_way", "planned")}
        assert said == {
            name: status[item]
            for name, item in names.items()
            if status.get(item) in ("in_place", "under_way", "planned") and name in {tile.name for tile in tiles}
        }
        assert said


def test_own_figures_and_those_of_unodc_have_an_axis_each_and_say_why(record_site) -> None:
    snapshot, words = record_site.service.snapshot(), words_of("en")
    both = 0
    for state in snapshot.framework.countries:
        figures, shown = brief_figures(snapshot, state, words)
        assert all(figure.country == state.code for figure in shown)
        drawn = [picture for picture in figures.pictures if picture.heading == "UNODC"]
        assert len(drawn) == 1
        # "The sources give no dated count" stood beside later sources that do
        assert "Beyond charts and later public sources" in figures.others.empty
        if len(figures.pictures) > 1:
            both += 1
            assert "Do not compare" in figures.apart
            assert re.search(r"They (count|belong|are about) .*: .*, ", figures.apart), state.code
    assert both > 1


def test_what_two_answers_say_alike_of_a_period_is_said_once(record_site) -> None:
    snapshot, words = record_site.service.snapshot(), words_of("en")
    group = _groups(snapshot, snapshot.framework.country("KAZ"), statistics.REGISTERED)[0][1]
    twice = replace(group, observations=(*group.observations, group.observations[-1]))
    assert _values(twice, words) == _values(group, words) != ""


def test_what_has_no_space_is_counted(record_site) -> None:
    snapshot, words = record_site.service.snapshot(), words_of("en")
    page = brief(snapshot, country.build(snapshot, "KAZ"), words, address="https://example.org/countries/KAZ")
    for section in page.sections:
        assert [re.findall(r"\d+", text) for text in section.more[1:]] == [
            [str(n + 1)] for n in range(len(section.entries))
        ]


@pytest.mark.parametrize("which", ["record_site", "exercise_site"])
def test_the_sheet_for_the_chair_is_one_page_with_speakers_minutes_and_every_question(which, request) -> None:
    site = request.getfixturevalue(which)
    states = site.service.snapshot().framework.countries
    for language in ("en", "ru"):
        made = site.service.pack(PackChoice(languages=(language,)))
        answer = site.client.get(f"/panel/pack.chair.pdf?lang={language}&pack=1~~{language}")
        assert re.findall(rb"/Type\s*/Pages\b[^>]*/Count (\d+)", answer.data) == [b"1"]
        assert min(letters(answer.data)) >= SMALLEST
        assert lowest(answer.data) >= MARGIN
        said = " ".join(pdf_text(answer.data).split())
        minutes = [slide.minutes for slide in made.slides if not slide.is_hidden]
        assert re.search(rf"\D{sum(minutes)} \D+ 35 \D+ {sum(minutes) + 35} ", said)
        places = [said.index(f"{words_of(language).text(state.short)} 7") for state in states]
        assert places == sorted(places)
        titles = [f"{slide.title} {slide.minutes}" for slide in made.slides if not slide.is_hidden]
        questions = [
            f"{point.about}: {point.text}"
            for slide in made.slides
            if slide.kind is SlideKind.QUESTIONS
            for point in slide.blocks[0].points
        ]
        assert questions
        spaceless = said.replace(" ", "")
        assert [text for text in (*titles, *questions) if "".join(text.split()) not in spaceless] == []
        assert all(warning in said for warning in made.warnings.values())
