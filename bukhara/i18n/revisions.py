"""The words for the revisions of a data set: the old and the new print of a cell."""

from bukhara.i18n.figures import value_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.words import Words
from bukhara.model.revision import EditionRevisions, Revision, RevisionKind


def old_text(revision: Revision, words: Words) -> str:
    """Return the value of the older edition; a number that the newer one masks is not repeated."""
    if revision.before is None:
        return "–"
    is_hidden = revision.kind is RevisionKind.NOW_MASKED
    return words("number, now masked") if is_hidden else value_text(revision.before, words)


def new_text(revision: Revision, words: Words) -> str:
    """Return the value of the newer edition."""
    return value_text(revision.after, words) if revision.after else words("no longer published")


def edition_text(edition: EditionRevisions, words: Words) -> str:
    """Return how many cells an edition changed; of the first edition of a data set, how many figures it has."""
    title = titles([edition.newer], words)
    if edition.older is None:
        return words("{title}: a new data set, {n} figures.", title=title, n=len(edition.revisions))
    return words(
        "{title}. Changed since the edition before, here dated {day}: {changed}; no longer published: {gone}; "
        "added: {added}.",
        title=title,
        day=words.date(edition.older.date),
        changed=len(edition.changed),
        gone=len(edition.of(RevisionKind.NO_LONGER_PUBLISHED)),
        added=len(edition.of(RevisionKind.ADDED)),
    )
