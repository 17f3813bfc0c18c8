"""Finds answers to a round that is closed, cleared, replaced by a newer one, or was never sent to the state; pure.

A round is *closed* by hand. It is *cleared* in a state once the day of clearance is noted and the record has an answer
of that state to it. It is *replaced* in a state for the themes that a later round sent there asks again. An answer that
is in the record already is never late.
"""

from collections.abc import Iterator
from datetime import date

from bukhara.model.codes import WorkbookKind
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.round import Round, RoundProgress
from bukhara.model.statement import Statement
from bukhara.service.reading.pending_requests import NO_ANSWER
from bukhara.store import StoredContents
from bukhara.workbook import WorkbookReading, finding_at

Row = Statement | Observation
Against = tuple[str, dict[str, str]]
"""The code of a finding, and what fills its sentence."""


def late_answers(
    reading: WorkbookReading, held: StoredContents, rounds: tuple[Round, ...], lines: tuple[RoundProgress, ...]
) -> Iterator[Finding]:
    """Yield the new answers that are too late; `rounds` newest first, `lines` their progress in each state."""
    if not rounds:
        return
    check = _AnswerCheck(reading, held, rounds, lines)
    rows: tuple[Row, ...] = (*reading.statements, *reading.observations)
    for n, row in enumerate(rows):
        if found := check.about(row):
            code, values = found
            yield finding_at(reading, code, n, "asked_on", str(row.asked_on or ""), values=values)


def days_asked(
    reading: WorkbookReading, rounds: tuple[Round, ...], lines: tuple[RoundProgress, ...]
) -> dict[str, date]:
    """Return the day on which each state was asked in the round of a workbook's template."""
    template = round_of(reading, rounds)
    mine = (line for line in lines if template is not None and line.round_id == template.round_id)
    return {line.country: line.sent for line in mine if line.sent is not None}


class _AnswerCheck:
    """Checks rows against the rounds, the record, and the round of the uploaded template."""

    def __init__(
        self,
        reading: WorkbookReading,
        held: StoredContents,
        rounds: tuple[Round, ...],
        lines: tuple[RoundProgress, ...],
    ) -> None:
        self._rounds = {each.round_id: each for each in rounds}
        # a request that was taken back with its release was never sent
        requested = {(request.round_id, request.country) for request in held.requests}
        self._sent = tuple(line for line in lines if line.sent and (line.round_id, line.country) in requested)
        self._template = round_of(reading, rounds)
        rows: tuple[Row, ...] = (*held.statements, *held.observations)
        self._held = frozenset(_key(row) for row in rows)
        self._answers = frozenset(_key(row) for row in rows if row.state not in NO_ANSWER)
        self._answered = frozenset((row.country, row.asked_on) for row in rows if row.state not in NO_ANSWER)

    def about(self, row: Row) -> Against | None:
        """Return the finding against a row, or None."""
        # what a template of today holds without an answer is asked again by its round
        known = self._held if self._is_of_today(row.country) else self._answers
        if row.state in NO_ANSWER or _key(row) in known:
            return None
        line = self._line(row)
        if line is not None:
            return self._against(line, row)
        elsewhere = row.asked_on and any(each.sent == row.asked_on for each in self._sent)
        return ("round-not-asked", {}) if elsewhere else None

    def _line(self, row: Row) -> RoundProgress | None:
        """Return the round that a row answers: the one sent on its day, else that of its template."""
        mine = {each.round_id: each for each in self._sent if each.country == row.country}
        of_day = next((mine[name] for name in self._rounds if name in mine and mine[name].sent == row.asked_on), None)
        template = self._template
        if of_day or template is None or (row.asked_on and template.round_id not in mine):
            return of_day
        return mine.get(template.round_id, RoundProgress(round_id=template.round_id, country=row.country))

    def _against(self, line: RoundProgress, row: Row) -> Against | None:
        asking = self._rounds[line.round_id]
        titles = {f"round_{language}": title for language, title in asking.title.by_language}
        named = {"round": asking.title.in_("en"), **titles}
        newer = next((each.sent for each in self._sent if each.sent and self._replaces(each, line, row)), None)
        if newer is not None:
            return "round-replaced", {**named, "sent": newer.isoformat()}
        if asking.closed and line.sent:
            return "round-closed", named
        if line.cleared and (line.country, line.sent) in self._answered:
            return "round-cleared", {**named, "cleared": line.cleared.isoformat()}
        return None

    def _replaces(self, newer: RoundProgress, line: RoundProgress, row: Row) -> bool:
        asking, later = self._rounds[line.round_id], self._rounds[newer.round_id]
        if newer.country != line.country or later is asking:
            return False
        after = newer.sent > line.sent if line.sent and newer.sent else later.created_at > asking.created_at
        return after and (not later.items or (isinstance(row, Statement) and row.item in later.items))

    def _is_of_today(self, country: str) -> bool:
        mine = [each for each in self._sent if each.country == country]
        last = max(mine, key=lambda each: (each.sent or date.min, each.round_id), default=None)
        return bool(last and self._template and last.round_id == self._template.round_id and not self._template.closed)


def round_of(reading: WorkbookReading, rounds: tuple[Round, ...]) -> Round | None:
    """Return the round of the template, the newest if several have the same title; None for figures."""
    title = reading.round_title
    if reading.kind is not WorkbookKind.TRACKER or not title:
        return None
    return next((each for each in rounds if title in dict(each.title.by_language).values()), None)


def _key(row: Row) -> tuple[object, ...]:
    return row.country, row.indicator, row.source_id, row.asked_on
