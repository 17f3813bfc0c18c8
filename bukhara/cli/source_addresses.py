"""Asks one address whether it still answers, and compares the text of its page with that of the time before.

Only `bukhara sources check` uses it: no page and no other command asks another server.
"""

import hashlib
import json
import urllib.error
import urllib.request
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.message import Message
from enum import StrEnum
from http.client import HTTPException
from pathlib import Path
from threading import Thread
from typing import IO

from lxml import etree, html

_MOST = 10_000_000
"""The most bytes of an answer that are read and compared."""
_HIDDEN = ("script", "style", "noscript", "template", "svg")
_GONE = (404, 410)


class Result(StrEnum):
    """What became of an address since it was asked the time before."""

    ANSWERS = "answers"
    UNCHANGED = "not modified"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"
    SILENT = "no answer"


NEEDS_A_LOOK = frozenset({Result.CHANGED, Result.MOVED, Result.GONE, Result.SILENT})


@dataclass(frozen=True, slots=True)
class Seen:
    """What an address answered: the headers that a server compares, the hash of its text, the day."""

    etag: str
    modified: str
    sha256: str
    day: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What became of an address; `detail` says to where, since when or why, `seen` is kept for the next time."""

    result: Result
    detail: str = ""
    seen: Seen | None = None


def recall(file: Path) -> dict[str, Seen]:
    """Return what each address answered the time before; nothing without the file."""
    found = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {address: Seen(**seen) for address, seen in found.items()}


def remember(file: Path, known: dict[str, Seen]) -> None:
    """Write what the addresses answered; the file is whole at any moment."""
    beside = file.with_name(f"{file.name}.new")
    beside.write_text(
        json.dumps({address: asdict(seen) for address, seen in known.items()}, indent=1), encoding="utf-8"
    )
    beside.replace(file)


def ask(address: str, before: Seen | None, timeout: float) -> Asked:
    """Ask one address; whoever has not answered in full after so many seconds gives no answer."""
    found = [Asked(Result.SILENT, f"not answered in {timeout:g} s")]

    def answer() -> None:
        found.insert(0, _answer(address, before))

    # a server may send a byte now and then for ever: the thread ends with the command
    asking = Thread(target=answer, daemon=True)
    asking.start()
    asking.join(timeout)
    return found[0]


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Leaves it to a person to go where a page has moved to."""

    def redirect_request(
        self, _request: urllib.request.Request, _body: IO[bytes], _code: int, _why: str, _headers: Message, _to: str
    ) -> None:
        return None


def _answer(address: str, before: Seen | None) -> Asked:
    headers = {"User-Agent": "bukhara sources check", "Accept-Encoding": "identity"}
    if before and before.etag:
        headers["If-None-Match"] = before.etag
    if before and before.modified:
        headers["If-Modified-Since"] = before.modified
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - the caller gives http and https alone
    try:
        with urllib.request.build_opener(_NoRedirects).open(request) as response:
            return _compared(response.headers, response.read(_MOST), before)
    except urllib.error.HTTPError as error:
        with error:
            return _refused(error, before)
    except (OSError, HTTPException, ValueError) as error:
        return Asked(Result.SILENT, str(getattr(error, "reason", "") or error or type(error).__name__))


def _refused(error: urllib.error.HTTPError, before: Seen | None) -> Asked:
    if error.code == 304:
        return Asked(Result.UNCHANGED, f"since {before.day}" if before else "")
    if 300 <= error.code < 400:
        return Asked(Result.MOVED, f"{error.code}, to {error.headers.get('Location', 'nowhere')}")
    if error.code in _GONE:
        return Asked(Result.GONE, str(error.code))
    return Asked(Result.SILENT, str(error.code))


def _compared(headers: Message, body: bytes, before: Seen | None) -> Asked:
    digest = hashlib.sha256(_text(headers.get_content_type(), body)).hexdigest()
    day = datetime.now(UTC).date().isoformat()
    seen = Seen(headers.get("ETag", ""), headers.get("Last-Modified", ""), digest, day)
    if before and before.sha256 != digest:
        return Asked(Result.CHANGED, f"since {before.day}", seen)
    return Asked(Result.ANSWERS, seen=seen)


def _text(kind: str, body: bytes) -> bytes:
    """Return what a reader sees of a page, without the markup that differs each time; of another file its bytes."""
    if kind not in ("text/html", "application/xhtml+xml"):
        return body
    try:
        root = html.document_fromstring(body)
    except (etree.LxmlError, ValueError):
        return body
    for hidden in root.xpath(" | ".join(f"//{name}" for name in _HIDDEN)):
        hidden.drop_tree()
    return " ".join(root.text_content().split()).encode()
