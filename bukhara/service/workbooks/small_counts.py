"""Finds small counts of persons that one word, the access of their source, shows exactly; pure."""

from collections.abc import Iterable, Iterator

from bukhara.disclosure import Policy
from bukhara.disclosure.persons import is_count, of_persons
from bukhara.disclosure.protect import is_published
from bukhara.model.codes import SourceClass, State
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.workbook import WorkbookReading, finding_at


def small_and_public(reading: WorkbookReading, accepted: Iterable[Observation], policy: Policy) -> Iterator[Finding]:
    """Yield the small counts of submissions that are said to be public; none that is in the record already.

    What a state sends is internal unless its source says otherwise: nothing else of a small count is shown.
    """
    public = {
        each.source_id
        for each in reading.sources
        if each.source_class is SourceClass.STATE_SUBMISSION and is_published(each)
    }
    held = {each.observation_id for each in accepted if each.source_id in public}
    for n, row in enumerate(reading.observations):
        is_exact = row.source_id in public and row.state is State.VALUE and is_count(row) and of_persons(row)
        if is_exact and (row.value or row.value_low or 0) < policy.threshold and row.observation_id not in held:
            yield finding_at(reading, "small-and-public", len(reading.statements) + n, "value", f"{row.value or 0:g}")
