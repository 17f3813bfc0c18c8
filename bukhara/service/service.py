"""The service: the one door for reading and changing; accounts, drafts, rounds, replies are its side doors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from bukhara import workbook as workbook_room
from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.service.asking.prefilling import Wanted, prefilled
from bukhara.service.asking.replies import Replies
from bukhara.service.asking.rounds import Rounds
from bukhara.service.core import Core, submission, utc_now
from bukhara.service.decisions import Decisions
from bukhara.service.drafts.desk import Desk
from bukhara.service.headings import Headings
from bukhara.service.outcome import Checked, Outcome
from bukhara.service.people.accounts import Accounts
from bukhara.service.people.sessions import Sessions
from bukhara.service.viewing import view
from bukhara.store import rounds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from bukhara.model.asking import Round
    from bukhara.model.release import Release
    from bukhara.settings import Settings


class Service(Core):
    """The whole of what can be asked and done; safe for many threads."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        """Remember the settings; the store is opened, and seeded, when it is first needed."""
        super().__init__(settings, clock)
        self.accounts = Accounts(self)
        self.sessions = Sessions(self)
        self.desk = Desk(self, self)
        self.headings = Headings(self)
        self.rounds = Rounds(self)
        self.replies = Replies(self)
        self.decisions = Decisions(self)

    def ready(self) -> int:
        """Return the number of the newest release, with what was approved for an hour that has come."""
        self.desk.publish_due()
        return super().ready()

    def prepare(self) -> int:
        """Return the number of the newest release when all that its pages need is there."""
        newest = self.ready()
        self.shown(newest)
        return newest

    def releases(self) -> tuple[Release, ...]:
        """Return every release in order of its number, with what was approved for an hour that has come."""
        self.desk.publish_due()
        return super().releases()

    def publish(self, paths: Sequence[Path], actor: str, note: str) -> Outcome:
        """Publish workbooks together, in one transaction, or none of them where one has errors.

        Raises BaseOutdated where the same rows were changed after the base release of a workbook.
        """
        store = self.opened()
        checked = tuple(Checked(each.path, self.beside_record(each.reading)) for each in self.checked(paths))
        if not all(each.reading.acceptable for each in checked):
            return Outcome(checked, None, changed=False)
        before = store.ready()
        submissions = [submission(each.reading) for each in checked]
        release = store.publish(submissions, edition=self.edition(), actor=actor, note=note, now=self._clock())
        return Outcome(checked, release, changed=release.number != before)

    def revert(self, number: int, actor: str, note: str) -> Release:
        """Publish again what release `number` held; of the newest release, what stood before it."""
        return self.opened().revert(number, actor=actor, note=note, now=self._clock())

    def template(
        self, subject: WorkbookKind | str, language: str = "en", *, empty: bool = False, round_id: str = ""
    ) -> bytes:
        """Return the .xlsx of a country's (or REG's) tracker, or of the statistics or partners.

        It is pre-filled with the last accepted values unless `empty`, and asks what the round asks: the one named, else
        the newest that is open. KeyError for a country or a round that is unknown.
        """
        contents = self.to_answer(subject, language, empty=empty, round_id=round_id)
        return workbook_room.write(contents, words_of(language))

    def word_form(self, country: str, language: str = "en", *, empty: bool = False, round_id: str = "") -> bytes:
        """Return the same questions as a Word form, for clearance inside a ministry; countries and REG only."""
        contents = self.to_answer(country, language, empty=empty, round_id=round_id)
        return workbook_room.word_form(contents, words_of(language))

    def to_answer(
        self, subject: WorkbookKind | str, language: str, *, empty: bool, round_id: str
    ) -> workbook_room.WorkbookContents:
        """Return what a template holds: the last accepted values, and what is asked."""
        # Unguarded: a form with figures withheld in it would overwrite them when it comes back.
        held = self.held(self.ready())
        framework = self.parsed(held.framework_text, exercise=held.exercise)
        # Nor with what requests and replies make of the rows: coming back, that would be a change.
        rows = replace(held, requests=(), replies=())
        snapshot = view(rows, framework, as_of=date.max, desk_research=True)
        asking, asked_on = self._round(subject, round_id)
        wanted = Wanted(subject=subject, language=language, empty=empty, round_=asking, asked_on=asked_on)
        return prefilled(snapshot, wanted, self.framework())

    def _round(self, country: str, round_id: str) -> tuple[Round | None, date | None]:
        """Return the round that a template is for, and the day on which it was sent to the country."""
        with self.opened().reading() as connection:
            listed = rounds.listed(connection)
            if round_id and round_id not in {each.round_id for each in listed}:
                raise KeyError(round_id)
            wanted = [each for each in listed if (each.round_id == round_id if round_id else not each.closed)]
            if not wanted:
                return None, None
            noted = rounds.asked(connection, wanted[0].round_id)
        return wanted[0], next((line.sent for line in noted if line.country == country), None)
