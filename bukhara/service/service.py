"""The facade of the service: reading, publishing, templates; accounts, drafts, rounds and replies as its parts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bukhara import workbook
from bukhara.access import Action, decide
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.model.codes import WorkbookKind
from bukhara.model.release import Snapshot
from bukhara.model.round import Round
from bukhara.pack import Pack, PackChoice, build, day_of
from bukhara.service.accounts.accounts import Accounts
from bukhara.service.accounts.sessions import Sessions
from bukhara.service.core import Core, utc_now
from bukhara.service.decisions import Decisions
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.headings import Headings
from bukhara.service.packs import Packs
from bukhara.service.passages import passages_of
from bukhara.service.publish_result import Checked, Outcome
from bukhara.service.record_history import RecordHistory
from bukhara.service.reverts import Reverts
from bukhara.service.rounds.replies import Replies
from bukhara.service.rounds.rounds import Rounds
from bukhara.service.rounds.template_contents import Wanted, template_contents
from bukhara.service.snapshots import view
from bukhara.settings import Settings
from bukhara.store import rounds


class Service(Core):
    """Everything that can be read and changed in one store; safe for many threads."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        super().__init__(settings, clock)
        self.accounts = Accounts(self)
        self.sessions = Sessions(self)
        self.drafts = Drafts(self, self)
        self.headings = Headings(self)
        self.history = RecordHistory(self)
        self.rounds = Rounds(self)
        self.replies = Replies(self)
        self.decisions = Decisions(self)
        self.reverts = Reverts(self)
        self.packs = Packs(self, self.pack)

    def publish_due(self) -> None:
        """Publish the drafts that are due; one that cannot be published goes back to review.

        Each web request, and each command that reads or changes the record, calls this once; reading never publishes.
        """
        self.drafts.publisher.publish_due()

    def publish(self, paths: Sequence[Path], actor: str, note: str) -> Outcome:
        """Publish workbooks in one transaction, or none of them if one has errors.

        Raises BaseOutdated if the same rows were changed after the base release of a workbook.
        """
        store = self.opened()
        checked = tuple(Checked(each.path, self.beside_record(each.reading)) for each in self.checked(paths))
        if not all(each.reading.acceptable for each in checked):
            return Outcome(checked, None, changed=False)
        before = store.ready()
        submissions = [self.submission(each.reading) for each in checked]
        release = store.publish(submissions, edition=self.edition(), actor=actor, note=note, now=self._clock())
        return Outcome(checked, release, changed=release.number != before)

    def may_see_questions(self, actor: Actor, country: str) -> bool:
        """Return whether `actor` may see the questions to a state: its commission from the day in the settings on."""
        settings = self.settings
        if decide(actor, Action.QUESTIONS, "").allowed:
            return True
        today = self.now().astimezone(ZoneInfo(settings.time_zone)).date()
        is_open = settings.questions_from is not None and settings.questions_from <= today
        return is_open and decide(actor, Action.QUESTIONS, country).allowed

    def pack(self, choice: PackChoice, shown: Snapshot | None = None) -> Pack:
        """Return the slides of a choice, made from the newest release on the day of its conference.

        With `shown`, such as the preview of a draft, they are made from it. Those of a draft say that it is one.
        """
        newest = shown or self.snapshot()
        day = None if shown else day_of(newest.framework, choice.conference)
        snapshot = self.snapshot(day) if day else newest
        return build(snapshot, self.past(snapshot), choice, address=self.settings.base_url)

    def passages(self, source_id: str) -> tuple[tuple[int, str], ...]:
        """Return number and text of the lines of a source that are shipped; none if it may not be reproduced."""
        return passages_of(self.settings.data_dir, source_id)

    def template(
        self, subject: WorkbookKind | str, language: str = "en", *, empty: bool = False, round_id: str = ""
    ) -> bytes:
        """Return the template of a country's (or REG's) tracker, or of the statistics or partners, as .xlsx.

        It is pre-filled with the last accepted values unless `empty`, and has the questions of the round `round_id`, or
        of the newest open one. Raises KeyError for an unknown country or round.
        """
        contents = self.to_answer(subject, language, empty=empty, round_id=round_id)
        return workbook.write(contents, words_of(language))

    def word_form(self, country: str, language: str = "en", *, empty: bool = False, round_id: str = "") -> bytes:
        """Return the same questions as a Word form, for clearance inside a ministry; countries and REG only."""
        contents = self.to_answer(country, language, empty=empty, round_id=round_id)
        return workbook.word_form(contents, words_of(language))

    def to_answer(
        self, subject: WorkbookKind | str, language: str, *, empty: bool, round_id: str
    ) -> workbook.WorkbookContents:
        """Return the contents of a template: the last accepted values and the questions."""
        # Unguarded: a form with figures withheld in it would overwrite them when it comes back.
        held = self.held(self.ready())
        framework = self.parsed(held.framework_text, exercise=held.exercise)
        # Without rows derived from requests and replies: uploaded again, they would be changes.
        rows = replace(held, requests=(), replies=())
        snapshot = view(rows, framework, as_of=date.max, desk_research=True)
        asking, asked_on = self._round(subject, round_id)
        wanted = Wanted(subject=subject, language=language, empty=empty, round_=asking, asked_on=asked_on)
        return template_contents(snapshot, wanted, self.framework())

    def _round(self, country: str, round_id: str) -> tuple[Round | None, date | None]:
        """Return the round of a template, and the day on which it was sent to the country."""
        with self.opened().reading() as connection:
            listed = rounds.listed(connection)
            if round_id and round_id not in {each.round_id for each in listed}:
                raise KeyError(round_id)
            wanted = [each for each in listed if (each.round_id == round_id if round_id else not each.closed)]
            if not wanted:
                return None, None
            noted = rounds.asked(connection, wanted[0].round_id)
        return wanted[0], next((line.sent for line in noted if line.country == country), None)
