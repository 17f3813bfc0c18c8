"""The words of the timeline: dates of events, their statuses, and what is known of conferences."""

from bukhara.i18n.codes import label
from bukhara.i18n.record_texts import plain_title
from bukhara.i18n.words import Words
from bukhara.model.framework import Conference
from bukhara.model.release import PublicReport
from bukhara.model.statement import Statement
from bukhara.views.statements.timeline import Event, Rule


def when(event: Event, words: Words) -> str:
    """Return the dates of an event in words, as exact as they are known."""
    since = words.partial_date(event.since)
    if (report := event.report) and not report.day:
        return words("read on {day}", day=since) if report.is_read_on else words("reported {day}", day=since)
    if since and event.valid_until:
        return words.date_range(event.since, event.valid_until)
    if since:
        return since if event.report else words.since(event.since)
    return words("{until}, beginning not given", until=words.until(event.valid_until))


def event_text(event: Event, words: Words) -> str:
    """Return the name, status and dates of an event."""
    return f"{words.text(event.subject.name)}: {status_text(event, words)}, {when(event, words)}"


def conference_state(conference: Conference, report: Statement | None, words: Words) -> tuple[str, str]:
    """Return what is known of a conference, in short and as a whole; a public report says that it was held."""
    if report:
        held = words.partial_date(report.since)
        return words("held, not confirmed"), words("public source: held ({day}), not confirmed", day=held)
    if conference.state == "planned":
        return words("planned in 2023"), words("planned in the report of 2023")
    return label(words, conference.state), label(words, conference.state)


def named(rule: Rule, words: Words) -> str:
    """Return the place and year of a conference, and what is known of it unless it was held."""
    place = f"{words.text(rule.conference.place).split(',')[0]} {rule.conference.when[:4]}"
    if rule.conference.state == "held":
        return place
    return f"{place}, {conference_state(rule.conference, rule.report, words)[0]}"


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
