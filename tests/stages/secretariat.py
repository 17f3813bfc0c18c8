"""What a secretariat and a commission do with a record, through the service: templates, workbooks, rounds, replies."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from bukhara.i18n.words import words_of
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import IndicatorType, Kind, SourceClass, State, Status
from bukhara.model.framework import Framework
from bukhara.model.round import ReplyKind
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.service import Service
from bukhara.service.rounds.replies import ReplyWords
from tests.filled_in import FilledIn
from tests.web.site_client import SECRETARIAT, commission

PLAN = "BD-13.1"
STEPS = (Status.IN_PLACE, Status.UNDER_WAY, Status.IN_PLACE, Status.PLANNED, Status.CHALLENGE, Status.IN_PLACE)
"""The statuses that the answers to a round have in turn."""

LAST_YEAR = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}


@dataclass
class Secretariat:
    """Works on one store; states are named by their number in the order of the framework."""

    service: Service

    @property
    def framework(self) -> Framework:
        """The framework of the file."""
        return self.service.framework()

    def state(self, number: int) -> str:
        """Return the code of a state."""
        return self.framework.countries[number].code

    def body(self, country: str) -> str:
        """Return the first institution of a state."""
        return next(body.key for body in self.framework.bodies if body.country == country)

    def letter(self, number: int, indicator: str, status: Status, on: date, since: str = "") -> None:
        """Type in one answer of a letter, and publish it."""
        country = self.state(number)
        row = Statement(
            country=country,
            item=self._item(indicator),
            indicator=indicator,
            kind=Kind.IMPLEMENTATION,
            state=State.VALUE,
            status=status,
            statement="The letter describes the step that was taken.",
            since=since,
        )
        answer = LetterAnswer(row=row, body=self.body(country), document_number=f"{number + 1}/{on:%j}", date=on)
        self._publish(self.service.drafts.answer(SECRETARIAT, answer).draft_id, f"Letter of {on.isoformat()}")

    def open_round(self, title: str, title_ru: str) -> str:
        """Open a round about every theme."""
        return self.service.rounds.open(SECRETARIAT, Text.of(title, ru=title_ru))

    def send(self, round_id: str, numbers: range | list[int], sent: date, due: date) -> None:
        """Mark a round as sent to some states."""
        countries = [self.state(number) for number in numbers]
        assert self.service.rounds.send(SECRETARIAT, round_id, countries, sent=sent, due=due) is not None

    def close(self, round_id: str) -> None:
        """Close a round."""
        self.service.rounds.close(SECRETARIAT, round_id)

    def answer_round(self, number: int, on: date, plan: tuple[str, str] = ("2024", "2028")) -> None:
        """Publish the template of a state with every white row filled in; `plan` is first and last year of its plan."""
        self._send(self.answered(number, on, plan), self.state(number), f"Answer of {self.state(number)} of {on}")

    def answered(self, number: int, on: date, plan: tuple[str, str] = ("2024", "2028")) -> FilledIn:
        """Return the template of a state with every white row filled in."""
        country = self.state(number)
        filled = FilledIn(self.service.drafts.template(SECRETARIAT, country))
        source = self.source(filled, country, on)
        for index, row in enumerate(_white(filled)):
            filled.write(row, source_id=source, body=self.body(country), **self._answer(filled, row, index + number))
            if filled.value(row, "indicator") == PLAN:
                filled.write(row, kind="implementation", status="in_place", level=1, since=plan[0], valid_until=plan[1])
        figures = filled.on("Figures")
        for row in _white(figures):
            figures.write(row, source_id=source, reporter=self.body(country), state="not_available", **LAST_YEAR)
        return filled

    def plan(self, number: int, on: date, since: str, until: str) -> None:
        """Publish a workbook with the plan of a state in force for some years."""
        country = self.state(number)
        filled = FilledIn(self.service.drafts.template(SECRETARIAT, country))
        filled.add(
            country=country, item=self._item(PLAN), indicator=PLAN, kind="implementation", state="value",
            status="in_place", since=since, valid_until=until, statement="The plan was adopted by the government.",
            lang="en", body=self.body(country), evidence_grade="statement_on_record",
            source_id=self.source(filled, country, on),
        )  # fmt: skip
        self._send(filled, country, f"Plan of {country}")

    def reply(self, number: int, item: str, kind: ReplyKind, words: str, on: date) -> None:
        """Give a reply as the commission of a state, and publish it."""
        country = self.state(number)
        given = ReplyWords(
            kind=kind, words=words, lang="en", body=self.body(country), given_on=on, document_number="12/3"
        )
        self.service.replies.give(commission(country), {item: ""}, given)
        self.service.replies.publish(SECRETARIAT, country)

    def code_anew(self, number: int, item: str, was: Status, now: Status) -> None:
        """Change the coding of a theme of a state: other statuses for the same source."""
        country = self.state(number)
        filled = FilledIn(self.service.drafts.template(SECRETARIAT, country))
        shown = {Status.IN_PLACE: "in place", Status.UNDER_WAY: "under way"}
        rows = filled.rows(item=item, status=shown[was])
        assert rows, (item, was)
        for row in rows:
            filled.write(row, status=now, level=None, answer_row="correction", revision_reason="The source read again.")
        self._send(filled, country, f"Coding of {item} changed")

    def take_back_newest(self) -> None:
        """Take the newest release back."""
        self.service.reverts.revert(SECRETARIAT, self.service.ready(), "Sent by mistake")

    def _answer(self, filled: FilledIn, row: int, turn: int) -> dict[str, Any]:
        """Return the cells of an answer to the question of a row, in words of its turn."""
        asked = self.framework.indicator(filled.value(row, "indicator"))
        cells: dict[str, Any] = {
            "kind": filled.value(row, "kind") or "implementation",
            "state": "value",
            "statement": f"The answer to this question, number {turn}.",
            "lang": "en",
            "evidence_grade": "statement_on_record",
        }
        if asked.type is IndicatorType.ACTIVITY:
            return cells | {"status": "continuing"}
        if asked.type is not IndicatorType.MILESTONE:
            return cells
        status = STEPS[turn % len(STEPS)]
        levels = {Status.IN_PLACE: 1, Status.UNDER_WAY: 0.5}
        kind = "challenge" if status is Status.CHALLENGE else "implementation"
        return cells | {"kind": kind, "status": status, "level": levels.get(status, 0), "since": "2025"}

    def source(self, filled: FilledIn, country: str, on: date) -> str:
        """Add the answer of a state as a source, and return its id."""
        exercise = self.framework.exercise
        name = f"{country.lower()}-answer-{on.isoformat()}"
        title = f"Answer of {self.framework.country(country).short.in_('en')}, {words_of('en').date(on)}"
        filled.on("Sources").add(
            source_id=name,
            source_class=SourceClass.EXERCISE if exercise else SourceClass.STATE_SUBMISSION,
            title=f"EXERCISE (invented): {title}" if exercise else title,
            body=self.body(country),
            document_number=f"04/{on:%j}",
            date=on,
            language="en",
            access="internal",
        )
        return name

    def _send(self, filled: FilledIn, country: str, note: str) -> None:
        draft = self.service.drafts.receive(SECRETARIAT, f"{country}.xlsx", filled.saved())
        self._publish(draft.draft_id, note)

    def _publish(self, draft_id: int, note: str) -> None:
        reading = self.service.drafts.reading(SECRETARIAT, draft_id)
        assert reading.acceptable, [str(finding) for finding in reading.findings]
        before = self.service.ready()
        assert self.service.drafts.publish(SECRETARIAT, draft_id, note).number > before

    def _item(self, indicator: str) -> str:
        return next(i.id for i in self.framework.items if any(each.id == indicator for each in i.indicators))


def _white(filled: FilledIn) -> Iterator[int]:
    """Yield the rows that wait for an answer."""
    return (row for row in filled.rows() if not filled.value(row, "state"))
