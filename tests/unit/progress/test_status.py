"""Statuses of indicators and items, rule by rule."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.model.codes import (
    Basis,
    EvidenceGrade,
    IndicatorType,
    ItemKind,
    Position,
    ReadingKind,
    Scope,
    SourceClass,
    State,
    Status,
)
from bukhara.model.position import Attribution
from bukhara.progress.status import statuses
from tests.unit.progress.build import (
    ON,
    STATES,
    framework,
    indicator,
    item,
    judged,
    not_asked,
    snapshot,
    source,
    statement,
)

NEWER = source("newer", date=date(2024, 7, 30), source_class=SourceClass.STATE_SUBMISSION)
LATER = date(2024, 7, 31)
TWO = item(milestones=2)


@pytest.mark.parametrize(
    ("stronger", "weaker"),
    [
        (Status.IN_PLACE, Status.UNDER_WAY),
        (Status.UNDER_WAY, Status.PLANNED),
        (Status.PLANNED, Status.CHALLENGE),
        (Status.CHALLENGE, Status.CONTINUING),
        (Status.CONTINUING, Status.NOT_ASKED),
    ],
)
def test_the_strongest_status_of_a_source_is_kept(stronger: Status, weaker: Status) -> None:
    assert judged(statement(weaker), statement(stronger)).status is stronger


def test_nothing_reported_is_not_covered() -> None:
    found = judged()
    assert (found.status, found.state, found.answered) == (Status.NOT_ASKED, State.NOT_ASKED, False)


def test_a_newer_source_decides_even_where_it_says_less() -> None:
    newer = statement(Status.PLANNED, source_id="newer")
    found = judged(statement(Status.IN_PLACE), newer, sources=(NEWER,), on=LATER)
    assert (found.status, found.source_date) == (Status.PLANNED, NEWER.date)


def test_a_newer_source_that_does_not_cover_it_erases_nothing() -> None:
    newer = not_asked(source_id="newer")
    found = judged(statement(Status.IN_PLACE), newer, sources=(NEWER,), on=LATER)
    assert (found.status, found.state, found.source_date) == (Status.IN_PLACE, State.VALUE, ON)


def test_a_request_without_answer_erases_nothing() -> None:
    asked = statement(state=State.NOT_REPORTED, source_id="", asked_on=date(2024, 5, 1))
    assert judged(statement(Status.PLANNED), asked, on=LATER).status is Status.PLANNED


def test_sources_of_one_day_are_read_together() -> None:
    twin = source("twin")
    found = judged(statement(Status.PLANNED), statement(Status.IN_PLACE, source_id="twin"), sources=(twin,))
    assert found.status is Status.IN_PLACE


def test_a_source_dated_later_is_not_known_yet() -> None:
    found = judged(statement(Status.IN_PLACE, source_id="newer"), sources=(NEWER,), on=ON)
    assert found.state is State.NOT_ASKED
    assert found.indicators[0].statements == ()


@pytest.mark.parametrize("source_class", [SourceClass.DESK_RESEARCH, SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY])
def test_sources_beside_the_states_set_no_status(source_class: SourceClass) -> None:
    other = source("other", source_class=source_class)
    found = judged(statement(Status.IN_PLACE, source_id="other"), sources=(other,))
    assert found.status is Status.NOT_ASKED


def test_other_bodies_change_nothing_but_are_beside() -> None:
    other = statement(None, body="Association")
    found = judged(statement(Status.PLANNED), other)
    assert found.status is Status.PLANNED
    assert other in found.indicators[0].statements


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (State.NOT_AVAILABLE, State.NOT_AVAILABLE),
        (State.SUPPRESSED, State.SUPPRESSED),
        (State.NOT_APPLICABLE, State.NOT_APPLICABLE),
        (State.NOT_REPORTED, State.NOT_REPORTED),
        (State.NOT_ASKED, State.NOT_ASKED),
    ],
)
def test_the_state_is_carried_where_there_is_no_status(state: State, shown: State) -> None:
    found = judged(statement(None, state=state))
    assert (found.status, found.state) == (Status.NOT_ASKED, shown)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2014", True),
        ("2021-10", True),
        ("2021-11-24", True),
        ("2021-11-25", False),
        ("2022", False),
        ("2021", None),
        ("2021-11", None),
        ("", None),
    ],
)
def test_before_bukhara_only_where_the_whole_date_lies_before(since: str, expected: bool | None) -> None:
    assert judged(statement(Status.IN_PLACE, since=since)).before_bukhara is expected


def test_only_what_is_in_place_can_be_before_bukhara() -> None:
    assert judged(statement(Status.UNDER_WAY, since="2014")).before_bukhara is None


def test_the_earliest_date_given_counts() -> None:
    found = judged(*(statement(Status.IN_PLACE, since=s) for s in ("2022", "", "2014-03")))
    assert (found.since, found.before_bukhara) == ("2014-03", True)


@pytest.mark.parametrize(
    ("on", "status", "is_over"),
    [(date(2023, 12, 31), Status.IN_PLACE, False), (date(2024, 1, 1), Status.NOT_ASKED, True)],
)
def test_a_plan_is_in_place_through_its_last_day(on: date, status: Status, is_over: bool) -> None:
    plan = statement(Status.IN_PLACE, since="2021", valid_until="2023")
    found = judged(plan, on=on, levels=True)
    assert (found.status, found.ended, found.valid_until) == (status, is_over, "2023")
    assert found.answered
    assert not found.no_step
    read = judged(plan, on=on)
    assert (read.status, read.ended, read.period_ended) == (Status.IN_PLACE, False, is_over), "a reading keeps it"


def test_after_its_end_the_next_strongest_status_counts_in_a_round() -> None:
    draft = statement(Status.UNDER_WAY, since="2024")
    found = judged(statement(Status.IN_PLACE, valid_until="2023"), draft, on=LATER, levels=True)
    assert (found.status, found.ended, found.since) == (Status.UNDER_WAY, True, "2024")
    assert found.valid_until == "2023"


@pytest.mark.parametrize(
    ("since", "until", "expected"), [("2024-01-10", "", "2003"), ("", "", "2003"), ("2024", "2029", "2024")]
)
def test_a_law_enacted_anew_keeps_its_first_day_and_a_plan_is_a_new_one(since: str, until: str, expected: str) -> None:
    newer = statement(Status.IN_PLACE, since=since, valid_until=until, source_id="newer")
    found = judged(statement(Status.IN_PLACE, since="2003"), newer, sources=(NEWER,), on=LATER)
    assert (found.since, found.before_bukhara) == (expected, expected == "2003")
    assert found.source_date == NEWER.date


def test_a_next_plan_takes_over() -> None:
    plans = [statement(Status.IN_PLACE, since=s, valid_until=u) for s, u in (("2021", "2023"), ("2024", "2026"))]
    found = judged(*plans, on=LATER)
    assert (found.status, found.ended, found.since, found.valid_until) == (Status.IN_PLACE, False, "2024", "2026")


def test_a_statement_without_end_does_not_prolong_one_with_an_end() -> None:
    found = judged(statement(Status.IN_PLACE), statement(Status.IN_PLACE, valid_until="2023"), on=LATER)
    assert (found.status, found.period_ended) == (Status.IN_PLACE, True)


def test_a_statement_without_end_counts_where_it_begins_after_the_end() -> None:
    later = statement(Status.IN_PLACE, since="2024-02")
    found = judged(later, statement(Status.IN_PLACE, valid_until="2023"), on=LATER)
    assert (found.status, found.ended, found.valid_until) == (Status.IN_PLACE, False, "")


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        (Status.IN_PLACE, Status.IN_PLACE, Status.IN_PLACE),
        (Status.IN_PLACE, Status.CHALLENGE, Status.UNDER_WAY),
        (Status.IN_PLACE, None, Status.UNDER_WAY),
        (Status.UNDER_WAY, Status.PLANNED, Status.UNDER_WAY),
        (Status.PLANNED, Status.CHALLENGE, Status.PLANNED),
        (None, Status.CHALLENGE, Status.CHALLENGE),
        (None, None, Status.NOT_ASKED),
    ],
)
def test_an_item_is_in_place_only_where_all_its_milestones_are(
    first: Status | None, second: Status | None, whole: Status
) -> None:
    found = judged(statement(first), statement(second, "BD-1.2"), of=TWO)
    assert found.status is whole


def test_a_milestone_that_does_not_apply_is_left_out() -> None:
    found = judged(statement(Status.IN_PLACE), statement(None, "BD-1.2", state=State.NOT_APPLICABLE), of=TWO)
    assert (found.status, found.state) == (Status.IN_PLACE, State.VALUE)


@pytest.mark.parametrize(
    ("dates", "since", "before"),
    [
        (("2014", "2016"), "2016", True),
        (("2014", "2022-05"), "2022-05", False),
        (("2014", ""), "", None),
        (("2022", ""), "", False),
        (("2014", "2021"), "2021", None),
    ],
)
def test_an_item_is_in_place_since_its_last_milestone(dates: tuple[str, str], since: str, before: bool | None) -> None:
    stated = [statement(Status.IN_PLACE, f"BD-1.{n + 1}", since=s) for n, s in enumerate(dates)]
    found = judged(*stated, of=TWO)
    assert (found.since, found.before_bukhara) == (since, before)


def test_an_item_ends_with_the_first_of_its_milestones() -> None:
    stated = [
        statement(Status.IN_PLACE, "BD-1.1", valid_until="2023", since="2021"),
        statement(Status.IN_PLACE, "BD-1.2", valid_until="2025"),
    ]
    assert judged(*stated, of=TWO).valid_until == "2023"
    found = judged(*stated, of=TWO, on=LATER, levels=True)
    assert (found.status, found.ended, found.valid_until) == (Status.UNDER_WAY, True, "2023")


@pytest.mark.parametrize("stated", [Status.CONTINUING, Status.UNDER_WAY, Status.IN_PLACE])
def test_an_activity_reported_is_continuing_whatever_is_difficult_about_it(stated: Status) -> None:
    going_on = item(kind=ItemKind.CONTINUING)
    found = judged(statement(Status.CHALLENGE), statement(stated), of=going_on)
    assert found.status is Status.CONTINUING
    assert found.before_bukhara is None


def test_a_continuing_item_with_only_a_challenge_says_so() -> None:
    assert judged(statement(Status.CHALLENGE), of=item(kind=ItemKind.CONTINUING)).status is Status.CHALLENGE


def test_a_continuing_item_asked_as_a_milestone_still_has_no_complete() -> None:
    found = judged(statement(Status.IN_PLACE), of=item(kind=ItemKind.CONTINUING, indicators=(indicator(),)))
    assert found.status is Status.CONTINUING


def test_an_activity_does_not_decide_a_milestone_item() -> None:
    both = item(indicators=(indicator(), indicator("BD-1.2", IndicatorType.ACTIVITY)))
    found = judged(statement(Status.CONTINUING, "BD-1.2"), of=both)
    assert (found.status, len(found.indicators)) == (Status.NOT_ASKED, 2)


def test_an_item_without_questions_is_not_asked() -> None:
    assert judged(of=item(milestones=0)).state is State.NOT_ASKED


@pytest.mark.parametrize(
    ("own", "grade"),
    [(None, EvidenceGrade.STATEMENT_ON_RECORD), (EvidenceGrade.PRIMARY_DOCUMENT, EvidenceGrade.PRIMARY_DOCUMENT)],
)
def test_the_grade_is_the_statements_own_or_that_of_its_source(own: EvidenceGrade | None, grade: EvidenceGrade) -> None:
    assert judged(statement(Status.IN_PLACE, evidence_grade=own)).indicators[0].grade is grade


def test_a_source_class_without_a_grade_is_an_assertion() -> None:
    exercise = source("x", source_class=SourceClass.EXERCISE)
    found = judged(statement(Status.IN_PLACE, source_id="x"), sources=(exercise,))
    assert found.indicators[0].grade is EvidenceGrade.ASSERTION


def test_who_said_what_decides_is_shown_and_the_least_settled_part_counts() -> None:
    letter = source("letter", source_class=SourceClass.STATE_SUBMISSION, document_number="7")
    own, read = statement(Status.IN_PLACE, source_id="letter"), statement(Status.IN_PLACE)
    assert judged(read).position is Position.REPORT
    assert judged(own, statement(Status.PLANNED), sources=(letter, source())).position is Position.OWN_ANSWER
    both = judged(own, read, sources=(letter, source()))
    assert both.attributions == (Attribution(Position.REPORT, ON), Attribution(Position.OWN_ANSWER, ON, "7"))
    assert both.position is Position.REPORT
    assert judged().position is None


def test_a_conclusion_reads_concluded_on_the_day_of_its_conference() -> None:
    conclusion = item("AC-1", basis=Basis.CONCLUSION, scope=Scope.REGION, applies_from=date(2023, 7, 29))
    found = judged(of=conclusion)
    assert (found.applies, found.concluded) == (False, True)
    of_states = judged(of=replace(conclusion, scope=Scope.COUNTRY))
    assert (of_states.applies, of_states.concluded) == (False, False)
    later = judged(of=conclusion, on=LATER)
    assert (later.applies, later.concluded) == (True, False)


def test_an_item_from_the_next_round_applies_in_no_reading() -> None:
    waiting = item(from_round=True)
    assert not judged(of=waiting).applies
    assert judged(of=waiting, levels=True).applies


def test_all_items_by_all_states_in_fixed_order_and_the_region_once() -> None:
    frame = framework(item("BD-1", scope=Scope.REGION), item("BD-5"))
    found = statuses(snapshot(frame, statement(Status.UNDER_WAY, country="REG")))
    assert [(s.item, s.country) for s in found] == [("BD-1", "REG"), *(("BD-5", c) for c in STATES)]
    assert found[0].status is Status.UNDER_WAY


def test_before_the_first_reading_nothing_has_a_level() -> None:
    frame = framework(item(), kind=ReadingKind.ROUND)
    found = statuses(snapshot(frame, statement(Status.IN_PLACE, level=1.0), as_of=date(2022, 1, 1)))
    assert found[0].level is None


def test_a_theme_of_the_region_is_not_mentioned_by_one_state() -> None:
    said = statement()
    assert judged(said).mentioned
    assert not judged(said, of=item(scope=Scope.REGION)).mentioned
