"""Makes our workbook of the cells that were taken from a table of another make; pure."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bukhara.errors import Refused
from bukhara.model.codes import PeriodBasis, SourceClass
from bukhara.model.messages import N_
from bukhara.model.observation import BREAKDOWNS, PRELIMINARY, STATE_BODIES, WHAT, Observation
from bukhara.model.source import Source
from bukhara.service.drafts.entered import NO_BODY, letter_day
from bukhara.workbook import codes_of
from wings.ministry_tables.covering_line import CoveringLetter
from wings.ministry_tables.heading_words import MeasureChoice
from wings.ministry_tables.mapping import MappedCell

NO_TITLE = N_("Please give the title of the document that the figures are from.")
_WHAT = tuple(name for name in WHAT if name != "unit")
_LONGEST_LABEL = 80
_TOTAL = "Total as printed, not added up."
_LONGEST_QUOTE = 30


def source_of(letter: CoveringLetter, country: str, *, exercise: bool) -> Source:
    """Return the source of all figures of a file; raise Refused, with advice, for what is missing."""
    title, body, number = (" ".join(each.split()) for each in (letter.title, letter.body, letter.document_number))
    for given, advice in ((title, NO_TITLE), (body, NO_BODY)):
        if not given:
            raise Refused(advice)
    day = letter_day(letter.date)
    digest = hashlib.sha256(f"{title}|{body}|{number}".encode()).hexdigest()[:6]
    return Source(
        source_id=f"{(country or 'states').lower()}-table-{day.isoformat()}-{digest}",
        source_class=SourceClass.EXERCISE if exercise else SourceClass.STATE_SUBMISSION,
        title=f"EXERCISE (invented): {title}" if exercise else title,
        body=body,
        date=day,
        document_number=number,
        access="internal",
    )


def figures_of(
    cells: Iterable[MappedCell], measures: Mapping[str, MeasureChoice], held: Sequence[Observation], source: Source
) -> tuple[Observation, ...]:
    """Return a figure for each cell that is taken; what its heading leaves open is as in its state's newest figure."""
    found = []
    for cell in cells:
        choice = measures[cell.measure]
        what = _usual(choice, [row for row in held if row.country == cell.country])
        what |= {"territorial_scope": cell.territory} if cell.territory else {}
        what |= dict(cell.breakdown)
        found.append(
            Observation(
                country=cell.country,
                indicator=choice.measure.id,
                value=cell.value,
                state=cell.state,
                qualifier=cell.qualifier,
                unit=choice.measure.unit,
                **what,
                period_start=cell.start,
                period_end=cell.end,
                period_label=cell.period_label[:_LONGEST_LABEL],
                period_basis=PeriodBasis.STATED,
                reporter=source.body,
                source_id=source.source_id,
                source_locator=cell.place,
                quote=_quote(cell),
                note=" ".join(text for text, holds in ((_TOTAL, cell.total), (PRELIMINARY, cell.preliminary)) if holds),
            )
        )
    return tuple(found)


def _quote(cell: MappedCell) -> str:
    """Return titles, headings and footnotes of a figure as printed; each is a quote of its own, of at most 30 words."""
    return " | ".join(" ".join(text.replace("|", "/").split()[:_LONGEST_QUOTE]) for text in cell.printed)


def _usual(choice: MeasureChoice, own: Sequence[Observation]) -> dict[str, Any]:
    """Return stage, class and unit: of the state's own newest whole figure of the measure, else of the measure."""
    measure, series = choice.measure, choice.series
    wholes = [
        row
        for row in own
        if row.indicator == measure.id
        and not row.partner
        and row.identifying_body in ("", *STATE_BODIES)
        and not any(getattr(row, column) for column in BREAKDOWNS)
        and (series is None or (row.stage, row.offence_class) == (series.stage, series.offence_class))
    ]
    newest = max(wholes, key=lambda row: str(row.period_end or row.period_start or ""), default=None)
    if newest is not None:
        return {column: getattr(newest, column) for column in _WHAT}
    unit = measure.counting_unit if measure.counting_unit in codes_of("counting_unit") else ""
    preset = {column: getattr(series, column, "") for column in _WHAT}
    return {**preset, "counting_unit": unit, "territorial_scope": "national"}
