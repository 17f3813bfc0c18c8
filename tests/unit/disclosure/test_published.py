"""Only a source that anybody can look up is published; without that its small counts are withheld."""

from typing import Any

import pytest

from bukhara.disclosure.protect import is_published
from bukhara.model.codes import SourceClass
from tests.unit.progress.build import source

ADDRESS = {"address": "https://example.org/report"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (ADDRESS, True),
        ({"document_number": "A/1"}, True),
        ({}, False),
        (ADDRESS | {"access": "internal"}, False),
        (ADDRESS | {"access": ""}, False),
        (ADDRESS | {"body": ""}, False),
        (ADDRESS | {"source_class": SourceClass.EXERCISE}, False),
    ],
)
def test_a_source_is_published_by_a_named_body_at_a_place_that_is_open(changes: dict[str, Any], expected: bool) -> None:
    assert is_published(source(**changes)) is expected
