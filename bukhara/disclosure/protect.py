"""The disclosure rule: all rows of one release in, the rows that may be shown out; one pass, no history."""

from collections.abc import Sequence

from bukhara.disclosure.breakdowns import breakdowns_of, is_within
from bukhara.disclosure.persons import is_count, of_persons
from bukhara.disclosure.rounding import Policy, shown_count, withheld, without_place
from bukhara.disclosure.shares import ShownCounts
from bukhara.model.codes import SourceClass, State
from bukhara.model.observation import Observation
from bukhara.model.source import Source


def protect(observations: Sequence[Observation], sources: Sequence[Source], policy: Policy) -> tuple[Observation, ...]:
    """Return the rows of a release as they may be shown, in the order given; give the whole release, unfiltered.

    Of unpublished counts of persons, those below the threshold are withheld and the others rounded. A breakdown with a
    withheld count is withheld with every finer one. Shares are computed from the counts that are shown.
    """
    published = {source.source_id for source in sources if is_published(source)}
    unpublished = [row.source_id not in published and of_persons(row) for row in observations]
    if not policy.guard or not any(unpublished):
        return tuple(observations)
    rows = [
        _by_itself(row, policy) if ours and is_count(row) else row
        for row, ours in zip(observations, unpublished, strict=True)
    ]
    counts = [row for row in rows if of_persons(row) and is_count(row)]
    not_shown = breakdowns_of(row for row in counts if row.state is State.SUPPRESSED)
    rows = [
        withheld(row) if ours and _is_shown_count(row) and is_within(row, not_shown) else row
        for row, ours in zip(rows, unpublished, strict=True)
    ]
    shown = ShownCounts([row for row in rows if _is_shown_count(row) and of_persons(row)])
    rows = [
        shown.share(row) if ours and row.state is State.VALUE and not is_count(row) else row
        for row, ours in zip(rows, unpublished, strict=True)
    ]
    return tuple(
        without_place(row) if ours and row.state is State.SUPPRESSED else row
        for row, ours in zip(rows, unpublished, strict=True)
    )


def is_published(source: Source) -> bool:
    """Return whether a named body has published the source, so that anybody can look the figure up.

    Figures of the exercise count as unpublished, so that the rule can be seen at work.
    """
    if source.source_class is SourceClass.EXERCISE or source.access != "public" or not source.body:
        return False
    return bool(source.address or source.document_number)


def _by_itself(row: Observation, policy: Policy) -> Observation:
    if row.state is State.VALUE:
        return shown_count(row, policy)
    return withheld(row) if row.state is State.SUPPRESSED else row


def _is_shown_count(row: Observation) -> bool:
    return row.state is State.VALUE and is_count(row)
