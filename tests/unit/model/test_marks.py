"""The marks of statuses: told apart by shape alone on screen and on paper, one colour each, far from those of states."""

import io
import json
from itertools import combinations, product

import numpy as np
import pytest
import typst
from PIL import Image

from bukhara.charts.palette import COUNTRY_COLOURS
from bukhara.model.codes import State, Status
from bukhara.model.marks import MARKS, style, svg

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
