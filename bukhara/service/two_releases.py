"""Compares two releases as readers see them."""

from dataclasses import replace
from datetime import date

from bukhara.service.core import Core
from bukhara.service.snapshots import view
from bukhara.views.release_changes import Held, ReleaseChanges, build


def compared(core: Core, before: int, after: int) -> ReleaseChanges:
    """Return the changes between two releases, of all days and sources; raise ReleaseUnknown if one does not exist.

    Disclosure control is applied to both: a comparison must not reveal a figure that either release withholds.
    """
    return build(_held(core, before), _held(core, after))


def _held(core: Core, number: int) -> Held:
    contents = core.shown(number)
    framework = core.parsed(contents.framework_text, exercise=contents.exercise)
    # Requests and replies are compared themselves, not as the rows derived from them.
    bare = replace(contents, requests=(), replies=())
    rows = view(bare, framework, as_of=date.max, desk_research=True)
    remarked = replace(rows, requests=contents.requests, replies=contents.replies)
    return Held(remarked, core.snapshot(release=number))
