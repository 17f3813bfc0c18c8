"""Answers that are the same for everybody, as the bytes that are sent: made and packed once, weighed and bounded.

Whoever asks for one says in the key all that it depends on. Nothing of an account or a draft is given to this module.
"""

import gzip
from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass, replace

import brotli

from bukhara.service.reading.memo import Memo

_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}
ENCODINGS: Collection[str] = _ENCODERS.keys()
_SMALLEST_PACKED = 400
_BESIDE_BODY = 1000


@dataclass(frozen=True, slots=True)
class Finished:
    """The bytes of an answer as they are sent, with their headers."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    status: int = 200


class FinishedAnswers:
    """Keeps the answers used last, up to so many bytes. Safe for many threads; one of them makes an answer."""

    def __init__(self, most_bytes: int) -> None:
        self._kept: Memo[Finished] = Memo(most_bytes, lambda answer: len(answer.body) + _BESIDE_BODY)
        self.clear = self._kept.clear

    def get(self, key: Hashable, make: Callable[[], Finished], encoding: str | None = None) -> Finished:
        """Return the answer of `key`, packed as `encoding` (one of ENCODINGS) or as it is; make it if it is not kept.

        It is kept packed as brotli, and as what else was asked for. A short answer is sent as it is.
        """
        brief = self._kept.get((key, "br"), lambda: _packed(make(), "br"))
        if encoding == "br":
            return brief
        plain = _unpacked(brief)
        return plain if encoding is None else self._kept.get((key, encoding), lambda: _packed(plain, encoding))


def _packed(plain: Finished, encoding: str) -> Finished:
    if len(plain.body) < _SMALLEST_PACKED:
        return plain
    headers = (*plain.headers, ("Content-Encoding", encoding))
    return replace(plain, body=_ENCODERS[encoding](plain.body), headers=headers)


def _unpacked(brief: Finished) -> Finished:
    if brief.headers[-1] != ("Content-Encoding", "br"):
        return brief
    return replace(brief, body=brotli.decompress(brief.body), headers=brief.headers[:-1])
