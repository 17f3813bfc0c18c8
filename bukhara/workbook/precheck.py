"""Looks at the container before any spreadsheet parser does: kind, sizes, names, no DTD, no active content.

It trusts no size that the archive states: every member is inflated under a cap and its checksum compared.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bukhara.workbook import kind_of_file
from bukhara.workbook.parts import PartFacts, facts_of

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024 * 1024
_CHUNK = MEGABYTE // 2
_LAST_ROW = 1_048_576
_FAR_ROW = re.compile(rb"\br=\"[A-Z]*(\d{7,})\"")
_FAR_COLUMN = re.compile(rb"\br=\"[A-Z]{4,}\d")
_ACTIVE = ("/activex/", "/ctrlprops/", "/embeddings/", "/macrosheets/", "/dialogsheets/", "customui/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps in bytes, members and rows."""

    file_bytes: int = 10 * MEGABYTE
    part_bytes: int = 48 * MEGABYTE
    inflated_bytes: int = 96 * MEGABYTE
    members: int = 300
    rows: int = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What the look brought: a refusal (finding code, its values) or facts by worksheet part."""

    refusal: str = ""
    values: dict[str, str] = field(default_factory=dict)
    facts: dict[str, PartFacts] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


class _Refused(Exception):
    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def check(path: Path, limits: Limits | None = None) -> Container:
    """Return the facts of an .xlsx file, or why it is refused; never raises for a bad file."""
    caps = limits or Limits()
    try:
        return _look(path, caps)
    except _Refused as refused:
        return Container(refusal=refused.code, values=refused.values)
    except (FileNotFoundError, IsADirectoryError):
        return Container(refusal="file-not-found")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        return Container(refusal="file-damaged")
    except RuntimeError:  # zipfile's word for an encrypted member
        return Container(refusal="file-encrypted")


def _look(path: Path, caps: Limits) -> Container:
    size = path.stat().st_size
    if size > caps.file_bytes:
        raise _Refused("file-too-large", limit=f"{caps.file_bytes // MEGABYTE}")
    with path.open("rb") as file:
        head = file.read(8192)
    if not head.startswith(b"PK"):
        raise _Refused(kind_of_file.refusal_of(head, path.read_bytes()))
    with zipfile.ZipFile(path) as archive:
        _check_members(archive, caps)
        return _check_parts(archive, caps)


def _check_members(archive: zipfile.ZipFile, caps: Limits) -> None:
    members = archive.infolist()
    if len(members) > caps.members:
        raise _Refused("zip-too-many-members", limit=str(caps.members))
    names = [member.filename.casefold() for member in members]
    unsafe = any(name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name for name in names)
    methods = {member.compress_type for member in members}
    if unsafe or len(set(names)) < len(names) or methods - {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _Refused("zip-unsafe")
    kind = kind_of_file.refusal_of_zip(
        frozenset(archive.namelist()),
        _small(archive, "mimetype"),
        _small(archive, "[Content_Types].xml"),
    )
    if kind:
        raise _Refused(kind)


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as member:
        return member.read(MEGABYTE)


def _check_parts(archive: zipfile.ZipFile, caps: Limits) -> Container:
    facts: dict[str, PartFacts] = {}
    warnings: list[str] = []
    left = caps.inflated_bytes
    for member in archive.infolist():
        data = _inflate(archive, member, min(left, caps.part_bytes))
        left -= len(data)
        name = member.filename.casefold()
        if name.endswith((".xml", ".rels", ".vml")):
            _check_xml(data)
        warnings += _active(name, data)
        if name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_grid(data, caps)
            facts[member.filename] = facts_of(data)
    return Container(facts=facts, warnings=tuple(dict.fromkeys(warnings)))


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, cap: int) -> bytes:
    pieces, size = [], 0
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > cap:
                raise _Refused("zip-too-large", limit=f"{cap // MEGABYTE}")
            pieces.append(piece)
    return b"".join(pieces)


def _check_xml(data: bytes) -> None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]:
        raise _Refused("xml-encoding")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _Refused("xml-doctype")
    # a stretch of a megabyte without a tag holds a whole aligned half: cheap, and no honest cell is that long
    blocks = range(0, len(data) - _CHUNK, _CHUNK)
    if any(data.find(b"<", start, start + _CHUNK) < 0 for start in blocks):
        raise _Refused("xml-too-long")
    if b"purl.oclc.org/ooxml/spreadsheetml" in data[:4096]:
        raise _Refused("file-strict")


def _check_grid(data: bytes, caps: Limits) -> None:
    if data.count(b"<row") > caps.rows:
        raise _Refused("too-many-rows", limit=str(caps.rows))
    # a reader would fill everything before such a cell with empty ones
    beyond = any(int(match.group(1)) > _LAST_ROW for match in _FAR_ROW.finditer(data))
    if beyond or _FAR_COLUMN.search(data):
        raise _Refused("file-damaged")


def _active(name: str, data: bytes) -> list[str]:
    if any(part in f"/{name}" for part in _ACTIVE) or name == "xl/connections.xml":
        raise _Refused("active-content", part=name)
    if "externallinks/" in name and name.endswith(".xml"):
        if b"ddeLink" in data or b"oleLink" in data:
            raise _Refused("active-content", part=name)
        return ["external-links"]
    return ["comments-present"] if "comments" in name and name.endswith(".xml") else []
