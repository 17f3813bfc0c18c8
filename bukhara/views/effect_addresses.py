"""The public addresses whose text a publication changes, besides the number and date of the release."""

from collections.abc import Hashable, Iterable

from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.days import common_day, days_of
from bukhara.progress.status import ItemStatus
from bukhara.views import basis, country
from bukhara.views.effect import Effect

OF_ALL = (
    *("/", "/themes", "/needs", "/countries", "/timeline", "/panel", "/downloads"),
    *("/evidence", "/contested", "/search", "/method", "/declaration", "/statistics"),
    *("/chart/", "/embed/", "/evidence/observation/"),
)
"""The pages about all states; one that ends in `/` stands for all below it."""
OF_THE_SITE = "/accessibility", "/privacy"
"""The pages on which only head and foot are about the record."""


def addresses(effect: Effect, today: Snapshot, tomorrow: Snapshot) -> tuple[str, ...]:
    """Return the addresses of pages whose text would change: those about all, themes, sources, then those of states.

    What the head or the foot of the pages of all states says of them changes every page of a theme and of a source.
    """
    is_everywhere = _said_of_all(today) != _said_of_all(tomorrow)
    if effect.nothing and not is_everywhere:
        return ()
    rows = _rows(today) ^ _rows(tomorrow)
    moved = [status for cell in effect.moved for status in (cell.before, cell.after)]
    themes = {page.code for page in effect.pages if page.kind == "theme"} | {status.item for status in moved}
    cited = {row.source_id for row in rows} | {row.source_id for status in moved for row in _behind(status)}
    framework = tomorrow.framework
    places = (*framework.countries, *framework.regions)
    sources = dict.fromkeys((*tomorrow.sources, *(report.source for report in tomorrow.public_reports)))
    changed = {place.code for place in places if _is_about(effect, today, tomorrow, place.code)}
    return (
        *OF_ALL,
        *(OF_THE_SITE if is_everywhere else ()),
        # those of themes that left the list, too
        *(["/themes/"] if is_everywhere else [f"/themes/{item.id}" for item in framework.items if item.id in themes]),
        *(f"/evidence/{s.source_id}" for s in sources if is_everywhere or s.source_id in cited),
        *(
            address
            for place in places
            if place.code in changed
            for address in (f"/countries/{place.code}", f"/evidence/{place.code}/")
        ),
        *(
            f"/countries/{state.code}"
            for state in framework.countries
            if state.code not in changed and _offers(today, state.code) != _offers(tomorrow, state.code)
        ),
    )


def _said_of_all(snapshot: Snapshot) -> Hashable:
    return common_day(snapshot), snapshot.newest_source, repr(basis.build(snapshot))


def _rows(snapshot: Snapshot) -> set[Statement | Observation]:
    return {*snapshot.statements, *snapshot.observations}


def _behind(status: ItemStatus) -> Iterable[Statement]:
    return (row for asked in status.indicators for row in asked.behind)


def _is_about(effect: Effect, today: Snapshot, tomorrow: Snapshot, code: str) -> bool:
    """Return whether rows, statuses, differences or the day of a state would change."""
    named = {cell.country for cell in effect.moved} | {counted.country for counted in effect.counts}
    named |= {each.country for each in effect.changed_sentences} | {each.country for each in effect.days}
    named |= {each.country for each in (*effect.differences, *effect.settled)}
    named |= {figure.country for figure in (*effect.withheld, *effect.disclosed)}
    named |= {page.code for page in effect.pages if page.kind == "country"}
    return code in named or _dated(today, code) != _dated(tomorrow, code)


def _dated(snapshot: Snapshot, code: str) -> Hashable:
    return days_of(snapshot, code).asked, common_day(snapshot, code)


def _offers(snapshot: Snapshot, code: str) -> Hashable:
    """Return what the neighbours of a state could share, by theme, with its dates."""
    return tuple(
        (offer.item.id, tuple((each.country, each.since, each.valid_until, each.period_ended) for each in offer.there))
        for offer in country.build(snapshot, code).offers
    )
