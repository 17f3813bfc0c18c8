"""What a request makes of the record: from its day on, for those asked, until they answer; which answers make a round."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bukhara.exports import records
from bukhara.model.codes import ReadingKind, SourceClass, State, Status
from bukhara.model.release import Release, Snapshot
from bukhara.model.round import Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.progress.readings import in_round
from bukhara.service.reading.history import answered_by, newest_of, published_in, was_asked
from bukhara.service.reading.pending_requests import answered_questions
from bukhara.service.reading.snapshots import default_as_of, snapshot_of
from bukhara.situation.rows import progress_rows
from bukhara.situation.situation import situations
from bukhara.store import StoredContents
from bukhara.workbook import asked
from tests.unit.service.little_data import FRAMEWORK, LETTER, REPORT, statement

SENT = date(2027, 3, 1)
TODAY = date(2028, 12, 1)
ITEM = "BD-7"
INDICATOR = "BD-7.1"
RELEASE = Release(
    number=4,
    created_at=datetime(2027, 3, 2, tzinfo=UTC),
    actor="a",
    note="n",
    framework_version="1",
    method_version="1",
)


def request(country: str = "KAZ", **changes: object) -> Request:
    values: dict[str, object] = {"round_id": "round-2027-1", "title": Text.of("Round", ru="Раунд"), "items": ""}
    return Request(country=country, **(values | {"sent": SENT, "due": date(2027, 5, 1)} | changes))


def letter(day: date, source_class: SourceClass = SourceClass.STATE_SUBMISSION, name: str = "letter") -> Source:
    return replace(LETTER, source_id=f"{name}-{day}", date=day, source_class=source_class)


def answered(source: Source, country: str = "KAZ", indicator: str = INDICATOR, **changes: object) -> Statement:
    return statement(
        country, source.source_id, item=indicator.split(".", maxsplit=1)[0], indicator=indicator, **changes
    )


def seen(
    *requests: Request, rows: tuple[Statement, ...] = (), sources: tuple[Source, ...] = (), on: date | None = None
) -> Snapshot:
    contents = held(*requests, rows=rows, sources=sources)
    return snapshot_of(
        contents, FRAMEWORK, as_of=on or default_as_of(contents, FRAMEWORK, today=TODAY), desk_research=True
    )


def held(*requests: Request, rows: tuple[Statement, ...] = (), sources: tuple[Source, ...] = ()) -> StoredContents:
    return StoredContents(
        release=RELEASE,
        framework_text="",
        exercise=False,
        sources=(REPORT, *sources),
        statements=(statement(), *rows),
        observations=(),
        requests=requests,
    )


def awaited(snapshot: Snapshot) -> set[tuple[str, str]]:
    return {(s.country, s.indicator) for s in snapshot.statements if s.state is State.NOT_REPORTED}


def test_it_begins_on_the_day_the_request_was_sent_and_never_before() -> None:
    assert not awaited(seen(request(), on=SENT - timedelta(days=1)))
    assert awaited(seen(request(), on=SENT))


def test_it_holds_for_those_who_were_asked_and_for_what_they_are_asked() -> None:
    found = awaited(seen(request("KAZ")))
    assert {country for country, _ in found} == {"KAZ"}
    applying = {item.id for item in FRAMEWORK.items if item.applies_from <= SENT}
    wanted = {q.indicator for q in asked(FRAMEWORK, "KAZ") if q.item in applying}
    assert {indicator for _, indicator in found} == wanted
    assert INDICATOR in wanted


def test_a_round_about_chosen_themes_leaves_the_others_alone() -> None:
    assert {indicator.split(".")[0] for _, indicator in awaited(seen(request(items="BD-7 BD-12")))} == {"BD-7", "BD-12"}


def test_an_answer_given_before_the_request_does_not_answer_it() -> None:
    before = letter(SENT - timedelta(days=1))
    assert ("KAZ", INDICATOR) in awaited(seen(request(), rows=(answered(before),), sources=(before,)))


def test_an_answer_of_that_day_or_later_ends_the_waiting_for_its_question_alone() -> None:
    answer = letter(SENT)
    found = awaited(seen(request(), rows=(answered(answer),), sources=(answer,)))
    assert ("KAZ", INDICATOR) not in found
    assert ("KAZ", "BD-12.1") in found


def test_a_challenge_alone_sends_the_question_back() -> None:
    given = letter(SENT)
    named = answered(given, status=Status.CHALLENGE, level=None)
    assert ("KAZ", INDICATOR) in awaited(seen(request(), rows=(named,), sources=(given,)))
    beside = seen(request(), rows=(named, answered(given)), sources=(given,))
    assert ("KAZ", INDICATOR) not in awaited(beside)


def test_before_the_day_of_the_answer_it_is_still_awaited() -> None:
    answer = letter(SENT + timedelta(days=30))
    before = seen(request(), rows=(answered(answer),), sources=(answer,), on=SENT + timedelta(days=29))
    assert ("KAZ", INDICATOR) in awaited(before)


def test_what_others_say_is_no_answer_of_the_state() -> None:
    for source_class in (SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY, SourceClass.DESK_RESEARCH):
        other = letter(SENT + timedelta(days=9), source_class)
        assert ("KAZ", INDICATOR) in awaited(seen(request(), rows=(answered(other),), sources=(other,)))


def test_a_row_left_open_in_a_workbook_is_no_answer_and_is_there_once() -> None:
    answer = letter(SENT + timedelta(days=9))
    row = answered(answer, state=State.NOT_REPORTED, status=None, asked_on=SENT, quote="", statement="")
    found = [s for s in seen(request(), rows=(row,), sources=(answer,)).statements if s.indicator == INDICATOR]
    assert [s.state for s in found] == [State.NOT_REPORTED]


def test_progress_and_evidence_say_since_when() -> None:
    snapshot = seen(request())
    cell = next(s for s in situations(snapshot) if (s.country, s.item) == ("KAZ", ITEM))
    assert (cell.state, cell.asked_on) == (State.NOT_REPORTED, SENT)
    row = next(r for r in progress_rows(snapshot) if (r.country, r.item) == ("KAZ", ITEM))
    assert (row.state, row.status) == (State.NOT_REPORTED, None)
    table = records.evidence(snapshot)
    gaps = [dict(zip(table.columns, each, strict=True)) for each in table.rows]
    assert [r["asked_on"] for r in gaps if r["country"] == "KAZ" and r["indicator"] == INDICATOR] == ["2027-03-01"]


def test_what_was_known_before_keeps_its_status_while_an_answer_is_awaited() -> None:
    snapshot = seen(request(), rows=(answered(REPORT),))
    cell = next(s for s in situations(snapshot) if (s.country, s.item) == ("KAZ", ITEM))
    assert (cell.status, cell.state, cell.asked_on) == (Status.IN_PLACE, State.VALUE, None)


def test_an_earlier_day_of_the_same_snapshot_knows_nothing_of_the_request() -> None:
    then = replace(seen(request()), as_of=REPORT.date)
    cell = next(s for s in situations(then) if (s.country, s.item) == ("KAZ", ITEM))
    assert cell.state is State.NOT_ASKED


def test_without_an_answer_there_is_no_round_and_no_level() -> None:
    snapshot = seen(request())
    assert snapshot.framework.readings == FRAMEWORK.readings
    assert not in_round(snapshot.framework, "KAZ", snapshot.as_of)


def test_a_round_is_read_on_its_last_day_for_those_who_answered() -> None:
    first, second = letter(date(2027, 4, 2)), letter(date(2027, 4, 20), name="second")
    rows = (answered(first, level=0.5), answered(second, "UZB", level=1.0))
    requests = (request("KAZ"), request("UZB", sent=date(2027, 3, 3)))
    snapshot = seen(*requests, rows=rows, sources=(first, second))
    round_ = snapshot.framework.readings[-1]
    assert (round_.id, round_.kind, round_.date) == ("round-2027-1", ReadingKind.ROUND, date(2027, 5, 1))
    assert round_.countries == ("KAZ", "UZB")
    assert (round_.sent, round_.due, round_.title.in_("ru")) == (SENT, date(2027, 5, 1), "Раунд")
    levels = {s.country: s.level for s in situations(snapshot) if s.item == ITEM}
    assert (levels["KAZ"], levels["UZB"], levels["TJK"]) == (0.5, 1.0, None)
    shown = {r.country: r.reading for r in progress_rows(snapshot)}
    assert (shown["KAZ"], shown["UZB"], shown["TJK"], shown[""]) == ("round-2027-1",) * 2 + ("astana-2023",) * 2


def test_until_its_last_day_an_answer_is_shown_beside_the_reading_and_without_a_level() -> None:
    answer = letter(date(2027, 4, 2))
    snapshot = seen(request(), rows=(answered(answer, level=1.0),), sources=(answer,), on=date(2027, 4, 30))
    cell = next(s for s in situations(snapshot) if (s.country, s.item) == ("KAZ", ITEM))
    assert snapshot.framework.readings == FRAMEWORK.readings
    assert (cell.status, cell.level, cell.source_date) == (Status.IN_PLACE, None, date(2027, 4, 2))


def test_what_comes_unasked_makes_no_round() -> None:
    answer = letter(date(2027, 4, 2))
    unasked = seen(request("UZB"), rows=(answered(answer, "KAZ"),), sources=(answer,))
    assert unasked.framework.readings == FRAMEWORK.readings


def test_an_answer_belongs_to_the_round_that_its_state_was_sent_last() -> None:
    again = request(round_id="round-2028-1", sent=date(2028, 3, 1), due=date(2028, 5, 1))
    early, late = letter(date(2027, 4, 2)), letter(date(2028, 4, 2))
    snapshot = seen(request(), again, rows=(answered(early), answered(late)), sources=(early, late))
    dates = {r.id: r.date for r in snapshot.framework.readings if r.kind is ReadingKind.ROUND}
    assert dates == {"round-2027-1": date(2027, 5, 1), "round-2028-1": date(2028, 5, 1)}


def test_asked_again_it_waits_since_both_requests() -> None:
    again = request(round_id="round-2028-1", sent=date(2028, 3, 1))
    days = {s.asked_on for s in seen(request(), again).statements if s.state is State.NOT_REPORTED}
    assert days == {SENT, date(2028, 3, 1)}


def test_the_default_day_is_the_newest_of_readings_answers_and_requests() -> None:
    answer, research = letter(date(2027, 4, 2)), letter(date(2029, 1, 1), SourceClass.DESK_RESEARCH)
    assert default_as_of(held(), FRAMEWORK, today=TODAY) == date(2023, 7, 28)
    assert default_as_of(held(sources=(research,)), FRAMEWORK, today=TODAY) == date(2023, 7, 28)
    assert default_as_of(held(request()), FRAMEWORK, today=SENT) == SENT
    assert default_as_of(held(request(), sources=(answer,)), FRAMEWORK, today=SENT) == date(2027, 4, 2)
    assert default_as_of(held(request(), sources=(answer,)), FRAMEWORK, today=TODAY) == date(2027, 5, 1)


JUNE, LATE = date(2027, 6, 10), date(2027, 11, 15)
SECOND, NOVEMBER = date(2027, 11, 1), date(2027, 11, 10)


def letter_of(country: str, day: date) -> Source:
    return replace(LETTER, source_id=f"{country}-{day}", date=day)


def second(country: str) -> Request:
    return request(country, round_id="round-2027-2", sent=SECOND, items=ITEM)


def test_a_late_answer_to_the_older_round_neither_moves_the_answers_of_others_nor_the_newest_round() -> None:
    sources = letter_of("KAZ", JUNE), letter_of("KAZ", NOVEMBER), letter_of("UZB", LATE)
    two_of_three = ("BD-7.1", "BD-7.2")
    rows = tuple(answered(source, source.source_id[:3], each) for source in sources for each in two_of_three)
    requests = (request("KAZ", items=ITEM), request("UZB", items=ITEM), second("KAZ"))
    found = seen(*requests, rows=rows, sources=sources)
    of = {country: [(r.id, r.date) for r in answered_by(found, country)] for country in ("KAZ", "UZB", "TJK")}
    first_report = of["TJK"]
    assert len(first_report) == 1
    assert of["KAZ"] == [*first_report, ("round-2027-1", JUNE), ("round-2027-2", NOVEMBER)]
    assert of["UZB"] == [*first_report, ("round-2027-1", LATE)]
    newest = newest_of(found)
    assert newest is not None
    assert newest.id == "round-2027-2"
    assert [was_asked(found, newest, country) for country in ("KAZ", "UZB")] == [True, False]


def test_one_answer_to_a_whole_round_is_not_compared_with_the_reading_before() -> None:
    answer = letter(date(2027, 4, 2))
    found = seen(request("KAZ"), rows=(answered(answer),), sources=(answer,))
    assert [reading.id for reading in answered_by(found, "KAZ")] == ["astana-2023"]
    given, total = answered_questions(found, "round-2027-1", "KAZ")
    assert given == 1
    assert total > 40
    assert answered_questions(found, "round-2027-1", "UZB") == (0, 0)


SOURCE = frozenset({"round-1"})
DAY = date(2025, 6, 30)


def release(number: int, day: int, *blocks: str) -> Release:
    return Release(
        number=number,
        created_at=datetime(2025, 6, day, tzinfo=UTC),
        actor="system",
        note="",
        framework_version="1",
        method_version="1",
        blocks=blocks,
    )


def test_the_release_current_on_the_day_speaks() -> None:
    releases = (release(1, 1, "tracker/KAZ/round-1"), release(2, 20, "tracker/KAZ/round-1"))
    assert published_in(releases, SOURCE, on=DAY) == 2


def test_a_source_published_later_is_taken_from_the_first_release_that_held_it() -> None:
    releases = (release(1, 1, "tracker/KAZ/other"), release(2, 20, "tracker/KAZ/round-1"), release(3, 21))
    assert published_in(releases, SOURCE, on=date(2025, 6, 10)) == 2


def test_each_state_has_the_release_that_held_its_own_answers() -> None:
    releases = (release(1, 20, "tracker/KAZ/round-1"), release(2, 21, "tracker/UZB/round-1"))
    on = date(2025, 6, 1)
    assert [published_in(releases, SOURCE, on=on, country=code) for code in ("KAZ", "UZB")] == [1, 2]


def test_a_source_that_no_release_held_leaves_the_release_of_the_day() -> None:
    assert published_in((release(1, 1),), SOURCE, on=DAY) == 1
    assert published_in((release(1, 1),), SOURCE, on=date(2024, 1, 1)) is None
