"""The words of the timeline: dates of events, names of conferences and the legend."""

from datetime import date, timedelta

from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import plain_title
from bukhara.i18n.words import Words
from bukhara.model.partial_date import is_by, named_date
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.views.statements.timeline import Event, Rule, Timeline

_MARGIN = timedelta(days=60)


def when(event: Event, words: Words) -> str:
    """Return the dates of an event in words, as exact as they are known."""
    since = words.partial_date(event.since)
    if (report := event.report) and not report.day:
        return words("read on {day}", day=since) if report.is_read_on else words("reported {day}", day=since)
    if is_by(event.since) and not event.valid_until:
        return words("not later than {day}", day=words.bounding_date(named_date(event.since)))
    if since and event.valid_until:
        return words("{since} to {until}", since=since, until=words.partial_date(event.valid_until))
    if since:
        return since if event.report else words.since(event.since)
    return words("{until}, beginning not given", until=words.until(event.valid_until))


def event_text(event: Event, words: Words) -> str:
    """Return the name, status and dates of an event."""
    return f"{words.text(event.subject.name)}: {status_text(event, words)}, {when(event, words)}"


def planned(view: Timeline, words: Words) -> str:
    """Return the sentence that names the conferences which the report only plans; empty without any."""
    named = [_named(rule, words) for rule in view.rules if rule.conference.state != "held"]
    return words("Planned in the report of 2023: {named}.", named="; ".join(named)) if named else ""


def conference_label(rule: Rule, words: Words) -> str:
    """Return the place and day of a conference, and that it is planned unless it was held."""
    named = _named(rule, words)
    return named if rule.conference.state == "held" else words("{conference}, planned in 2023", conference=named)


def _named(rule: Rule, words: Words) -> str:
    place = words.text(rule.conference.place).split(",")[0]
    return f"{place}, {words.partial_date(rule.conference.when)}"


def legend(view: Timeline, words: Words) -> str:
    """Return the legend of marks, bars and lines; that of public sources where there are any."""
    marks = words(
        "A full circle means in place, an open circle means under way. A bar is a period with an end date; an "
        "unfilled bar has ended. A thick line over a year or a month means that the day is not given. Dots before a "
        "triangle to the left mean that only the latest date is known. A thin line continues to the chosen day."
    )
    if not any(event.report for event in view.events):
        return marks
    unconfirmed = words(
        "A hollow square is an act from a public source; it sets no status until the state answers. "
        "A dotted line is the period that the source names. Sources up to {day}.",
        day=words.date(view.until),
    )
    return f"{marks} {unconfirmed}"


def status_text(event: Event, words: Words) -> str:
    """Return the status of an event in words, or the short name of the act, or that it is not confirmed."""
    if event.status:
        return label(words, event.status)
    act = event.report.record if event.report else None
    return (act.act_name.in_(words.language) if isinstance(act, Statement) else "") or words("not confirmed")


def reported(report: PublicReport, words: Words) -> tuple[str, str, str]:
    """Return the text of a report, its language, and the title of its source."""
    assert isinstance(report.record, Statement), "a timeline shows statements"
    return *report.record.text_in(words.language), plain_title(report.source, words)


def years(view: Timeline) -> tuple[date, date]:
    """Return the ends of the axis: whole years around all dated events and conferences, with a margin."""
    return view.once(_years)


def _years(view: Timeline) -> tuple[date, date]:
    days = [day for e in view.events for day in (e.first, e.last, e.end) if day]
    held = [day for rule in view.rules for day in (rule.start, rule.end)]
    first, last = min([*days, *held], default=view.as_of), max([*days, *held, view.as_of])
    start, end = date(first.year, 1, 1), date(last.year, 12, 31)
    # The calendar of Python ends at the years 1 and 9999, where there is no margin.
    return start - min(_MARGIN, start - date.min), end + min(_MARGIN, date.max - end)


def within(view: Timeline, start: date, end: date) -> tuple[Rule, ...]:
    """Return the conferences between the ends of the axis."""
    return tuple(rule for rule in view.rules if start <= rule.start and rule.end <= end)
