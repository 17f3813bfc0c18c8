"""What the templates of uploads are filled with."""

import secrets
from dataclasses import dataclass, field
from typing import ClassVar

from bukhara.model.draft import Draft
from bukhara.model.round import Request
from web.paging import Turn
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadPage(Context):
    """Workbooks to download beside the form that takes one in, and the drafts that this account may see.

    `subjects` are code and name of the workbooks, `forms` the codes that also have a Word form; `key` names the
    progress of the form, `from_draft` the draft that it is shown on, if any; `draft_days` is how long a draft waits.
    """

    template: ClassVar[str] = "uploads/upload.html"
    subjects: tuple[tuple[str, str], ...]
    asked: Request | None
    forms: frozenset[str]
    open: tuple[Draft, ...]
    open_turn: Turn
    closed: tuple[Draft, ...]
    closed_turn: Turn
    draft_days: int
    limit_mb: int
    from_draft: str = ""
    key: str = field(default_factory=lambda: secrets.token_hex(16))
