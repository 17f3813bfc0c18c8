"""One state by body: what each of its institutions reports, leads, announced and has on file; never across states."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bukhara.model.codes import OWN_WORDS, Access, BodyKind, State
from bukhara.model.framework import Framework
from bukhara.model.groups import group_by
from bukhara.model.messages import N_, Named
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.situation import on_file
from bukhara.situation.situation import of_state
from bukhara.situation.statements import newest_first, statements_of
from bukhara.situation.steps import announced
from bukhara.workbook import WorkbookContents


class BodyPart(Named):
    """What a line says of a body."""

    THEME = "theme", N_("Theme")
    FIGURE = "figure", N_("Figure")
    STEP = "step", N_("Next step")
    ON_FILE = "on_file", N_("On file, sets no status")


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One line about a body, with its source.

    Of a theme it has the statement of the body that says a status, else its newest; `leads` where the state named it as
    the lead, `is_open` where the theme is, `is_over` where its reported period is, and the days when it was `asked`.
    """

    part: BodyPart
    record: Statement | Observation
    source: Source
    leads: bool = False
    is_open: bool = False
    is_over: bool = False
    asked: tuple[date, ...] = ()


def build(snapshot: Snapshot, code: str) -> Mapping[str, tuple[BodyLine, ...]]:
    """Return the lines of each state body of a state by its name: those that are listed first, in that order."""
    framework = snapshot.framework
    found = group_by((pair for pair in _lines(snapshot, code) if pair[0]), lambda pair: pair[0])
    listed = [body.key for body in framework.bodies if body.country == code and body.kind is BodyKind.STATE]
    named = [*listed, *(name for name in found if name not in listed)]
    return {name: tuple(line for _, line in found.get(name, ())) for name in named}


def is_public(snapshot: Snapshot, code: str) -> bool:
    """Return whether the newest answer of a state says that everybody may read it by body."""
    cited = {row.source_id for row in statements_of(snapshot, code)}
    own = [s for s in snapshot.sources if s.source_class in OWN_WORDS and s.source_id in cited]
    return bool(own) and max(own, key=lambda each: each.date).access == Access.BY_BODY


def body_of(framework: Framework, name: str) -> str:
    """Return the name under which a body of a state is listed, or its own name; empty for any other institution."""
    body = framework.body(name)
    return (body.key if body.kind is BodyKind.STATE else "") if body else name


def speaker_of(framework: Framework, record: Statement | Observation, source: Source | None = None) -> str:
    """Return the body of a state behind a row; of one of its own letter that names none, the body of the letter."""
    named = (record.body or record.partner) if isinstance(record, Statement) else (record.reporter or record.partner)
    is_own = source is not None and source.source_class in OWN_WORDS
    return body_of(framework, named or (source.body if source and is_own else ""))


def of_body(contents: WorkbookContents, body: str) -> WorkbookContents:
    """Return the rows and questions of one body of a state: what it reports or leads; for a new one, all questions."""
    framework, sources = contents.framework, {each.source_id: each for each in contents.sources}

    def is_of(row: Statement | Observation) -> bool:
        led = isinstance(row, Statement) and row.lead and body_of(framework, row.lead) == body
        return bool(led) or speaker_of(framework, row, sources.get(row.source_id)) == body

    statements, figures = tuple(filter(is_of, contents.statements)), tuple(filter(is_of, contents.observations))
    items, measures = {row.item for row in statements}, {row.indicator for row in figures}
    used = {row.source_id for row in statements} | {row.source_id for row in figures}
    return replace(
        contents,
        body=body,
        statements=statements,
        observations=figures,
        sources=tuple(each for each in contents.sources if each.source_id in used),
        questions=tuple(each for each in contents.questions if each.item in items),
        figure_questions=tuple(each for each in contents.figure_questions if each.indicator in measures),
    )


def _lines(snapshot: Snapshot, code: str) -> Iterator[tuple[str, BodyLine]]:
    """Yield the lines of every body of a state; nothing has the name that is empty."""
    spoken = [s for s in newest_first(snapshot, statements_of(snapshot, code)) if s.state is State.VALUE]
    kept, source = on_file.build(snapshot, country=code), snapshot.source
    yield from _themes(snapshot, code, [s for s in spoken if _speaker(snapshot, s)])
    for figure in snapshot.observations:
        if figure.country == code and figure.state is State.VALUE and not figure.is_international:
            yield _speaker(snapshot, figure), BodyLine(BodyPart.FIGURE, figure, source(figure.source_id))
    for step in announced(snapshot, spoken):
        lead = body_of(snapshot.framework, step.lead) or _speaker(snapshot, step)
        yield lead, BodyLine(BodyPart.STEP, step, source(step.source_id))
    for each in (*kept.later, *kept.earlier):
        yield speaker_of(snapshot.framework, each.record), BodyLine(BodyPart.ON_FILE, each.record, each.source)


def _themes(snapshot: Snapshot, code: str, spoken: list[Statement]) -> Iterator[tuple[str, BodyLine]]:
    """Yield the themes on which each body reports, or which it leads, in the order of the framework."""
    framework = snapshot.framework
    cells = of_state(snapshot, code)
    reported = group_by(spoken, lambda each: (each.item, _speaker(snapshot, each)))
    led = group_by((s for s in spoken if s.lead), lambda each: (each.item, body_of(framework, each.lead)))
    order = [item.id for item in framework.items]
    for item, body in sorted({**led, **reported}, key=lambda cell: order.index(cell[0])):
        rows = reported.get((item, body)) or led[item, body]
        row, cell = next((s for s in rows if s.status), rows[0]), cells.get(item)
        days = {r.sent for r in snapshot.requests if r.country == code and item in (r.items.split() or [item])}
        yield (
            body,
            BodyLine(
                BodyPart.THEME,
                row,
                snapshot.source(row.source_id),
                leads=(item, body) in led,
                is_open=cell is not None and cell.is_open,
                is_over=cell is not None and cell.period_ended and bool(row.valid_until),
                asked=tuple(sorted(days)),
            ),
        )


def _speaker(snapshot: Snapshot, record: Statement | Observation) -> str:
    return speaker_of(snapshot.framework, record, snapshot.source(record.source_id))
