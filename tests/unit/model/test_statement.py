"""The ids of statements and the language of their text."""

import pytest

from bukhara.model.codes import Kind, Status
from tests.unit.progress.build import statement


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
    assert statement(statement="said", statement_translation="сказано").text_in(language) == read


def test_without_translation_the_text_keeps_its_language() -> None:
    assert statement(statement="said").text_in("ru") == ("said", "en")


def test_a_translation_is_not_returned_for_a_third_language() -> None:
    english = statement(statement="said", statement_translation="сказано")
    assert english.text_in("en_XA") == ("said", "en")
    assert statement(statement="сказано", lang="ru", statement_translation="said").text_in("en") == ("said", "en")
