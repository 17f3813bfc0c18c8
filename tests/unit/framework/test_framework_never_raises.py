"""With any value anywhere, `check` returns findings, and `parse` returns a framework where none is an error."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bukhara.framework import check, parse, sentence
from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity

SMALL = yaml.safe_load((Path(__file__).parent / "small.yaml").read_text(encoding="utf-8"))
ODD: list[object] = [None, 1e99, "x", {}]


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, child in steps:
        yield from _places(child, (*path, step))


def _replaced(path: tuple[Any, ...], value: object) -> str:
    data: Any = {"root": deepcopy(SMALL)}
    holder = data
    *way, last = ("root", *path)
    for step in way:
        holder = holder[step]
    holder[last] = value
    # JSON is YAML, and quicker to write.
    return json.dumps(data["root"], default=str)


@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_an_odd_value_anywhere_does_not_raise(odd: object) -> None:
    words = words_of("en")
    for path in _places(SMALL):
        text = _replaced(path, odd)
        findings = check(text)
        assert all(finding.row and sentence(finding, words) for finding in findings)
        if not any(finding.severity is Severity.ERROR for finding in findings):
            parse(text)  # with an error it raises the findings of the same checks


def test_the_untouched_document_is_clean() -> None:
    assert check(json.dumps(SMALL, default=str)) == ()


@given(st.text())
def test_no_text_raises_an_exception(text: str) -> None:
    assert check(text)
