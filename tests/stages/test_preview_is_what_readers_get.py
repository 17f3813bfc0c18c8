"""What a preview announces is what readers get: the public pages before and after publication, at several stages."""

import re
from datetime import timedelta

import pytest

from bukhara.exports.seen_rows import seen_rows
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words, words_of
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import Kind, Position, State, Status
from bukhara.model.framework import Framework
from bukhara.model.statement import Statement
from bukhara.situation.counts import count_country
from bukhara.situation.situation import situations
from bukhara.views.releases.effect import Effect
from tests import addresses
from tests.addresses import TABS
from tests.stages.secretariat import Secretariat
from tests.web.site_client import SECRETARIAT, VIEWER, Site

STAGES = (
    *("first start", "round sent", "one state answered", "round closed", "objected", "plan ended"),
    *("exercise: next round, one answer", "exercise: articles loaded"),
)
CellsOfApi = dict[tuple[str, str], tuple[object, ...]]
# the number and day of the release, and the day of the newest source, which is said of the whole record
RELEASE = re.compile(
    r"(release|Release) \d+( of \d+ \w+ \d{4})?|release=\d+|-\d+-[0-9a-f]{16}"
    r"|(Statuses as of \d+ \w+ \d{4}, sources on record up to|[Ss]ources up to|As of) \d+ \w+ \d{4}"
)


def draft_of(site: Site, number: int, status: Status, item: str = "BD-7") -> int:
    """Type in an answer of a state by letter of yesterday, not published, and return its draft."""
    office = Secretariat(site.service)
    country = office.state(number)
    row = Statement(
        country=country, item=item, indicator=f"{item}.1", kind=Kind.IMPLEMENTATION, state=State.VALUE, status=status,
        statement="The letter describes the step that was taken.",
    )  # fmt: skip
    yesterday = site.clock.moment.date() - timedelta(days=1)
    answer = LetterAnswer(row=row, body=office.body(country), document_number="7", date=yesterday)
    return site.service.drafts.answer(SECRETARIAT, answer).draft_id


def public_pages(site: Site, name: str) -> dict[str, str]:
    """Return the words of public pages about all and about each state, without the number and day of the release.

    Of all pages each of the eight stages has its eighth; test_one_state_at_a_time reads those of another state at four.
    """
    site.act(VIEWER)
    codes = [country.code for country in site.service.framework().countries]
    of_states = [f"/countries/{code}{f'?tab={tab}' if tab else ''}" for code in codes for tab in ("", *TABS)]
    cells = [f"/evidence/{code}/{item}" for code in (*codes[:3], "REG") for item in ("BD-7", "BD-13", "BD-2", "AC-1")]
    found = {}
    listed = addresses.pages(exercise=site.service.framework().exercise)
    every = dict.fromkeys((*listed, *addresses.OTHER_TABS, *of_states, *cells))
    for address in {"/": None, **dict.fromkeys(list(every)[STAGES.index(name) % 8 :: 8])}:
        answer = site.client.get(address)
        if answer.status_code == 200:
            found[address] = RELEASE.sub("", site.read(address))
    return found


def cells_of(site: Site) -> dict[tuple[str, str], tuple[object, ...]]:
    return {
        (c.country, c.item): (c.status, c.state, c.since, c.valid_until, c.ended, c.period_ended, c.position, c.level)
        for c in situations(site.service.snapshot())
    }


@pytest.mark.parametrize("name", STAGES)
def test_what_is_announced_changes_and_nothing_else_differs(stages, name: str) -> None:
    site = stages.open(name)
    (now,) = (
        c
        for c in situations(site.service.snapshot())
        if (c.country, c.item) == (Secretariat(site.service).state(1), "BD-7")
    )
    draft = draft_of(site, 1, Status.UNDER_WAY if now.is_in_place else Status.IN_PLACE)
    effect = site.service.drafts.effect(SECRETARIAT, draft)
    before, of_api, pages = cells_of(site), cells_of_api(site), public_pages(site, name)
    found, codes = situations(site.service.snapshot()), [each.code for each in site.service.framework().countries]
    counts = {code: count_country(found, code) for code in codes}
    site.service.drafts.publish(SECRETARIAT, draft, "A letter")
    after, later = cells_of(site), public_pages(site, name)
    check_today_and_then(effect, site.service.framework(), of_api, cells_of_api(site))
    changed = {key for key in after if before.get(key) != after[key]}
    assert {(each.country, each.item) for each in effect.moved} == changed
    now = situations(site.service.snapshot())
    announced = {each.country: (each.before, each.after) for each in effect.counts}
    for code, was in counts.items():
        assert announced.get(code, (was, was)) == (was, count_country(now, code)), code
    differing = [address for address in later if pages.get(address) != later[address]]
    # of another state only what it could learn from the one that publishes
    others = tuple(f"/{kind}/{code}" for kind in ("countries", "evidence") for code in codes if code != codes[1])
    assert {each for each in differing if each.startswith(others)} <= {f"/countries/{code}" for code in codes}
    assert "/" in differing
    publishing = site.service.framework().countries[1].code
    assert [each.country for each in effect.days] in ([], [publishing])


