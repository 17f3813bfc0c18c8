"""The topics of a record: of its indicator, of its row, of its breakdown; in the order of the framework."""

from dataclasses import replace

import pytest

from bukhara.model.codes import State
from bukhara.model.framework import Topic
from bukhara.model.observation import Observation
from bukhara.model.text import Text
from bukhara.model.topics import topics_of
from tests.unit.progress.build import framework, item, statement

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
