"""A letter about something that is wrong: what is shown at an address, in whose words, and from which place."""

from collections.abc import Iterator
from email.message import EmailMessage
from urllib.parse import quote, unquote

from bukhara.charts.cell_words import cell_text
from bukhara.charts.status_dates import dates_text
from bukhara.i18n import basis
from bukhara.i18n.figures import value_text
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.record_texts import titles
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.countries import REGION
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.views.evidence import evidence_cell
from bukhara.views.evidence.evidence import citations

LONGEST_LINK = 1900
"""The longest `mailto:` that programs of mail take."""


def shown_at(snapshot: Snapshot, words: Words, path: str) -> Iterator[str]:
    """Yield what the evidence at a path shows, with the words of the source and their place; nothing for a page."""
    _, kind, *parts = unquote(path).split("/")
    try:
        if kind == "evidence" and len(parts) == 2:
            place, record = parts
            yield from _figure(snapshot, words, record) if place == "observation" else _cell(snapshot, words, *parts)
    except KeyError:
        return


def _cell(snapshot: Snapshot, words: Words, code: str, item: str) -> Iterator[str]:
    view = evidence_cell.build(snapshot, code, item)
    if status := view.side.status:
        said = basis.position_text(status.attributions, words, region=code == REGION) if status.position else ""
        yield " · ".join(filter(None, (cell_text(status, words), dates_text(status, words), said)))
    for statement in dict.fromkeys(row for reason in view.reasons for row in reason.behind):
        yield statement.text_in(words.language)[0]
        yield from _quoted(snapshot, words, statement, statement.body)


def _figure(snapshot: Snapshot, words: Words, observation_id: str) -> Iterator[str]:
    view = evidence_cell.evidence_of_figure(snapshot, observation_id)
    figure, name = view.figure, words.text(view.measure.name)
    number = f"{value_text(figure, words)} {unit_text(figure, words)}".strip()
    period = period_text(figure.period, figure.period_label, words)
    yield " · ".join(filter(None, (f"{name}: {number}", period, breakdown(figure, words, snapshot.framework))))
    yield from _quoted(snapshot, words, figure, figure.reporter or figure.partner)


def _quoted(snapshot: Snapshot, words: Words, record: Statement | Observation, body: str) -> Iterator[str]:
    for text, place in citations(record):
        yield f"“{text}” ({locator_text(place, words)})"
    source = titles([snapshot.source(record.source_id)], words) if record.source_id else ""
    by = body_name(body, words, snapshot.framework) if body else ""
    yield " · ".join(filter(None, (by, words("Source: {titles}", titles=source) if source else "")))


def mail_link(address: str, subject: str, text: str) -> str:
    """Return a letter as a `mailto:`, cut at the end of a line where programs of mail would cut it anywhere."""
    lines = text.splitlines()
    while len(link := f"mailto:{address}?subject={quote(subject)}&body={quote(chr(10).join(lines))}") > LONGEST_LINK:
        del lines[-1]
    return link


def mail_file(addresses: list[str], subject: str, text: str) -> bytes:
    """Return a letter as a file that programs of mail open, to be looked at and sent (`X-Unsent`)."""
    message = EmailMessage()
    message["Subject"], message["X-Unsent"] = subject, "1"
    if addresses:
        message["To"] = ", ".join(addresses)
    message.set_content(text)
    return message.as_bytes()
