"""Publishing rows of one state changes nothing that is said about another, at any stage."""

import re
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import pytest

from bukhara.exports.brief import brief
from bukhara.i18n.words import words_of
from bukhara.model.codes import Status
from bukhara.model.release import Snapshot
from bukhara.pack import PackChoice
from bukhara.service import Service
from bukhara.situation.counts import Counts, count_country
from bukhara.situation.days import reported_day
from bukhara.situation.rows import progress_rows
from bukhara.situation.situation import situations
from bukhara.views.countries import country
from bukhara.views.status import narrative
from tests.stages import EXERCISE, names
from tests.stages.secretariat import Secretariat
from tests.stages.sentences import pack_sentences, strings
from tests.stages.test_positions import AFTER
from tests.web.reading import text
from tests.web.site_client import Site

PUBLISHING = 1
"""The number of the state that publishes: the Kyrgyz Republic, or Bravo."""


def said_of_others(service: Service) -> dict[str, object]:
    """Return what is computed about each state but the one that publishes, and about the region."""
    snapshot, framework = service.snapshot(), service.framework()
    changes = {each.country: each.sentences for each in narrative.build(snapshot, service.past(snapshot))}
    publishing = framework.countries[PUBLISHING].code
    codes = [each.code for each in (*framework.countries, *framework.regions) if each.code != publishing]
    return {code: (_of(snapshot, code), changes.get(code, ())) for code in codes}


def _of(snapshot: Snapshot, code: str) -> tuple[object, ...]:
    cells = [
        (c.item, c.status, c.state, c.since, c.valid_until, c.ended, c.period_ended, c.levels, c.applies, c.concluded)
        for c in situations(snapshot)
        if c.country == code
    ]
    rows = [(row.item, row.level, row.coverage, row.reading) for row in progress_rows(snapshot) if row.country == code]
    return cells, rows, counts(snapshot, code), reported_day(snapshot, code)


def counts(snapshot: Snapshot, code: str) -> Counts:
    """Return the counts of a state."""
    return count_country(situations(snapshot), code)


def publish_a_letter(site: Site, number: int = PUBLISHING) -> date:
    """Publish an answer of one state by letter of yesterday, and return its day."""
    on = site.clock.moment.date() - timedelta(days=1)
    Secretariat(site.service).letter(number, "BD-5.1", Status.IN_PLACE, on)
    return on


# of a reply nothing is compared here
@pytest.mark.parametrize("name", [name for name in names() if name.removeprefix(EXERCISE) not in AFTER])
def test_a_letter_of_one_state_changes_nothing_that_is_said_of_another(stages, name: str) -> None:
    site = stages.open(name)
    before = said_of_others(site.service)
    on = publish_a_letter(site)
    assert said_of_others(site.service) == before
    code = site.service.framework().countries[PUBLISHING].code
    assert reported_day(site.service.snapshot(), code) >= on


def test_a_request_to_one_state_alone_changes_no_status(stages) -> None:
    first, asked = (said_of_others(stages.read(name).service) for name in ("first start", "request to one state"))
    assert first == asked


@pytest.mark.parametrize("record", ["", EXERCISE])
def test_a_request_removes_nothing_that_was_known(stages, record: str) -> None:
    first = known(stages.read(f"{record}first start"))
    assert known(stages.read(f"{record}request to one state")) == known(stages.read(f"{record}round sent")) == first
    site = stages.open(f"{record}round sent")
    codes = [country.code for country in site.service.framework().countries]
    shown = site.read(f"/countries/{codes[1]}")
    assert "request of 2 November 2026, answer due 20 December 2026" in shown
    assert ("no answer yet" in shown) is bool(record)
    site.clock.moment = datetime(2026, 12, 21, 12, tzinfo=UTC)
    late = known(site)
    changed = {cell for cell, value in late.items() if value != first[cell]}
    assert {(first[cell][0], late[cell][0]) for cell in changed} == (
        set() if record else {("mentioned", "not_reported"), ("not_asked", "not_reported")}
    )
    assert all(late[cell][1:] == first[cell][1:] for cell in first)
    office = Secretariat(site.service)
    office.send(office.open_round("Again", "Ещё раз"), range(len(codes)), date(2026, 12, 21), date(2027, 1, 20))
    assert known(site) == late
    assert "request of 2 November 2026; request of 21 December 2026, answer due 20 January 2027" in site.read("/")


