"""What is contested, and what an explanation or a confirmation settles."""

from dataclasses import replace
from datetime import date

from bukhara.model.codes import Contest, ReadingKind, SourceClass, State, Status
from bukhara.model.difference import Cause, Difference, DifferenceKind, DifferenceStatus
from bukhara.model.framework import OtherCoding, Reading
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.text import NO_TEXT
from bukhara.progress.seen_content import seen_content, with_replies
from bukhara.situation import contested
from tests.unit.progress.build import ON, framework, item, snapshot, source, statement, text
from tests.unit.views.observed import figure


def seen(*statements, replies=(), differences=(), codings=(), sources=()) -> contested.Contested:
    reading = Reading(id="r", kind=ReadingKind.READING, date=ON, title=text("r"), second_coding=codings)
    shot = snapshot(framework(item("BD-1"), item("BD-2"), readings=(reading,)), *statements, sources=sources)
    bound = [replace(each, seen=seen_content(shot, each.country, each.item)) for each in replies]
    return contested.build(with_replies(replace(shot, differences=tuple(differences)), bound))


def difference(country: str, status: DifferenceStatus = DifferenceStatus.OPEN) -> Difference:
    figures = tuple(replace(figure(n, country=country), indicator="BD-1.1") for n in (1, 2))
    return Difference(DifferenceKind.TWO_VALUES, figures, 1, 1, 2, (Cause.UNKNOWN,), status)


def reply(kind: ReplyKind, day: int = 1) -> Reply:
    return Reply(
        reply_id=f"{kind}{day}", country="KAZ", item="BD-1", indicator="", kind=kind, words="w", lang="en",
        translation=NO_TEXT, body="Ministry", document_number="", given_on=date(2023, 8, day),
    )  # fmt: skip


def test_nothing_is_contested_where_nobody_sees_it_differently() -> None:
    view = seen(statement(Status.IN_PLACE))
    assert (view.open, view.explained, view.codings, view.cells) == ((), (), (), {})


def test_an_objection_contests_its_cell_until_the_state_confirms() -> None:
    objected = seen(statement(Status.IN_PLACE), replies=[reply(ReplyKind.OBJECTION)])
    assert objected.cells == {("KAZ", "BD-1"): (Contest.OBJECTION,)}
    confirmed = seen(
        statement(Status.IN_PLACE), replies=[reply(ReplyKind.OBJECTION), reply(ReplyKind.CONFIRMATION, day=2)]
    )
    assert confirmed.cells == {}


def test_a_difference_contests_its_cell_and_an_explained_one_is_only_listed() -> None:
    explained = difference("KAZ", DifferenceStatus.EXPLAINED)
    view = seen(differences=[difference("UZB"), explained, difference("KGZ")])
    assert [each.country for each in view.open] == ["KGZ", "UZB"]
    assert view.explained == (explained,)
    assert set(view.cells) == {("UZB", "BD-1"), ("KGZ", "BD-1")}


def test_a_coding_is_open_until_the_state_confirms_the_status_that_was_kept() -> None:
    codings = (
        OtherCoding(country="KAZ", indicator="BD-1.1", status=Status.PLANNED),
        OtherCoding(country="UZB", indicator="BD-2.1", status=Status.PLANNED),
    )
    settled = statement(Status.UNDER_WAY, "BD-2.1", "UZB")
    confirmed = replace(reply(ReplyKind.CONFIRMATION), country="UZB", item="BD-2")
    view = seen(statement(Status.IN_PLACE), settled, replies=[confirmed], codings=codings)
    assert [(each.country, each.kept, each.other) for each in view.codings] == [("KAZ", "in_place", "planned")]
    assert view.cells == {("KAZ", "BD-1"): (Contest.CODING,)}
    letter = source("letter", source_class=SourceClass.STATE_SUBMISSION)
    own = statement(Status.UNDER_WAY, "BD-2.1", "UZB", source_id=letter.source_id)
    assert [each.country for each in seen(own, sources=(letter,), codings=codings).codings] == ["KAZ"]
    assert State.NOT_ASKED.value in [each.kept for each in seen(codings=codings).codings]
