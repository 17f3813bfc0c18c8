"""The service: the one door for reading and changing; accounts, drafts, rounds, replies are its side doors."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from bukhara import workbook as workbook_room
from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.service.accounts import Accounts
from bukhara.service.core import Core, submission, utc_now
from bukhara.service.decisions import Decisions
from bukhara.service.desk import Desk
from bukhara.service.outcome import Outcome
from bukhara.service.prefilling import prefilled
from bukhara.service.replies import Replies
from bukhara.service.rounds import Rounds
from bukhara.service.viewing import view

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bukhara.model.release import Release
    from bukhara.settings import Settings


class Service(Core):
    """The whole of what can be asked and done; safe for many threads."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        """Remember the settings; the store is opened, and seeded, when it is first needed."""
        super().__init__(settings, clock)
        self.accounts = Accounts(self)
        self.desk = Desk(self)
        self.rounds = Rounds(self)
        self.replies = Replies(self)
        self.decisions = Decisions(self)

    def publish(self, paths: Sequence[Path], actor: str, note: str) -> Outcome:
        """Publish workbooks together, in one transaction, or none of them where one has errors.

        Raises BaseOutdated where the same rows were changed after the base release of a workbook.
        """
        store = self.opened()
        checked = self.checked(paths)
        if not all(each.reading.acceptable for each in checked):
            return Outcome(checked, None, changed=False)
        before = store.ready()
        submissions = [submission(each.reading) for each in checked]
        release = store.publish(submissions, edition=self.edition(), actor=actor, note=note, now=self._clock())
        return Outcome(checked, release, changed=release.number != before)

    def revert(self, number: int, actor: str, note: str) -> Release:
        """Publish again what release `number` held; of the newest release, what stood before it."""
        return self.opened().revert(number, actor=actor, note=note, now=self._clock())

    def template(self, subject: WorkbookKind | str, language: str = "en", *, empty: bool = False) -> bytes:
        """Return the .xlsx of a country's (or REG's) tracker, or of the statistics or partners.

        It is pre-filled with the last accepted values unless `empty`. KeyError for a country that is unknown.
        """
        # Unguarded: a form with figures withheld in it would overwrite them when it comes back.
        held = self.held(self.ready())
        framework = self.parsed(held.framework_text, exercise=held.exercise)
        snapshot = view(held, framework, as_of=date.max, desk_research=True)
        contents = prefilled(snapshot, subject, framework=self.framework(), language=language, empty=empty)
        return workbook_room.write(contents, words_of(language))
