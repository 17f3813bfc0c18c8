"""The day of statuses in words: one day for all, or the day of each state."""

from collections.abc import Iterable
from datetime import date

from bukhara.i18n.words import Words
from bukhara.model.framework import Country
from bukhara.model.release import Snapshot
from bukhara.progress.readings import reading_at
from bukhara.situation.days import common_day, reported_days
from bukhara.situation.situation import situations


def status_day(snapshot: Snapshot, words: Words) -> str:
    """Return the day of the statuses; "as last reported" where the days of the states differ."""
    day = common_day(snapshot)
    return words.date(day) if day else words("as last reported")


def dated_release(snapshot: Snapshot, words: Words, country: str = "") -> str:
    """Return the day of the statuses, and the release that they are from, as a sentence."""
    if day := common_day(snapshot, country):
        return _of_release(snapshot, day, words)
    return words("As last reported by each state, release {release}.", release=snapshot.release.number)


def figures_up_to(snapshot: Snapshot, words: Words) -> str:
    """Return the day of the newest source and the release, which figures are from."""
    return _of_release(snapshot, snapshot.newest_source, words)


def _of_release(snapshot: Snapshot, day: date, words: Words) -> str:
    return words("As of {day}, release {release}.", day=words.date(day), release=snapshot.release.number)


def read_up_to(snapshot: Snapshot, words: Words, country: str = "") -> str:
    """Return the day of the statuses, that up to which the record has sources if it is later, and the release."""
    day, newest = common_day(snapshot, country), snapshot.newest_source
    known = {"newest": words.date(newest), "release": snapshot.release.number}
    if day is None:
        return words(
            "Statuses as last reported by each state, sources on record up to {newest}, release {release}.", **known
        )
    if newest <= day:
        return dated_release(snapshot, words, country)
    day_named = words.date(day)
    return words("Statuses as of {day}, sources on record up to {newest}, release {release}.", day=day_named, **known)


def ends_judged(snapshot: Snapshot, words: Words, countries: Iterable[str]) -> str:
    """Return by which day periods are said to have ended, if one of these states has such a period."""
    codes = set(countries)
    if not any(cell.period_ended and cell.country in codes for cell in situations(snapshot)):
        return ""
    return words("“Period ended” is judged on {day}.", day=words.date(snapshot.calendar_day))


def state_name(snapshot: Snapshot, country: Country, words: Words) -> str:
    """Return the short name of a state; with the day of its statuses where the days of the states differ."""
    name, day = words.text(country.short), own_days(snapshot, words).get(country.code)
    return f"{name}, {day}" if day else name


def own_days(snapshot: Snapshot, words: Words) -> dict[str, str]:
    """Return the day of the statuses of each state that answered, if these days differ; else none."""
    if common_day(snapshot) is not None:
        return {}
    return {code: words.date(day) for code, day in reported_days(snapshot).items()}


def title_of_all(snapshot: Snapshot, words: Words) -> str:
    """Return the title of what is shown of all states, with the conference or the day of their answers."""
    day = common_day(snapshot)
    if snapshot.framework.exercise:
        if day is None:
            return words("Statuses as last reported by the invented countries")
        return words("What the invented countries answered by {day}", day=words.date(day))
    if day is None:
        return words("Statuses as last reported by the countries")
    reading = reading_at(snapshot.framework, day)
    held = {conference.id for conference in snapshot.framework.conferences}
    if reading and reading.date == day and reading.id in held:
        return words("What the countries reported at the Astana conference, {day}", day=words.date(day))
    return words("What the countries answered by {day}", day=words.date(day))
