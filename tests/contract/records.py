"""Records for the store tests: plain ones by hand, wild ones by hypothesis."""

from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from bukhara.model.codes import (
    CodingStatus,
    EvidenceGrade,
    Kind,
    PeriodBasis,
    Qualifier,
    SourceClass,
    State,
    Status,
    WorkbookKind,
)
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, ReplyKind, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.store import FrameworkVersion, Submission
from bukhara.store.publishing import Stamp

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
FRAMEWORK_VERSION = FrameworkVersion(framework_text="version: '1'", framework_version="1", method_version="1")
STAMP = Stamp(actor="tester", note="a note", now=NOW, framework_version=FRAMEWORK_VERSION)


def a_source(source_id: str = "astana-2023-report", **changes: Any) -> Source:
    values: dict[str, Any] = {"title": "A report", "body": "A body", "date": date(2023, 7, 28)}
    values |= {"source_class": SourceClass.CONFERENCE_REPORT} | changes
    return Source(source_id=source_id, **values)


def a_statement(country: str = "KAZ", **changes: Any) -> Statement:
    values: dict[str, Any] = {"item": "BD-1", "indicator": "BD-1.1", "kind": Kind.IMPLEMENTATION}
    values |= {"state": State.VALUE, "status": Status.IN_PLACE, "source_id": "astana-2023-report"} | changes
    return Statement(country=country, **values)


def an_observation(country: str = "KAZ", **changes: Any) -> Observation:
    values: dict[str, Any] = {"indicator": "BD-7.1", "value": 12.0, "state": State.VALUE}
    values |= {"source_id": "astana-2023-report"} | changes
    return Observation(country=country, **values)


def a_request(country: str = "KAZ", **changes: Any) -> Request:
    values: dict[str, Any] = {"round_id": "r-2027", "title": Text.of("Round of 2027", ru="Раунд 2027 года")}
    return Request(country=country, **(values | {"items": "", "sent": date(2027, 3, 1)} | changes))


def a_reply(country: str = "KAZ", **changes: Any) -> Reply:
    values: dict[str, Any] = {"reply_id": "y-1", "item": "BD-8b", "indicator": "", "kind": ReplyKind.COMMENT}
    values |= {"words": "Our words", "lang": "en", "translation": Text(), "body": "A ministry", "document_number": "12"}
    return Reply(country=country, **(values | {"given_on": date(2027, 4, 1)} | changes))


def a_decision(country: str = "KAZ", **changes: Any) -> Decision:
    values: dict[str, Any] = {"difference": "d-0123456789", "status": "explained", "reason": "Other months"}
    values |= {"decided_by": "secretariat", "decided_on": date(2027, 4, 2)}
    values |= {"first_value": 195.0, "second_value": 199.0}
    return Decision(country=country, **(values | changes))


def tracker(*statements: Statement, base: int | None = None, sources: tuple[Source, ...] = ()) -> Submission:
    countries = tuple(dict.fromkeys(row.country for row in statements)) or ("KAZ",)
    listed = sources or (a_source(),)
    return Submission(kind=WorkbookKind.TRACKER, countries=countries, sources=listed, statements=statements, base=base)


def statistics(*observations: Observation, base: int | None = None) -> Submission:
    countries = tuple(dict.fromkeys(row.country for row in observations)) or ("KAZ",)
    return Submission(
        kind=WorkbookKind.STATISTICS, countries=countries, sources=(a_source(),), observations=observations, base=base
    )


_texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=20)
_days = st.dates(date(1, 1, 1), date(9999, 12, 31))
_numbers = st.floats(0, 2**52, allow_nan=False) | st.integers(0, 2**31).map(float)
_places = st.sampled_from(("KAZ", "UZB", "REG"))
_sources = st.sampled_from(("", "a-source", "b-source"))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    return Statement(
        country=draw(_places),
        item=draw(_texts),
        indicator=draw(_texts),
        kind=draw(st.sampled_from(Kind)),
        state=draw(st.sampled_from(State)),
        status=draw(st.none() | st.sampled_from(Status)),
        level=draw(st.none() | st.floats(0, 1)),
        statement=draw(_texts),
        statement_translation=Text.translated(draw(_texts), "en"),
        evidence_grade=draw(st.none() | st.sampled_from(EvidenceGrade)),
        source_id=draw(_sources),
        quote=draw(_texts),
        asked_on=draw(st.none() | _days),
        due_date=draw(st.none() | _days),
        coding_status=draw(st.sampled_from(CodingStatus)),
    )


@st.composite
def observations(draw: st.DrawFn) -> Observation:
    state = draw(st.sampled_from(State))
    return Observation(
        country=draw(_places),
        indicator=draw(_texts),
        value=draw(_numbers) if state is State.VALUE else None,
        state=state,
        qualifier=draw(st.none() | st.sampled_from(Qualifier)),
        value_low=draw(st.none() | _numbers),
        value_high=draw(st.none() | _numbers),
        unit=draw(_texts),
        period_start=draw(st.none() | _days),
        period_end=draw(st.none() | _days),
        period_basis=draw(st.sampled_from(PeriodBasis)),
        source_id=draw(_sources),
        partner=draw(_texts),
    )
