"""What the templates of replies are filled with."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bukhara.model.draft import Draft
from bukhara.model.framework import Body, Country, Framework
from bukhara.model.round import Reply
from bukhara.views.replies import ToReply
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPage(Context):
    """A state's own page as it will be, with a form beside each item.

    `preview` is the address of the whole page and `asked` the draft that it shows; `others` are items without a
    status; `last` is the newest reply that waits, from which a letter is filled in.
    """

    template: ClassVar[str] = "replies/reply.html"
    draft: Draft | None
    preview: str
    asked: str
    lines: tuple[ToReply, ...]
    others: tuple[ToReply, ...]
    with_reply: int
    waiting: tuple[Reply, ...]
    last: Reply | None
    framework: Framework
    kinds: tuple[tuple[str, str], ...]
    tongues: dict[str, str]
    bodies: tuple[Body, ...]
    today: date
    longest: int
    longest_name: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReplies(Context):
    """The replies that wait for publication, state by state."""

    template: ClassVar[str] = "replies/waiting.html"
    waiting: tuple[tuple[Country, tuple[Reply, ...]], ...]
    framework: Framework
