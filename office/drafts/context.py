"""What the templates of a draft are filled with."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from jinja2 import pass_context

from bukhara.service import sentence
from bukhara.service.drafts import checklist
from web.template_functions import reader_in, words_in
from web.templating import Context, template_function

if TYPE_CHECKING:
    from jinja2.runtime import Context as TemplateContext

    from bukhara.model.draft import Draft
    from bukhara.model.finding import Finding
    from bukhara.model.framework import Framework
    from bukhara.model.heading import Heading
    from bukhara.service.drafts.checklist import Check
    from office.blocks import BlockNames
    from office.drafts.effect import EffectText
    from office.drafts.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage(Context):
    """One part of the page of a draft; all parts are filled alike.

    `strangers` are headings that were not understood, `own_headings` those remembered, `meanings` what a heading can
    mean; `taken_back` is the release that took back what this draft published; `expires` is when it is withdrawn by
    itself if nobody sends it for review; `key` names the progress of the form that takes a corrected workbook in.
    """

    template: ClassVar[str] = "drafts/part.html"
    part: str = ""
    seen: Review
    draft: Draft
    errors: tuple[tuple[str, tuple[Finding, ...]], ...]
    warnings: tuple[tuple[str, tuple[Finding, ...]], ...]
    kinds: tuple[tuple[str, int], ...]
    zones: tuple[tuple[str, str], ...]
    taken_back: int | None
    expires: datetime | None
    block_names: BlockNames
    effect: EffectText | None
    framework: Framework
    strangers: tuple[str, ...]
    own_headings: tuple[Heading, ...]
    meanings: dict[str, str]
    limit_mb: int
    from_draft: int
    key: str = field(default_factory=lambda: secrets.token_hex(16))


@template_function
@pass_context
def finding_text(context: TemplateContext, finding: Finding) -> str:
    """Return what was found in a cell, what is expected and what to do."""
    return sentence(finding, words_in(context))


@template_function
@pass_context
def check_text(context: TemplateContext, check: Check) -> str:
    """Return what to look at before a draft is published."""
    return checklist.sentence(check, reader_in(context).service.framework(), words_in(context))
