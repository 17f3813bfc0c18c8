"""Bad text of any kind gives findings with a line, never an exception."""

from itertools import pairwise

import pytest

from bukhara.framework import check

BOMB = "a: &a [x]\n" + "".join(f"{n}: &{n} [{', '.join(['*' + p] * 9)}]\n" for p, n in pairwise("abcdefghi"))

BAD = [
    ("", "yaml-empty", 1),
    ("# only a remark\n", "yaml-empty", 1),
    ("~", "yaml-empty", 1),
    (BOMB, "alias-used", 2),
    ("a: 1\n--- \nb: 2\n", "yaml-unreadable", 2),
    ("a: 'open\n", "yaml-unreadable", 2),
    ("a: 1\nb: \x00\n", "yaml-unreadable", 2),
    ("a: 1\nb: \ud800\n", "yaml-unreadable", 2),
    ("- a\n- b\n", "wrong-type", 1),
    ("just words", "wrong-type", 1),
    ("[" * 500, "yaml-too-deep", 1),
    ("? [a, b]\n: c\n", "unknown-key", 1),
    ("<<: {a: 1}\n", "unknown-key", 1),
    ("version: !!int " + "9" * 5000, "tag-used", 1),
    ("version: !!bool maybe", "tag-used", 1),
    ("#" * 4_000_001, "yaml-too-large", 1),
]


@pytest.mark.parametrize(("text", "code", "row"), BAD, ids=range(len(BAD)))
def test_bad_text_is_reported(text: str, code: str, row: int) -> None:
    assert (code, row) in [(finding.code, finding.row) for finding in check(text)]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_any_depth_is_reported(opening: str) -> None:
    assert check(opening * 100_000)
