"""The facade of the service: reading, publishing, templates; accounts, drafts, rounds and replies as its parts."""

import csv
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from bukhara.access import Action, decide
from bukhara.i18n.words import words_of
from bukhara.model.access import Actor
from bukhara.model.codes import WorkbookKind
from bukhara.model.release import Release, Snapshot
from bukhara.pack import Pack, PackChoice, build, day_of
from bukhara.service.accounts.accounts import Accounts
from bukhara.service.accounts.sessions import Sessions
from bukhara.service.core import Core, utc_now
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.drafts.questions import Questions
from bukhara.service.headings import Headings
from bukhara.service.packs.packs import Packs
from bukhara.service.publish_result import Checked, Outcome, as_submission
from bukhara.service.releases.record_history import RecordHistory
from bukhara.service.releases.reverts import Reverts
from bukhara.service.releases.withdrawals import Withdrawals
from bukhara.service.rounds.decisions import Decisions
from bukhara.service.rounds.replies import Replies
from bukhara.service.rounds.rounds import Rounds
from bukhara.service.tasks import Tasks
from bukhara.service.workbooks.record_comparison import beside_record
from bukhara.service.workbooks.statement_languages import shown_in
from bukhara.service.workbooks.template_contents import contents_to_answer
from bukhara.settings import Settings
from bukhara.views.evidence.library import LibraryDocument, documents
from bukhara.wing import functions
from bukhara.workbook import WorkbookReading
from bukhara.workbook.reading import inspection
from bukhara.workbook.writing.template import write

T = TypeVar("T")


@cache
def with_passages(data_dir: Path) -> frozenset[str]:
    """Return the ids of the sources whose cited lines are shipped."""
    return frozenset(path.stem for path in (data_dir / "passages").glob("*.txt"))


@cache
def passages_of(data_dir: Path, source_id: str) -> tuple[tuple[int, str], ...]:
    """Return number and text of the shipped lines of a source; none if it may not be reproduced.

    A line that is left out has its number and an empty text.
    """
    if source_id not in with_passages(data_dir):
        return ()
    rows = (data_dir / "passages" / f"{source_id}.txt").read_text(encoding="utf-8").splitlines()
    parts = (row.partition("\t") for row in rows if row and not row.startswith("#"))
    return tuple((int(number), text) for number, _, text in parts)


class Service(Core):
    """Everything that can be read and changed in one store; safe for many threads.

    With `last_release` readers get the record as it was when that release was the newest.
    """

    def __init__(
        self, settings: Settings, clock: Callable[[], datetime] = utc_now, last_release: int | None = None
    ) -> None:
        super().__init__(settings, clock)
        self._last_release = last_release
        self.accounts = Accounts(self)
        self.sessions = Sessions(self)
        self.drafts = Drafts(self)
        self.headings = Headings(self)
        self.history = RecordHistory(self)
        self.rounds = Rounds(self)
        self.replies = Replies(self)
        self.decisions = Decisions(self)
        self.reverts = Reverts(self)
        self.questions = Questions(self, self.drafts)
        self.tasks = Tasks(self, self.drafts, self.rounds, self.replies, self.questions)
        self.packs = Packs(self, self.pack, self.snapshot_of)
        self.withdrawals = Withdrawals(self)
        self._parts: dict[object, Any] = {}

    def part(self, make: "Callable[[Service], T]") -> T:
        """Return the part of the service that a wing makes of it, always the same one."""
        found: T = self._parts.setdefault(make, self._parts.get(make) or make(self))
        return found

    def ready(self) -> int:
        """Return the number of the newest release that readers get."""
        newest = super().ready()
        return newest if self._last_release is None else min(newest, self._last_release)

    def releases(self) -> tuple[Release, ...]:
        """Return every release that readers get, in order of its number."""
        newest = self.ready()
        return tuple(each for each in super().releases() if each.number <= newest)

    def publish_due(self) -> None:
        """Publish the drafts that are due; one that cannot be published goes back to review.

        Each web request, and each command that reads or changes the record, calls this once; reading never publishes.
        """
        self.drafts.publisher.publish_due()

    def check(self, path: Path) -> WorkbookReading:
        """Return the rows and findings of a workbook, checked against the record; nothing is stored."""
        return beside_record(self, inspection.inspect(path, self.framework()))

    def checked(self, paths: Sequence[Path]) -> tuple[Checked, ...]:
        """Return each file with its rows and findings."""
        framework = self.framework()
        return tuple(Checked(path, inspection.inspect(path, framework)) for path in paths)

    def publish(self, paths: Sequence[Path], actor: str, note: str) -> Outcome:
        """Publish workbooks in one transaction, or none of them if one has errors.

        Raises BaseOutdated if the same rows were changed after the base release of a workbook.
        """
        store = self.opened()
        checked = tuple(Checked(each.path, beside_record(self, each.reading)) for each in self.checked(paths))
        if not all(each.reading.acceptable for each in checked):
            return Outcome(checked, None, changed=False)
        before = store.ready()
        submissions = [as_submission(each.reading) for each in checked]
        release = store.publish(submissions, self.stamp(actor, note))
        return Outcome(checked, release, changed=release.number != before)

    def may_see_questions(self, actor: Actor, country: str) -> bool:
        """Return whether `actor` may see the questions to a state: its commission from the day in the settings on."""
        settings = self.settings
        if decide(actor, Action.QUESTIONS, "").allowed:
            return True
        is_open = settings.questions_from is not None and settings.questions_from <= self.today()
        return is_open and decide(actor, Action.QUESTIONS, country).allowed

    def pack(self, choice: PackChoice, shown: Snapshot | None = None) -> Pack:
        """Return the slides of a choice, made from the newest release on the day of its conference.

        With `shown`, such as the preview of a draft, they are made from it. Those of a draft say that it is one.
        """
        snapshot, address, template = shown or self.snapshot_of(choice), self.settings.base_url, self.slide_template()
        make = partial(build, snapshot, self.past(snapshot), choice, address=address, template=template)
        usual = PackChoice(conference=choice.conference, languages=choice.languages, country=choice.country)
        return self.kept(snapshot, ("pack", choice, address, template), make) if choice == usual else make()

    def slide_template(self) -> bytes:
        """Return the PowerPoint template in which slides are made, which a wing keeps; empty for our own."""
        return next((found for each in functions("shows", "template of slides") if (found := each(self))), b"")

    def snapshot_of(self, choice: PackChoice) -> Snapshot:
        """Return the newest release on the day of the conference of a choice."""
        newest = self.snapshot()
        day = day_of(newest.framework, choice.conference)
        return self.snapshot(day) if day else newest

    def open_copies(self) -> dict[str, str]:
        """Return the source of each copy of one that wings give to anybody, by the id of the copy."""
        return {copy: source for copies in functions("open_copies") for copy, source in copies(self).items()}

    def library(self, snapshot: Snapshot) -> tuple[LibraryDocument, ...]:
        """Return every source, with what of its text can be read here."""
        copies = frozenset(self.open_copies().values())
        return self.view(documents, snapshot, with_passages(self.settings.data_dir), copies)

    @cached_property
    def searches(self) -> tuple[dict[str, str], ...]:
        """The rows of the searches for acts that are written down; none where nobody has written them."""
        file = self.settings.data_dir / "searched.csv"
        return tuple(csv.DictReader(file.read_text(encoding="utf-8").splitlines() if file.is_file() else []))

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
        contents = shown_in(contents_to_answer(self, subject, language, empty=empty, round_id=round_id), language)
        return write(contents, words_of(language))
