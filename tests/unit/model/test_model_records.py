"""Ids and languages of records; values that cannot be changed."""

import io
import json
from dataclasses import FrozenInstanceError, replace
from itertools import combinations, product

import numpy as np
import pytest
import typst
from PIL import Image

from bukhara.charts.palette import COUNTRY_COLOURS
from bukhara.model.codes import Kind, State, Status
from bukhara.model.framework import Topic
from bukhara.model.marks import MARKS, style, svg
from bukhara.model.observation import Observation
from bukhara.model.text import NO_TEXT, Text
from bukhara.model.topics import topics_of
from tests.unit.progress.build import framework, item, snapshot, source, statement, text
from tests.unit.views.observed import figure


@pytest.mark.parametrize(
    "name", ["country", "sex", "age_group", "citizenship", "reporter", "source_id", "quote", "partner"]
)
def test_a_figure_of_another_source_has_another_id(name) -> None:
    assert figure(**{name: "other"}).observation_id != figure().observation_id


def test_a_figure_with_a_corrected_value_keeps_its_id() -> None:
    assert figure(6).observation_id == figure(5).observation_id


def test_zero_is_a_value_and_a_gap_is_not_zero() -> None:
    assert (figure(0).value, figure(0).state) == (0, State.VALUE)
    assert figure(None).value is None


@pytest.mark.parametrize(
    "changes",
    [
        {"country": "UZB"},
        {"kind": Kind.NEED},
        {"body": "Society"},
        {"partner": "IOM"},
        {"source_id": "s2"},
        {"source_locator": "L2"},
        {"quote": "q"},
    ],
)
def test_a_statement_of_another_source_has_another_id(changes) -> None:
    assert statement(**changes).evidence_id != statement().evidence_id


def test_a_statement_that_is_coded_again_keeps_its_id() -> None:
    assert statement(Status.PLANNED).evidence_id == statement(Status.IN_PLACE, since="2022").evidence_id


@pytest.mark.parametrize(("language", "read"), [("en", ("said", "en")), ("ru", ("сказано", "ru"))])
def test_a_translation_is_preferred_where_it_is_asked_for(language, read) -> None:
    assert statement(statement="said", statement_translation=Text.of("", ru="сказано")).text_in(language) == read


def test_without_translation_the_text_keeps_its_language() -> None:
    assert statement(statement="said").text_in("ru") == ("said", "en")


def test_a_translation_is_not_returned_for_a_third_language() -> None:
    english = statement(statement="said", statement_translation=Text.of("", ru="сказано"))
    assert english.text_in("en_XA") == ("said", "en")
    assert statement(statement="сказано", lang="ru", statement_translation=Text.of("said")).text_in("en") == (
        "said",
        "en",
    )


@pytest.mark.parametrize(
    ("value", "name"), [(figure(), "value"), (statement(), "status"), (source(), "title"), (text("a"), "by_language")]
)
def test_a_value_cannot_be_changed(value, name) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)


@pytest.mark.parametrize("ask", ["item", "indicator", "country"])
def test_a_framework_raises_key_error_for_unknown_ids(ask) -> None:
    with pytest.raises(KeyError):
        getattr(framework(item()), ask)("ZZZ")


def test_an_unknown_source_raises_key_error() -> None:
    with pytest.raises(KeyError):
        snapshot(framework(item())).source("other")


def test_a_text_without_the_language_is_in_english() -> None:
    assert text("word").in_("ru") == "word"


@pytest.mark.parametrize(
    ("cell", "original", "read"),
    [
        ("Принято.", "en", {"ru": "Принято."}),
        ("Adopted.\non 3 May", "ru", {"en": "Adopted.\non 3 May"}),
        ("Adopted.", "kk", {"en": "Adopted."}),
        ("Принято.", "kk", {"ru": "Принято."}),
        (
            "Принято.\n[kk] Қабылданды.\n[uz] Qabul qilindi.",
            "en",
            {"ru": "Принято.", "kk": "Қабылданды.", "uz": "Qabul qilindi."},
        ),
        ("Adopted.\n[ru] Принято.", "kk", {"en": "Adopted.", "ru": "Принято."}),
        ("[kk] Қабылданды.", "ru", {"kk": "Қабылданды."}),
        ("See [1] and [kk] there.", "ru", {"en": "See [1] and [kk] there."}),
        ("", "en", {}),
    ],
)
def test_a_cell_holds_translations_and_is_read_back(cell, original, read) -> None:
    text = Text.translated(cell, original)
    assert dict(text.by_language) == read
    assert (str(text), bool(text)) == (cell, bool(cell))


def test_a_reader_gets_a_translation_into_the_own_language_else_the_original() -> None:
    text = Text.translated("Принято.\n[kk] Қабылданды.", "en")
    assert [text.beside("Adopted.", "en", language) for language in ("en", "ru", "kk", "tg")] == [
        ("Adopted.", "en"),
        ("Принято.", "ru"),
        ("Қабылданды.", "kk"),
        ("Adopted.", "en"),
    ]
    assert NO_TEXT.beside("Adopted.", "en", "ru") == ("Adopted.", "en")


CODES = ("children", "transnational_referral", "survivors_and_ngos", "data")
FRAMEWORK = replace(
    framework(replace(item("BD-1"), topics=("data",)), item("BD-2")),
    topics=tuple(Topic(code=code, name=Text(()), condition=Text(())) for code in CODES),
)


