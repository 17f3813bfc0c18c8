"""What the templates of replies are filled with."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bukhara.model.draft import Draft
from bukhara.model.framework import Body, Country, Framework
from bukhara.model.round import Reply
from bukhara.views.replies import ToReply
from office.replies.forms import ReplyForm
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyPage(Context):
    """A state's own page as it will be, with a form beside each item.

    `preview` is the address of the whole page and `asked` the draft that it shows; `others` are items without a
    status; the letter of `form` is that of the newest reply that waits.
    """

    template: ClassVar[str] = "replies/reply.html"
    draft: Draft | None
    preview: str
    asked: str
    lines: tuple[ToReply, ...]
    others: tuple[ToReply, ...]
    with_reply: int
    waiting: tuple[Reply, ...]
    form: ReplyForm
    framework: Framework
    kinds: tuple[tuple[str, str], ...]
    tongues: dict[str, str]
    bodies: tuple[Body, ...]
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingReplies(Context):
    """The replies that wait for publication, state by state."""

    template: ClassVar[str] = "replies/waiting.html"
    waiting: tuple[tuple[Country, tuple[Reply, ...]], ...]
    framework: Framework
