"""Publishing drafts: by hand, or by itself when an hour has come; whole or not at all, and once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from bukhara.access import Action
from bukhara.errors import BaseOutdated, DraftConflict, FrameworkInvalid, ReleaseUnknown, StoreUnavailable
from bukhara.i18n.codes import N_
from bukhara.model.audit import AuditAction
from bukhara.model.draft import DraftState
from bukhara.service.authorize import authorize
from bukhara.service.drafts import releasing, schedule
from bukhara.service.drafts.draft_reader import NotRead
from bukhara.service.drafts.transitions import CLEARED, Step, said, way
from bukhara.service.drafts.warnings_ack import refuse_unseen
from bukhara.store import drafts

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bukhara.model.access import Actor
    from bukhara.model.draft import Draft
    from bukhara.model.release import Release
    from bukhara.service.core import Core
    from bukhara.service.drafts.draft_reader import Filed
    from bukhara.service.drafts.releasing import Judged

NOT_AT_THE_HOUR = N_("It could not be published at its hour. Please look at it again, and approve it anew.")
_LOG = logging.getLogger(__name__)


class Publication:
    """Makes releases of drafts."""

    def __init__(self, core: Core, filed: Filed) -> None:
        """Stand on the core and on the drafts."""
        self._core, self._filed = core, filed

    def by_hand(self, actor: Actor, draft_id: int, note: str, seen: str) -> Release:
        """Publish a draft, its notes as they were seen; once published it gives the same release again."""
        draft = self._filed.draft(actor, draft_id)
        authorize(self._core, actor, Action.PUBLISH, draft.subject)
        if draft.state is not DraftState.PUBLISHED:
            self._refuse_closed_or_held(draft)
            why, judged = said(note or draft.note), self._filed.sound(draft)
            refuse_unseen(judged.reading, seen)
            with self._core.opened().writing() as connection:
                draft = self._filed.within(connection, actor, draft_id)
                if draft.state is not DraftState.PUBLISHED:
                    self._refuse_closed_or_held(draft)
                    draft = self._release(connection, draft, judged, actor=actor.name, note=why)
        return self._core.release(draft.release) if draft.release else self._core.opened().releases()[-1]

    def due(self) -> None:
        """Publish the drafts whose hour has come; one that cannot be published goes back to review.

        A store that cannot be written is only logged: readers get the record as it is, and the next call tries again.
        """
        with self._core.opened().reading() as connection:
            waiting = drafts.scheduled(connection)
        now = self._core.now()
        try:
            for draft in waiting:
                if draft.publish_at is not None and draft.publish_at <= now:
                    self._publish_or_put_back(draft)
        except StoreUnavailable as trouble:
            _LOG.warning("what is due is published at the next request: %s", trouble)

    def _publish_or_put_back(self, draft: Draft) -> None:
        try:
            judged, who = self._filed.sound(draft), draft.approved_by
            with self._core.opened().writing() as connection:
                # Of several workers that found it due, the first has changed it.
                if drafts.find(connection, draft.draft_id) == draft:
                    self._release(connection, draft, judged, actor=who, note=draft.note)
        except NotRead:
            _LOG.warning("draft %d is due and could not be read now; it is tried again", draft.draft_id)
        except (BaseOutdated, DraftConflict, FrameworkInvalid, ReleaseUnknown) as trouble:
            with self._core.opened().writing() as connection:
                if drafts.find(connection, draft.draft_id) == draft:
                    changes: dict[str, Any] = {**CLEARED, "note": NOT_AT_THE_HOUR}
                    drafts.move(connection, draft, state=DraftState.IN_REVIEW, **changes)
                    self._filed.note(
                        connection, draft.approved_by, AuditAction.DRAFT_PUT_BACK, draft, reason=str(trouble)
                    )

    def _release(self, connection: Connection, draft: Draft, judged: Judged, *, actor: str, note: str) -> Draft:
        now = self._core.now()
        return releasing.release(connection, draft, judged, self._core.held, actor=actor, note=note, now=now)

    def _refuse_closed_or_held(self, draft: Draft) -> None:
        way(draft.state, Step.PUBLISH, two_persons=self._core.settings.two_persons)
        if draft.publish_at is not None and draft.publish_at > self._core.now():
            raise DraftConflict(schedule.HELD)
