"""Checks the container before any part of it is read: kind, sizes, names, no DTD, no active content.

Sizes stated by the archive are not trusted: every member is inflated up to a limit and its checksum compared.
"""

import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bukhara.workbook.container import active_content, kind_of_file
from bukhara.workbook.refusals import WorkbookDamaged

MEGABYTE = 1024 * 1024
HEADING_ROWS = 20
_CHUNK = MEGABYTE // 2
_OVERLAP = 16
_KEPT = 2 * MEGABYTE
_ENCODING = re.compile(rb"^\s*<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']*)[\"']")
_ENCODINGS = (b"utf-8", b"us-ascii")
_ENCRYPTED, _SYMLINK = 0x1, stat.S_IFLNK
_XML = (".xml", ".rels", ".vml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits in bytes, members and rows."""

    file_bytes: int = 10 * MEGABYTE
    inflated_bytes: int = 96 * MEGABYTE
    members: int = 300
    rows: int = 200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """The result of the check: codes of warnings, and the approximate number of rows of the largest sheet."""

    warnings: tuple[str, ...] = ()
    rows: int = 0


def check(path: Path, limits: Limits | None = None, *, wanted: str = "") -> Container:
    """Return the result for an .xlsx file; raise WorkbookDamaged with the reason if it is refused.

    `wanted` is the code of another kind of archive that is accepted in its place.
    """
    try:
        return _look(path, limits or Limits(), wanted)
    except PermissionError as error:
        raise WorkbookDamaged("file-locked") from error
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise WorkbookDamaged from error


def _look(path: Path, caps: Limits, wanted: str) -> Container:
    if not path.is_file():
        raise WorkbookDamaged("file-not-found")
    if path.stat().st_size > caps.file_bytes:
        raise WorkbookDamaged("file-too-large", limit=f"{caps.file_bytes // MEGABYTE}")
    with path.open("rb") as file:
        head = file.read(8192)
    if not head.startswith(b"PK"):
        raise WorkbookDamaged(kind_of_file.refusal_of(head, path.read_bytes()))
    with zipfile.ZipFile(path) as archive:
        _check_members(archive, caps, wanted)
        return _check_parts(archive, caps)


def _check_members(archive: zipfile.ZipFile, caps: Limits, wanted: str) -> None:
    members = archive.infolist()
    if len(members) > caps.members:
        raise WorkbookDamaged("zip-too-many-members", limit=str(caps.members))
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise WorkbookDamaged("file-encrypted")
    _check_names(members)
    _check_packing(members, archive.start_dir)
    kind = kind_of_file.refusal_of_zip(
        frozenset(archive.namelist()), _small(archive, "mimetype"), _small(archive, "[Content_Types].xml")
    )
    if kind != wanted:
        raise WorkbookDamaged(kind or "file-not-a-workbook")


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename.casefold() for member in members]
    if len(set(names)) < len(names):
        raise WorkbookDamaged("zip-part-twice")
    for member, name in zip(members, names, strict=True):
        outside = name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name
        cut = member.filename != member.orig_filename
        if outside or cut or not name.isprintable() or stat.S_IFMT(member.external_attr >> 16) == _SYMLINK:
            raise WorkbookDamaged("zip-unsafe")


def _check_packing(members: list[zipfile.ZipInfo], directory: int) -> None:
    """Refuse kinds of compression that office programs do not use, and members that share bytes."""
    if {member.compress_type for member in members} - {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise WorkbookDamaged("zip-packing")
    end = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < end:
            raise WorkbookDamaged("zip-packing")
        end = member.header_offset + 30 + len(member.orig_filename) + member.compress_size
    if end > directory:
        raise WorkbookDamaged("zip-packing")


def _small(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as member:
        return member.read(MEGABYTE)


def _check_parts(archive: zipfile.ZipFile, caps: Limits) -> Container:
    warnings: list[str] = []
    left = caps.inflated_bytes
    rows = 0
    for member in archive.infolist():
        name = member.filename.casefold()
        kept, tail, part_rows = b"", b"", 0
        for piece in _inflated(archive, member):
            left -= len(piece)
            if left < 0:
                raise WorkbookDamaged("zip-too-large", limit=f"{caps.inflated_bytes // MEGABYTE}")
            if name.endswith(_XML):
                _check_xml(tail + piece, name if not kept else "")
                # half a megabyte without a tag: cheap to see, and no honest cell is that long
                if len(piece) == _CHUNK and b"<" not in piece:
                    raise WorkbookDamaged("xml-too-long")
                part_rows += (tail[-4:] + piece).count(b"<row ")
            kept += piece[: max(0, _KEPT - len(kept))]
            tail = piece[-_OVERLAP:]
        rows = max(rows, part_rows)
        if rows > caps.rows + HEADING_ROWS:
            raise WorkbookDamaged("too-many-rows", limit=f"{caps.rows:,}")
        warnings += _judged(name, kept)
    return Container(warnings=tuple(dict.fromkeys(warnings)), rows=rows)


def _judged(name: str, data: bytes) -> list[str]:
    acting = active_content.refusal(name, data)
    if acting:
        raise WorkbookDamaged("active-content", part=acting[:100])
    warning = active_content.warning(name, data)
    return [warning] if warning else []


def _inflated(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            yield piece


def _check_xml(data: bytes, beginning_of: str) -> None:
    # what office programs keep beside the workbook may be UTF-16; it is not read
    if beginning_of and not beginning_of.startswith("customxml/"):
        encoding = _ENCODING.search(data[:400])
        wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:64]
        if wide or (encoding and encoding.group(1).lower() not in _ENCODINGS):
            raise WorkbookDamaged("xml-encoding")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise WorkbookDamaged("xml-doctype")
