"""Values of the model cannot be changed, and looking up an unknown id raises an error."""

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
def test_a_framework_raises_key_error_for_unknown_ids(ask) -> None:
    with pytest.raises(KeyError):
        getattr(framework(item()), ask)("ZZZ")


def test_an_unlisted_body_gives_none() -> None:
    assert framework(item()).body("Somebody") is None


def test_an_unknown_source_raises_key_error() -> None:
    with pytest.raises(KeyError):
        snapshot(framework(item())).source("other")


def test_a_text_without_the_language_is_in_english() -> None:
    assert text("word").in_("ru") == "word"
