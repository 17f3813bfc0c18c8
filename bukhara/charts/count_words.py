"""How many themes have which status, in words: every part is named, so that the parts add up to the whole."""

from collections.abc import Iterable, Sequence

from bukhara.i18n.words import Words
from bukhara.model.marks import ENDED, MARKS, MENTIONED, NO_STEP
from bukhara.progress.coverage import Coverage
from bukhara.situation.counts import Counts, count
from bukhara.situation.situation import Situation

_ADDED = ("in_place", "under_way", "planned", "challenge", ENDED, NO_STEP)
_ASKED = ("not_available", "not_reported", "suppressed")


def marked_parts(counts: Counts) -> tuple[tuple[str, int], ...]:
    """Return the marks that occur with their numbers of themes, which add up to all themes."""
    parts = {code: getattr(counts, code) for code in (*_ADDED, *_ASKED, MENTIONED)} | {"not_asked": counts.silent}
    return tuple((code, n) for code, n in parts.items() if n)


def status_parts(counts: Counts, words: Words) -> tuple[str, ...]:
    """Return each part that is not zero: "in place 6", "under way 4", "not covered 4"."""
    named = (
        (MARKS[code].word if MARKS[code].is_status else MARKS[code].short, code, n) for code, n in marked_parts(counts)
    )
    return tuple(
        words("{word} {n}", word=words(name or MARKS[code].word), n=words.number(n)) for name, code, n in named
    )


def themes_text(counts: Counts, words: Words) -> str:
    """Return how many themes there are and the parts: "3 themes: in place 2, not covered 1"."""
    parts = ", ".join(status_parts(counts, words))
    return words.plural("{n} theme: {parts}", "{n} themes: {parts}", counts.n, parts=parts or words.number(0))


def states_text(counts: Counts, words: Words, *, is_continuing: bool) -> str:
    """Return in how many of the states a theme is in place, or goes on: "3 of 5"."""
    k, n = (counts.continuing, counts.continuing_n) if is_continuing else (counts.in_place, counts.n)
    return words("{k} of {n}", k=k, n=n)


def state_texts(cells: Iterable[Situation], counts: Counts, coverage: Coverage | None, words: Words) -> list[str]:
    """Return the counts of a state, its activity on continuing themes, and in a round its average level."""
    said = list(filter(None, (f"{themes_text(counts, words)}.", over_text(cells, words))))
    if counts.continuing_n:
        activity = words(
            "Activity reported on {k} of {n} continuing themes.", k=counts.continuing, n=counts.continuing_n
        )
        said.append(activity)
    return [*said, *([coverage_text(coverage, words)] if coverage else [])]


def coverage_text(coverage: Coverage, words: Words) -> str:
    """Return the average level of a round with its coverage, what open themes could make of it, and what is shown."""
    themes = {"answered": coverage.answered, "applicable": coverage.applicable}
    if coverage.level is None:
        return words("{answered} of {applicable} themes answered: listed, without an average.", **themes)
    level = words.number(coverage.level)
    said = [words("{answered} of {applicable} themes answered: average level {s} of 1.", **themes, s=level)]
    return " ".join((*said, *open_texts(coverage, words), documents_text(coverage, words)))


def open_texts(coverage: Coverage, words: Words) -> list[str]:
    """Return what open themes could make of the average level; nothing if all are answered."""
    if coverage.answered == coverage.applicable:
        return []
    low, high = words.number(coverage.low or 0.0), words.number(coverage.high or 0.0)
    return [words("Answers to the open themes could make it {low} to {high}.", low=low, high=high)]


def documents_text(coverage: Coverage, words: Words) -> str:
    """Return the average level that documents show: a number of its own."""
    return words("Documents show {capped} of 1.", capped=words.number(coverage.level_capped or 0.0))


def in_place_text(cells: Iterable[Situation], words: Words) -> str:
    """Return how many statuses were reported in place, since when, and for how many the period is over; else empty.

    It counts statuses of one or several states, never cases or persons.
    """
    found = tuple(cells)
    counts = count(found)
    if not counts.in_place:
        return ""
    said = words.plural(
        "{n} status was reported “in place”: before the Declaration {before}, since then {since}, without a date that "
        "shows it {undated}.",
        "{n} statuses were reported “in place”: before the Declaration {before}, since then {since}, without a date "
        "that shows it {undated}.",
        counts.in_place,
        before=words.number(counts.in_place_before),
        since=words.number(counts.in_place_since),
        undated=words.number(counts.in_place_undated),
    )
    return f"{said} {over_text(found, words)}".strip()


def over_text(cells: Iterable[Situation], words: Words) -> str:
    """Return for how many themes the reported period is over, and for how many of them an act is on file."""
    over = [cell for cell in cells if cell.is_over]
    n, later = len(over), sum(bool(cell.acts_after) for cell in over)
    if not later:
        return words("For {n} of them the reported period is over.", n=n) if over else ""
    return words("For {n} of them the reported period is over; for {m}, a later act is on file.", n=n, m=later)


def in_place_title(cells: Sequence[Situation], words: Words) -> str:
    """Return how many statuses were reported in place, and for how many the period is over, as a title; else empty."""
    if not (n := count(cells).in_place):
        return ""
    said = words.plural("{n} status was reported in place", "{n} statuses were reported in place", n)
    return ". ".join(filter(None, (said, over_text(cells, words).rstrip("."))))


def somewhere_text(k: int, n: int, words: Words) -> str:
    """Return on how many of the `n` themes that can be completed a status is in place in one country at least."""
    return words("{k} of the {n} measurable themes were reported in place in at least one country.", k=k, n=n)
