"""The public addresses whose text a publication changes, besides the number and date of the release."""

from bukhara.model.release import Snapshot
from bukhara.progress.days import common_day, days_of
from bukhara.views import basis, country
from bukhara.views.effect import Effect

STATEMENTS = (
    *("/", "/themes", "/needs", "/compare", "/countries", "/timeline", "/panel", "/downloads"),
    *("/evidence", "/contested", "/search", "/method", "/declaration"),
)
FIGURES = ("/statistics",)
BELOW = ("/themes/", "/source/")
"""The pages of one theme, one source."""


def addresses(effect: Effect, today: Snapshot, tomorrow: Snapshot) -> tuple[str, ...]:
    """Return the addresses of pages whose text would change; one that ends in `/` stands for all below it.

    What the head or the foot of the pages of all states says of them changes all of these pages.
    """
    if not _changes_anything(effect, today, tomorrow):
        return ()
    framework = tomorrow.framework
    states = [
        address
        for state in (*framework.countries, *framework.regions)
        if _is_about(effect, today, tomorrow, state.code)
        for address in (f"/countries/{state.code}", f"/evidence/{state.code}/")
    ]
    shared = [
        f"/countries/{state.code}"
        for state in framework.countries
        if f"/countries/{state.code}" not in states and _offers(today, state.code) != _offers(tomorrow, state.code)
    ]
    return (*STATEMENTS, *FIGURES, *BELOW, *states, *shared)


def _changes_anything(effect: Effect, today: Snapshot, tomorrow: Snapshot) -> bool:
    said = [(common_day(each), each.newest_source, basis.build(each)) for each in (today, tomorrow)]
    return not effect.nothing or said[0] != said[1]


def _is_about(effect: Effect, today: Snapshot, tomorrow: Snapshot, code: str) -> bool:
    """Return whether rows, statuses, differences or the day of a state would change."""
    named = {cell.country for cell in effect.moved} | {counted.country for counted in effect.counts}
    named |= {each.country for each in effect.changed_sentences}
    named |= {each.country for each in (*effect.differences, *effect.settled)}
    named |= {figure.country for figure in (*effect.withheld, *effect.disclosed)}
    named |= {page.code for page in effect.pages if page.kind == "country"}
    return code in named or days_of(today, code) != days_of(tomorrow, code)


def _offers(snapshot: Snapshot, code: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return what the neighbours of a state could share, by theme."""
    found = country.build(snapshot, code).offers
    return tuple((offer.item.id, tuple(each.country for each in offer.there)) for offer in found)
