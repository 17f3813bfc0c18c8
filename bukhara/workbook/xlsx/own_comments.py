"""Tells our own comments, which a marked workbook carries, from those that people have written."""

from __future__ import annotations

import re

from bukhara.workbook.xlsx.packing import MAKER

OPENING = f"{MAKER}:"
_COMMENT = re.compile(rb"<(?:\w+:)?comment\b.*?</(?:\w+:)?comment>", re.DOTALL)
_FIRST_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>\s*" + OPENING.encode())


def only_ours(name: str, xml: bytes) -> bool:
    """Return whether a part of comments holds none that somebody else wrote; threaded ones are never ours."""
    if "threaded" in name or "person" in name:
        return False
    return all(_begins_ours(match.group()) for match in _COMMENT.finditer(xml))


def _begins_ours(comment: bytes) -> bool:
    found = _FIRST_TEXT.search(comment)
    return found is not None and b"</t>" not in comment[: found.start()]
