"""What templates say of replies: the newest about each part of an item, in the state's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.i18n.replies import printed
from bukhara.views.replies import said

if TYPE_CHECKING:
    from bukhara.model.round import ReplyKind
    from bukhara.views.replies import Said
    from pages._ui.parts.reader import Reader


def reply_voices(reader: Reader) -> dict[str, object]:
    """Return what reply_words.html needs."""
    words, replies = reader.words, reader.snapshot.replies

    def replied(country: str, item: str) -> Said:
        return said(replies, country, item)

    def reply_kind(kind: ReplyKind) -> str:
        return printed(kind, words)

    return {"replied": replied, "reply_kind": reply_kind}