def test_the_page_of_the_draft_says_it(stages) -> None:
    site = stages.open("first start")
    draft = draft_of(site, 1, Status.IN_PLACE)
    site.act(SECRETARIAT)
    page = site.read(f"/upload/{draft}")
    assert "Kyrgyz Republic: day of the statuses 28 July 2023 23 November 2026" in page
    assert "at least one country. (28 July 2023)" in page
    assert "(as last reported)" in page
    # the letter is of a day after the end of the plan, and says nothing of it
    assert "No row of it changes." not in page


def check_today_and_then(effect: Effect, framework: Framework, before: CellsOfApi, after: CellsOfApi) -> None:
    """What the preview shows as today and then is what the API says before and after."""
    for language in addresses.LANGUAGES:
        words = words_of(language)
        expected = [
            (
                f"{words.text(framework.country(country).short)}, {words.text(framework.item(item).name)}",
                in_words(before[country, item], words),
                in_words(after[country, item], words),
            )
            for country, item in after
            if before[country, item] != after[country, item]
        ]
        found = [(row.about, row.before, row.after) for row in seen_rows(effect, framework, words) if any(row.marks)]
        assert sorted(found) == sorted(expected)
    assert effect.moved != ()


def cells_of_api(site: Site) -> CellsOfApi:
    """Return mark, dates and position of each theme as the API says them."""
    rows = site.rows("progress")
    columns = ("status", "since", "valid_until", "ended", "period_ended", "position", "level")
    return {
        (row["country"], row["item"]): tuple(row[each] for each in columns)
        for row in rows
        if row["status"] or row["ended"]
    }


def in_words(cell: tuple[object, ...], words: Words) -> str:
    """Return what the preview should say of a cell of the API with a status."""
    status, since, until, ended, period_ended, position, level = cell
    dates = words.span(since, until) if since or until else words("date not given") if status == "in_place" else ""
    if ended:
        parts = [words("no longer in force"), words.partial_date(until)]
    else:
        parts = [label(words, Status(status)), words("{dates}, period ended", dates=dates) if period_ended else dates]
    if level is not None:
        parts.append(words("level {s}", s=words.number(level)))
    return ", ".join(filter(None, (*parts, label(words, Position(position)))))


def test_an_effect_is_kept_for_its_calendar_day_alone(stages) -> None:
    site = stages.open("plan in force")
    draft = draft_of(site, 0, Status.UNDER_WAY, "BD-13")
    (today,) = site.service.drafts.effect(SECRETARIAT, draft).moved
    site.clock.advance(days=42)
    (later,) = site.service.drafts.effect(SECRETARIAT, draft).moved
    assert (today.before.valid_until, today.before.period_ended, later.before.period_ended) == ("2026", False, True)


def test_an_answer_outside_a_round_to_a_theme_of_rounds_is_shown_and_in_no_table(stages) -> None:
    site = stages.open("first start")
    draft = draft_of(site, 1, Status.IN_PLACE, "AC-2.4")
    before = site.rows("progress", item="AC-2.4")
    outside = "In no table and no count: this theme is counted in finished rounds only."
    site.act(SECRETARIAT)
    page = site.read(f"/upload/{draft}")
    assert "Analysis of court decisions asked of the states in rounds only" in page
    assert f"in place, date not given, the state's own answer. {outside}" in page
    site.service.drafts.publish(SECRETARIAT, draft, "A letter")
    site.act(VIEWER)
    page = site.read("/evidence/KGZ/AC-2.4")
    assert "in place · date not given · answered by the state on 23 November 2026" in page
    assert outside in page
    assert "Kyrgyz Republic in place" in site.read("/themes/AC-2.4")
    own = site.read("/countries/KGZ").partition("Asked of the states in rounds only:")[2]
    assert own.split("Analysis of court decisions ")[1].startswith("in place")
    assert site.rows("progress", item="AC-2.4") == before
