"""Compares two releases as readers see them."""

from dataclasses import replace
from datetime import date

from bukhara.model.release import Snapshot
from bukhara.service.core import Core
from bukhara.service.reading.snapshots import snapshot_key, snapshot_of
from bukhara.store import StoredContents
from bukhara.views.releases.release_changes import Held, ReleaseChanges, build


def compare_releases(core: Core, before: int, after: int) -> ReleaseChanges:
    """Return the changes between two releases, of all days and sources; raise ReleaseUnknown if one does not exist.

    Disclosure control is applied to both: a comparison must not reveal a figure that either release withholds.
    """
    shown = core.snapshot(release=before), core.snapshot(release=after)

    def compared() -> ReleaseChanges:
        return build(*(Held(all_rows(core, core.shown_contents(each.release.number)), each) for each in shown))

    return core.compared.get(tuple(map(snapshot_key, shown)), compared)


def all_rows(core: Core, shown: StoredContents) -> Snapshot:
    """Return the rows of a release of all days and sources.

    Requests and replies are compared themselves, not as the rows derived from them.
    """
    bare = replace(shown, requests=(), replies=())
    rows = snapshot_of(bare, core.framework_of(shown), as_of=date.max, desk_research=True)
    return replace(rows, requests=shown.requests, replies=shown.replies)
