"""The lines of a brief, and the sections that they are in."""

from dataclasses import dataclass

from bukhara.i18n.words import Words


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """One line in words: its mark, name, status and date, the statement, its place, and acts by name or number."""

    mark: str
    name: str
    status: str = ""
    text: str = ""
    place: str = ""
    acts: str = ""
    number_of_acts: str = ""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Entries under a heading, or `empty`; `more` says how many are left out: nothing, one, two and so on."""

    heading: str
    entries: tuple[BriefEntry, ...]
    empty: str = ""
    label: str = ""
    more: tuple[str, ...] = ()


def section(
    heading: str, entries: tuple[BriefEntry, ...], words: Words, *, label: str = "", empty: str = ""
) -> BriefSection:
    """Return a section with the sentences for each number of lines that a page has no space for."""
    left_out = range(1, len(entries) + 1)
    more = [words.plural("{n} more on the page of the state", "{n} more on the page of the state", n) for n in left_out]
    return BriefSection(heading, entries, empty or words("None in the sources of this day."), label, ("", *more))
