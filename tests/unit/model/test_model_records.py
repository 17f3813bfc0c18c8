"""Ids and languages of records; values that cannot be changed."""

from dataclasses import FrozenInstanceError

import pytest

from bukhara.model.codes import Kind, State, Status
from bukhara.model.text import Text
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
