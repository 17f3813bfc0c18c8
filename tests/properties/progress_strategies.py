"""Invented answers of any shape, for the properties of progress."""

from datetime import date

from hypothesis import strategies as st

from bukhara.model.codes import EvidenceGrade, ItemKind, SourceClass, State, Status
from bukhara.model.statement import Statement
from bukhara.progress.coverage import Scored
from tests.unit.progress.build import STATES, item, not_asked, source, statement

ITEMS = (
    item("BD-1"),
    item("BD-2", milestones=2, weight=2.0),
    item("BD-3", pillar="prevention"),
    item("BD-4", kind=ItemKind.CONTINUING),
)
SOURCES = (
    source("older", date=date(2022, 7, 30)),
    source("submission", date=date(2023, 7, 1), source_class=SourceClass.STATE_SUBMISSION),
    source("press", date=date(2023, 7, 20), source_class=SourceClass.DESK_RESEARCH),
)
LEVELS = st.sampled_from([0.0, 0.5, 1.0])
DATES = st.sampled_from(["", "2014", "2021", "2021-12", "2022-03-01"])
ENDS = st.sampled_from(["", "2022", "2023-06", "2026"])
GAPS = (State.NOT_ASKED, State.NOT_AVAILABLE, State.NOT_APPLICABLE, State.NOT_REPORTED, State.SUPPRESSED)
QUESTIONS = tuple(i.id for one in ITEMS for i in one.indicators)


@st.composite
def coded(draw: st.DrawFn) -> Statement:
    """Return a statement with a status, and perhaps a level."""
    return statement(
        draw(st.sampled_from([s for s in Status if s is not Status.NOT_ASKED])),
        draw(st.sampled_from(QUESTIONS)),
        draw(st.sampled_from(STATES)),
        since=draw(DATES),
        valid_until=draw(ENDS),
        level=draw(st.none() | LEVELS),
        evidence_grade=draw(st.none() | st.sampled_from(EvidenceGrade)),
        source_id=draw(st.sampled_from(["report", *(s.source_id for s in SOURCES)])),
    )


@st.composite
def gap(draw: st.DrawFn) -> Statement:
    """Return a row without a status."""
    return (
        not_asked(
            draw(st.sampled_from(QUESTIONS)),
            country=draw(st.sampled_from(STATES)),
            source_id=draw(st.sampled_from(["report", *(s.source_id for s in SOURCES)])),
        )
        if draw(st.booleans())
        else statement(
            None, draw(st.sampled_from(QUESTIONS)), draw(st.sampled_from(STATES)), state=draw(st.sampled_from(GAPS))
        )
    )


def statements() -> st.SearchStrategy[list[Statement]]:
    """Return lists of up to twenty statements and gaps."""
    return st.lists(coded() | gap(), max_size=20)


@st.composite
def scored(draw: st.DrawFn, name: str = "BD-1") -> Scored:
    """Return an item, answered or not, with s* <= s."""
    level = draw(st.none() | st.floats(0, 1))
    share = draw(st.floats(0, 1))
    capped = None if level is None else min(level, share)
    return Scored(item=name, weight=draw(st.floats(0.1, 10)), level=level, level_capped=capped)


@st.composite
def scored_items(draw: st.DrawFn) -> list[Scored]:
    """Return one to twelve items of different names."""
    return [draw(scored(f"BD-{n}")) for n in range(draw(st.integers(1, 12)))]
