"""The range of each state's own result under other weights, caps and codings (method 5). Never compares states."""

from dataclasses import dataclass

from bukhara.model.framework import Country
from bukhara.model.release import Snapshot
from bukhara.progress.counts import Counts, count_country
from bukhara.progress.coverage import Coverage, country_coverage, scored_items
from bukhara.progress.records import in_round
from bukhara.progress.second_coding import recoded
from bukhara.progress.sensitivity import Sensitivity, sensitivity
from bukhara.progress.status import statuses


@dataclass(frozen=True, slots=True, kw_only=True)
class Robust:
    """One state alone: its counts as decided and by the other coder, and its mean level over the draws.

    Without a second coding, `other` has no value (None). In a reading and without an answer, the last three have none.
    """

    country: Country
    counts: Counts
    other: Counts | None
    coverage: Coverage | None
    uncapped: Sensitivity | None
    capped: Sensitivity | None


def build(snapshot: Snapshot) -> tuple[Robust, ...]:
    """Return the results of every state in the fixed order."""
    framework, found = snapshot.framework, statuses(snapshot)
    coded = recoded(snapshot)
    again = statuses(coded) if coded else None
    rows = []
    for country in framework.countries:
        levels = in_round(framework, country.code, snapshot.as_of)
        scored = scored_items(found, framework, country.code) if levels else ()
        rows.append(
            Robust(
                country=country,
                counts=count_country(found, country.code),
                other=count_country(again, country.code) if again else None,
                coverage=country_coverage(found, framework, country.code, on=snapshot.as_of),
                uncapped=sensitivity(scored, framework.method, capped=False),
                capped=sensitivity(scored, framework.method, capped=True),
            )
        )
    return tuple(rows)
