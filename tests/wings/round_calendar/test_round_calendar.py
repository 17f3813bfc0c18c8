"""The days of a round as a calendar: each sees those of the states concerned, and events keep their ids."""

import re
from datetime import date

from bukhara.model.text import Text
from tests.web.site_client import ORGANISER, SECRETARIAT, VIEWER, commission
from tests.web.test_stages import ALFA, DUE, ROUND, SENT


def test_each_sees_the_days_of_those_concerned_alone(site) -> None:
    for actor, seen in ((ALFA, ["Alfa"]), (ORGANISER, ["Alfa", "Bravo"]), (SECRETARIAT, ["Alfa", "Bravo"])):
        site.act(actor)
        calendar = site.html(f"/rounds/{ROUND}.ics")
        assert [state for state in ("Alfa", "Bravo", "Charlie") if state in calendar] == seen
        assert len(re.findall("BEGIN:VEVENT", calendar)) == 4 * len(seen)
    for actor, status in ((commission("XAC"), 404), (VIEWER, 303)):
        site.act(actor)
        assert site.client.get(f"/rounds/{ROUND}.ics").status_code == status


def test_a_round_without_lengths_has_the_day_of_its_answer(site) -> None:
    made = site.service.rounds.open(SECRETARIAT, Text.of("Round of 2028"))
    site.service.rounds.send(SECRETARIAT, made, ["XAA"], sent=SENT, due=DUE)
    assert len(re.findall("BEGIN:VEVENT", site.html(f"/rounds/{made}.ics"))) == 1
    assert f"/rounds/{made}.ics" in site.html(f"/rounds/{made}")


def test_a_calendar_keeps_its_ids_and_its_lines_are_short(site) -> None:
    before = site.client.get(f"/rounds/{ROUND}.ics?lang=ru").data
    site.service.rounds.mark(SECRETARIAT, ROUND, "XAA", due=date(2026, 12, 22))
    after = site.client.get(f"/rounds/{ROUND}.ics").data
    ids = [re.findall(rb"UID:(\S+)", each.replace(b"\r\n ", b"")) for each in (before, after)]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 8
    assert max(map(len, before.split(b"\r\n"))) <= 75
    assert "последнее слово" in before.replace(b"\r\n ", b"").decode() or "последнего слова" in before.decode()
    assert b"DTSTART;VALUE=DATE:20261220" in before
    assert b"DTSTART;VALUE=DATE:20261222" in after
