"""Which readings a state has answered, each on the day of its own answer, whatever the others answered when."""

from dataclasses import replace
from datetime import date

from test_requesting import request, said, seen

from bukhara.model.round import Request
from bukhara.model.source import Source
from bukhara.service.history import answered_by, newest_of, was_asked
from tests.unit.service.little_data import LETTER

JUNE, LATE = date(2027, 6, 10), date(2027, 11, 15)
SECOND, NOVEMBER = date(2027, 11, 1), date(2027, 11, 10)


def letter(country: str, day: date) -> Source:
    return replace(LETTER, source_id=f"{country}-{day}", date=day)


def second(country: str) -> Request:
    return request(country, round_id="round-2027-2", sent=SECOND)


def test_a_late_answer_to_the_older_round_neither_moves_the_answers_of_others_nor_the_newest_round() -> None:
    sources = letter("KAZ", JUNE), letter("KAZ", NOVEMBER), letter("UZB", LATE)
    rows = tuple(said(source, source.source_id[:3]) for source in sources)
    found = seen(request("KAZ"), request("UZB"), second("KAZ"), rows=rows, sources=sources)
    of = {country: [(r.id, r.date) for r in answered_by(found, country)] for country in ("KAZ", "UZB", "TJK")}
    first_report = of["TJK"]
    assert len(first_report) == 1
    assert of["KAZ"] == [*first_report, ("round-2027-1", JUNE), ("round-2027-2", NOVEMBER)]
    assert of["UZB"] == [*first_report, ("round-2027-1", LATE)]
    newest = newest_of(found)
    assert newest is not None
    assert newest.id == "round-2027-2"
    assert [was_asked(found, newest, country) for country in ("KAZ", "UZB")] == [True, False]
