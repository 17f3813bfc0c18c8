"""Parts of a workbook that act, fetch or hide, found by their names and links: refused, or a warning."""

import re

from bukhara.office_files import MAKER

OPENING = f"{MAKER}:"
"""The beginning of every comment that a marked workbook carries."""
_FOLDERS = frozenset(
    "activex ctrlprops embeddings macrosheets dialogsheets customui webextensions querytables".split()  # noqa: SIM905
)
_LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_KIND = re.compile(rb"\bType\s*=\s*[\"'][^\"']*/([\w.]+)[\"']")
_OUTSIDE = re.compile(rb"\bTargetMode\s*=\s*[\"']External[\"']")
_ACTING = frozenset({
    b"vbaProject", b"oleObject", b"control", b"ctrlProp", b"activeXControlBinary", b"package", b"attachedToolbars",
    b"connections", b"queryTable", b"extensibility", b"xlMacrosheet", b"xlIntlMacrosheet", b"dialogsheet",
    b"webextension",
    b"taskpane", b"customization",
})  # fmt: skip
_MAY_POINT_OUTSIDE = frozenset({b"hyperlink", b"externalLinkPath", b"externalLinkLongPath", b"xlPathMissing"})
_COMMENT = re.compile(rb"<(?:\w+:)?comment\b.*?</(?:\w+:)?comment>", re.DOTALL)
_FIRST_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>\s*" + OPENING.encode())
_WORDS_IN_A_DRAWING = re.compile(rb"<a:t>\s*[^<\s]")


def refusal(name: str, data: bytes) -> str:
    """Return the name of the active content in a part (`name` in lower case), or an empty text."""
    if not _FOLDERS.isdisjoint(name.split("/")[:-1]) or name == "xl/connections.xml":
        return name
    if "externallinks/" in name and (b"ddeLink" in data or b"oleLink" in data):
        return name
    if name.startswith("customxml/") and b"DataMashup" in data.replace(b"\x00", b""):
        return name
    return _acting_link(data) if name.endswith(".rels") else ""


def _acting_link(data: bytes) -> str:
    for link in _LINK.findall(data):
        found = _KIND.search(link)
        kind = found.group(1) if found else b""
        if kind in _ACTING or (_OUTSIDE.search(link) and kind not in _MAY_POINT_OUTSIDE):
            return kind.decode("ascii", "replace") or "link"
    return ""


def warning(name: str, data: bytes) -> str:
    """Return the code of the warning for a part (`name` in lower case), or an empty text."""
    if not name.endswith(".xml"):
        return "pivot-data" if name.startswith("xl/model/") else ""
    if "externallinks/" in name or b"/externalLinkPath" in data[:4096]:
        return "external-links"
    if "comments" in name:
        return "" if _has_only_ours(name, data) else "comments-present"
    if "pivotcache/" in name:
        return "pivot-data"
    if "drawings/" in name and _WORDS_IN_A_DRAWING.search(data):
        return "text-box"
    return ""


def _has_only_ours(name: str, data: bytes) -> bool:
    """Return whether this program wrote every comment of the part; it writes no threaded comments."""
    if "threaded" in name or "person" in name:
        return False
    return all(_is_ours(match.group()) for match in _COMMENT.finditer(data))


def _is_ours(comment: bytes) -> bool:
    found = _FIRST_TEXT.search(comment)
    return found is not None and b"</t>" not in comment[: found.start()]
