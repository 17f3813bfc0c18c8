"""The name of a statement and the language in which it is read."""

from __future__ import annotations

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
def test_a_statement_told_otherwise_has_another_name(changes) -> None:
    assert statement(**changes).evidence_id != statement().evidence_id


def test_a_statement_coded_anew_keeps_its_name() -> None:
    assert statement(Status.PLANNED).evidence_id == statement(Status.IN_PLACE, since="2022").evidence_id


@pytest.mark.parametrize(("language", "read"), [("en", ("said", "en")), ("ru", ("сказано", "ru"))])
def test_a_translation_is_preferred_where_it_is_asked_for(language, read) -> None:
    assert statement(statement="said", statement_translation="сказано").text_in(language) == read


def test_without_translation_the_text_keeps_its_language() -> None:
    assert statement(statement="said").text_in("ru") == ("said", "en")


def test_a_translation_never_passes_for_a_language_it_is_not_in() -> None:
    said = statement(statement="said", statement_translation="сказано")
    assert said.text_in("en_XA") == ("said", "en")
    assert statement(statement="сказано", lang="ru", statement_translation="said").text_in("en") == ("said", "en")
