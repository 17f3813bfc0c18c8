"""The lines about the bodies of one state as a table, for its page and as a file."""

from collections.abc import Mapping, Sequence

from bukhara.charts.chart import Cell, Chart, Table
from bukhara.charts.day_words import dated_release
from bukhara.charts.step_words import caveat, step_text
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.record_texts import plain_title
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.codes import Kind
from bukhara.model.messages import N_
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from wings.bodies.by_body import BodyLine, BodyPart

COLUMNS = (
    N_("What"),
    N_("Theme or figure"),
    N_("What it says"),
    N_("Open, leads, asked"),
    N_("Day of the source"),
    N_("Place in the source"),
)


def cells(snapshot: Snapshot, line: BodyLine, words: Words) -> tuple[Cell, ...]:
    """Return a line as cells in the order of `COLUMNS`."""
    record, framework = line.record, snapshot.framework
    if isinstance(record, Observation):
        name, address = framework.indicator(record.indicator).name, f"/evidence/observation/{record.observation_id}"
        number = f"{value_text(record, words)} {unit_text(record, words)}"
        period = period_text(record.period, record.period_label, words)
        said = " · ".join(filter(None, (number, period, breakdown(record, words, framework))))
    else:
        name, address = framework.item(record.item).name, f"/evidence/{record.country}/{record.item}"
        said_as = record.status or (record.kind if record.kind is not Kind.IMPLEMENTATION else None)
        status = label(words, said_as) if said_as and line.part is BodyPart.THEME else ""
        text = step_text(snapshot, record, words) if line.part is BodyPart.STEP else record.text_in(words.language)[0]
        is_dated = line.part is BodyPart.THEME and (record.since or record.valid_until)
        dates = words.span(record.since, record.valid_until) if is_dated else ""
        dates = words("{dates}, period ended", dates=dates) if line.is_over else dates
        unsure = caveat(snapshot, record, words) if line.part is not BodyPart.ON_FILE else ""
        said = " · ".join(filter(None, (status, dates, text, unsure)))
    title = plain_title(line.source, words)
    place = ", ".join(filter(None, (title, locator_text(record.source_locator, words))))
    asked = words("asked on {days}", days=", ".join(map(words.date, line.asked))) if line.asked else ""
    leads, is_open = words("leads, as the state says") if line.leads else "", words("open") if line.is_open else ""
    texts = said, "; ".join(filter(None, (is_open, leads, asked))), words.date(line.source.date), place
    href = "" if line.part is BodyPart.ON_FILE else address
    return Cell(words(line.part.message)), Cell(words.text(name), href=href), *map(Cell, texts)


def table(snapshot: Snapshot, code: str, found: Mapping[str, Sequence[BodyLine]], words: Words) -> Chart:
    """Return all lines of a state with the name of the body before each, for files."""
    rows = (
        (Cell(body_name(body, words, snapshot.framework)), *cells(snapshot, line, words))
        for body, lines in found.items()
        for line in lines
    )
    return Chart(
        id="bodies",
        title=words("{country}: by body", country=words.text(snapshot.framework.country(code).short)),
        subtitle=words("“Leads” only where the state named the body so."),
        table=Table((words("Body"), *map(words, COLUMNS)), tuple(rows)),
        source=dated_release(snapshot, words, code),
    )