@pytest.mark.parametrize(
    ("indicator", "own", "expected"),
    [
        ("BD-1.1", "", ("data",)),
        ("BD-1.1", "survivors_and_ngos, children", ("children", "survivors_and_ngos", "data")),
        ("BD-2.1", "children", ("children",)),
        ("BD-2.1", "a code of before", ()),
        ("BD-9.1", "", ()),
    ],
)
def test_a_statement_has_the_topics_of_its_indicator_and_of_its_row(indicator, own, expected) -> None:
    row = replace(statement(None, "BD-1.1"), indicator=indicator, topics=own)
    assert topics_of(FRAMEWORK, row) == expected


@pytest.mark.parametrize(
    ("breakdown", "expected"),
    [
        ({}, ()),
        ({"age_group": "minor"}, ("children",)),
        (
            {"offence_class": "trafficking_minors", "identifying_body": "civil_society"},
            ("children", "survivors_and_ngos"),
        ),
        ({"stage": "repatriated", "age_group": "adult"}, ("transnational_referral",)),
    ],
)
def test_a_figure_has_the_topics_of_its_breakdown(breakdown, expected) -> None:
    row = Observation(country="KAZ", indicator="CTX-victims", value=1.0, state=State.VALUE, **breakdown)
    assert topics_of(FRAMEWORK, row) == expected


def test_a_framework_of_before_has_no_topics() -> None:
    assert topics_of(replace(FRAMEWORK, topics=()), statement(None, "BD-1.1")) == ()


SHEET = """
#set page(width: auto, height: auto, margin: 0pt)
#let width = float(sys.inputs.points) * 1pt
#stack(..json(bytes(sys.inputs.drawings)).map(each => image(bytes(each), format: "svg", width: width)))
"""
LIGHT, DARK = ("#ffffff", "#fbfaf7", "#eef3f2"), ("#14181d", "#1b2027")
"""What marks are drawn on: pages, cards and tables."""


def rasters(points: float, dots: int) -> dict[str, np.ndarray]:
    """Return each mark in black as grey values from 0 to 1, at a size in points and with dots an inch."""
    black = [svg(code).replace(mark.light, "#000000") for code, mark in MARKS.items()]
    inputs = {"drawings": json.dumps(black), "points": str(points)}
    sheet = typst.compile(SHEET.encode(), format="png", ppi=dots, sys_inputs=inputs)
    grey = np.asarray(Image.open(io.BytesIO(sheet)).convert("L")) / 255
    return dict(zip(MARKS, np.split(grey, len(MARKS)), strict=True))


@pytest.mark.parametrize(("points", "dots"), [(12, 96), (7.2, 300)], ids=["16 pixels", "print"])
def test_shape_alone_tells_every_mark_from_every_other(points, dots) -> None:
    drawn = rasters(points, dots)
    differing = {pair: np.abs(drawn[pair[0]] - drawn[pair[1]]).mean() for pair in combinations(MARKS, 2)}
    assert len(differing) == 14 * 13 / 2
    assert {pair: share for pair, share in differing.items() if share < 0.15} == {}


def test_no_two_marks_have_one_character_or_one_word() -> None:
    for values in zip(*((mark.character, mark.word, mark.meaning) for mark in MARKS.values()), strict=True):
        assert len(set(values)) == len(MARKS)


def test_every_status_and_every_reason_without_one_has_a_mark() -> None:
    assert {*Status, *State} - {State.VALUE} <= set(MARKS)
    assert {code for code, mark in MARKS.items() if mark.is_status} == set(Status) - {Status.NOT_ASKED}


def test_the_style_sheet_names_every_mark_and_every_colour() -> None:
    sheet = style(".dark")
    assert [code for code in MARKS if f".s-{code}" not in sheet] == []
    assert [mark for mark in MARKS.values() if mark.light not in sheet or mark.dark not in sheet] == []


def linear(colour: str) -> np.ndarray:
    part = np.array([int(colour[n : n + 2], 16) for n in (1, 3, 5)]) / 255
    return np.where(part <= 0.04045, part / 12.92, ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    dark, light = sorted(linear(each) @ (0.2126, 0.7152, 0.0722) + 0.05 for each in (one, other))
    return light / dark


def test_marks_can_be_read_as_text_on_their_page_and_seen_in_charts_on_the_dark_one() -> None:
    found = [(mark.light, page, 4.5) for mark in MARKS.values() for page in LIGHT]
    found += [(mark.dark, page, 4.5) for mark in MARKS.values() for page in DARK]
    found += [(mark.light, page, 3.0) for mark in MARKS.values() for page in DARK]
    found += [(colour, page, 3.0) for colour in COUNTRY_COLOURS for page in LIGHT[:1] + DARK]
    assert [each for each in found if contrast(*each[:2]) < each[2]] == []


def oklab(colour: str) -> np.ndarray:
    """Return a colour in a space in which distances are as eyes see them (Ottosson 2020)."""
    cones = np.cbrt(
        np.array([[0.4122, 0.5363, 0.0514], [0.2119, 0.6807, 0.1074], [0.0883, 0.2817, 0.63]]) @ linear(colour)
    )
    return np.array([[0.2105, 0.7936, -0.0041], [1.978, -2.4286, 0.4506], [0.0259, 0.7828, -0.8087]]) @ cones


def test_colours_of_states_keep_away_from_colours_of_statuses_and_from_each_other() -> None:
    marks = {colour for mark in MARKS.values() for colour in (mark.light, mark.dark)}
    pairs = [*product(COUNTRY_COLOURS, marks), *combinations(COUNTRY_COLOURS, 2)]
    assert [pair for pair in pairs if np.linalg.norm(oklab(pair[0]) - oklab(pair[1])) < 0.12] == []
