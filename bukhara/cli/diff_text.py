"""The changes that publishing a workbook would make, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.cli.changes_json import release_json, row_changes, seen_changes
from bukhara.cli.printing import complain, say
from bukhara.exports.change_table import as_text, lines_of
from bukhara.exports.seen_rows import NOTHING, seen_rows
from bukhara.i18n.changes import counts_text
from bukhara.i18n.words import Words
from bukhara.model.framework import Framework
from bukhara.views.workbook_changes import Sort

if TYPE_CHECKING:
    from bukhara.service.drafts.impact import Impact


def as_json(found: Impact, framework: Framework, words: Words) -> dict[str, object]:
    """Return the changes as the documented JSON object."""
    effect = found.effect
    seen = seen_changes(effect.moved, seen_rows(effect, framework, words)) if effect else ()
    return {
        "base": found.base,
        "newest": found.newest,
        "nothing": found.changes.nothing,
        "rows": {sort.value: found.changes.count(sort) for sort in Sort},
        "changes": [*row_changes(found.changes.rows), *seen],
        "between": [release_json(release) for release in found.between],
        "theirs": list(row_changes(found.theirs.rows)) if found.theirs else [],
    }


def show(found: Impact, framework: Framework, words: Words) -> None:
    """Print the counts, the rows, then what readers would see, or the conflicting releases."""
    changes = found.changes
    added, changed, removed, confirmed = (changes.count(sort) for sort in Sort)
    say(counts_text(added, changed, removed, confirmed, words))
    if changes.nothing:
        say(words("The workbook has nothing new."))
    for line in as_text(lines_of(changes.differing, framework, words)):
        say(line)
    if found.between:
        _show_between(found, framework, words)
    elif found.effect and not changes.nothing:
        say(words(NOTHING) if found.effect.nothing else "")
        for line in as_text(seen_rows(found.effect, framework, words)):
            say(line)


def _show_between(found: Impact, framework: Framework, words: Words) -> None:
    complain(
        words(
            "The same rows were changed after release {base}, from which the workbook was made. Came between:",
            base=found.base,
        )
    )
    for release in found.between:
        when = release.created_at.strftime("%Y-%m-%d %H:%M UTC")
        complain(f"  {release.number}  {when}  {release.actor}  {release.note}  {', '.join(release.blocks)}")
    say("")
    say(words("What they did to these rows:"))
    for line in as_text(lines_of(found.theirs.differing if found.theirs else (), framework, words)):
        say(line)
