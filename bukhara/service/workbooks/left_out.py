"""Rows that the template of a state does not show; pure.

A state is not asked to confirm what other institutions stated about it, nor events, nor an act that it has answered,
nor to give a number in words; and its sheet of figures shows the newest figure of each series alone. The notes of the
secretariat stay in the record, too.
"""

from collections.abc import Collection, Iterable, Mapping

from bukhara.model.codes import (
    ACTS,
    OWN_WORDS,
    UNCONFIRMED,
    BodyKind,
    IndicatorType,
    Kind,
    SourceClass,
    State,
    WorkbookKind,
)
from bukhara.model.framework import Framework
from bukhara.model.observation import STATE_BODIES, Observation
from bukhara.model.release import PublicReport
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.situation.on_file import open_acts

OF_OTHERS = (SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY, SourceClass.INTERNATIONAL_STATISTICS)


def shown_figures(
    kind: WorkbookKind, observations: Iterable[Observation], sources: Iterable[Source]
) -> tuple[Observation, ...]:
    """Return the figures that the template of statistics or of partners shows: only an import changes the others."""
    imported = {each.source_id for each in sources if each.source_class is SourceClass.INTERNATIONAL_STATISTICS}
    of_partners = kind is WorkbookKind.PARTNERS
    return tuple(row for row in observations if bool(row.partner) == of_partners and row.source_id not in imported)


def shown_statements(
    statements: Iterable[Statement], sources: Iterable[Source], framework: Framework, countries: Collection[str]
) -> tuple[Statement, ...]:
    """Return the statements that the template of a country shows: those of its own bodies, and its gaps."""
    known, by_id = {each.id for each in framework.indicators}, {source.source_id: source for source in sources}
    own = tuple(row for row in statements if row.country in countries and row.indicator in known)
    if not set(countries) <= {state.code for state in framework.countries}:
        return own
    open_ = {
        each.record for each in open_acts(PublicReport(r, by_id[r.source_id]) for r in own if r.source_id in by_id)
    }
    kept = (row for row in own if not _is_left_out(row, by_id, framework))
    return tuple(row for row in kept if row in open_ or not _is_act_on_file(row, by_id))


def is_own_figure(row: Observation, sources: Mapping[str, Source], framework: Framework) -> bool:
    """Return whether a figure is one of the state itself, not of a partner or of civil society."""
    source = sources.get(row.source_id)
    of_others = row.partner or (source is not None and source.source_class in OF_OTHERS)
    by_others = row.identifying_body and row.identifying_body not in STATE_BODIES
    return not of_others and not by_others and not _speaks_for_others(row.reporter, framework)


def is_note_on(row: Statement | Observation, sources: Mapping[str, Source]) -> bool:
    """Return whether a row has a note that the secretariat wrote, in English, about the words of another source."""
    source = sources.get(row.source_id)
    return bool(row.note) and (source is None or source.source_class not in OWN_WORDS)


def _is_left_out(row: Statement, sources: Mapping[str, Source], framework: Framework) -> bool:
    source = sources.get(row.source_id)
    kind = source.source_class if source else None
    if kind in UNCONFIRMED:  # it is there to be confirmed
        return not row.is_offered
    is_measure = framework.indicator(row.indicator).type is IndicatorType.MEASURE
    asks_for_number = row.kind is Kind.FIGURE and is_measure and row.state is not State.VALUE
    return asks_for_number or kind in OF_OTHERS or _speaks_for_others(row.body, framework)


def _is_act_on_file(row: Statement, sources: Mapping[str, Source]) -> bool:
    source = sources.get(row.source_id)
    return row.act_kind in ACTS and source is not None and source.source_class is SourceClass.DESK_RESEARCH


def _speaks_for_others(name: str, framework: Framework) -> bool:
    body = framework.body(name) if name else None
    return body is not None and body.kind is not BodyKind.STATE
