"""What the templates of releases are filled with."""

from dataclasses import dataclass
from typing import ClassVar

from bukhara.model.draft import Draft
from bukhara.model.framework import Framework
from bukhara.model.release import Release
from bukhara.service.release_words import BlockNames
from bukhara.service.reverts import RevertPreview
from bukhara.views.release_changes import ReleaseChanges
from web.paging import Turn
from web.templating import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class History(Context):
    """A page of the releases, newest first; `changes` between the two `chosen`; approved drafts in `scheduled`."""

    template: ClassVar[str] = "releases/history.html"
    releases: tuple[Release, ...]
    turn: Turn
    newest: int
    chosen: tuple[int, int] | None
    changes: ReleaseChanges | None
    scheduled: tuple[Draft, ...]
    block_names: BlockNames
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePage(Context):
    """One release; `changes` since the one before it, `drafts` the workbooks that it was made from."""

    template: ClassVar[str] = "releases/release.html"
    release: Release
    newest: int
    changes: ReleaseChanges | None
    drafts: tuple[Draft, ...]
    block_names: BlockNames
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class RevertPage(Context):
    """What a revert would do, and the form that confirms it; or, without a `preview`, the `reason` why not."""

    template: ClassVar[str] = "releases/revert.html"
    release: Release
    scope: str
    preview: RevertPreview | None
    reason: str
    block_names: BlockNames
    framework: Framework