def test_what_was_overdue_is_said_beside_what_is_asked_now(stages) -> None:
    asked = "no answer yet · request of 1 April 2026; request of 2 November 2026, answer due 20 December 2026"
    site = stages.read(f"{EXERCISE}request to one state")
    for item in ("BD-14b", "AC-2.4"):
        assert asked in site.read(f"/evidence/XAB/{item}")
        page = site.read(f"/themes/{item}")
        assert "Requested on 1 April 2026, no answer yet:" in page
        assert "Asked, answer due 20 December 2026:" in page


def known(site: Site) -> dict[tuple[str, str], tuple[object, ...]]:
    found = situations(site.service.snapshot())
    return {(c.country, c.item): (c.mark, c.contests, c.reply, c.acts) for c in found}


def test_one_answer_to_a_running_round_turns_no_other_column_into_a_round(stages) -> None:
    service = stages.read("one state answered").service
    snapshot = service.snapshot()
    assert {row.reading for row in progress_rows(snapshot)} == {"astana-2023"}
    assert {cell.level for cell in situations(snapshot)} == {None}


# the number of the release, and the day of the newest source, which is said of the whole record
RELEASE = re.compile(
    r"release(=| )\d+( of \d+ \w+ \d{4})?|(Statuses as of \d+ \w+ \d{4}, sources on record up to|sources up to|As of) \d+ \w+ \d{4}",
    re.I,
)
OF_A_STATE = ("", "figures", "timeline", "evidence")
OF_NEIGHBOURS = re.compile(
    r'<span class="n">Reported in place or continuing in:.*?</span>|<p[^>]* id="nobody".*?</p>', re.DOTALL
)


def pages_of(site: Site, code: str) -> dict[str, str]:
    """Return the words of the pages, the briefs and the slides about one state, without the number of the release."""
    addresses = [f"/countries/{code}?tab={tab}" for tab in OF_A_STATE]
    addresses += [f"/evidence/{code}/{item}" for item in ("BD-5", "BD-13")]
    read = {address: " ".join(text(OF_NEIGHBOURS.sub("", site.html(address)), "en")) for address in addresses}
    service, snapshot = site.service, site.service.snapshot()
    one_page = brief(snapshot, service.view(country.build, snapshot, code), words_of("en"))
    read["brief"] = " ".join(strings(asdict(one_page)))
    for place, sentence in pack_sentences(service.pack(PackChoice(country=code, languages=("en",))), "pack"):
        read[place] = f"{read.get(place, '')} {sentence}"
    return {place: RELEASE.sub("", shown) for place, shown in read.items()}


@pytest.mark.parametrize("name", ["first start", "plan ended", "one letter", "exercise: first start"])
def test_the_pages_of_another_state_read_as_before(stages, name: str) -> None:
    site = stages.open(name)
    code = site.service.framework().countries[0].code
    before = pages_of(site, code)
    publish_a_letter(site)
    assert pages_of(site, code) == before


def test_one_day_is_in_the_title_and_different_days_are_in_the_columns(stages) -> None:
    site = stages.open("first start")
    assert "reported at the Astana conference, 28 July 2023" in site.read("/")
    publish_a_letter(site)
    for address in ("/", "/themes?tab=picture"):
        page = site.read(address)
        assert "as last reported" in page
        assert "28 July 2023" in page
        assert "23 November 2026" in page
    assert "Astana conference" not in site.read("/").split("Themes of the working list")[0]


def test_a_round_is_shown_when_it_is_closed_or_its_last_day_has_passed(stages) -> None:
    shown = {}
    for name in ("all answered", "round closed"):
        service = stages.read(name).service
        snapshot = service.snapshot()
        shown[name] = {row.reading for row in progress_rows(snapshot) if row.country in ("KAZ", "UZB", "REG")}
        plan = next(cell for cell in situations(snapshot) if (cell.country, cell.item) == ("KAZ", "BD-13"))
        # 2022-2025: only the closed round says that it is not in force
        assert (plan.ended, plan.period_ended) == ((True, False) if name == "round closed" else (False, True))
    assert shown == {"all answered": {"astana-2023"}, "round closed": {"astana-2023", "round-2026-1"}}
    site = stages.open("all answered")
    site.clock.moment = datetime(2026, 12, 20, 12, tzinfo=UTC)
    assert {row.reading for row in progress_rows(site.service.snapshot())} == {"astana-2023", "round-2026-1"}


def test_the_last_day_passes_by_the_calendar_and_no_page_is_kept_beyond_it(stages) -> None:
    site = stages.open("all answered")
    before = site.read("/")
    site.clock.moment = datetime(2026, 12, 20, 12, tzinfo=UTC)
    assert site.read("/") != before
    assert "20 December 2026" in site.read("/").split("Themes of the working list")[0]
