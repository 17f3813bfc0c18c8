"""The right of reply: a commission sees its own page as it will be, and says what it has to say, item by item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import register_page

from bukhara.access import Action
from bukhara.i18n.replies import LANGUAGES, OFFERED
from bukhara.model.codes import BodyKind
from bukhara.model.draft import DraftState
from bukhara.service.rounds.replies import LONGEST, LONGEST_NAME
from bukhara.views import replies
from pages._ui.parts import rehearsal
from pages._ui.parts.actor import actor
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.desk_voices import desk_voices
from pages._ui.voices.reply_voices import reply_voices

if TYPE_CHECKING:
    from bukhara.model.draft import Draft

PATH = rehearsal.REPLY_PATH
OPEN = (DraftState.APPROVED, DraftState.IN_REVIEW, DraftState.DRAFT)


def content(reader: Reader) -> Page:
    """Show the state's page as it will be, with a form beside each item."""
    words, service = reader.words, reader.service
    country = actor().country
    draft = _newest(reader)
    asked = str(draft.draft_id) if draft else "0"
    seen = reader_of(PATH, {**reader.query, rehearsal.NAME: asked})
    snapshot = seen.snapshot
    waiting = service.replies.pending(actor(), country)
    framework = snapshot.framework
    lines = replies.build(snapshot, country, waiting)
    own = [line for line in lines if line.status]
    return Page(
        title=words("Reply of {state}", state=words.text(framework.country(country).short)),
        lead=words("Your page as it will be. Confirm, comment, correct or object, in your own words."),
        blocks=(
            render(
                seen,
                "reply.html",
                draft=draft if snapshot.draft else None,
                preview=f"/countries/{country}",
                asked=asked,
                lines=own,
                others=[line for line in lines if not line.status],
                with_reply=sum(bool(line.waiting or line.published.newest) for line in own),
                waiting=waiting,
                last=waiting[-1] if waiting else None,
                framework=framework,
                kinds=[(kind.value, words(said)) for kind, said in OFFERED.items()],
                tongues=LANGUAGES,
                bodies=[b for b in framework.bodies if b.country == country and b.kind is BodyKind.STATE],
                today=service.now().date(),
                longest=LONGEST,
                longest_name=LONGEST_NAME,
                **reply_voices(seen),
                **desk_voices(reader),
            ),
        ),
        private=True,
    )


def _newest(reader: Reader) -> Draft | None:
    """Return the state's newest draft that is on its way and can be shown as it would be published."""
    found = reader.service.desk.drafts(actor())
    mine = [draft for draft in found if draft.state in OPEN and draft.subject == actor().country]
    ready = (d for d in mine if rehearsal.rehearsed(reader.service, PATH, str(d.draft_id)) is not None)
    return next(ready, None)


register_page(__name__, path=PATH, name="Reply", content=content, permission=Action.REPLY)
layout = layout_of(PATH)
