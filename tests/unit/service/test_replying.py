"""What a reply makes of the coding: confirmed, or seen differently; never of what came after it."""

from datetime import date

import pytest
from test_requesting import RELEASE

from bukhara.model.codes import BodyKind, CodingStatus, Kind, Status
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.statement import Statement
from bukhara.progress.rows import progress_rows
from bukhara.service.reply_coding import with_replies
from tests.unit.service.little_data import FRAMEWORK, LETTER, REPORT, statement

ITEM, INDICATOR = "BD-7", "BD-7.1"
CONFIRMED, OBJECTED, PROVISIONAL = CodingStatus.CONFIRMED, CodingStatus.OBJECTED, CodingStatus.PROVISIONAL


def reply(kind: ReplyKind, day: date = date(2024, 1, 1), **changes: str) -> Reply:
    values: dict[str, str] = {"reply_id": f"y-{day}-{kind}", "country": "KAZ", "item": ITEM, "indicator": ""}
    values |= {"words": "Our words", "lang": "en", "translation": "", "body": "A ministry", "document_number": "1"}
    return Reply(kind=kind, given_on=day, **(values | changes))


def row(source_id: str = REPORT.source_id, **changes: object) -> Statement:
    return statement("KAZ", source_id, **({"item": ITEM, "indicator": INDICATOR} | changes))


def coding(*replies: Reply, of: Statement | None = None) -> CodingStatus:
    (found,) = with_replies(_snapshot(of or row()), replies).statements
    return found.coding_status


def _snapshot(*rows: Statement) -> Snapshot:
    return Snapshot(
        release=RELEASE,
        as_of=date(2027, 1, 1),
        framework=FRAMEWORK,
        sources=(REPORT, LETTER),
        statements=rows,
        observations=(),
    )


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (ReplyKind.CONFIRMATION, CONFIRMED),
        (ReplyKind.OBJECTION, OBJECTED),
        (ReplyKind.CORRECTION, OBJECTED),
        (ReplyKind.ITEM_OBJECTION, OBJECTED),
        (ReplyKind.COMMENT, PROVISIONAL),
    ],
)
def test_each_kind_marks_the_coding_in_its_way(kind: ReplyKind, status: CodingStatus) -> None:
    assert coding(reply(kind)) is status


def test_the_newest_reply_counts_and_a_comment_takes_nothing_back() -> None:
    first, then = reply(ReplyKind.OBJECTION, date(2024, 1, 1)), reply(ReplyKind.CONFIRMATION, date(2024, 2, 1))
    assert coding(then, first) is CONFIRMED
    assert coding(first, then, reply(ReplyKind.COMMENT, date(2024, 3, 1))) is CONFIRMED


def test_a_reply_about_one_question_leaves_the_others_of_the_theme() -> None:
    assert coding(reply(ReplyKind.CONFIRMATION, indicator="BD-7.2")) is PROVISIONAL
    whole, part = reply(ReplyKind.CONFIRMATION), reply(ReplyKind.OBJECTION, indicator=INDICATOR)
    assert coding(part, whole) is OBJECTED


def test_it_speaks_for_its_own_state_and_theme_only() -> None:
    assert coding(reply(ReplyKind.CONFIRMATION, country="UZB")) is PROVISIONAL
    assert coding(reply(ReplyKind.CONFIRMATION, item="BD-12")) is PROVISIONAL


def test_it_never_speaks_of_a_source_that_came_later() -> None:
    later = row(LETTER.source_id)
    assert coding(reply(ReplyKind.CONFIRMATION, date(2025, 2, 28)), of=later) is PROVISIONAL
    assert coding(reply(ReplyKind.CONFIRMATION, date(2025, 3, 1)), of=later) is CONFIRMED


def test_the_words_of_another_organisation_are_not_the_states_to_confirm() -> None:
    other = next(body.name for body in FRAMEWORK.bodies if body.kind is BodyKind.CIVIL_SOCIETY)
    theirs = row(body=other, kind=Kind.CHALLENGE, status=None)
    assert coding(reply(ReplyKind.CONFIRMATION), of=theirs) is PROVISIONAL


def test_it_travels_into_progress_and_leaves_the_status_alone() -> None:
    after = with_replies(_snapshot(row(status=Status.UNDER_WAY)), (reply(ReplyKind.OBJECTION),))
    told = next(r for r in progress_rows(after) if (r.country, r.item) == ("KAZ", ITEM))
    assert (told.status, told.coding_status) == (Status.UNDER_WAY, OBJECTED)
