"""What the statuses of a snapshot rest on, for the sentences on every page and in every file."""

from collections import Counter
from collections.abc import Iterable

from bukhara.model.codes import OWN_WORDS, Position, SourceClass
from bukhara.model.countries import REGION
from bukhara.model.position import StatusBasis
from bukhara.model.release import Snapshot
from bukhara.progress.status import ItemStatus, statuses


def build(snapshot: Snapshot, country: str = "") -> StatusBasis:
    """Return the basis of all statuses of a state, or of all states."""
    found = (each for each in statuses(snapshot) if country in ("", each.country))
    return basis_of(snapshot, found, one_state=bool(country))


def basis_of(snapshot: Snapshot, found: Iterable[ItemStatus], *, one_state: bool) -> StatusBasis:
    """Return the basis of these statuses; those of the region are left out, because no state can confirm them."""
    coded = [each for each in found if each.position and each.applies and each.country != REGION]
    counts = Counter(each.position for each in coded)
    behind = {row.source_id for status in coded for each in status.indicators for row in each.behind}
    sources = [source for source in snapshot.sources if source.source_id in behind]
    reports = (each.date for each in sources if each.source_class is SourceClass.CONFERENCE_REPORT)
    answers = (each.date for each in sources if each.source_class in OWN_WORDS)
    return StatusBasis(
        positions={each: counts[each] for each in Position if counts[each]},
        report=max(reports, default=None),
        answers=max(answers, default=None),
        one_state=one_state,
        invented=snapshot.framework.exercise,
    )
