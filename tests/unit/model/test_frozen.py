"""Values of the model do not change, and asking for what is not there is an error, never an empty answer."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from tests.unit.progress.build import framework, item, snapshot, source, statement, text
from tests.unit.views.observed import figure


@pytest.mark.parametrize(
    ("value", "name"), [(figure(), "value"), (statement(), "status"), (source(), "title"), (text("a"), "by_language")]
)
def test_a_value_cannot_be_changed(value, name) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(value, name, None)


@pytest.mark.parametrize("ask", ["item", "indicator", "country"])
def test_a_framework_does_not_make_up_what_it_has_not(ask) -> None:
    with pytest.raises(KeyError):
        getattr(framework(item()), ask)("ZZZ")


def test_a_body_that_is_not_listed_is_none() -> None:
    assert framework(item()).body("Somebody") is None


def test_a_source_that_a_release_has_not_is_an_error() -> None:
    with pytest.raises(KeyError):
        snapshot(framework(item())).source("other")


def test_a_text_in_a_language_it_has_not_is_english() -> None:
    assert text("word").in_("ru") == "word"
