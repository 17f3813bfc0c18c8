"""What a state confirms in a workbook: the last answers to a question, or a figure, as its form showed them."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bukhara.model.codes import OWN_WORDS, Access
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import NO_TEXT
from bukhara.progress.seen_content import is_shown, rows_seen, seen_content
from bukhara.service.core import Core
from bukhara.store import StoredContents
from bukhara.views.releases.workbook_changes import RowChange, WorkbookChanges
from bukhara.workbook import WorkbookReading, finding_at, with_findings

_Subject = tuple[str, str]
"""An item and one of its questions; or a figure, by its id, and an empty text."""


def with_confirmations(
    core: Core, reading: WorkbookReading, held: StoredContents, moved: WorkbookChanges
) -> WorkbookReading:
    """Return a reading with the replies of its state to the rows that are marked as confirmed, or with findings.

    Rows with an error are not read: beside them no letter and no further answer is called missing.
    """
    if not reading.confirmed:
        return reading
    rows: Sequence[Statement | Observation] = (*reading.statements, *reading.observations)
    of_subject: dict[_Subject, list[int]] = defaultdict(list)
    for n in reading.confirmed:
        of_subject[_subject(rows[n])].append(n)
    now, country = core.snapshot(), rows[reading.confirmed[0]].country
    known = {source.source_id for source in held.sources}
    letters = (each for each in reading.sources if each.source_class in OWN_WORDS and each.source_id not in known)
    letter = next(letters, None) if country in {each.code for each in now.framework.countries} else None
    acts = [row.record for row in moved.differing if isinstance(row.record, Statement) and _tells_of_an_act(row)]
    differing = (row.record for row in moved.differing if row.record not in acts)
    altered = {_subject(each) for each in differing if not isinstance(each, Source)}
    agreed, found = [], []
    for subject, marked in of_subject.items():
        total = _answers(now, country, subject)
        trouble = (
            "confirmed-without-letter" if letter is None else "confirmed-and-changed" if subject in altered else ""
        )
        if not trouble and not is_as_seen(core, reading.base_release or held.release.number, country, subject):
            trouble = "confirmed-other-content"
        elif not trouble and len(marked) != total:
            trouble = "confirmed-in-part" if total > len(marked) else "confirmed-no-answer"
        if trouble:
            found.append(_finding(reading, trouble, marked, total))
        else:
            agreed.append(subject)
    seen = with_findings(reading, found if reading.acceptable else filter(_is_sure, found))
    if letter is None or not seen.acceptable:
        return seen
    then = replace(now, statements=(*now.statements, *acts), sources=(*now.sources, letter))
    return replace(seen, confirmations=tuple(_reply(then, country, each, letter) for each in agreed))


def is_as_seen(core: Core, release: int, country: str, subject: _Subject) -> bool:
    """Return whether a state sees of a question, or of a figure, what it saw in a release."""
    now, then = core.snapshot(), core.snapshot(release=release)
    return is_shown(then, subject[0]) and seen_content(now, country, *subject) == seen_content(then, country, *subject)


def _is_sure(finding: Finding) -> bool:
    return finding.code in ("confirmed-and-changed", "confirmed-other-content")


def _tells_of_an_act(change: RowChange) -> bool:
    """Return whether a row only says, from a new source, whether an act is in force: no answer to the question."""
    row, before = change.record, change.before
    new = before is None or before.source_id != row.source_id
    return new and isinstance(row, Statement) and bool(row.act_name) and row.status is None


def _subject(row: object) -> _Subject:
    if isinstance(row, Observation):
        return row.observation_id, ""
    assert isinstance(row, Statement), "sources are not confirmed"
    return row.item, row.indicator


def _answers(now: Snapshot, country: str, subject: _Subject) -> int:
    """Return how many statements a confirmation is about; a figure is one."""
    item, indicator = subject
    if not indicator:
        return int(is_shown(now, item))
    return sum(row.indicator == indicator for row in rows_seen(now, country, item)[0])


def _finding(reading: WorkbookReading, code: str, marked: Sequence[int], total: int) -> Finding:
    values = {"count": str(len(marked)), "total": str(total)}
    return finding_at(reading, code, marked[0], "answer_row", values=values)


def _reply(now: Snapshot, country: str, subject: _Subject, letter: Source) -> Reply:
    """Return the confirmation, bound to what is shown. The number of an internal letter is not published."""
    item, indicator = subject
    seen = seen_content(now, country, item, indicator)
    identity = "|".join((country, item, indicator, letter.source_id, seen))
    return Reply(
        reply_id="y-" + hashlib.sha256(identity.encode()).hexdigest()[:12],
        country=country,
        item=item,
        indicator=indicator,
        kind=ReplyKind.CONFIRMATION,
        words="",
        lang=letter.language or "en",
        translation=NO_TEXT,
        body=letter.body,
        document_number="" if letter.access != Access.PUBLIC else letter.document_number,
        given_on=letter.date,
        seen=seen,
    )
