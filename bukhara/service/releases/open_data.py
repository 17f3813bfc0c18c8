"""Tables of open data as the HTTP API, the Python API and `bukhara export` give them: of which day, with which rows."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bukhara.exports import framework_rows, records
from bukhara.exports.breakdowns import breakdowns
from bukhara.exports.dataset import Dataset
from bukhara.exports.filters import Asked, check_codes, narrowed
from bukhara.i18n.words import words_of
from bukhara.model.codes import SourceClass
from bukhara.model.release import Snapshot
from bukhara.service.core import Core
from bukhara.service.releases.release_words import public_releases
from bukhara.situation.rows import progress_rows

THEN = "then"
_PACKAGED = ("observations", "evidence", "progress", "differences", "sources", "breakdowns", "framework")
_FILES = {"framework": "codebook"}
"""The tables of the archive of a release, and the name of a file that is another one."""


def snapshot_of(core: Core, asked: Asked) -> Snapshot:
    """Return the record of the day that is asked for: its own, that of the reading, else the day of the newest release.

    Desk research is left out unless it is asked for by its name; a class that is asked for is not cut off by a day.
    """
    day, classes = asked.get("as_of"), asked.get("source_class") or ()
    if day is None and (reading := asked.get("reading")):
        readings = core.snapshot().framework.readings
        day = next((each.date for each in readings if each.id == reading), None)
    if day is None and classes:
        day = core.snapshot(desk_research=True).newest_source
    desk_research, method_then = SourceClass.DESK_RESEARCH in classes, asked.get("method") == THEN
    return core.snapshot(as_of=day, desk_research=desk_research, method_then=method_then)


def table(core: Core, name: str, snapshot: Snapshot, asked: Asked | None = None) -> Dataset:
    """Return a table by its name in `TABLES`, with the rows that pass what is asked.

    Raises:
        CodeUnknown: A code that neither the framework nor the record has.
        ValueError: A period that is no date.
    """
    asked = asked or {}
    check_codes(asked, snapshot)
    return _BUILDERS[name](core, snapshot, asked)


def packaged(core: Core, snapshot: Snapshot) -> dict[str, Dataset]:
    """Return the tables of the archive of a release by the names of their files."""
    return {_FILES.get(name, name): table(core, name, snapshot) for name in _PACKAGED}


def _observations(_: Core, snapshot: Snapshot, asked: Asked) -> Dataset:
    shown = tuple(narrowed(snapshot.observations, asked, snapshot))
    return records.observations(replace(snapshot, observations=shown), snapshot)


def _evidence(_: Core, snapshot: Snapshot, asked: Asked) -> Dataset:
    return records.evidence(replace(snapshot, statements=tuple(narrowed(snapshot.statements, asked, snapshot))))


def _revisions(core: Core, snapshot: Snapshot, asked: Asked) -> Dataset:
    editions = [
        replace(each, revisions=tuple(narrowed(each.revisions, asked, snapshot))) for each in core.revisions(snapshot)
    ]
    return records.revisions(snapshot, editions)


def _releases(core: Core, snapshot: Snapshot, _: Asked) -> Dataset:
    history = core.releases()
    return records.releases(snapshot, history, [each.note for each in public_releases(core, words_of("en"), history)])


_BUILDERS: Mapping[str, Callable[[Core, Snapshot, Asked], Dataset]] = {
    "observations": _observations,
    "evidence": _evidence,
    "progress": lambda _, snapshot, asked: records.progress(
        snapshot, narrowed(progress_rows(snapshot), asked, snapshot)
    ),
    "differences": lambda _, snapshot, asked: records.differences(
        snapshot, narrowed(snapshot.differences, asked, snapshot)
    ),
    "revisions": _revisions,
    "sources": lambda _, snapshot, __: records.sources(snapshot),
    "framework": lambda _, snapshot, asked: framework_rows.framework(snapshot, asked.get("lang") or "en"),
    "releases": _releases,
    "breakdowns": lambda _, snapshot, __: breakdowns(snapshot),
}
