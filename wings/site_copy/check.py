"""Checks a copy without a server: that each file is as it was written, and that each link leads somewhere in it."""

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

SUMS = "SHA256SUMS"
"""The list of checksums, which `sha256sum -c` reads too."""
_LINK = re.compile(r'<(\w+)\b[^>]*?\s(?:href|src|action|data-to)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_DECK = "/present"
"""In the names of slides, which find a slide by themselves."""
_OUTSIDE = re.compile(r"[a-z][a-z+.-]*:|//")


def sums_of(folder: Path) -> dict[str, str]:
    """Return the checksum of each file of a copy, as its list has them."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def altered(folder: Path) -> Iterator[str]:
    """Yield a line for each file of a copy that is missing, more, or not as it was written."""
    sums = sums_of(folder)
    for name, digest in sums.items():
        file = folder / name
        if not file.is_file():
            yield f"{name}: is missing"
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield f"{name}: is not as it was written"
    for name in sorted(_files(folder) - sums.keys() - {SUMS}):
        yield f"{name}: is no part of the copy"


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with a copy, a line each: files that differ or are missing, and links that lead nowhere."""
    yield from altered(folder)
    present = _files(folder)
    for name in sorted(present & sums_of(folder).keys()):
        if name.endswith(".html"):
            yield from _broken_links(folder, name, present)


def _files(folder: Path) -> set[str]:
    return {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}


def _broken_links(folder: Path, name: str, present: set[str]) -> Iterator[str]:
    for tag, link in links_in((folder / name).read_text(encoding="utf-8")):
        if _OUTSIDE.match(link):
            if tag not in ("a", "form") and not link.startswith("data:"):
                yield f"{name}: loads {link} from elsewhere"
            continue
        path, _, fragment = link.partition("#")
        path = unquote(path.partition("?")[0])
        target = normpath(join(dirname(name), path)) if path else name
        if target not in present:
            yield f"{name}: {link} leads to no file"
        elif (
            fragment
            and target.endswith(".html")
            and _DECK not in target
            and unquote(fragment) not in _ids(folder / target)
        ):
            yield f"{name}: {link} leads to no place in its page"


def links_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each link of a document with the tag that it is in."""
    for tag, link in _LINK.findall(text):
        yield tag, unescape(link)


@cache
def _ids(file: Path) -> frozenset[str]:
    return frozenset(map(unescape, _ID.findall(file.read_text(encoding="utf-8"))))
