"""Which days begin a span: each day of the record and its neighbours, and each year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bukhara.model.codes import State
from bukhara.model.release import Release
from bukhara.model.round import Reply, ReplyKind, Request
from bukhara.model.text import NO_TEXT, Text
from bukhara.service.reading.snapshots import first_day_as
from bukhara.store import StoredContents
from tests.unit.progress.build import ON, framework, item, snapshot, source, statement

DAY = date(2024, 5, 10)
ITEM = item()
BARE = framework(ITEM)
RELEASE: Release = snapshot(BARE).release
CONTENTS = StoredContents(
    release=RELEASE, framework_text="", exercise=False, sources=(source(),), statements=(), observations=()
)
REQUEST = Request(round_id="r", country="KAZ", title=Text.of("Round"), items="", sent=ON)
REPLY = Reply(
    reply_id="1", country="KAZ", item="BD-1", indicator="", kind=ReplyKind.COMMENT, words="?", lang="en",
    translation=NO_TEXT, body="Ministry", document_number="", given_on=DAY,
)  # fmt: skip
OF_CONTENTS = {
    "source": {"sources": (source(), source("letter", date=DAY))},
    "request": {"requests": (replace(REQUEST, sent=DAY),)},
    "end of a round": {"requests": (replace(REQUEST, due=DAY),)},
    "reply": {"replies": (REPLY,)},
    "question": {"statements": (statement(state=State.NOT_REPORTED, source_id="", asked_on=DAY),)},
    "step": {"statements": (statement(due_date=DAY),)},
    "end of a plan": {"statements": (statement(valid_until=f"{DAY}"),)},
}
OF_THE_LIST = {
    "applies": framework(replace(ITEM, applies_from=DAY)),
    "added": framework(replace(ITEM, added_on=DAY)),
    "retired": framework(replace(ITEM, retired_on=DAY)),
    "reading": framework(ITEM, readings=(replace(BARE.readings[0], date=DAY),)),
}
CASES = {
    **{name: (replace(CONTENTS, **changes), BARE) for name, changes in OF_CONTENTS.items()},
    **{name: (CONTENTS, framework_) for name, framework_ in OF_THE_LIST.items()},
}


@pytest.mark.parametrize(("contents", "listed"), CASES.values(), ids=CASES.keys())
def test_what_is_dated_begins_a_span_on_its_day_and_the_days_beside_it(contents, listed) -> None:
    days = [DAY + timedelta(n) for n in range(-9, 9)]
    begins = [day for day in days if first_day_as(day, contents, listed) == day]
    assert begins == [DAY - timedelta(1), DAY, DAY + timedelta(1)]
    assert first_day_as(date(2024, 12, 31), contents, listed) == DAY + timedelta(1)


def test_where_nothing_is_dated_a_year_is_a_span() -> None:
    assert first_day_as(DAY, CONTENTS, BARE) == date(2024, 1, 1)
    assert first_day_as(date.max, CONTENTS, BARE) == date(9999, 1, 1)
    assert first_day_as(date(2023, 12, 31), CONTENTS, BARE) == ON + timedelta(1)
