"""The JSON Schema is one, and every reason it names has a sentence."""

from collections.abc import Iterator

from jsonschema import Draft202012Validator

from bukhara.framework import schema
from bukhara.framework.sentences import SENTENCES


def _comments(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$comment"), str):
            yield value["$comment"]
        for child in value.values():
            yield from _comments(child)


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_every_reason_in_the_schema_has_a_sentence() -> None:
    assert set(_comments(schema())) <= set(SENTENCES)


def test_every_pattern_names_its_reason() -> None:
    def unnamed(value: object) -> list[object]:
        if not isinstance(value, dict):
            return []
        found = [value] if isinstance(value.get("pattern"), str) and "$comment" not in value else []
        return found + [bad for child in value.values() for bad in unnamed(child)]

    assert unnamed(schema()) == []
